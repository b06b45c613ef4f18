"""A range of ages as an entity or another form writes it: «18 a 28», «18-28 años», «60 o más», «60+», «menor de 18»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from rcdesk.i18n import sin_tildes

_AGE: Final = re.compile(r"[0-9]{1,3}")
_FROM_THERE: Final = re.compile(r"[+>]|\bmas\b|\bmayor|\badelante\b")
_UNDER: Final = re.compile(r"<|\bmenor")


class Rango(NamedTuple):
    """Ages in years, both of them in it; without `hasta`, every age from there."""

    desde: int
    hasta: int | None


def leer_rango(texto: str | None) -> Rango | None:
    """Read a range; None when it says none. An age alone is none."""
    said = sin_tildes(texto or "")
    ages = [int(age) for age in _AGE.findall(said)]
    if len(ages) > 1:
        return Rango(min(ages), max(ages))
    if ages and _FROM_THERE.search(said):
        return Rango(ages[0], None)
    return Rango(0, ages[0] - 1) if ages and _UNDER.search(said) else None


def rango_de_edad(edad: int, opciones: Iterable[str]) -> str | None:
    """Return the range that holds an age, in years: «18 a 28», «60 o más»; None when the entity has none for it."""
    for opcion in opciones:
        rango = leer_rango(opcion)
        if rango is not None and rango.desde <= edad and (rango.hasta is None or edad <= rango.hasta):
            return opcion
    return None
