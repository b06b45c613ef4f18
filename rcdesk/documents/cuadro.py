"""A plan, or a list of commitments, as a sheet that comes back: its cells with their kind, and what tells a change.

The last two columns are hidden: the key of the row, and a mark of how each of its cells went out. Whoever reads it back
knows by them what the person changed in the spreadsheet, and what was changed in the program meanwhile.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from rcdesk.documents.planilla import Celda, Planilla, Porcentaje
from rcdesk.domain.cuadro.columnas import LLAVE, MARCAS, RETIRAR, Columna
from rcdesk.domain.cuadro.cotejo import Conocida, marcas_de
from rcdesk.i18n import leer_fecha, leer_numero

_EXACT: Final = 15
"""Figures that a spreadsheet keeps of a number: longer ones go as text."""


def planilla_de_cuadro(titulo: str, columnas: Sequence[Columna], filas: Iterable[Conocida]) -> Planilla:
    """Return the rows as a sheet to be edited and brought back."""
    headings = (*(one.titulo for one in columnas), RETIRAR.titulo, LLAVE, MARCAS)
    rows = tuple(
        (*(celda(one, fila.planas.get(one.campo, "")) for one in columnas), "", fila.id, marcas_de(fila.planas))
        for fila in filas
    )
    return Planilla(titulo, headings, rows, frozenset((len(headings) - 2, len(headings) - 1)))


def celda(columna: Columna, plano: str) -> Celda:
    """Return a plain text as the cell that a spreadsheet reckons with."""
    match columna.clase:
        case "fecha" | "fechas":
            return _dia(plano)
        case "cantidad" | "porcentaje":
            figure = plano.removesuffix("%")
            number = leer_numero(figure)
            if number is None or len(figure.replace(".", "").strip("-0")) > _EXACT:
                return plano
            if plano.endswith("%"):
                return Porcentaje(number)
            return int(number) if number == number.to_integral_value() and "." not in figure else number
        case _:
            return plano


def _dia(plano: str) -> Celda:
    """One day is a date; several, or one known to the month, are text as it is written here."""
    if "\n" not in plano and re.fullmatch(r"\d{4}-\d\d-\d\d", plano):
        try:
            return date.fromisoformat(plano)
        except ValueError:
            return plano
    return "\n".join("/".join(reversed(one.split("-"))) if leer_fecha(one) == one else one for one in plano.split("\n"))
