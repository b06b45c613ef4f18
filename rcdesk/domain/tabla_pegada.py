"""A copied table, made simple: one heading row, one cell for each column; cells that were joined leave empty ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from rcdesk.domain.registro import Tabla

WIDEST: Final = 60  # columns: nobody reads more on a page
_TALLEST: Final = 5_000  # rows that one cell may join
_FIGURE: Final = re.compile(r"[\d.,%$()/:\s-]+")


@dataclass(slots=True)
class TablaEnCurso:
    """A table while it is read, row by row."""

    _filas: list[list[str]] = field(default_factory=list)
    _titulos: list[bool] = field(default_factory=list)
    _ocupadas: dict[int, int] = field(default_factory=dict)  # column → rows still taken by a cell from above
    _lineas: list[str] = field(default_factory=list)
    _dentro: bool = False
    _ancho: int = 1
    _alto: int = 1

    def fila(self) -> None:
        """Begin another row."""
        self.fin_de_celda()
        self._filas.append([])
        self._titulos.append(True)

    def celda(self, *, titulo: bool, ancho: str, alto: str) -> None:
        """Begin another cell; `ancho` and `alto` are the columns and rows that it joins, as copied."""
        self.fin_de_celda()
        if not self._filas:
            self.fila()
        self._saltar()
        self._titulos[-1] &= titulo
        self._ancho, self._alto = _count(ancho, WIDEST), _count(alto, _TALLEST)
        self._dentro = True

    def linea(self, text: str) -> None:
        """Put a line in the cell; what is outside of any is left aside."""
        if self._dentro:
            self._lineas.append(text)

    def fin_de_celda(self) -> None:
        """End the cell that is open, if one is."""
        if not self._dentro:
            return
        row = self._filas[-1]
        text = "\n".join(self._lineas)
        for place in range(self._ancho):
            if len(row) >= WIDEST:
                break
            if self._alto > 1:
                self._ocupadas[len(row)] = self._alto - 1
            row.append("" if place else text)
        self._lineas.clear()
        self._dentro = False

    def tabla(self) -> Tabla | None:
        """Return the table; None when it says nothing."""
        self.fin_de_celda()
        rows = [(row, title) for row, title in zip(self._filas, self._titulos, strict=True) if any(row)]
        if not rows:
            return None
        return con_encabezados([row for row, _ in rows], titled=rows[0][1])

    def _saltar(self) -> None:
        """The columns that a cell from above still takes are empty here."""
        row = self._filas[-1]
        while (left := self._ocupadas.get(len(row), 0)) and len(row) < WIDEST:
            self._ocupadas[len(row)] = left - 1
            row.append("")


def con_encabezados(rows: list[list[str]], *, titled: bool) -> Tabla:
    """Make a table whose first row heads the others when it says so, or when it has words in every column."""
    wide = max(map(len, rows))
    padded = [row + [""] * (wide - len(row)) for row in rows]
    first = padded[0]
    named = len(padded) > 1 and all(cell and not _FIGURE.fullmatch(cell) for cell in first)
    heading, body = (first, padded[1:]) if len(padded) > 1 and (titled or named) else ([], padded)
    return Tabla(
        encabezados=tuple(" ".join(cell.split()) for cell in heading),
        filas=tuple(tuple(cell or None for cell in row) for row in body),
    )


def _count(text: str, most: int) -> int:
    """How many columns or rows, as HTML says it: what is no number is one."""
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 6 else 1
