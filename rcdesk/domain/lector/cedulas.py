"""What is kept of a cédula, and nothing more: there is no field for the rest, so it cannot be kept by mistake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rcdesk.domain.registro.personas import TipoDocumento

Sexo = Literal["M", "F", ""]


@dataclass(frozen=True, slots=True, repr=False)
class Cedula:
    """Who a cédula says that someone is. It never shows itself in a log: it has no `repr` of its own."""

    tipo: TipoDocumento
    numero: str
    apellidos: str
    nombres: str
    juntos: str
    """The name undivided, surnames first, when the reader dropped what divides it; else empty."""
    sexo: Sexo
    nacimiento: date | None


def edad(nacimiento: date, dia: date) -> int:
    """Return how old someone is on a day, in years."""
    return dia.year - nacimiento.year - ((dia.month, dia.day) < (nacimiento.month, nacimiento.day))
