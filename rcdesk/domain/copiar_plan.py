"""A plan made from that of another year: what was to be done, and nothing of what was done."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import nombre_corto
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.plazos import Calendario, dia_exacto, es_habil

_UN_DIA = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FechaCorrida:
    """A date that did not fall on a business day of the new year, and the day where it was put."""

    actividad: str
    era: str
    queda: str


@dataclass(frozen=True, slots=True)
class Copia:
    """A plan for another year, and the dates that could not fall on the same day."""

    plan: r.Plan
    corridas: tuple[FechaCorrida, ...]


def anio_de(plan: r.Plan) -> int | None:
    """The year of a plan: the one that it says, otherwise the one in which it begins."""
    if plan.vigencia is not None:
        return plan.vigencia
    return int(plan.desde[:4]) if plan.desde else None


def copiar(plan: r.Plan, anios: int, calendario: Calendario) -> Copia:
    """The same plan so many years later: activities, goals, dates, periods and who answers, without any advance.

    Dates keep their day and month if it is a business day, otherwise they fall on the next one of that month (on the
    last one when there is none after). The year of the plan is the new one also in its names.
    """
    hasta = _Hasta(plan, anios, calendario)
    nuevo = r.Plan(
        codigo=plan.codigo,
        nombre=hasta.texto(plan.nombre),
        tipo=plan.tipo,
        vigencia=plan.vigencia + anios if plan.vigencia is not None else None,
        desde=hasta.mismo_dia(plan.desde),
        hasta=hasta.mismo_dia(plan.hasta),
        dependencia=plan.dependencia,
        objetivo=hasta.texto(plan.objetivo) if plan.objetivo else None,
        retos=plan.retos,
        grupos_de_valor=plan.grupos_de_valor,
        equipo=tuple(r.Firmante(nombre=u.nombre, cargo=u.cargo, dependencia=u.dependencia) for u in plan.equipo),
        sin_tope=plan.sin_tope,
        autodiagnostico=_sin_puntaje(plan.autodiagnostico),
        narrativa=tuple(map(_seccion, plan.narrativa)),
        componentes=tuple(map(hasta.componente, plan.componentes)),
    )
    return Copia(nuevo, tuple(hasta.corridas))


class _Hasta:
    """Carries each part of a plan to its new year, and notes the dates that had to move."""

    def __init__(self, plan: r.Plan, anios: int, calendario: Calendario) -> None:
        self.corridas: list[FechaCorrida] = []
        self._anios, self._calendario = anios, calendario
        self._anio, self._codigo = plan.vigencia, plan.codigo

    def texto(self, texto: str) -> str:
        """The year of the plan, where it stands alone, is the new one; «2024-2027» stays."""
        if self._anio is None:
            return texto
        alone = rf"(?<![\d-]){self._anio}(?!\s*[-–]\s*\d|\d)"
        return re.sub(alone, str(self._anio + self._anios), texto)

    def componente(self, uno: r.Componente) -> r.Componente:
        """A stage with its activities."""
        return replace(
            uno,
            id=None,
            actualizado=None,
            declarado=(),
            inferidos=(),
            nombre=self.texto(uno.nombre),
            notas=(),
            actividades=tuple(map(self._actividad, vigentes(uno.actividades))),
        )

    def mismo_dia(self, fecha: r.Fecha | None) -> r.Fecha | None:
        """A date in its new year, whatever day it falls on; the 29th of February, where there is none, the 28th."""
        ahora = self._en_su_anio(fecha) if fecha else None
        if ahora is None:
            return None
        return r.Fecha(f"{ahora[:8]}28" if ahora[4:] == "-02-29" and not isleap(int(ahora[:4])) else ahora)

    def _habil(self, fecha: r.Fecha | None, actividad: str, ocupados: Collection[str] = ()) -> r.Fecha | None:
        """A date of an activity in its new year, on a business day that none of its other dates has."""
        ahora = self.mismo_dia(fecha)
        dia = dia_exacto(ahora)
        if dia is None:
            return ahora
        queda = r.Fecha(_habil(dia, self._calendario, ocupados))
        if queda != ahora:
            self.corridas.append(FechaCorrida(actividad, dia.isoformat(), queda))
        return queda

    def _actividad(self, una: r.Actividad) -> r.Actividad:
        nombre = nombre_corto(una)
        fechas: list[r.Fecha] = []
        for fecha in sorted(una.fechas):
            nueva = self._habil(fecha, nombre, fechas)
            if nueva is not None and nueva not in fechas:
                fechas.append(nueva)
        return replace(
            una,
            id=None,
            actualizado=None,
            declarado=(),
            inferidos=(),
            nombre=self.texto(una.nombre) if una.nombre else None,
            desde=self._habil(una.desde, nombre),
            hasta=self._habil(una.hasta, nombre),
            fechas=tuple(sorted(fechas)),
            aporta_a=una.aporta_a.removeprefix(f"{self._codigo}/") if una.aporta_a else None,
            programacion=tuple(self._programacion(una)),
        )

    def _programacion(self, una: r.Actividad) -> Iterator[r.Programacion]:
        for uno in una.programacion:
            periodo = self._en_su_anio(uno.periodo)
            if uno.programado is not None and periodo is not None:
                yield r.Programacion(periodo=r.Periodo(periodo), programado=uno.programado)

    def _en_su_anio(self, fecha: str) -> str | None:
        """A date or a period so many years later; None beyond the years that a calendar has."""
        anio = int(fecha[:4]) + self._anios
        return f"{anio:04}{fecha[4:]}" if MINYEAR <= anio <= MAXYEAR else None


def _habil(dia: date, calendario: Calendario, ocupados: Collection[str]) -> str:
    """The day, or the next business day of its month that no other date has; without any, the last business day."""
    for paso in (_UN_DIA, -_UN_DIA):
        otro = dia
        while otro.month == dia.month:
            if es_habil(otro, calendario) and otro.isoformat() not in ocupados:
                return otro.isoformat()
            if otro in (date.min, date.max):
                break
            otro += paso
    return dia.isoformat()


def _sin_puntaje(uno: r.Autodiagnostico | None) -> r.Autodiagnostico | None:
    """The instrument that is applied each year, before it is."""
    return r.Autodiagnostico(instrumento=uno.instrumento, maximo=uno.maximo) if uno is not None else None


def _seccion(una: r.Seccion) -> r.Seccion:
    return replace(
        una,
        id=None,
        actualizado=None,
        declarado=(),
        inferidos=(),
        secciones=tuple(map(_seccion, una.secciones)),
    )
