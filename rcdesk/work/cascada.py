"""The cascade: what each row of a plan contributes to, and which rows of any plan contribute to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from rcdesk.domain import indicadores
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import nombre_corto, pares
from rcdesk.domain.seguimiento import actividad_al
from rcdesk.domain.situacion import por_ciento_hecho
from rcdesk.store.schema import JOURNALED
from rcdesk.work.gather import reunir_registros

_A, _C, _P = JOURNALED["actividades"].c, JOURNALED["componentes"].c, JOURNALED["planes"].c


@dataclass(frozen=True, slots=True)
class AporteRow:
    """A row of any plan that contributes to another; `porcentaje` is what it has done of what it programmed."""

    id: str
    plan_id: str
    plan: str
    cita: str
    a_que: str
    numero: str
    titulo: str
    responsables: tuple[str, ...]
    porcentaje: int | None


@dataclass(frozen=True, slots=True)
class OpcionRow:
    """A row that may be contributed to: how it is cited, and what it is called."""

    cita: str
    titulo: str


def listar_aportes(connection: Connection, *, corte: str) -> list[AporteRow]:
    """Return every row that contributes to another, as it stood on `corte`, in the order of their plans."""
    query = _filas(_P.id.label("plan_id"), _P.codigo, _P.nombre.label("plan"), _A.id).where(_A.aporta_a.is_not(None))
    found = connection.execute(query).all()
    whole = {str(one.id): one for one in reunir_registros(connection, "actividades", [row.id for row in found])}
    day = date.fromisoformat(corte)
    return [_aporte(row, actividad_al(whole[row.id], day)) for row in found]


def listar_opciones(connection: Connection, *, plan_id: str) -> list[OpcionRow]:
    """Return the rows that one of the plan may contribute to: strategic plans first; its own, after their like."""
    columns = (_P.codigo.label("plan"), _P.nombre.label("nombre_plan"), _P.id.label("plan_id"), _P.tipo)
    query = _filas(*columns, _A.codigo, _A.nombre, _A.indicador_codigo, _A.indicador_nombre, _A.meta_nombre)
    rows = [
        (row.tipo != "estrategico", row.plan_id == plan_id, place, row)
        for place, row in enumerate(connection.execute(query))
    ]
    found: dict[str, OpcionRow] = {}
    for _, _, _, row in sorted(rows, key=lambda one: one[:3]):
        name = row.codigo or row.indicador_codigo or row.nombre or ""
        called = row.nombre or row.indicador_nombre or row.meta_nombre or name
        words = called if called == name else f"{name}  {called}"
        found.setdefault(f"{row.plan}/{name}", OpcionRow(f"{row.plan}/{name}", f"{words}  ·  {row.nombre_plan}"))
    return list(found.values())


def _filas(*columns: Any) -> Any:
    return (
        select(*columns)
        .join(JOURNALED["componentes"], _C.id == _A.componente_id)
        .join(JOURNALED["planes"], _P.id == _C.plan_id)
        .where(_A.anulada_motivo.is_(None), _C.anulada_motivo.is_(None), _P.anulada_motivo.is_(None))
        .order_by(_P.vigencia.desc().nulls_first(), _P.orden, _C.orden, _A.orden)
    )


def _aporte(row: Any, fila: r.Actividad) -> AporteRow:
    done = pares((fila,))
    planned, reached = sum(one.programado for one in done), sum(one.ejecutado for one in done)
    return AporteRow(
        id=str(fila.id),
        plan_id=row.plan_id,
        plan=row.plan,
        cita=f"{row.codigo}/{nombre_corto(fila)}",
        a_que=indicadores.cita(row.codigo, fila.aporta_a) or "",
        numero=fila.codigo or "",
        titulo=indicadores.titulo(fila),
        responsables=fila.responsables,
        porcentaje=por_ciento_hecho(planned, reached, fila.agregacion),
    )
