"""The places of the queue: who is asked next. They leave room between them, so that a move writes one row."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, and_, select

from rcdesk.domain.errors import RuleError
from rcdesk.domain.preguntas import ABIERTOS, SALTO, Pregunta, turno_entre
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action

_P = JOURNALED["preguntas"].c

EN_COLA: Final[ColumnElement[bool]] = and_(
    _P.anulada_motivo.is_(None), _P.estado.in_(sorted(ABIERTOS)), _P.moderacion == "aprobada"
)
"""Those that wait their turn: `Pregunta.en_cola`."""

POR_TURNO: Final[tuple[ColumnElement[Any], ...]] = (
    _P.orden_en_cola.is_(None),
    _P.orden_en_cola,
    _P.orden,
    _P.id,
)
"""The order of the queue; a question approved elsewhere, without a place, comes last."""


def al_final(unit: Unit, audiencia_id: str) -> int:
    """Return the place after the last one of the queue of a hearing."""
    return unit.next_number("preguntas", "orden_en_cola", audiencia_id=audiencia_id) - 1 + SALTO


def volver_a_la_cola(unit: Unit, pregunta: Pregunta) -> None:
    """Put it at the end of the queue, if its state and its moderation say that it waits there."""
    if pregunta.en_cola:
        pregunta.orden_en_cola = al_final(unit, pregunta.audiencia_id)


@action("Mover en la cola")
def mover_en_cola(unit: Unit, *, id: str, lugares: int) -> int:
    """Move a question that many places in the queue (negative: it is asked before) and return its turn, from 1.

    It stops at the ends. RuleError when it does not wait there.
    """
    pregunta = unit.get(Pregunta, id)
    if not pregunta.en_cola:
        raise RuleError(f"La {pregunta.codigo} no está en la cola: apruébela primero.", field="estado")
    before = _cola(unit.connection, pregunta.audiencia_id)
    keys = [key for key, _ in before]
    here = keys.index(id)
    there = min(max(here + lugares, 0), len(keys) - 1)
    if there != here:
        keys.insert(there, keys.pop(here))
        _escribir(unit, keys, there, dict(before))
    return there + 1


def _cola(connection: Connection, audiencia_id: str) -> list[tuple[str, int | None]]:
    query = select(_P.id, _P.orden_en_cola).where(_P.audiencia_id == audiencia_id, EN_COLA).order_by(*POR_TURNO)
    return [(key, place) for key, place in connection.execute(query)]


def _escribir(unit: Unit, keys: list[str], moved: int, places: dict[str, int | None]) -> None:
    """Write the place of the question moved; of all of them, where there is no room or somebody has none."""
    before = places[keys[moved - 1]] if moved else None
    after = places[keys[moved + 1]] if moved + 1 < len(keys) else None
    whole = None not in places.values()
    place = turno_entre(before, after) if whole else None
    if place is not None:
        unit.get(Pregunta, keys[moved]).orden_en_cola = place
        return
    for number, key in enumerate(keys, 1):
        unit.get(Pregunta, key).orden_en_cola = number * SALTO
