"""Adding people to a hearing that has ended: whether it is still open to it, and how it is marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, and_, func, select

from rcdesk.domain.agregados import APROBADA, marca_de_agregado
from rcdesk.domain.errors import RuleError
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit

_STATES: Final = (
    "SELECT h.estado, a.estado FROM audiencias AS h "
    "LEFT JOIN actas AS a ON a.audiencia_id = h.id AND a.anulada_motivo IS NULL WHERE h.id = ?"
)

_H, _A = JOURNALED["audiencias"].c, JOURNALED["actas"].c


@dataclass(frozen=True, slots=True)
class PuertaRow:
    """Whether the hearing ended, whether its acta is approved, and the hour (HH:MM) at which it began, if known."""

    terminada: bool
    aprobada: bool
    hora: str | None


def exigir_abierta(unit: Unit, audiencia_id: str) -> str | None:
    """Return what to write in `agregado` of whoever is added or checked in now: None while the hearing has not ended.

    RuleError once its acta is approved: every action that adds, changes or withdraws people of a hearing asks this
    first. Consent is not of the acta: whoever gave it may take it back at any time (Ley 1581 de 2012, art. 8).
    """
    states = unit.wire.one(_STATES, (audiencia_id,))
    if states is None:
        raise RuleError(GONE)
    return marca_de_agregado(*states, cuando=unit.clock())


def ver_puerta(connection: Connection, *, audiencia_id: str) -> PuertaRow:
    """Return whether people can still be added to a hearing, and since when they were in if it has ended."""
    began = func.coalesce(_H.hora_inicio, _H.hora_inicio_programada)
    query = select(_H.estado, _A.estado, began).select_from(
        JOURNALED["audiencias"].outerjoin(
            JOURNALED["actas"], and_(_A.audiencia_id == _H.id, _A.anulada_motivo.is_(None))
        )
    )
    found = connection.execute(query.where(_H.id == audiencia_id)).first()
    if found is None:
        return PuertaRow(terminada=False, aprobada=False, hora=None)
    hearing, acta, hour = found
    return PuertaRow(terminada=hearing == "cerrada", aprobada=acta in APROBADA, hora=hour)
