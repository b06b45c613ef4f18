"""What a table shows, as a sheet: to be pasted in a spreadsheet (text and HTML), or saved. No cell is a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from html import escape
from typing import Any, Final

from PySide6.QtCore import QMimeData

from rcdesk.documents.planilla import Celda, Planilla, Porcentaje, escrita
from rcdesk.domain.celdas import proteger, recortar
from rcdesk.i18n import leer_fecha, leer_numero, numero
from rcdesk.ui.kit.columns import Column

_PERCENT: Final = re.compile(r"(-?[\d.]+(?:,\d+)?)[\s\u00a0]?%")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?")
"""As the program prints it: point between thousands, comma before decimals; one that begins by 0 is a code."""
_DAY: Final = re.compile(r"\d{1,2}[ /][a-záéíóú]{3,10}[ /]\d{4}")
_KEPT: Final = str.maketrans({"\t": " ", "\r": " ", "\n": " "})


class Given(QMimeData):
    """What this program put where others paste from."""


def sheet_of(title: str, columns: Sequence[Column[Any]], rows: Iterable[Any]) -> Planilla:
    """Return rows of a table as a sheet: each column, and beside it the second line of its cells when it has them."""
    read = [(_heading(columns, place), column, False) for place, column in enumerate(columns)]
    read += [(f"{heading} (nota)", column, True) for heading, column, _ in read if column.note is not None]
    cells = [[_cell(column, row, note=note) for _, column, note in read] for row in rows]
    said = [place for place, (heading, _, _) in enumerate(read) if heading or any(line[place] != "" for line in cells)]
    shown = [place for place in said if not read[place][2] or any(line[place] != "" for line in cells)]
    headings = tuple(read[place][0] or "Detalle" for place in shown)
    return Planilla(title, headings, tuple(tuple(line[place] for place in shown) for line in cells))


def mime_of(sheet: Planilla) -> Given:
    """Return a sheet as what a spreadsheet takes when pasting: lines with tabs, and a table that tells its kinds."""
    lines = [sheet.columnas, *sheet.filas]
    made = Given()
    made.setText("\r\n".join("\t".join(_plain(cell) for cell in line) for line in lines))
    head = "".join(f"<th>{_html(cell)}</th>" for cell in sheet.columnas)
    body = "".join(f"<tr>{''.join(map(_td, line))}</tr>" for line in sheet.filas)
    made.setHtml(f'<meta charset="utf-8"><table><tr>{head}</tr>{body}</table>')
    return made


def typed(text: str, *, figures: bool = False) -> Celda:
    """Return a cell as it is printed with its kind: a percentage, a day or, where there are figures, a number."""
    text = text.strip()
    if found := _PERCENT.fullmatch(text):
        value = leer_numero(found.group(1))
        return text if value is None else Porcentaje(value)
    if _DAY.fullmatch(text):
        iso = leer_fecha(text)
        return date.fromisoformat(iso) if iso is not None and len(iso) == len("2026-11-28") else text
    if figures and _NUMBER.fullmatch(text):
        value = leer_numero(text)
        return text if value is None else _whole(value)
    return text


def _whole(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value


def _heading(columns: Sequence[Column[Any]], place: int) -> str:
    return columns[place].title.strip()


def _cell(column: Column[Any], row: Any, *, note: bool) -> Celda:
    if note:
        return column.note(row) if column.note is not None else ""
    text = (column.given or column.cell)(row)
    return typed(text, figures=column.align == "right")


def _plain(cell: Celda) -> str:
    text = proteger(recortar(cell)) if isinstance(cell, str) else escrita(cell)
    return text.translate(_KEPT)


def _td(cell: Celda) -> str:
    if isinstance(cell, str):
        return f"<td style='mso-number-format:\"\\@\"'>{_html(cell)}</td>"
    return f"<td>{escape(escrita(cell))}</td>"


def _html(cell: str) -> str:
    """A text of a cell: its line breaks are inside it, and nothing in it is markup."""
    words = escape(proteger(recortar(cell))).splitlines()
    return "<br style='mso-data-placement:same-cell'>".join(words)


def counted(sheet: Planilla) -> str:
    """Say what was copied."""
    if len(sheet.filas) == 1:
        return "Se copió una fila: péguela en Excel con Ctrl V."
    return f"Se copiaron {numero(len(sheet.filas))} filas: péguelas en Excel con Ctrl V."
