"""Plans: making one, from a template or from nothing, correcting it, withdrawing it; the list to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, select

from rcdesk.domain import orden, planes
from rcdesk.domain import registro as r
from rcdesk.domain.campos import leer
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.copiar_plan import FechaCorrida
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import motivo_escrito
from rcdesk.domain.registro.planes import TipoPlan
from rcdesk.exchange.text import decode_text
from rcdesk.resources import resource
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action
from rcdesk.work.citas import recitar_plan
from rcdesk.work.plantar import plantar

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


@dataclass(frozen=True, slots=True)
class Anticipo:
    """What a new plan will bring: its name, its stages with how many activities each, and the dates that moved."""

    nombre: str
    componentes: tuple[tuple[str, int], ...]
    corridas: tuple[FechaCorrida, ...] = ()

    @property
    def actividades(self) -> int:
        """How many activities come in all."""
        return sum(count for _, count in self.componentes)


PLANTILLAS: Final = ("estrategia", "paac", "ptep", "participacion", "estrategico")
"""The templates of a plan, in the order in which they are offered."""


@cache
def plantilla(nombre: str) -> r.Plan:
    """A plan to begin with: stages and usual activities, without dates nor anyone who answers for them."""
    text = resource("templates", f"plan_{nombre}.json").read_text("utf-8")
    found: r.Plan = decode_text(r.Plan, text)
    return found


@action("Crear plan")
def crear_plan(unit: Unit, *, valores: Mapping[str, object], modelo: str = "") -> str:
    """Add a plan, with what the template `modelo` has if one is named, and return its key."""
    plan = plantilla(modelo) if modelo else r.Plan(codigo="", nombre="", tipo="otro")
    return sembrar(unit, plan, valores)


def sembrar(unit: Unit, plan: r.Plan, valores: Mapping[str, object]) -> str:
    """Write a plan that the base does not have, with these values in the place of its own, and return its key."""
    row = _leidos(valores)
    planes.revisar(row, _codigos(unit))
    place = orden.despues_de(unit.last_order("planes"))
    filled = {campo: valor for campo, valor in row.items() if valor not in (None, ())}
    return plantar(unit, "planes", replace(plan, **filled), {"orden": place})


@action("Editar plan", merges=True)
def corregir_plan(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of a plan; a new code is written too where others name it. `seen` as on screen."""
    unit.check_seen("planes", id, seen or {})
    before = unit.connection.execute(select(*_SHOWN).where(_P.id == id)).one_or_none()
    if before is None:
        raise RuleError(GONE)
    row = _leidos(valores)
    planes.revisar({**before._mapping, **row}, _codigos(unit) - {before.codigo})
    unit.update("planes", id, **row)
    if row.get("codigo", before.codigo) != before.codigo:
        recitar_plan(unit, before.codigo, row["codigo"])


@action("Retirar plan")
def retirar_plan(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw a plan made by mistake, with the reason; a plan that a hearing names stays."""
    why = motivo_escrito(motivo, "se retira")
    named = select(_A.codigo).join(JOURNALED["planes"], _P.codigo == _A.plan)
    hearing = unit.connection.scalar(named.where(_P.id == id, _A.anulada_motivo.is_(None)).limit(1))
    if hearing is not None:
        raise RuleError(f"La audiencia «{hearing}» hace parte de este plan. Cámbielo primero en sus datos.")
    unit.withdraw("planes", id, why)


def anticipar(plan: r.Plan, corridas: tuple[FechaCorrida, ...] = ()) -> Anticipo:
    """Say what a plan brings."""
    stages = tuple((uno.nombre, len(vigentes(uno.actividades))) for uno in plan.componentes)
    return Anticipo(plan.nombre, stages, corridas)


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
