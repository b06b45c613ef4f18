"""A section of the acta, or one inside another, with what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from rcdesk.domain import registro as r
from rcdesk.store.schema import JOURNALED
from rcdesk.work.actas import SeccionRow

_S = JOURNALED["secciones"].c


@dataclass(frozen=True, slots=True)
class SeccionAbierta:
    """A section to be written. `padre` is the one it is in, None for those of the development; `afuera` its name."""

    id: str
    numero: str
    titulo: str
    bloques: tuple[r.Bloque, ...]
    padre: str | None
    afuera: str
    subsecciones: tuple[SeccionRow, ...]


def abrir_seccion(connection: Connection, *, id: str) -> SeccionAbierta | None:
    """Return a section of an acta with what is inside it; None when it is gone or withdrawn, or one around it is."""
    chain: list[Any] = []
    key: str | None = id
    while key is not None:
        query = select(_S.id, _S.orden, _S.acta_id, _S.seccion_id, _S.titulo, _S.bloques)
        row = connection.execute(query.where(_S.id == key, _S.anulada_motivo.is_(None))).one_or_none()
        if row is None or len(chain) > 9:
            return None
        chain.append(row)
        key = row.seccion_id
    if chain[-1].acta_id is None:
        return None
    numbers = [str(_place(connection, row)) for row in reversed(chain)]
    here, number = chain[0], ".".join(numbers)
    outer = chain[1] if len(chain) > 1 else None
    afuera = f"{'.'.join(numbers[:-1])}. {outer.titulo or 'Sin título'}" if outer is not None else ""
    inside = _inside(connection, id, number)
    return SeccionAbierta(
        here.id, number, here.titulo or "", here.bloques or (), outer.id if outer is not None else None, afuera, inside
    )


def _inside(connection: Connection, id: str, number: str) -> tuple[SeccionRow, ...]:
    below = select(_S.seccion_id, func.count()).where(_S.anulada_motivo.is_(None)).group_by(_S.seccion_id)
    counts = {row[0]: row[1] for row in connection.execute(below.where(_S.seccion_id.is_not(None)))}
    query = select(_S.id, _S.orden, _S.titulo, _S.bloques).where(_S.seccion_id == id, _S.anulada_motivo.is_(None))
    return tuple(
        SeccionRow(row.id, row.orden, f"{number}.{place}", row.titulo or "", row.bloques or (), counts.get(row.id, 0))
        for place, row in enumerate(connection.execute(query.order_by(_S.orden, _S.id)), 1)
    )


def _place(connection: Connection, row: Any) -> int:
    """Its place among those beside it, from 1."""
    beside = _S.seccion_id == row.seccion_id if row.seccion_id is not None else _S.acta_id == row.acta_id
    before = (_S.orden < row.orden) | ((_S.orden == row.orden) & (_S.id <= row.id))
    query = select(func.count()).where(beside, before, _S.anulada_motivo.is_(None))
    return int(connection.scalar(query) or 0)
