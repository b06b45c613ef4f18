"""A sheet of rows to be worked with in a spreadsheet: what it is called, its headings and its cells."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

Celda: TypeAlias = str | int | Decimal
"""A text, which is never worked out; or a number, which can be added."""


@dataclass(frozen=True, slots=True)
class Planilla:
    """Every row has a cell for each heading; an empty one says nothing."""

    titulo: str
    columnas: tuple[str, ...]
    filas: tuple[tuple[Celda, ...], ...]


def escrita(celda: Celda) -> str:
    """A cell in letters: numbers with the decimal comma of Colombia, and no sign between thousands."""
    return celda if isinstance(celda, str) else str(celda).replace(".", ",")
