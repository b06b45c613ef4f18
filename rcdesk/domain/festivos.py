"""Colombian public holidays, computed.

Written out rather than taken from the `holidays` package, whose import costs 150 ms before the first date; the tests
hold this table against that package, year by year.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

_EN_SU_DIA: Final = {
    (1, 1): "Año Nuevo",
    (5, 1): "Día del Trabajo",
    (7, 20): "Día de la Independencia",
    (8, 7): "Batalla de Boyacá",
    (12, 8): "Inmaculada Concepción",
    (12, 25): "Navidad",
}
_AL_LUNES: Final = {  # Ley 51 de 1983
    (1, 6): "Reyes Magos",
    (3, 19): "San José",
    (6, 29): "San Pedro y San Pablo",
    (8, 15): "Asunción de la Virgen",
    (10, 12): "Día de la Raza",
    (11, 1): "Todos los Santos",
    (11, 11): "Independencia de Cartagena",
}
_CHIQUINQUIRA: Final = {(7, 9): "Virgen de Chiquinquirá"}  # Ley 2578 de 2026: moved to Monday as well
_CHIQUINQUIRA_DESDE: Final = 2026
_TRAS_PASCUA: Final = {  # days from Easter Sunday; the last three are already on their Monday
    -3: "Jueves Santo",
    -2: "Viernes Santo",
    43: "Ascensión del Señor",
    64: "Corpus Christi",
    71: "Sagrado Corazón",
}


@cache
def festivos_con_nombre(anio: int) -> Mapping[date, str]:
    """The public holidays of a year, each with its name; `anio` 1 to 9999. Two that fall together share the day."""
    al_lunes = _AL_LUNES | (_CHIQUINQUIRA if anio >= _CHIQUINQUIRA_DESDE else {})
    domingo = _pascua(anio)
    todos = (
        *((date(anio, mes, dia), nombre) for (mes, dia), nombre in _EN_SU_DIA.items()),
        *((_lunes_siguiente(date(anio, mes, dia)), nombre) for (mes, dia), nombre in al_lunes.items()),
        *((domingo + timedelta(days=dias), nombre) for dias, nombre in _TRAS_PASCUA.items()),
    )
    found: dict[date, str] = {}
    for dia, nombre in todos:
        found[dia] = f"{found[dia]} y {nombre}" if dia in found else nombre
    return found


@cache
def festivos(anio: int) -> frozenset[date]:
    """The public holidays of a year; `anio` 1 to 9999."""
    return frozenset(festivos_con_nombre(anio))


def _lunes_siguiente(dia: date) -> date:
    """The same day if it is Monday, otherwise the Monday after."""
    return dia + timedelta(days=-dia.weekday() % 7)


def _pascua(anio: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of 1876)."""
    siglo, resto = divmod(anio, 100)
    epacta = (19 * (anio % 19) + siglo - siglo // 4 - (siglo - (siglo + 8) // 25 + 1) // 3 + 15) % 30
    domingo = (32 + 2 * (siglo % 4) + 2 * (resto // 4) - epacta - resto % 4) % 7
    ajuste = (anio % 19 + 11 * epacta + 22 * domingo) // 451
    mes, dia = divmod(epacta + domingo - 7 * ajuste + 114, 31)
    return date(anio, mes, dia + 1)
