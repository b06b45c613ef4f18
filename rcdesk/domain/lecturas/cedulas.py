"""What is kept of a cédula, and nothing more: there is no field for the rest, so it cannot be kept by mistake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from rcdesk.domain.registro.personas import TipoDocumento

Sexo = Literal["M", "F", ""]

_RANGOS: Final = ((5, "0 a 5"), (11, "6 a 11"), (17, "12 a 17"), (28, "18 a 28"), (59, "29 a 59"))


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


def rango_de_edad(nacimiento: date, dia: date) -> str:
    """Return the age range (DOMAIN §4.7) that someone is in on a day: `29 a 59`."""
    years = dia.year - nacimiento.year - ((dia.month, dia.day) < (nacimiento.month, nacimiento.day))
    return next((words for last, words in _RANGOS if years <= last), "60 o más")
