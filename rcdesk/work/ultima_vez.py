"""What was left for the hearing that is being prepared: what is still owed, what went badly, what was learnt."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from rcdesk.store.schema import JOURNALED
from rcdesk.work.anteriores_del_acta import AnteriorRow, listar_anteriores
from rcdesk.work.aprendizajes import AprendizajeRow, listar_aprendizajes
from rcdesk.work.compromisos_anteriores import Previa
from rcdesk.work.dofa import EJES

_F, _H, _P = (JOURNALED[table].c for table in ("factores", "audiencias", "planes"))


@dataclass(frozen=True, slots=True)
class UltimaVez:
    """What there is to look at, as of `dia`, the day of the hearing.

    `debilidades` are those of the hearing before; `aprendido` is of every plan but that of this one.
    """

    dia: str | None
    previa: Previa | None
    abiertos: tuple[AnteriorRow, ...]
    debilidades: tuple[str, ...]
    aprendido: tuple[AprendizajeRow, ...]


def hay_ultima_vez(connection: Connection, *, audiencia_id: str) -> bool:
    """Say whether there may be something to look at, without reading it: a hearing before this one, or a plan.

    Of ten thousand commitments, which of them are still owed takes longer than a part of Preparación may.
    """
    own = select(_H.fecha).where(_H.id == audiencia_id).scalar_subquery()
    before = select(_H.id).where(_H.fecha < own, _H.id != audiencia_id, _H.anulada_motivo.is_(None))
    plans = select(_P.id).where(_P.anulada_motivo.is_(None))
    return bool(connection.scalar(select(or_(before.exists(), plans.exists()))))


def ver_ultima_vez(connection: Connection, *, audiencia_id: str) -> UltimaVez:
    """Return what was left for a hearing."""
    found = listar_anteriores(connection, audiencia_id=audiencia_id)
    plan = select(_P.id).join(JOURNALED["audiencias"], _H.plan == _P.codigo).where(_H.id == audiencia_id)
    return UltimaVez(
        dia=found.dia,
        previa=found.previa,
        abiertos=tuple(row for row in found.filas if row.abierto and row.descartado is None),
        debilidades=_debilidades(connection, found.previa.codigo) if found.previa else (),
        aprendido=tuple(listar_aprendizajes(connection, sin_plan=connection.scalar(plan) or "")),
    )


def _debilidades(connection: Connection, codigo: str) -> tuple[str, ...]:
    query = (
        select(_F.texto)
        .join(JOURNALED["audiencias"], _H.id == _F.audiencia_id)
        .where(_H.codigo == codigo, _H.anulada_motivo.is_(None), _F.lista == EJES["D"], _F.anulada_motivo.is_(None))
    )
    return tuple(connection.scalars(query.order_by(_F.orden, _F.id)))
