"""Colombian public holidays, computed.

Written out rather than taken from the `holidays` package, whose import costs 150 ms before the first date; the tests
hold this table against that package, year by year.
"""

from datetime import date, timedelta
from functools import cache
from typing import Final

_EN_SU_DIA: Final = ((1, 1), (5, 1), (7, 20), (8, 7), (12, 8), (12, 25))
_AL_LUNES: Final = ((1, 6), (3, 19), (6, 29), (8, 15), (10, 12), (11, 1), (11, 11))  # Ley 51 de 1983
_CHIQUINQUIRA: Final = (7, 9)  # Ley 2578 de 2026: moved to Monday as well
_CHIQUINQUIRA_DESDE: Final = 2026
_SANTOS: Final = (-3, -2)  # Holy Thursday and Good Friday, days from Easter Sunday
_TRAS_PASCUA: Final = (43, 64, 71)  # Ascension, Corpus Christi and Sacred Heart, already on their Monday


@cache
def festivos(anio: int) -> frozenset[date]:
    """The public holidays of a year; `anio` 1 to 9999."""
    al_lunes = (*_AL_LUNES, _CHIQUINQUIRA) if anio >= _CHIQUINQUIRA_DESDE else _AL_LUNES
    fijos = {date(anio, mes, dia) for mes, dia in _EN_SU_DIA}
    trasladados = {_lunes_siguiente(date(anio, mes, dia)) for mes, dia in al_lunes}
    domingo = _pascua(anio)
    moviles = {domingo + timedelta(days=dias) for dias in _SANTOS + _TRAS_PASCUA}
    return frozenset(fijos | trasladados | moviles)


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
