"""The activities of a plan: adding, correcting, moving and withdrawing them.

Stages are plain lines: `lineas` adds, corrects, moves and withdraws them (table `componentes`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, select

from rcdesk.domain import cronograma, orden
from rcdesk.domain.cronograma import Actividad
from rcdesk.domain.errors import RuleError
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action
from rcdesk.work.citas import recitar_fila

_A, _C, _P = JOURNALED["actividades"].c, JOURNALED["componentes"].c, JOURNALED["planes"].c


@action("Agregar actividad")
def agregar_actividad(unit: Unit, *, componente_id: str, nombre: str) -> str:
    """Add an activity at the end of a stage, numbered if the others are, and return its key."""
    actividad = Actividad(
        componente_id=componente_id,
        orden=orden.despues_de(unit.last_order("actividades", componente_id=componente_id)),
        codigo=_numero(unit, componente_id),
    )
    actividad.corregir({"nombre": nombre})
    return unit.add(actividad)


@action("Corregir actividad", merges=True)
def corregir_actividad(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of an activity; `seen` are the values that the person had on screen.

    Who contributes to it by its name goes on contributing to it by the new one.
    """
    actividad = unit.get(Actividad, id, seen=seen)
    era = _como_se_cita(actividad)
    actividad.corregir(valores)
    es = _como_se_cita(actividad)
    if era and es and era != es:
        query = select(_P.id, _P.codigo).join(JOURNALED["componentes"], _C.plan_id == _P.id)
        plan = unit.connection.execute(query.where(_C.id == actividad.componente_id)).one()
        recitar_fila(unit, plan.id, plan.codigo, era, es)


def _como_se_cita(actividad: Actividad) -> str:
    """How others name it, as `cifras.plan.nombre_corto` does."""
    return actividad.codigo or actividad.indicador_codigo or actividad.nombre or ""


@action("Mover actividad")
def mover_actividad(unit: Unit, *, id: str, pasos: int) -> bool:
    """Move an activity up (negative) or down inside its stage; say whether there was where to go."""
    return _mover(unit, "actividades", _A.componente_id, id, pasos)


@action("Mover etapa")
def mover_etapa(unit: Unit, *, id: str, pasos: int) -> bool:
    """Move a stage up (negative) or down in its plan; say whether there was where to go."""
    return _mover(unit, "componentes", _C.plan_id, id, pasos)


@action("Cambiar de etapa")
def cambiar_de_etapa(unit: Unit, *, id: str, componente_id: str) -> None:
    """Move an activity to the end of another stage; its number stays."""
    _etapa(unit, componente_id)
    actividad = unit.get(Actividad, id)
    if actividad.componente_id != componente_id:
        actividad.componente_id = componente_id
        actividad.orden = orden.despues_de(unit.last_order("actividades", componente_id=componente_id))


@action("Anular actividad")
def anular_actividad(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw an activity; it stays in the base with the reason, and counts in no figure."""
    unit.get(Actividad, id).anular(motivo, cuando=unit.clock(), quien=unit.quien)


@action("Restaurar actividad")
def restaurar_actividad(unit: Unit, *, id: str) -> None:
    """Take back that an activity was withdrawn."""
    unit.get(Actividad, id).restaurar()


def _mover(unit: Unit, table: str, parent: Column[Any], id: str, pasos: int) -> bool:
    """Move a row among those of its parent that were not withdrawn."""
    c = JOURNALED[table].c
    mine = parent == select(parent).where(c.id == id).scalar_subquery()
    query = select(c.id, c.orden).where(mine, c.anulada_motivo.is_(None)).order_by(c.orden, c.id)
    rows = unit.connection.execute(query).all()
    here = next((place for place, row in enumerate(rows) if row.id == id), None)
    if here is None:
        raise RuleError(GONE)
    keys = [row.orden for row in rows]
    del keys[here]
    place = min(max(here + pasos, 0), len(keys))
    if place == here:
        return False
    before, after = keys[place - 1] if place else "", keys[place] if place < len(keys) else ""
    unit.update(table, id, orden=orden.entre(before, after))
    return True


def _etapa(unit: Unit, componente_id: str) -> Any:
    row = unit.connection.execute(select(JOURNALED["componentes"]).where(_C.id == componente_id)).one_or_none()
    if row is None or row.anulada_motivo is not None:
        raise RuleError("La etapa ya no está en el plan.")
    return row


def _numero(unit: Unit, componente_id: str) -> str | None:
    """The number of a new activity of a stage, after those that its plan has."""
    plan = _etapa(unit, componente_id).plan_id
    stages = select(_C.id).where(_C.plan_id == plan, _C.anulada_motivo.is_(None)).order_by(_C.orden, _C.id)
    places = list(unit.connection.scalars(stages))
    query = select(_A.componente_id, _A.codigo).where(_A.componente_id.in_(places)).order_by(_A.orden)
    found = unit.connection.execute(query).all()
    hermanas = [row.codigo for row in found if row.componente_id == componente_id]
    return cronograma.proponer_numero(places.index(componente_id) + 1, hermanas, [row.codigo for row in found])
