"""The columns of the file of a form: questions of a survey, the date, and what says who answers, which never comes in.

Google Forms writes a column for each question; Microsoft Forms adds who answered and when; LimeSurvey writes a column
for each option that may be marked, `Q01[SQ001]` or «¿Dónde la vio? [Radio]».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from rcdesk.domain.celdas import letra
from rcdesk.domain.columnas import Tabla
from rcdesk.i18n import solo_palabras

JUNTAS: Final = "\x1f"
"""Between the options of one person, when each of them has a column of its own."""

_CODED: Final = re.compile(
    r"(?P<base>\w{1,20})\[(?P<part>\w{1,20})\](?:\s*[.:]\s*(?P<text>.*?)\s*(?:\[(?P<words>[^\[\]]+)\])?)?"
)
_WORDED: Final = re.compile(r"(?P<text>.*?\S)\s*\[(?P<words>[^\[\]]+)\]")
_CODE: Final = re.compile(r"(?P<code>[A-Za-z]{1,3}\d{1,4}\w{0,8}|\d{1,3})\s*[.:)\-]\s*(?=\S)")
_MARKED: Final = frozenset(
    {"", "si", "s", "y", "yes", "x", "1", "0", "no", "n", "na", "no seleccionado", "seleccionado"}
)
_UNMARKED: Final = frozenset({"", "no", "n", "na", "0", "no seleccionado"})
_OTHER: Final = frozenset({"otro", "otra", "other", "otros", "otras", "otro cual", "otra cual"})

_WHO: Final = re.compile(
    r"nombres?|apellidos?|name|firstname|lastname|correos?|e?mail|telefonos?|telefonico|celular(es)?|movil|whatsapp"
    r"|cedula|cc|documentos?|identificacion|identidad|nuip|contacto|usuario|username|user|firma|direccion|ip|ipaddr|token"
)
"""A word of what a form asks to know who answers."""
_BESIDE_WHO: Final = re.compile(
    r"por|favor|cual|es|son|indique|escrib[ae]|digite|ingrese|diga|anote|sus?|tus?|mi|el|l[ao]s?|del?|[yoea]|que|quien"
    r"|your|the|first|last|full|primero?|segundo|numero|no|n|nro|num|datos|complet[ao]s?|opcional|obligatori[ao]"
    r"|electronic[ao]|institucional|personal|fijo|casa|residencia|correspondencia|ciudadania|participante|encuestad[ao]"
    r"|ciudadan[ao]|asistente|entrevistad[ao]|persona|responde|diligencia|addr|address|id"
)
"""Another word of such a heading: with any more it asks something else («nombre de la organización»)."""
_WHO_WHOLE: Final = re.compile(
    r"como (se|te) llamas?|respondido por|(persona que|quien) (responde|diligencia)( .*)?|c c|codigo de acceso"
    r"|access code"
)
_MACHINE: Final = re.compile(
    r"(id|response ?id|id de (la )?(respuesta|encuesta)|seed|semilla|last ?page|ultima pagina|start ?language|language"
    r"|idioma( inicial)?|ref ?url|url de referencia|puntuacion|puntos.*|score|total (de )?puntos|comentarios del "
    r"(cuestionario|examen)|quiz feedback|.*time|tiempo (total|de grupo|de pregunta).*|interviewtime)"
)
_DATES: Final = (
    re.compile(r"marca (temporal|de tiempo)|timestamp|submit ?date|date submitted|fecha (de envio|y hora)"),
    re.compile(r"hora de finalizacion|completion time|fecha de finalizacion|fecha"),
    re.compile(r"hora de inicio|start time|start ?date|fecha de inicio|date started|date ?stamp"),
    re.compile(r"fecha de la ultima accion|date last action|hora de la ultima modificacion|last modified time"),
)
"""Headings of when somebody answered, the one that says when it was sent first."""

_PERSONAL: Final = re.compile(r"[^@\s]+@[^@\s]+\.\w+|\+?(?:57)?[\s.\-]*[0-9](?:[\s.\-]*[0-9]){6,11}")
_MANY: Final = 0.3  # of the cells of a column that are an e-mail, a telephone or a document


@dataclass(frozen=True, slots=True)
class Columna:
    """What a form asked, in a column or in several. `celdas` is one text for each row; `lugares` the columns of it.

    `de_quien` says that it tells who answered, `momento` (0, the best) that it tells when, and `otro` that the
    form let another answer be written. With `marcadas` each of `etiquetas` has a column of its own.
    """

    lugares: tuple[int, ...]
    titulo: str
    codigo: str
    celdas: Sequence[str]
    cuenta: Mapping[str, int]
    etiquetas: tuple[str, ...] = ()
    de_quien: bool = False
    de_maquina: bool = False
    momento: int | None = None
    otro: bool = False
    marcadas: bool = False

    @property
    def respondidas(self) -> int:
        """How many rows say something in it."""
        return sum(self.cuenta.values())


def columnas(tabla: Tabla) -> list[Columna]:
    """Return what the form asked, in the order of the file; a column without heading nor cells is nothing."""
    titles = tabla.filas[0].celdas if tabla.filas else ()
    rows = [row.celdas for row in tabla.filas[1:]]
    width = max([len(titles), *(len(row) for row in rows[:50])], default=0)
    loose = [_loose(place, titles[place] if place < len(titles) else "", rows) for place in range(width)]
    found: list[Columna] = []
    for base, group in groupby(loose, key=_base):
        together = list(group)
        if base and len(together) > 1:
            found += _joined(base, together)
        elif base and found and _goes_with(together[0], loose[found[-1].lugares[-1]]):
            found[-1] = _with_other(found[-1], together[0])
        else:
            found += map(_alone, together)
    return [one for one in found if one.titulo or one.cuenta]


def repetidas(preguntadas: Sequence[Columna]) -> list[str]:
    """Return the headings that two columns have."""
    seen = Counter(one.titulo for one in preguntadas if one.titulo)
    return [title for title, many in seen.items() if many > 1]


def letras(columna: Columna) -> str:
    """«D», or «D a G» of several."""
    first, last = letra(columna.lugares[0]), letra(columna.lugares[-1])
    return first if first == last else f"{first} a {last}"


def _loose(place: int, title: str, rows: Sequence[Sequence[str]]) -> Columna:
    cells = [row[place].strip() if place < len(row) else "" for row in rows]
    return Columna((place,), " ".join(title.split()), "", cells, _count(cells))


def _count(cells: Sequence[str]) -> dict[str, int]:
    return dict(Counter(filter(None, cells)).most_common())


def _base(column: Columna) -> str:
    """What the columns of one question have in common: its code, or its words."""
    found = _CODED.fullmatch(column.titulo) or _WORDED.fullmatch(column.titulo)
    return "" if found is None else found.groupdict().get("base") or found["text"]


def _alone(column: Columna) -> Columna:
    """A column by itself: its code, if its heading begins with one, and whether it tells who or when."""
    code, title = _code_apart(column.titulo)
    bare = solo_palabras(title)
    moment = next((place for place, words in enumerate(_DATES) if words.fullmatch(bare)), None)
    who = moment is None and (_asks_who(bare) or _tells_who(column.cuenta))
    machine = _MACHINE.fullmatch(bare) is not None and moment is None
    return replace(column, titulo=title, codigo=code, de_quien=who, de_maquina=machine, momento=moment)


def _asks_who(bare: str) -> bool:
    """Whether a heading asks who answers; the kind of a document does not say it."""
    words = bare.removeprefix("tipo y ").split()
    others = [word for word in words if not _WHO.fullmatch(word)]
    asked = len(others) < len(words) and all(map(_BESIDE_WHO.fullmatch, others))
    return asked or _WHO_WHOLE.fullmatch(bare) is not None


def _tells_who(count: Mapping[str, int]) -> bool:
    """Whether the cells of a column are e-mails, telephones or documents: what its heading says does not matter."""
    personal = sum(many for text, many in count.items() if len(text) < 80 and _PERSONAL.fullmatch(text))
    return bool(count) and personal >= _MANY * sum(count.values())


def _joined(base: str, group: Sequence[Columna]) -> Iterator[Columna]:
    """The columns of one question: one for each option that may be marked, else each is asked by itself."""
    labels = [_label(column) for column in group]
    other = next((place for place, column in enumerate(group) if _is_other(column)), None)
    options = [column for place, column in enumerate(group) if place != other]
    coded = _CODED.fullmatch(group[0].titulo)
    code, title = (base, (coded["text"] or "").strip() or base) if coded else _code_apart(base)
    if not all(solo_palabras(text) in _MARKED for column in options for text in column.cuenta):
        for column, label in zip(group, labels, strict=True):
            yield replace(_alone(column), titulo=f"{title}: {label}", codigo=code)
        return
    cells = [_marks(row, labels, other) for row in zip(*(column.celdas for column in group), strict=True)]
    places = tuple(column.lugares[0] for column in group)
    named = tuple(label for place, label in enumerate(labels) if place != other)
    yield Columna(places, title, code, cells, _count(cells), named, otro=other is not None, marcadas=True)


def _code_apart(title: str) -> tuple[str, str]:
    found = _CODE.match(title)
    return (found["code"], title[found.end() :]) if found else ("", title)


def _with_other(column: Columna, other: Columna) -> Columna:
    """A question of one answer whose «otro» is written in a column of its own."""
    cells = [written or chosen for chosen, written in zip(column.celdas, other.celdas, strict=True)]
    offered = tuple(text for text in column.cuenta if solo_palabras(text) not in _OTHER | {"oth"})
    return replace(
        column,
        lugares=(*column.lugares, *other.lugares),
        celdas=cells,
        cuenta=_count(cells),
        etiquetas=offered,
        otro=True,
    )


def _label(column: Columna) -> str:
    found = _CODED.fullmatch(column.titulo) or _WORDED.fullmatch(column.titulo)
    return "" if found is None else (found["words"] or found.groupdict().get("part") or "").strip()


def _is_other(column: Columna) -> bool:
    coded = _CODED.fullmatch(column.titulo)
    return not _OTHER.isdisjoint({solo_palabras(_label(column)), solo_palabras(coded["part"]) if coded else ""} - {""})


def _goes_with(other: Columna, column: Columna) -> bool:
    """Whether a lone column is where the «otro» of the one before it is written."""
    base = _base(other)
    return _is_other(other) and base in (column.titulo, _code_apart(column.titulo)[0])


def _marks(row: Sequence[str], labels: Sequence[str], other: int | None) -> str:
    marked = [
        cell if place == other else label
        for place, (cell, label) in enumerate(zip(row, labels, strict=True))
        if (cell if place == other else solo_palabras(cell) not in _UNMARKED)
    ]
    return JUNTAS.join(marked)
