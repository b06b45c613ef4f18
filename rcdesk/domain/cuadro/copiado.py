"""What was copied in a spreadsheet and is pasted here: lines, and cells between tabs."""

from __future__ import annotations

import csv
from datetime import datetime
from io import StringIO
from typing import Final

from rcdesk.domain.celdas import desproteger
from rcdesk.domain.columnas import Fila, Tabla
from rcdesk.domain.errors import RuleError
from rcdesk.i18n import numero

MAS: Final = 20_000
"""Rows of what is pasted; a longer list goes in a file."""
_LETTERS: Final = 20_000_000
_NAME: Final = "Lo copiado"


def tabla_copiada(texto: str, ahora: datetime) -> Tabla:
    """Return the table. RuleError when nothing was copied, or too much."""
    if len(texto) > _LETTERS:
        raise RuleError(f"Lo copiado es demasiado largo: caben {numero(MAS)} filas. Guárdelo en un archivo y tráigalo.")
    rows = [row for row in _rows(texto) if any(cell.strip() for cell in row)]
    if not rows:
        raise RuleError("No hay nada copiado: elija las filas en Excel, oprima Ctrl C y vuelva.")
    if len(rows) > MAS:
        raise RuleError(f"Lo copiado tiene {numero(len(rows))} filas y caben {numero(MAS)}. Guárdelo en un archivo.")
    lines = tuple(Fila(number, tuple(map(desproteger, row))) for number, row in enumerate(rows, 1))
    return Tabla(_NAME, lines, len(lines), ahora)


def _rows(texto: str) -> list[list[str]]:
    """A spreadsheet puts between quotes a cell with several lines; what only looks like that is taken as it is."""
    plain = texto.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    try:
        if plain.count('"') % 2 == 0:
            return list(csv.reader(StringIO(plain, newline=""), delimiter="\t"))
    except csv.Error:
        pass
    return [line.split("\t") for line in plain.split("\n")]
