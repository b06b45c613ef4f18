"""The score of the self-assessment of a strategy, and the level of five that it gives."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.redondeo import numero
from rcdesk.domain.errors import RuleError
from rcdesk.i18n import numero as en_es

_NIVELES: Final = ("0 a 20", "21 a 40", "41 a 60", "61 a 80", "81 a 100")
_MAXIMO: Final = Fraction(100)


@dataclass(frozen=True, slots=True)
class Nivel:
    """A level from 1 to 5, and the scores of a hundred that it takes."""

    numero: int
    rango: str

    @property
    def dicho(self) -> str:
        """«Nivel 5 de 5 (81 a 100)»."""
        return f"Nivel {self.numero} de {len(_NIVELES)} ({self.rango})"


def nivel(puntaje: r.Cantidad | None, maximo: r.Cantidad | None) -> Nivel | None:
    """The level of a score: of a hundred parts of its maximum, each twenty are one; None without a score."""
    if puntaje is None:
        return None
    todo = numero(maximo) if maximo is not None else _MAXIMO
    if todo <= 0:
        return None
    parte = numero(puntaje) * 100 / todo
    place = next((i for i in range(len(_NIVELES)) if parte <= 20 * (i + 1)), len(_NIVELES) - 1)
    return Nivel(place + 1, _NIVELES[place])


def revisar(puntaje: r.Cantidad | None, maximo: r.Cantidad | None) -> None:
    """Refuse a score below zero or above its maximum (100, when none is written)."""
    if maximo is not None and numero(maximo) <= 0:
        raise RuleError("Escriba un máximo mayor que 0.", field="autodiagnostico_maximo")
    todo = numero(maximo) if maximo is not None else _MAXIMO
    if puntaje is not None and not 0 <= numero(puntaje) <= todo:
        raise RuleError(f"El puntaje va de 0 a {en_es(Decimal(maximo or 100))}.", field="autodiagnostico_puntaje")
