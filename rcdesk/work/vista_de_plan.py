"""A plan as it stood on a day, for its views, and one of its activities whole, for what is beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import Any, Final, Literal, assert_never

from sqlalchemy import Connection, select

from rcdesk.domain import registro as r
from rcdesk.domain.avances_de_actividad import explicacion
from rcdesk.domain.cifras.plan import promedio_de_avances, sumas
from rcdesk.domain.cifras.redondeo import exacto, porcentaje
from rcdesk.domain.periodos import ultimo_dia
from rcdesk.domain.plazos import Calendario
from rcdesk.domain.registro.planes import Agregacion, ClaseComponente, Etapa
from rcdesk.domain.seguimiento import dias_de_plazo
from rcdesk.domain.situacion import Dia, Situacion, Tramo, dia_de, por_ciento_hecho
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.uncollected import uncollected
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.filas_de_plan import ActividadRow, Fila, Filas, leer_filas
from rcdesk.work.gather import reunir_registro, reunir_registros
from rcdesk.work.hallazgos_de_plan import HallazgoRow, abiertos, hallazgos_de

_C, _T, _S = JOURNALED["componentes"].c, JOURNALED["programaciones"].c, JOURNALED["seguimientos"].c
_P = JOURNALED["planes"].c

Filtro = Literal["todas", "vencidas", "proximas", "anuladas"]
"""Which activities are listed: all, overdue, due within `PRONTO` days, or withdrawn."""

PRONTO: Final = 30
"""Days before a date in which it is said to be near."""


@dataclass(frozen=True, slots=True)
class EtapaRow:
    """A stage with the activities that are listed; `total` and `vencidas` count all it has."""

    id: str
    nombre: str
    clase: ClaseComponente | None
    etapas: tuple[Etapa, ...]
    dependencia: str | None
    actividades: Filas
    claves: tuple[str, ...]
    """The keys of `actividades`."""
    total: int
    vencidas: int


@dataclass(frozen=True, slots=True)
class CronogramaView:
    """A plan as it stood on a day. The figures are those of `rcdesk resumen`, over the whole plan."""

    etapas: tuple[EtapaRow, ...]
    actividades: int
    situaciones: Mapping[Situacion, int]
    responsables: tuple[str, ...]
    """Everyone who answers for an activity, in alphabetical order."""
    sugeridos: tuple[str, ...]
    """The same, and the offices of the entity."""
    sin_tope: bool
    """Whether the plan says that what was done beyond what was programmed counts."""
    programado: str | None
    ejecutado: str | None
    cumplimiento: str | None
    cumplimiento_acotado: str | None
    avance_promedio: str | None
    """The last five are None when nothing was reported of what they measure."""


NADA: Final = CronogramaView((), 0, {}, (), (), False, None, None, None, None, None)
"""What is seen of a plan that was not read."""


@dataclass(frozen=True, slots=True)
class AvanceRow:
    """What somebody said of a period: how much was done until `corte`. `retirado` is why it was withdrawn."""

    id: str
    corte: str | None
    avance: str | None
    texto: str | None
    autor: str | None
    evidencias: tuple[r.Evidencia, ...]
    retirado: str | None


@dataclass(frozen=True, slots=True)
class PeriodoRow:
    """What was programmed and done in a period until the day, with its advances, the latest first.

    `exceso` says why more than programmed was done («sin explicación» while nobody does); None when it was not more.
    """

    id: str
    periodo: str
    programado: str | None
    ejecutado: str | None
    porcentaje: int | None
    corte: str | None
    justificacion: str | None
    exceso: str | None
    evidencias: tuple[r.Evidencia, ...]
    avances: tuple[AvanceRow, ...]

    @property
    def probado(self) -> bool:
        """Whether anything proves what was done."""
        return bool(self.evidencias) or any(one.evidencias for one in self.avances if one.retirado is None)


@dataclass(frozen=True, slots=True)
class ActividadVista:
    """One activity whole. `dias` are the business days to what is due next: negative, those it is late."""

    fila: ActividadRow
    dias: int | None
    periodos: tuple[PeriodoRow, ...]
    avisos: tuple[HallazgoRow, ...] = ()
    """What the reviewer of plans finds in it alone, each under its field; what was dismissed is told no more."""


@uncollected()
def ver_cronograma(
    connection: Connection, *, plan_id: str, corte: str, filtro: Filtro = "todas", responsable: str = ""
) -> CronogramaView | None:
    """Return a plan as it stood on `corte` (AAAA-MM-DD); None when it is gone."""
    own = connection.execute(select(_P.sin_tope).where(_P.id == plan_id, _P.anulada_motivo.is_(None))).one_or_none()
    if own is None:
        return None
    dia = dia_de(date.fromisoformat(corte), leer_calendario(connection))
    filas = leer_filas(connection, dia, plan_id=plan_id)
    standing = [fila for fila in filas if fila.anulada is None]
    listed = [fila for fila in filas if _entra(fila, filtro, responsable, dia)]
    named = {who for names in {fila.responsables for fila in standing} for who in names}
    return CronogramaView(
        etapas=_etapas(connection, plan_id, listed, standing, dia),
        actividades=len(standing),
        situaciones=Counter(fila.situada.situacion for fila in standing),
        responsables=_en_orden(named),
        sugeridos=_en_orden(named | _dependencias(connection)),
        sin_tope=bool(own.sin_tope),
        **_cifras(standing),
    )


def ver_actividad(connection: Connection, *, id: str, corte: str) -> ActividadVista | None:
    """Return an activity as it stood on a day; None when it is gone."""
    calendario = leer_calendario(connection)
    dia = dia_de(date.fromisoformat(corte), calendario)
    filas = Filas(leer_filas(connection, dia, actividad_id=id), dia)
    if not filas:
        return None
    due = filas[0].proxima
    left = dias_de_plazo(date.fromisoformat(corte), date.fromisoformat(due), calendario) if due else None
    periods = _periodos(connection, id, filas.filas[0], corte)
    return ActividadVista(filas[0], left, periods, _avisos(connection, filas[0], calendario))


def _avisos(connection: Connection, fila: ActividadRow, calendario: Calendario) -> tuple[HallazgoRow, ...]:
    plan = next(iter(reunir_registros(connection, "planes", [fila.plan_id], under={"hallazgos_descartados"})), None)
    own: r.Actividad | None = reunir_registro(connection, "actividades", fila.id)
    if plan is None or own is None or fila.anulada is not None:
        return ()
    alone = replace(plan, componentes=(r.Componente(id=r.Id(fila.componente_id), nombre="", actividades=(own,)),))
    return abiertos(hallazgos_de(alone, calendario), fila.id)


def _etapas(
    connection: Connection, plan_id: str, listed: Iterable[Fila], standing: Iterable[Fila], dia: Dia
) -> tuple[EtapaRow, ...]:
    shown: dict[str, list[Fila]] = {}
    for fila in listed:
        shown.setdefault(fila.componente_id, []).append(fila)
    total = Counter(fila.componente_id for fila in standing)
    late = Counter(fila.componente_id for fila in standing if fila.situada.situacion == "vencida")
    query = select(_C.id, _C.nombre, _C.clase, _C.etapas, _C.dependencia).where(
        _C.plan_id == plan_id, _C.anulada_motivo.is_(None)
    )
    return tuple(
        EtapaRow(
            row.id,
            row.nombre,
            row.clase,
            row.etapas or (),
            row.dependencia,
            Filas(mine := shown.get(row.id, []), dia),
            tuple(fila.id for fila in mine),
            total[row.id],
            late[row.id],
        )
        for row in connection.execute(query.order_by(_C.orden, _C.id))
    )


def _cifras(filas: Sequence[Fila]) -> dict[str, Any]:
    pares = [
        (uno.programado, uno.ejecutado)
        for fila in filas
        for uno in fila.debida.tramos
        if uno.programado is not None and uno.ejecutado is not None
    ]
    programado, ejecutado, acotado = sumas(pares)
    sueltos = [
        uno.ejecutado
        for fila in filas
        for uno in fila.debida.tramos
        if uno.programado is None and uno.ejecutado is not None
    ]
    return {
        "programado": exacto(programado) if pares else None,
        "ejecutado": exacto(ejecutado) if pares else None,
        "cumplimiento": porcentaje(ejecutado, programado, 2) if programado else None,
        "cumplimiento_acotado": porcentaje(acotado, programado, 2) if programado else None,
        "avance_promedio": promedio_de_avances(sueltos) if sueltos else None,
    }


def _periodos(connection: Connection, actividad_id: str, fila: Fila, corte: str) -> tuple[PeriodoRow, ...]:
    query = select(_T.id, _T.corte, _T.justificacion, _T.evidencias).where(
        _T.actividad_id == actividad_id, _T.anulada_motivo.is_(None)
    )
    rows = connection.execute(query.order_by(_T.orden, _T.id)).all()
    said = _avances(connection, [row.id for row in rows], corte)
    found = []
    for row, uno in zip(rows, fila.debida.tramos, strict=True):
        mine = said.get(row.id, [])
        standing = [one.corte for one in mine if one.retirado is None and one.avance is not None]
        programado = None if uno.programado is None else r.Cantidad(_escrito(uno.programado))
        ejecutado = None if uno.ejecutado is None else r.Cantidad(_escrito(uno.ejecutado))
        mas = (ejecutado, programado) if fila.debida.agregacion == "decreciente" else (programado, ejecutado)
        found.append(
            PeriodoRow(
                row.id,
                uno.periodo,
                programado,
                ejecutado,
                _hecho(uno, fila.debida.agregacion),
                standing[0] if standing else row.corte,
                row.justificacion,
                explicacion(*mas, row.justificacion),
                row.evidencias or (),
                tuple(mine),
            )
        )
    return tuple(found)


def _hecho(uno: Tramo, agregacion: Agregacion | None) -> int | None:
    if uno.programado is None or uno.ejecutado is None:
        return None
    return por_ciento_hecho(uno.programado, uno.ejecutado, agregacion)


def _avances(connection: Connection, periodos: Sequence[str], corte: str) -> dict[str, list[AvanceRow]]:
    query = (
        select(_S.id, _S.programacion_id, _S.corte, _S.avance, _S.texto, _S.autor, _S.evidencias, _S.anulada_motivo)
        .where(_S.programacion_id.in_(periodos))
        .order_by(_S.orden.desc(), _S.id.desc())
    )
    days = [(ultimo_dia(row.corte).isoformat() if row.corte else "", row) for row in connection.execute(query)]
    found: dict[str, list[AvanceRow]] = {}
    for day, row in sorted(days, key=itemgetter(0), reverse=True):
        if day <= corte:
            one = AvanceRow(
                row.id, row.corte, row.avance, row.texto, row.autor, row.evidencias or (), row.anulada_motivo
            )
            found.setdefault(row.programacion_id, []).append(one)
    return found


def _escrito(valor: Any) -> str:
    """A quantity as the format writes it: every decimal it has, and no fraction."""
    return f"{Decimal(valor.numerator) / Decimal(valor.denominator):f}"


def _entra(fila: Fila, filtro: Filtro, responsable: str, dia: Dia) -> bool:
    if responsable and responsable not in fila.responsables:
        return False
    match filtro:
        case "todas":
            return fila.anulada is None
        case "vencidas":
            return fila.anulada is None and fila.situada.situacion == "vencida"
        case "proximas":
            due = fila.situada.proxima
            days = (date.fromisoformat(due) - date.fromisoformat(dia.hoy)).days if due else -1
            return fila.anulada is None and 0 <= days <= PRONTO
        case "anuladas":
            return fila.anulada is not None
        case _:
            assert_never(filtro)


def _dependencias(connection: Connection) -> set[str]:
    offices = JOURNALED["dependencias"].c
    return set(connection.scalars(select(offices.nombre).where(offices.anulada_motivo.is_(None))))


def _en_orden(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=sin_tildes))
