"""A question of a survey made from a column of the file of a form: how it is answered, and its options, as seen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from rcdesk.domain.columnas_de_encuesta import JUNTAS, Columna
from rcdesk.domain.encuestas import SI_NO, proponer_codigo
from rcdesk.domain.registro import PreguntaEncuesta, TipoPreguntaEncuesta
from rcdesk.domain.valores_de_formulario import LARGO, numero_de, opcion_de, separar
from rcdesk.i18n import solo_palabras

_ESCALAS: Final[tuple[tuple[str, ...], ...]] = (
    ("Excelente", "Muy bueno", "Bueno", "Aceptable", "Regular", "Deficiente", "Malo", "Muy malo"),
    ("Excelente", "Muy buena", "Buena", "Aceptable", "Regular", "Deficiente", "Mala", "Muy mala"),
    ("Muy satisfecho", "Satisfecho", "Ni satisfecho ni insatisfecho", "Poco satisfecho", "Insatisfecho",
     "Muy insatisfecho", "Nada satisfecho"),
    ("Muy satisfecha", "Satisfecha", "Ni satisfecha ni insatisfecha", "Poco satisfecha", "Insatisfecha",
     "Muy insatisfecha", "Nada satisfecha"),
    ("Totalmente de acuerdo", "De acuerdo", "Ni de acuerdo ni en desacuerdo", "En desacuerdo",
     "Totalmente en desacuerdo"),
    ("Siempre", "Casi siempre", "Algunas veces", "A veces", "Pocas veces", "Casi nunca", "Nunca"),
    ("Muy alto", "Alto", "Medio", "Bajo", "Muy bajo", "Ninguno"),
    ("Muy alta", "Alta", "Media", "Baja", "Muy baja", "Ninguna"),
    ("Mucho", "Bastante", "Algo", "Poco", "Nada"),
    ("Muy clara", "Clara", "Poco clara", "Nada clara"),
    ("Muy útil", "Útil", "Poco útil", "Nada útil"),
)  # fmt: skip
"""Scales from the best to the worst, as surveys in Colombia write them."""

_WHO_THEY_ARE: Final = re.compile(
    r"\b(edad|cuantos anos|genero|sexo|identifica|comuna|corregimiento|barrio|vereda|localidad|zona|estrato|escolaridad"
    r"|nivel (educativo|de estudios?)|estudio|ocupacion|etnia|etnico|discapacidad|grupo (poblacional|etnico)|reside"
    r"|vive)\b"
)
_NEARLY: Final = 0.9  # of the answers: the others are steps with a slip
_TOO_FEW: Final = 10  # answers that tell little
_FEW: Final = 12  # different answers that are still options
_SHORT: Final = 60  # letters of an option
_LONGEST: Final = 300  # letters of a statement


def tipo_de(columna: Columna) -> TipoPreguntaEncuesta:
    """Guess how a column was answered, from what its cells say."""
    texts = list(columna.cuenta)
    if columna.marcadas or any(JUNTAS in text for text in texts):
        return "multiple"
    if not texts:
        return "texto"
    if all(opcion_de(_YES_NO, text) for text in texts):
        return "si_no"
    if escala_de(columna.cuenta):
        return "ordinal"
    if sum(columna.cuenta[text] for text in texts if numero_de(text) is not None) >= _NEARLY * columna.respondidas:
        return "numero"
    if _are_several(columna):
        return "multiple"
    short = all(len(text) <= _SHORT for text in texts)
    different, many = len({solo_palabras(text) for text in texts}), columna.respondidas
    repeated = different < many if many < _TOO_FEW else different <= many / 2
    return "unica" if short and repeated and len(texts) <= _FEW else "texto"


def pregunta_de(columna: Columna, tipo: TipoPreguntaEncuesta, usados: Collection[str]) -> PreguntaEncuesta:
    """Return the question that a column asks, answered in the way that is said."""
    title = columna.titulo[:_LONGEST] or "Pregunta sin título"
    bare, options = solo_palabras(title), tuple(_options(columna, tipo))
    return PreguntaEncuesta(
        codigo=proponer_codigo(title, usados),
        enunciado=title,
        tipo=tipo,
        opciones=options,
        opciones_incompletas=True if len(options) == 1 else None,
        admite_otro=True if columna.otro and tipo in ("unica", "multiple") else None,
        caracteriza=True if _WHO_THEY_ARE.search(bare) else None,
    )


def escala_de(cuenta: Mapping[str, int]) -> tuple[str, ...]:
    """Return the steps that are said of the scale that nearly all these answers are of, in its order; or nothing."""
    said = Counter[str]()
    for text, many in cuenta.items():
        said[solo_palabras(text)] += many
    for scale in _ESCALAS:
        steps = [step for step in scale if solo_palabras(step) in said]
        if len(steps) > 1 and sum(said[solo_palabras(step)] for step in steps) >= _NEARLY * said.total():
            return tuple(steps)
    return ()


_YES_NO: Final = PreguntaEncuesta(codigo="", tipo="si_no", opciones=SI_NO)


def _options(column: Columna, kind: TipoPreguntaEncuesta) -> Iterator[str]:
    match kind:
        case "numero" | "texto":
            return
        case "si_no":
            yield from SI_NO
        case "ordinal" if scale := escala_de(column.cuenta):
            yield from scale
        case _:
            yield from _seen(column, kind)


def _seen(column: Columna, kind: TipoPreguntaEncuesta) -> list[str]:
    """The answers as seen, the way in which each is written most first, in the order of the form if it is known."""
    split = separar(column, _YES_NO) if kind == "multiple" else lambda text: (text,)
    parts: Counter[str] = Counter()
    for text, many in column.cuenta.items():
        parts.update(dict.fromkeys(split(text), many))
    by_key: dict[str, str] = {solo_palabras(label): label for label in column.etiquetas}
    for text, _ in parts.most_common():
        if solo_palabras(text) and not column.etiquetas:
            by_key.setdefault(solo_palabras(text), text[:LARGO])
    return list(by_key.values())


def _are_several(column: Columna) -> bool:
    """Whether the cells are lists of the same few answers: they come together in different ways."""
    if any(";" in text.rstrip(";") for text in column.cuenta):
        return _chosen_by_semicolons(column)
    if not any(", " in text for text in column.cuenta):
        return False
    parts = Counter(part.strip() for text in column.cuenta for part in text.split(", "))
    short = all(len(part) <= _SHORT for part in parts)
    return short and len(parts) <= _FEW and sum(many > 1 for many in parts.values()) * 2 >= len(parts)


def _chosen_by_semicolons(column: Columna) -> bool:
    """Whether `;` divides what was chosen, and is not in the middle of what somebody wrote: most is said again."""
    said: Counter[str] = Counter()
    for text, many in column.cuenta.items():
        said.update({part.strip(): many for part in text.split(";") if part.strip()})
    again = sum(many for many in said.values() if many > 1)
    few = column.respondidas < _TOO_FEW and all(len(part) <= _SHORT for part in said)
    return few or again * 2 >= said.total()
