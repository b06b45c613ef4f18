"""The short lists that the entity keeps by name: usual reasons, abbreviations, times. They travel in its file."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Select, select

from rcdesk.domain import orden
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit

_L = JOURNALED["listas"].c


def leer_lista(connection: Connection, nombre: str) -> tuple[str, ...]:
    """Return the values of a list; none when the entity has not written it."""
    row = connection.execute(_called(nombre)).first()
    return () if row is None else tuple(row.valores)


def leer_listas(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Return every list by its name; one that the entity wrote empty is there, and is empty."""
    query = select(_L.nombre, _L.valores).where(_L.anulada_motivo.is_(None)).order_by(_L.orden.desc(), _L.id.desc())
    return {nombre: tuple(valores) for nombre, valores in connection.execute(query)}


def escribir_lista(unit: Unit, nombre: str, valores: Sequence[str]) -> None:
    """Write all the values of a list, made if it is missing."""
    row = unit.connection.execute(_called(nombre)).first()
    if row is not None:
        unit.update("listas", row.id, valores=tuple(valores))
    else:
        place = orden.despues_de(unit.last_order("listas"))
        unit.insert("listas", [{"nombre": nombre, "valores": tuple(valores), "orden": place}])


def _called(nombre: str) -> Select[tuple[str, Sequence[str]]]:
    query = select(_L.id, _L.valores).where(_L.nombre == nombre, _L.anulada_motivo.is_(None))
    return query.order_by(_L.orden, _L.id).limit(1)
