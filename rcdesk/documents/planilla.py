"""A sheet of rows to be worked with in a spreadsheet: what it is called, its headings and its cells, all text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Planilla:
    """Every row has a cell for each heading; an empty one says nothing."""

    titulo: str
    columnas: tuple[str, ...]
    filas: tuple[tuple[str, ...], ...]
