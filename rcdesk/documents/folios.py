"""How many blank rows complete the last sheet of a list that is signed by hand.

A document does not know its pages, so this is an estimate, on the short side: a little white may be left, but no row is
alone on a sheet of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

ALTO: Final = 26.0
"""Points of a blank row, a little over the 9 mm that a hand needs to sign."""

PRIMERO: Final = 250.0
OTRO: Final = 400.0
"""Points for rows in the first sheet, which has the opening, and in every other one."""

MINIMO: Final = 3
"""Blank rows that there always are: somebody unexpected always comes."""

_ANCHO: Final = 679.0
_LETRA: Final = 5.3
_RENGLON: Final = 12.2
_AIRE: Final = 10.0
"""Of a landscape sheet and of its cells: width, letter (with what whole words waste), line, and padding of a row."""

_LETRA_CHICA: Final = 4.2
_RENGLON_CHICO: Final = 13.0
_TITULO: Final = 42.0
"""Of the small print below the table."""


def blancas(filas: Sequence[Sequence[str]], anchos: Sequence[float], pie: str) -> int:
    """The rows that fit after `filas` (cells) and before `pie`, the text at the foot; `anchos` as in the grid."""
    libre = PRIMERO
    for fila in filas:
        alto = _alto(fila, anchos)
        if alto > libre:
            libre = OTRO
        libre -= alto
    caben = int((libre - _alto_del_pie(pie)) // ALTO)
    if caben >= MINIMO:
        return caben
    return max(0, int(libre // ALTO)) + max(MINIMO, int((OTRO - _alto_del_pie(pie)) // ALTO))


def _alto(fila: Sequence[str], anchos: Sequence[float]) -> float:
    unidad = _ANCHO / sum(anchos)
    renglones = max(
        ceil(len(celda) * _LETRA / (ancho * unidad - 12)) for celda, ancho in zip(fila, anchos, strict=True)
    )
    return max(ALTO, renglones * _RENGLON + _AIRE)


def _alto_del_pie(pie: str) -> float:
    renglones = sum(ceil(max(1, len(parrafo)) * _LETRA_CHICA / _ANCHO) for parrafo in pie.split("\n"))
    return _TITULO + renglones * _RENGLON_CHICO
