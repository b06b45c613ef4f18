"""Business days, and how long the entity has to answer a question.

Day 1 is the business day after the date that starts the term (Ley 1755 de 2015, art. 14).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, assert_never

from rcdesk.domain.festivos import festivos
from rcdesk.domain.periodos import primer_dia
from rcdesk.domain.registro import Archivo, DiaNoHabil, Fecha, FechaHora, FechaONoAplica, TerminoLegal, TipoPregunta
from rcdesk.i18n import COLOMBIA

_UN_DIA: Final = timedelta(days=1)
_SABADO: Final = 5
_MUCHOS: Final = 400
"""Business days that are no longer counted one by one."""


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


@dataclass(frozen=True, slots=True)
class Calendario:
    """The entity's: what it says of the holidays of the law, and how long it has to answer.

    `dias` are those that it adds or takes: True is a business day, False is not. `terminos`, oldest first.
    """

    dias: Mapping[date, bool] = field(default_factory=dict)
    terminos: tuple[Termino, ...] = TERMINOS


LEY: Final = Calendario()
"""The calendar of an entity that changes nothing of what the law says."""


def calendario(archivo: Archivo) -> Calendario:
    """The calendar of the entity of a file."""
    return calendario_de(archivo.dias_no_habiles, archivo.entidad.terminos if archivo.entidad else ())


def calendario_de(dias_no_habiles: Iterable[DiaNoHabil], terminos: Iterable[TerminoLegal]) -> Calendario:
    """The calendar with the days and the terms that an entity says.

    A date not known to the day adjusts nothing; of one day, the last entry wins. A term of the entity replaces the one
    that the law begins on its day, and stands beside the others; one known to the month rules from its first day.
    """
    dias = ((dia_exacto(entrada.fecha), entrada.habil is True) for entrada in dias_no_habiles)
    reglas = {regla.desde: regla for regla in TERMINOS}
    for uno in terminos:
        desde = primer_dia(uno.desde) if uno.desde else date.min
        reglas[desde] = Termino(desde, uno.general, uno.informacion, uno.consulta, uno.norma)
    return Calendario(
        {dia: habil for dia, habil in dias if dia is not None},
        tuple(reglas[desde] for desde in sorted(reglas)),
    )


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


def es_habil(dia: date, calendario: Calendario = LEY) -> bool:
    """Monday to Friday that is no holiday, unless the entity says otherwise."""
    return calendario.dias.get(dia, _es_habil_de_ley(dia))


def sumar_habiles(desde: date, cuantos: int, calendario: Calendario = LEY) -> date:
    """The n-th business day after a date; `desde` itself when n is 0. It goes no further than 9999-12-31."""
    dia = desde
    while cuantos > _MUCHOS and dia < date.max:  # so many days ahead there are at most as many business days
        lejos = date.fromordinal(min(dia.toordinal() + cuantos, date.max.toordinal()))
        cuantos -= habiles_entre(dia, lejos, calendario)
        dia = lejos
    while cuantos > 0 and dia < date.max:
        dia += _UN_DIA
        cuantos -= es_habil(dia, calendario)
    return dia


def habiles_entre(desde: date, hasta: date, calendario: Calendario = LEY) -> int:
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
    cambios = sum(habil - _es_habil_de_ley(dia) for dia, habil in calendario.dias.items() if desde < dia <= hasta)
    return laborables - feriados + cambios


def termino(recibida: date, calendario: Calendario = LEY) -> Termino:
    """The terms in force for what was received on a date."""
    return next(regla for regla in reversed(calendario.terminos) if regla.desde <= recibida)


def vencimiento(recibida: date, tipo: TipoPregunta | None, calendario: Calendario = LEY) -> date:
    """The last day to answer what was received on a date."""
    return sumar_habiles(recibida, termino(recibida, calendario).dias(tipo), calendario)


def _es_habil_de_ley(dia: date) -> bool:
    return dia.weekday() < _SABADO and dia not in festivos(dia.year)


def _laborables_hasta(dia: date) -> int:
    """Mondays to Fridays from 0001-01-01, a Monday, to a day inclusive."""
    semanas, resto = divmod(dia.toordinal(), 7)
    return semanas * _SABADO + min(resto, _SABADO)
