"""Adding people to a hearing that has ended: whether it is still open to it, and how it is marked."""

from __future__ import annotations

from typing import Final

from rcdesk.domain.agregados import marca_de_agregado
from rcdesk.domain.errors import RuleError
from rcdesk.store.unit import GONE, Unit

_STATES: Final = (
    "SELECT h.estado, a.estado FROM audiencias AS h "
    "LEFT JOIN actas AS a ON a.audiencia_id = h.id AND a.anulada_motivo IS NULL WHERE h.id = ?"
)


def exigir_abierta(unit: Unit, audiencia_id: str) -> str | None:
    """Return what to write in `agregado` of whoever is added or checked in now: None while the hearing has not ended.

    RuleError once its acta is approved. Every action that adds or checks in people of a hearing asks this first.
    """
    states = unit.wire.one(_STATES, (audiencia_id,))
    if states is None:
        raise RuleError(GONE)
    return marca_de_agregado(*states, cuando=unit.clock())
