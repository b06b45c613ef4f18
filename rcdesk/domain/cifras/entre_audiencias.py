"""The hearings of a base beside one another: who took part, what was asked and answered, what was promised and done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.audiencia import contados, espectadores_maximos
from rcdesk.domain.cifras.compromisos import Cuenta, adquiridos_al, cuenta
from rcdesk.domain.cifras.oportunidad import Indicadores, atenciones_al, indicadores
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.periodos import primer_dia
from rcdesk.domain.plazos import LEY, Calendario
from rcdesk.domain.satisfaccion import Satisfaccion, satisfaccion

_APROBADAS: Final = frozenset({"aprobada", "publicada"})


@dataclass(frozen=True, slots=True)
class Comparada:
    """A hearing that was held. Its populations are never added: counted in person and on line, registered, at the peak.

    `preguntas` are all of them; `respuesta`, what is counted of those that ask for an answer of their own.
    """

    audiencia: r.Audiencia
    aprobada: bool
    presenciales: int
    virtuales: int
    registradas: int
    pico: int | None
    preguntas: int
    respuesta: Indicadores
    satisfaccion: Satisfaccion | None
    compromisos: Cuenta

    @property
    def satisfechos(self) -> Fraction | None:
        """Of those who answered; None when nobody was asked, or they are too few to be told."""
        como = self.satisfaccion
        return Fraction(como.favorables, como.base) if como and como.favorables is not None else None

    @property
    def cumplidos(self) -> Fraction | None:
        """Commitments met, of those that were not handed over; None when the hearing made none."""
        propios = self.compromisos.todos - self.compromisos.trasladados
        return Fraction(self.compromisos.cumplidos, propios) if propios else None


def comparadas_al(
    archivo: r.Archivo, corte: date, calendario: Calendario = LEY, plan: str | None = None
) -> tuple[Comparada, ...]:
    """The hearings held by the end of a day, the first one first; with `plan`, those of that plan."""
    suyas = [
        una
        for una in vigentes(archivo.audiencias)
        if una.fecha and primer_dia(una.fecha) <= corte and una.estado != "cancelada"
        if plan is None or una.plan == plan
    ]
    suyas.sort(key=lambda una: una.fecha or "")
    return tuple(_comparada(archivo, una, corte, calendario) for una in suyas)


def _comparada(archivo: r.Archivo, una: r.Audiencia, corte: date, calendario: Calendario) -> Comparada:
    sola = replace(archivo, audiencias=(una,), planes=())
    return Comparada(
        audiencia=una,
        aprobada=una.acta is not None and una.acta.estado in _APROBADAS,
        presenciales=contados(una.asistencia, "presencial"),
        virtuales=contados(una.asistencia, "virtual"),
        registradas=len(vigentes(una.asistentes)),
        pico=espectadores_maximos(una.metricas_virtuales),
        preguntas=len(vigentes(una.preguntas)),
        respuesta=indicadores(atenciones_al((una,), corte, calendario)),
        satisfaccion=satisfaccion(una.encuestas),
        compromisos=cuenta(adquiridos_al(sola, corte, calendario)),
    )
