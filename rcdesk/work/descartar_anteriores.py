"""Leaving an earlier commitment out of an acta, with its reason, and telling it again."""

from __future__ import annotations

from sqlalchemy import Connection, select

from rcdesk.domain import orden
from rcdesk.domain.compromisos_anteriores import DESCARTE, lugar
from rcdesk.domain.errors import RuleError
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action


@action("Dejar un compromiso anterior fuera del acta")
def dejar_fuera(unit: Unit, *, audiencia_id: str, compromiso_id: str, motivo: str) -> None:
    """Say why the acta of a hearing leaves out an earlier commitment, which goes on as it was."""
    if not motivo.strip():
        raise RuleError("Escriba por qué no va en esta acta.", field="motivo")
    donde = _lugar(unit.connection, audiencia_id, compromiso_id)
    if _descartes(unit.connection, audiencia_id, donde):
        raise RuleError("Ese compromiso ya está fuera de esta acta.")
    unit.audiencia_id = audiencia_id
    place = orden.despues_de(unit.last_order("hallazgos_descartados", audiencia_id=audiencia_id))
    said = {"motivo": motivo.strip(), "fecha": unit.clock(), "persona": unit.quien}
    row = {"audiencia_id": audiencia_id, "orden": place, "codigo": DESCARTE, "donde": donde}
    unit.insert("hallazgos_descartados", [row | said])


@action("Volver a traer un compromiso anterior")
def volver_a_traer(unit: Unit, *, audiencia_id: str, compromiso_id: str) -> None:
    """Tell again in the acta an earlier commitment that was left out."""
    found = _descartes(unit.connection, audiencia_id, _lugar(unit.connection, audiencia_id, compromiso_id))
    if not found:
        raise RuleError("Ese compromiso ya está en esta acta.")
    unit.audiencia_id = audiencia_id
    for id in found:
        unit.update(
            "hallazgos_descartados",
            id,
            anulada_motivo="se vuelve a traer",
            anulada_cuando=unit.clock(),
            anulada_quien=unit.quien,
        )


def _lugar(connection: Connection, audiencia_id: str, compromiso_id: str) -> str:
    """Where an earlier commitment is told. RuleError when it is gone."""
    c = JOURNALED["compromisos"].c
    found = connection.execute(
        select(c.codigo, c.audiencia_id, c.plan_id).where(c.id == compromiso_id, c.anulada_motivo.is_(None))
    ).one_or_none()
    if found is None or found.audiencia_id == audiencia_id:
        raise RuleError("Ese compromiso ya no está entre los anteriores.")
    table = JOURNALED["audiencias" if found.audiencia_id else "planes"].c
    place = connection.scalar(select(table.codigo).where(table.id == (found.audiencia_id or found.plan_id)))
    return lugar(place or "", found.codigo or compromiso_id)


def _descartes(connection: Connection, audiencia_id: str, donde: str) -> list[str]:
    c = JOURNALED["hallazgos_descartados"].c
    mine = (c.audiencia_id == audiencia_id, c.codigo == DESCARTE, c.donde == donde, c.anulada_motivo.is_(None))
    return list(connection.scalars(select(c.id).where(*mine)))
