"""What Inicio shows: the hearing of today, what is due, what waits for a pen, what was done last."""

from __future__ import annotations

from sqlalchemy import Connection, select

from rcdesk.store.schema import JOURNALED


def nombre_de_la_entidad(connection: Connection) -> str:
    """Return the name of the entity; empty while nobody has written it."""
    entidad = JOURNALED["entidades"].c
    query = select(entidad.nombre).where(entidad.anulada_motivo.is_(None)).order_by(entidad.orden).limit(1)
    return connection.scalar(query) or ""
