"""What the cells of a form's file say, as answers of a question: loosely an option, or left for the person to decide.

«si», «SI» and «Sí.» are one answer. What matches no option is listed with its count, and the person says whether it is
one of them, another answer that stays as written, a new option, or no answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from rapidfuzz import fuzz, process

from rcdesk.domain.columnas_de_encuesta import JUNTAS, Columna
from rcdesk.domain.encuestas import de_opciones, libre, opciones
from rcdesk.domain.registro import NO_APLICA, NO_RESPONDE, PreguntaEncuesta, ValorDeRespuesta
from rcdesk.i18n import leer_numero, solo_palabras

OTRO: Final = "otro"
NUEVA: Final = "nueva"
NADA: Final = "nada"
OPCION: Final = "="
"""Before the option that a value becomes: «=Sí»."""

LARGO: Final = 200
"""Letters of an option."""

_YES: Final = frozenset({"si", "s", "y", "yes", "true", "verdadero", "claro que si", "por supuesto"})
_NO: Final = frozenset({"no", "n", "false", "falso"})
_SILENT: Final = frozenset(
    {"no responde", "no respondo", "ns nr", "nsnr", "ns", "nr", "no sabe", "no sabe no responde", "sin respuesta"}
)
_FOREIGN: Final = frozenset({"n a", "na", "no aplica"})
_ALIKE: Final = 86  # of 100: a value that is an option with a slip
_AGE: Final = re.compile(r"(\d{1,3})(?:[.,]0+)?(?:\s*(?:años?|anos?|a\.?))?\.?")

Como = Literal["igual", "parecido", "decidido", "libre", "abierto"]
"""How it is known what a value becomes; «abierto» waits for the person."""


@dataclass(frozen=True, slots=True)
class ValorLeido:
    """What some cells say, how many times, and what it becomes: `queda` is a decision as the person takes it."""

    texto: str
    cuantas: int
    queda: str
    como: Como


@dataclass(frozen=True, slots=True)
class ColumnaLeida:
    """The question with what the decisions add to it, the values that are told, and what each cell becomes."""

    pregunta: PreguntaEncuesta
    valores: tuple[ValorLeido, ...]
    respuestas: Mapping[str, ValorDeRespuesta]

    @property
    def por_decidir(self) -> int:
        """How many values wait for the person."""
        return sum(one.como == "abierto" for one in self.valores)


def leer_columna(columna: Columna, pregunta: PreguntaEncuesta, decididos: Mapping[str, str]) -> ColumnaLeida:
    """Read the cells of a column as answers to a question, each different text once."""
    if not de_opciones(pregunta):
        return _read_written(columna, pregunta, decididos)
    split = separar(columna, pregunta) if pregunta.tipo == "multiple" else _whole
    parts: Counter[str] = Counter()
    for text, many in columna.cuenta.items():
        for part in split(text):
            parts[part] += many
    keys = _llaves(pregunta)
    values = [_judged(pregunta, text, many, decididos, keys) for text, many in parts.most_common()]
    becomes = {value.texto: _becomes(value) for value in values}
    added = [one.texto[:LARGO] for one in values if one.queda == NUEVA]
    new = tuple({solo_palabras(text): text for text in reversed(added)}.values())[::-1]
    free = any(one.queda == OTRO and one.como == "decidido" for one in values) and not libre(pregunta)
    after = replace(pregunta, opciones=(*opciones(pregunta), *new)) if new else pregunta
    after = replace(after, admite_otro=True) if free else after
    answers = {text: _answer(pregunta, [becomes[part] for part in split(text)]) for text in columna.cuenta}
    return ColumnaLeida(after, tuple(one for one in values if one.como != "igual"), answers)


def opcion_de(pregunta: PreguntaEncuesta, texto: str) -> str | None:
    """Return the option that a text is, but for accents, case, points and how «sí» is said; None when it is none."""
    return _option(_llaves(pregunta), texto)


def _llaves(pregunta: PreguntaEncuesta) -> dict[str, str]:
    """Options by how they are compared; made once for all the values of a column."""
    return {solo_palabras(option): option for option in opciones(pregunta)}


def _option(by_key: Mapping[str, str], texto: str) -> str | None:
    bare = solo_palabras(texto)
    found = by_key.get(bare)
    if found is None and bare in _YES | _NO and {"si", "no"} <= by_key.keys():
        found = by_key["si" if bare in _YES else "no"]
    return found


def separar(columna: Columna, pregunta: PreguntaEncuesta) -> Callable[[str], tuple[str, ...]]:
    """Return what divides the cells of several answers: columns of their own, `;`, or a comma outside an option."""
    for mark in (JUNTAS, ";"):
        if any(mark in text for text in columna.cuenta):
            return lambda text: tuple(part for raw in text.split(mark) if (part := raw.strip()))
    known = {solo_palabras(option) for option in opciones(pregunta)}
    return lambda text: tuple(_by_commas(text, known))


def _whole(text: str) -> tuple[str, ...]:
    return (text,)


def _by_commas(text: str, known: set[str]) -> Iterator[str]:
    """Yield the answers that a comma divides; the longest known option first, as an option may have commas."""
    pieces = [piece for raw in text.split(", ") if (piece := raw.strip())]
    while pieces:
        end = next((n for n in range(len(pieces), 1, -1) if solo_palabras(", ".join(pieces[:n])) in known), 1)
        yield ", ".join(pieces[:end])
        pieces = pieces[end:]


def _judged(
    pregunta: PreguntaEncuesta, text: str, many: int, decided: Mapping[str, str], keys: Mapping[str, str]
) -> ValorLeido:
    if text in decided:
        return ValorLeido(text, many, decided[text], "decidido")
    option = _option(keys, text)
    if option is not None:
        return ValorLeido(text, many, OPCION + option, "igual")
    bare = solo_palabras(text)
    if bare in _SILENT | _FOREIGN or not bare:
        return ValorLeido(text, many, NADA, "igual")
    if coded := re.fullmatch(r"(?:A|SQ)0*(\d{1,2})", text):  # LimeSurvey, exported by codes
        place = int(coded[1]) - 1
        if 0 <= place < len(opciones(pregunta)):
            return ValorLeido(text, many, OPCION + opciones(pregunta)[place], "parecido")
    near = process.extract(bare, keys.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=2) if len(bare) > 3 else []
    if len(near) == 1:
        return ValorLeido(text, many, OPCION + keys[near[0][0]], "parecido")
    return ValorLeido(text, many, OTRO, "libre") if libre(pregunta) else ValorLeido(text, many, "", "abierto")


def _becomes(value: ValorLeido) -> str:
    if value.queda.startswith(OPCION):
        return value.queda[len(OPCION) :]
    if value.queda == NADA:
        return NO_APLICA if solo_palabras(value.texto) in _FOREIGN else NO_RESPONDE
    return value.texto[:LARGO] if value.queda == NUEVA else value.texto if value.queda == OTRO else ""


def _answer(pregunta: PreguntaEncuesta, said: Sequence[str]) -> ValorDeRespuesta:
    marked = tuple(dict.fromkeys(one for one in said if one not in ("", NO_RESPONDE, NO_APLICA)))
    if not marked:
        return next((one for one in said if one), None)
    return marked if pregunta.tipo == "multiple" else marked[0]


def _read_written(column: Columna, pregunta: PreguntaEncuesta, decided: Mapping[str, str]) -> ColumnaLeida:
    """Numbers and open answers; what is no number is told, and stays blank when the person says so."""
    answers: dict[str, ValorDeRespuesta] = {}
    told: list[ValorLeido] = []
    for text, many in column.cuenta.items():
        bare = solo_palabras(text)
        if bare in _SILENT | _FOREIGN:
            answers[text] = NO_APLICA if bare in _FOREIGN else NO_RESPONDE
        elif pregunta.tipo == "texto":
            answers[text] = text
        elif (number := numero_de(text)) is not None:
            answers[text] = number
        else:
            answers[text] = NO_RESPONDE
            told.append(ValorLeido(text, many, decided.get(text, ""), "decidido" if text in decided else "abierto"))
    return ColumnaLeida(pregunta, tuple(told), answers)


def numero_de(texto: str) -> int | float | None:
    """Return the number of a cell, «34» or «34 años»; None when it says none."""
    found = _AGE.fullmatch(texto.strip().lower())
    read = leer_numero(found[1] if found else texto)
    if read is None:
        return None
    return int(read) if read == read.to_integral_value() else float(read)
