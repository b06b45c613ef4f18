"""Whether the orders and the search of a base are those of its rows; they can be made again from them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from rcdesk.i18n import plural
from rcdesk.store.driver import Driver
from rcdesk.store.indexing import columns, indexed
from rcdesk.store.tree import BUSCABLES


def faults(connection: Any, driver: Driver) -> Iterator[str]:
    """Say what is not as it would be made again; `connection` is the driver's, and is only read."""
    wrong = sum(_stale(connection, table) for table in BUSCABLES)
    if wrong:
        words = plural(wrong, "registro", "registros")
        yield f"El orden de las listas y la búsqueda no corresponden a {words}: se cambiaron por fuera del programa."
    elif not _found(connection, driver):
        yield "El índice de la búsqueda está dañado: puede no encontrar lo que sí está. La información está bien."


def _stale(connection: Any, table: str) -> int:
    """How many rows are not indexed as they would be now, or are indexed and gone."""
    query = (
        f"SELECT i.clave, i.texto, {columns(table)} FROM {table} AS t "
        "LEFT JOIN indice AS i ON i.tabla = ? AND i.fila = t.id"
    )
    stale = sum(indexed(values) != (key, text) for key, text, *values in connection.execute(query, (table,)))
    gone = f"SELECT count(*) FROM indice WHERE tabla = ? AND fila NOT IN (SELECT id FROM {table})"
    return stale + int(connection.execute(gone, (table,)).fetchone()[0])


def _found(connection: Any, driver: Driver) -> bool:
    """Whether FTS5 finds its own index whole. It asks by writing, so a copy in memory is asked."""
    with closing(driver.module.connect(":memory:", isolation_level=None)) as copy:
        connection.backup(copy)
        try:
            copy.execute("INSERT INTO busqueda (busqueda, rank) VALUES ('integrity-check', 1)")
        except driver.module.DatabaseError:
            return False
    return True
