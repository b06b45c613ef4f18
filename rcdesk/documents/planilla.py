"""Sheets of rows to be worked with in a spreadsheet, and the book that holds them: titles, headings and typed cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias, assert_never

from rcdesk.i18n import COLOMBIA


@dataclass(frozen=True, slots=True)
class Porcentaje:
    """A part of a hundred: `valor` is 45 for what is read «45%», with the decimals that are shown."""

    valor: int | Decimal


@dataclass(frozen=True, slots=True)
class Pesos:
    """Colombian pesos."""

    valor: int | Decimal


Celda: TypeAlias = str | int | Decimal | date | Porcentaje | Pesos
"""A text, which is never worked out; or a number, a percentage, money or a day, which a spreadsheet reckons with."""


@dataclass(frozen=True, slots=True)
class Planilla:
    """Every row has a cell for each heading; an empty one says nothing.

    `ocultas` are the places of the columns that are not shown: those that the program reads when the sheet comes back.
    """

    titulo: str
    columnas: tuple[str, ...]
    filas: tuple[tuple[Celda, ...], ...]
    ocultas: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Libro:
    """Sheets that go in one file, in order; each is named by its title."""

    titulo: str
    hojas: tuple[Planilla, ...]


def dia(celda: date) -> date:
    """Return the day of a cell: an instant is that of Colombia."""
    return celda.astimezone(COLOMBIA).date() if isinstance(celda, datetime) else celda


def cifras(valor: int | Decimal) -> str:
    """A number in digits, with its point and never with an exponent."""
    return format(valor, "f") if isinstance(valor, Decimal) else str(valor)


def escrita(celda: Celda) -> str:
    """A cell in letters as Excel in Colombia reads it: 1234,5 · 45,5% · 28/11/2026."""
    match celda:
        case str():
            return celda
        case date():
            return f"{dia(celda):%d/%m/}{dia(celda).year:04}"  # «%Y» writes the years before 1000 with less figures
        case Porcentaje(valor):
            return cifras(valor).replace(".", ",") + "%"
        case Pesos(valor) | (int() | Decimal() as valor):
            return cifras(valor).replace(".", ",")
        case _:
            assert_never(celda)
