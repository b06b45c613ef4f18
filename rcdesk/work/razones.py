"""The usual reasons, offered with a digit each: the entity's own list, or ours while it has none."""

from __future__ import annotations

from typing import Final, Literal, assert_never

from sqlalchemy import Connection

from rcdesk.domain.preguntas import RAZONES_ANULAR, RAZONES_NO_PROCEDE
from rcdesk.work.listas import leer_lista

Para = Literal["no_procede", "anular"]

_MOST: Final = 5


def listar_razones(connection: Connection, *, para: Para) -> tuple[str, ...]:
    """Return up to five reasons why a question is left out of the hearing, or annulled."""
    own = leer_lista(connection, f"razones_{para}")
    match para:
        case "no_procede":
            usual = RAZONES_NO_PROCEDE
        case "anular":
            usual = RAZONES_ANULAR
        case _:
            assert_never(para)
    return tuple(one for one in own or usual if one.strip())[:_MOST]
