"""A sheet as CSV: UTF-8 with BOM, `;` and Windows line ends, as Excel in Colombia opens it; no cell is a formula."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from rcdesk.documents.planilla import Celda, Planilla, escrita
from rcdesk.domain.celdas import proteger, recortadas, recortar
from rcdesk.exchange.cleaning import clean
from rcdesk.render.writer import write_whole

_QUOTED: Final = frozenset(';,\t|"\n')
"""What only stands between quotes, so that whoever guesses how cells are divided guesses `;`."""


def to_csv(planilla: Planilla, path: Path) -> int:
    """Write it in `path`, whole or not at all, and return how many cells were cut: they hold 32,767 letters.

    OSError when it cannot be written.
    """
    write_whole(path, to_bytes(planilla))
    return recortadas(planilla.filas)


def to_bytes(planilla: Planilla) -> bytes:
    """The sheet as a CSV file."""
    return ("\ufeff" + "".join(map(_line, (planilla.columnas, *planilla.filas)))).encode()


def _line(cells: Iterable[Celda]) -> str:
    return ";".join(map(_cell, cells)) + "\r\n"


def _cell(cell: Celda) -> str:
    if not isinstance(cell, str):
        return escrita(cell)  # a number is no formula, though it may begin with its sign
    text = proteger(recortar(clean(cell)[0]))
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if not _QUOTED.isdisjoint(text) or text != text.strip() else text
