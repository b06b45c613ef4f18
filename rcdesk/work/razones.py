"""The usual reasons, offered with a digit each: the entity's own list, or ours while it has none."""

from __future__ import annotations

from typing import Final, Literal, assert_never

from sqlalchemy import Connection, select

from rcdesk.domain.preguntas import RAZONES_ANULAR, RAZONES_NO_PROCEDE
from rcdesk.store.schema import JOURNALED

Para = Literal["no_procede", "anular"]

_L = JOURNALED["listas"].c
_MOST: Final = 5


def listar_razones(connection: Connection, *, para: Para) -> tuple[str, ...]:
    """Return up to five reasons why a question is left out of the hearing, or annulled."""
    query = select(_L.valores).where(_L.nombre == f"razones_{para}", _L.anulada_motivo.is_(None))
    own = connection.scalar(query.order_by(_L.id.desc()).limit(1))
    match para:
        case "no_procede":
            usual = RAZONES_NO_PROCEDE
        case "anular":
            usual = RAZONES_ANULAR
        case _:
            assert_never(para)
    return tuple(one for one in own or usual if one.strip())[:_MOST]
