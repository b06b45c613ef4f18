"""Business days, and how long the entity has to answer a question.

Day 1 is the business day after the date that starts the term (Ley 1755 de 2015, art. 14).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Final, TypeAlias, assert_never

from rcdesk.domain.festivos import festivos
from rcdesk.domain.registro import DiaNoHabil, Fecha, FechaHora, FechaONoAplica, TipoPregunta
from rcdesk.i18n import COLOMBIA

Ajustes: TypeAlias = Mapping[date, bool]
"""Days that the entity adds to the calendar: True is a business day, False is not."""

SIN_AJUSTES: Final[Ajustes] = MappingProxyType({})

_UN_DIA: Final = timedelta(days=1)
_SABADO: Final = 5


@dataclass(frozen=True, slots=True)
class Termino:
    """Business days to answer, for what was received from `desde` on, and the rule that says so."""

    desde: date
    general: int
    informacion: int
    consulta: int
    norma: str

    def dias(self, tipo: TipoPregunta | None) -> int:
        """Business days for a kind of question; one without kind has the general term."""
        match tipo:
            case "solicitud_de_informacion":
                return self.informacion
            case "consulta":
                return self.consulta
            case (
                "peticion"
                | "queja"
                | "reclamo"
                | "sugerencia"
                | "denuncia"
                | "felicitacion"
                | "propuesta"
                | "observacion"
                | None
            ):
                return self.general
            case _:
                assert_never(tipo)


TERMINOS: Final = (
    Termino(date.min, 15, 10, 30, "Ley 1755 de 2015, art. 14"),
    Termino(date(2020, 3, 28), 30, 20, 35, "Decreto 491 de 2020, art. 5"),
    Termino(date(2022, 5, 18), 15, 10, 30, "Ley 1755 de 2015, art. 14 (Ley 2207 de 2022)"),
)
"""Terms by the date received, oldest first."""


def ajustes(dias_no_habiles: Iterable[DiaNoHabil]) -> Ajustes:
    """The entity's days as a calendar; a date not known to the day adjusts nothing; of one day, the last entry wins."""
    dias = ((dia_exacto(entrada.fecha), entrada.habil is True) for entrada in dias_no_habiles)
    return {dia: habil for dia, habil in dias if dia is not None}


def dia_exacto(fecha: Fecha | FechaONoAplica | None) -> date | None:
    """The day, if the date is known to the day; None for a month, a year, «N.A.» or nothing."""
    return date.fromisoformat(fecha) if fecha is not None and len(fecha) == len("AAAA-MM-DD") else None


def dia_en_colombia(instante: FechaHora) -> date:
    """The Colombian day of an instant; an hour without zone is Colombian time."""
    momento = datetime.fromisoformat(instante)
    if momento.tzinfo is None:
        return momento.date()
    try:
        return momento.astimezone(COLOMBIA).date()
    except OverflowError:  # the first or the last day that a calendar can name
        return momento.date()


def es_habil(dia: date, dias: Ajustes = SIN_AJUSTES) -> bool:
    """Monday to Friday that is no holiday, unless the entity says otherwise."""
    return dias.get(dia, _es_habil_de_ley(dia))


def sumar_habiles(desde: date, cuantos: int, dias: Ajustes = SIN_AJUSTES) -> date:
    """The n-th business day after a date; `desde` itself when n is 0. It goes no further than 9999-12-31."""
    dia = desde
    while cuantos > 0 and dia < date.max:
        dia += _UN_DIA
        cuantos -= es_habil(dia, dias)
    return dia


def habiles_entre(desde: date, hasta: date, dias: Ajustes = SIN_AJUSTES) -> int:
    """Business days after `desde`, up to `hasta` inclusive; 0 when `hasta` is not later.

    Counted by weeks and not by days, so that a mistyped year costs nothing.
    """
    if hasta <= desde:
        return 0
    laborables = _laborables_hasta(hasta) - _laborables_hasta(desde)
    feriados = sum(
        desde < dia <= hasta and dia.weekday() < _SABADO
        for anio in range(desde.year, hasta.year + 1)
        for dia in festivos(anio)
    )
    cambios = sum(habil - _es_habil_de_ley(dia) for dia, habil in dias.items() if desde < dia <= hasta)
    return laborables - feriados + cambios


def termino(recibida: date) -> Termino:
    """The terms in force for what was received on a date."""
    return next(regla for regla in reversed(TERMINOS) if regla.desde <= recibida)


def vencimiento(recibida: date, tipo: TipoPregunta | None, dias: Ajustes = SIN_AJUSTES) -> date:
    """The last day to answer what was received on a date."""
    return sumar_habiles(recibida, termino(recibida).dias(tipo), dias)


def _es_habil_de_ley(dia: date) -> bool:
    return dia.weekday() < _SABADO and dia not in festivos(dia.year)


def _laborables_hasta(dia: date) -> int:
    """Mondays to Fridays from 0001-01-01, a Monday, to a day inclusive."""
    semanas, resto = divmod(dia.toordinal(), 7)
    return semanas * _SABADO + min(resto, _SABADO)
