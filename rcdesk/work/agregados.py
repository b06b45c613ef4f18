"""Adding people to a hearing that has ended: whether it is still open to it, and how it is marked."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, select

from rcdesk.domain.actas import APROBADA
from rcdesk.domain.agregados import marca_de_agregado
from rcdesk.domain.errors import RuleError
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit

_H, _A = JOURNALED["audiencias"].c, JOURNALED["actas"].c


@dataclass(frozen=True, slots=True)
class PuertaRow:
    """Whether the hearing ended and its acta is approved; the hour (HH:MM) at which it began, and its day, if known."""

    terminada: bool
    aprobada: bool
    hora: str | None
    por_empezar: bool = False
    fecha: str | None = None


def marca(unit: Unit, audiencia_id: str) -> str | None:
    """Return what to write in `agregado` of whoever is added now: None while the hearing has not ended."""
    state = unit.wire.one("SELECT estado FROM audiencias WHERE id = ?", (audiencia_id,))
    if state is None:
        raise RuleError(GONE)
    return marca_de_agregado(state[0], cuando=unit.clock())


def ver_puerta(connection: Connection, *, audiencia_id: str) -> PuertaRow:
    """Return whether people can still be added to a hearing, and since when they were in if it has ended."""
    began = func.coalesce(_H.hora_inicio, _H.hora_inicio_programada)
    query = select(_H.estado, _A.estado, began, _H.fecha).select_from(
        JOURNALED["audiencias"].outerjoin(
            JOURNALED["actas"], and_(_A.audiencia_id == _H.id, _A.anulada_motivo.is_(None))
        )
    )
    found = connection.execute(query.where(_H.id == audiencia_id)).first()
    if found is None:
        return PuertaRow(terminada=False, aprobada=False, hora=None)
    hearing, acta, hour, day = found
    ahead = hearing in ("planeada", "convocada")
    return PuertaRow(hearing == "cerrada", acta in APROBADA, hour, ahead, day)
