"""Plans: making one, with the stages of the MURC if wanted, correcting it, withdrawing it; the list to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, select

from rcdesk.domain import orden, planes
from rcdesk.domain import registro as r
from rcdesk.domain.campos import leer
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro.planes import TipoPlan
from rcdesk.store.records import to_row
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action

_P, _A = JOURNALED["planes"].c, JOURNALED["audiencias"].c


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in the list, with what its form shows."""

    id: str
    codigo: str
    nombre: str
    tipo: TipoPlan
    vigencia: int | None
    desde: str | None
    hasta: str | None
    corte: str | None
    dependencia: str | None
    objetivo: str | None


@action("Crear plan")
def crear_plan(unit: Unit, *, valores: Mapping[str, object], etapas_del_murc: bool = False) -> str:
    """Add a plan, with the five stages of the MURC if asked, and return its key."""
    row = _leidos(valores)
    planes.revisar(row, _codigos(unit))
    row["orden"] = orden.despues_de(unit.last_order("planes"))
    key = unit.insert("planes", [row])[0]
    if etapas_del_murc:
        stages = planes.etapas_del_murc()
        keys = orden.repartidas(len(stages))
        rows = [_fila(stage) | {"plan_id": key, "orden": place} for stage, place in zip(stages, keys, strict=True)]
        unit.insert("componentes", rows)
    return key


@action("Editar plan", merges=True)
def corregir_plan(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of a plan; a new code is written too in the hearings that name it. `seen` as on screen."""
    unit.check_seen("planes", id, seen or {})
    before = unit.connection.execute(select(*_SHOWN).where(_P.id == id)).one_or_none()
    if before is None:
        raise RuleError(GONE)
    row = _leidos(valores)
    planes.revisar({**before._mapping, **row}, _codigos(unit) - {before.codigo})
    unit.update("planes", id, **row)
    if row.get("codigo", before.codigo) != before.codigo:
        for hearing in unit.connection.scalars(select(_A.id).where(_A.plan == before.codigo)).all():
            unit.update("audiencias", hearing, plan=row["codigo"])


@action("Retirar plan")
def retirar_plan(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw a plan made by mistake, with the reason; a plan that a hearing names stays."""
    if not motivo.strip():
        raise RuleError("Escriba por qué se retira.", field="motivo")
    named = select(_A.codigo).join(JOURNALED["planes"], _P.codigo == _A.plan)
    hearing = unit.connection.scalar(named.where(_P.id == id, _A.anulada_motivo.is_(None)).limit(1))
    if hearing is not None:
        raise RuleError(f"La audiencia «{hearing}» hace parte de este plan. Cámbielo primero en sus datos.")
    unit.update("planes", id, anulada_motivo=motivo.strip(), anulada_cuando=unit.clock(), anulada_quien=unit.quien)


def listar_planes(connection: Connection) -> list[PlanRow]:
    """Return the plans, the latest year first."""
    query = select(*_SHOWN).where(_P.anulada_motivo.is_(None)).order_by(_P.vigencia.desc().nulls_last(), _P.orden)
    return [PlanRow(**row._mapping) for row in connection.execute(query)]


def proponer_codigo_de_plan(connection: Connection, *, tipo: TipoPlan, vigencia: int) -> str:
    """Return a code that no plan has: estrategia-rdc-2026."""
    return planes.proponer_codigo(tipo, vigencia, frozenset(connection.scalars(select(_P.codigo))))


_SHOWN = [_P[field.name] for field in fields(PlanRow)]


def _leidos(valores: Mapping[str, object]) -> dict[str, Any]:
    return {campo: leer(r.Plan, campo, valor) for campo, valor in valores.items()}


def _codigos(unit: Unit) -> frozenset[str]:
    return frozenset(unit.connection.scalars(select(_P.codigo)))


def _fila(stage: r.Componente) -> dict[str, Any]:
    return {column: value for column, value in to_row("componentes", stage).items() if value not in (None, ())}
