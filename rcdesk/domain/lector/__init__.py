"""What a USB reader types: a code of ours, the barcode of the yellow cédula, the three lines of the new one.

A burst is bytes in a `bytearray` (Latin-1, one for each key; 0 for a key that wrote nothing), so that whoever holds it
can overwrite it. Of a cédula only who it is, their sex and their birth come out; everything else stays in the burst.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias, assert_never

from rcdesk.domain.codigos import LARGO, Codigo, leer_codigo
from rcdesk.domain.lector.amarilla import leer_amarilla
from rcdesk.domain.lector.cedulas import Cedula
from rcdesk.domain.lector.formas import TD1, Clase, limpio
from rcdesk.domain.lector.mrz import leer_mrz

__all__ = ["Cedula", "Clase", "Codigo", "Ilegible", "Lectura", "leer"]


@dataclass(frozen=True, slots=True)
class Ilegible:
    """A burst that began as one of these and could not be read. Of what it said nothing is kept but how long it was."""

    clase: Clase
    letras: int
    esperadas: int
    """How many letters it has when it is whole; 0 when that depends on the reader."""


Lectura: TypeAlias = Codigo | Cedula | Ilegible

_ESPERADAS: Final[dict[Clase, int]] = {"codigo": LARGO, "mrz": TD1, "amarilla": 0}


def leer(clase: Clase, rafaga: bytearray, hoy: date) -> Lectura:
    """Read a whole burst; `hoy` is the day it is read, which says the century of a birth."""
    found: Codigo | Cedula | None
    match clase:
        case "codigo":
            found = leer_codigo(limpio(rafaga).decode("latin-1"))
        case "mrz":
            found = leer_mrz(rafaga, hoy)
        case "amarilla":
            found = leer_amarilla(rafaga, hoy)
        case _:
            assert_never(clase)
    if found is not None:
        return found
    return Ilegible(clase, len(limpio(rafaga)), _ESPERADAS[clase])
