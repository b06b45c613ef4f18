"""The rows of a sheet of any entity: its headings, what its merged cells name, what goes on in the row below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rcdesk.domain.columnas import Fila, Tabla
from rcdesk.domain.cuadro.celdas import leer_meses, leida
from rcdesk.domain.cuadro.columnas import LLAVE, MARCAS, Columna, adivinar, llana
from rcdesk.domain.forma_de_hoja import Forma
from rcdesk.i18n import leer_fecha, sin_tildes

_SHORT: Final = 25  # letters of a heading that stands alone over a column
_NARROW: Final = 5  # columns: a wider paste without headings has ours, in their order
_MAIN: Final = ("nombre", "que_hacer")
_LOOKS: Final = (
    ("codigo", re.compile(r"[A-Z]?-?\d{1,3}(\.\d{1,3})*\.?").fullmatch),
    ("fechas", leer_fecha),
    ("fecha", leer_fecha),
)
"""What a column may be by how its cells look."""
_SEARCHED: Final = 20
"""Rows among which the headings are: a matrix has the name of the entity and its logo over them."""
_STAGE: Final = re.compile(r"(sub)?componente|etapa|objetivo|fase|dimension|proceso", re.IGNORECASE)
_CUANTO: Final = Columna("meta_valor", "Cuánto", "cantidad")
_FIGURE: Final = re.compile(r"\d+(\.\d+)?%?")
_JOINED: Final = ("fechas", "responsables")
"""What goes on in the row below, under the same activity."""


@dataclass(frozen=True, slots=True)
class Leida:
    """A row of a sheet: its plain texts by field, and for one that went out from here, its key and its marks."""

    numero: int
    planas: Mapping[str, str]
    id: str = ""
    marcas: str = ""
    aviso: str = ""


@dataclass(frozen=True, slots=True)
class Lectura:
    """How a sheet is read: the row of its headings (0 without any), the field of each column, and whether it is ours.

    `anio` is that of months without a year; `ocultas`, whether what is hidden comes.
    """

    titulos: int
    campos: tuple[str, ...]
    propia: bool = False
    ocultas: bool = False
    anio: int | None = None


def como_se_lee(tabla: Tabla, columnas: Sequence[Columna], *, anio: int | None = None) -> Lectura:
    """Guess it: the headings are the row with most of those known; without any, by what its cells are or by place."""
    best, row, fields = 0, 0, tuple[str, ...]()
    for fila in tabla.filas[:_SEARCHED]:
        found = adivinar(fila.celdas, columnas)
        many = sum(map(bool, found))
        if many > best:
            best, row, fields = many, fila.numero, found
    width = max((len(fila.celdas) for fila in tabla.filas[:_SEARCHED]), default=0)
    if width == 1 and len(tabla.filas) > 1 and row == tabla.filas[0].numero and len(tabla.filas[0].celdas[0]) < _SHORT:
        return Lectura(row, fields, anio=anio)
    if best < 2:
        by_place = tuple(one.campo for one in columnas[:width]) + ("",) * (width - len(columnas))
        return Lectura(0, by_place if width > _NARROW else _by_content(tabla, columnas, width), anio=anio)
    titles = next(fila.celdas for fila in tabla.filas if fila.numero == row)
    own = {llana(LLAVE), llana(MARCAS)} <= {llana(title) for title in titles}
    fields = tuple(_ours(title) or field for title, field in zip(titles, fields, strict=True)) if own else fields
    fields += ("",) * (width - len(fields))
    if not own:
        fields = tuple("" if place in tabla.dibujo.columnas_ocultas else field for place, field in enumerate(fields))
    return Lectura(row, fields, own, anio=anio)


def _by_content(tabla: Tabla, columnas: Sequence[Columna], width: int) -> tuple[str, ...]:
    """Of few columns, the one of longest words is what is done; days and numbers of rows are known by how they look."""
    known = {one.campo for one in columnas}
    cells = [[fila.celdas[place].strip() for fila in tabla.filas if place < len(fila.celdas)] for place in range(width)]
    long = max(range(width), key=lambda place: sum(map(len, cells[place])), default=0)
    found = ["" for _ in range(width)]
    for place, texts in enumerate(cells):
        said = [text for text in texts if text]
        fits = ((field, rule) for field, rule in _LOOKS if field in known and field not in found)
        if place == long:
            found[place] = next(field for field in _MAIN if field in known)
        elif said:
            found[place] = next((field for field, rule in fits if all(map(rule, said))), "")
    return tuple(found)


def leer_filas(tabla: Tabla, como: Lectura, columnas: Sequence[Columna]) -> tuple[Leida, ...]:
    """Return the rows that say something, each activity once: what goes on below it is with it."""
    known = {one.campo: one for one in columnas}
    main = next((place for place, field in enumerate(como.campos) if field in _MAIN), -1)
    filled, below = _filled(tabla, como)
    found, stage = list[Leida](), ""
    for fila in filled:
        if fila.numero in tabla.dibujo.filas_ocultas and not (como.ocultas or como.propia):
            continue
        read = _read(fila, como, known)
        if como.propia:
            found.append(read)
            continue
        title = _stage_alone(fila, read, main, tabla.dibujo)
        if title:
            stage = title
            continue
        if (fila.numero, main) in below or _goes_on(read, main):
            if found:
                found[-1] = _joined(found[-1], read)
            continue
        stage = read.planas.get("etapa") or stage
        if any(text for field, text in read.planas.items() if field != "etapa"):
            found.append(replace(read, planas={**read.planas, "etapa": stage}) if "etapa" in known and stage else read)
    return tuple(found)


def _ours(title: str) -> str:
    return {llana(LLAVE): LLAVE, llana(MARCAS): MARCAS}.get(llana(title), "")


def _filled(tabla: Tabla, como: Lectura) -> tuple[list[Fila], set[tuple[int, int]]]:
    """The rows under the headings, with what a merged cell says in each of its rows; and the cells that were filled."""
    rows = {fila.numero: [*fila.celdas] for fila in tabla.filas if fila.numero > como.titulos}
    told, below = {fila.numero: fila.aviso for fila in tabla.filas}, set[tuple[int, int]]()
    for (top, left), (low, _) in tabla.dibujo.combinadas:
        if top <= como.titulos or top not in rows or left >= len(rows[top]):
            continue
        for number in range(top + 1, low + 1):
            cells = rows.get(number)
            if cells is not None and left < len(cells):
                cells[left] = rows[top][left]
                below.add((number, left))
    return [Fila(number, tuple(cells), told[number]) for number, cells in sorted(rows.items())], below


def _read(fila: Fila, como: Lectura, known: Mapping[str, Columna]) -> Leida:
    plain, own = dict[str, str](), {LLAVE: "", MARCAS: ""}
    for field, text in zip(como.campos, fila.celdas, strict=False):
        if field in own:
            own[field] = text.strip()
        elif field in known:
            plain[field] = leida(known[field], text, propia=como.propia, anio=como.anio)
    if not como.propia:
        plain = _goal(dict(_months(plain, como)))
    if plain.get("meta_valor", "").endswith("%") and not plain.get("meta_unidad"):
        plain["meta_unidad"] = "porcentaje"
    return Leida(fila.numero, plain, own[LLAVE], own[MARCAS], fila.aviso)


def _goal(plain: dict[str, str]) -> dict[str, str]:
    """A goal that is only a figure is how much, not what: «4», «100%»."""
    goal = plain.get("meta_nombre", "")
    figure = leida(_CUANTO, goal, propia=False)
    if goal and not plain.get("meta_valor") and _FIGURE.fullmatch(figure):
        return {**plain, "meta_nombre": "", "meta_valor": figure}
    return plain


def _months(plain: Mapping[str, str], como: Lectura) -> Iterator[tuple[str, str]]:
    """«Julio - diciembre» in a column of dates is from when and until when."""
    for field, text in plain.items():
        months = leer_meses(text, como.anio) if field == "fechas" else None
        if months is None:
            yield field, text
        else:
            yield field, ""
            yield from zip(("desde", "hasta"), months, strict=True)


def _goes_on(read: Leida, main: int) -> bool:
    """Whether a row only adds dates or names to the one over it."""
    said = {field for field, text in read.planas.items() if text} - {"etapa"}
    return main >= 0 and bool(said) and said <= {*_JOINED, "desde", "hasta"}


def _joined(over: Leida, read: Leida) -> Leida:
    """The row with what goes on below it."""
    plain = dict(over.planas)
    for field, text in read.planas.items():
        if field in _JOINED:
            lines = [*plain.get(field, "").split("\n"), *text.split("\n")]
            plain[field] = "\n".join(dict.fromkeys(line for line in lines if line))
        elif text and not plain.get(field):
            plain[field] = text
    return replace(over, planas=plain)


def _stage_alone(fila: Fila, read: Leida, main: int, drawn: Forma) -> str:
    """The name of a stage that takes a whole row: «Subcomponente 1. Información»; nothing for any other row."""
    said = [(place, text.strip()) for place, text in enumerate(fila.celdas) if text.strip()]
    if len(said) != 1 or main < 0:
        return ""
    place, text = said[0]
    if read.planas.get("etapa") == text:
        return text
    wide = any(top == fila.numero and left == place and right > left for (top, left), (_, right) in drawn.combinadas)
    return text if wide or _STAGE.match(sin_tildes(text)) else ""
