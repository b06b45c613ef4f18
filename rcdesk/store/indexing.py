"""Keeps `indice` (sort key and searched text) in step with the rows that each unit of work touched, in any way."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from rcdesk.store.bitacora import Line
from rcdesk.store.search import bare, buscable_de, clave_de
from rcdesk.store.tree import BUSCABLES
from rcdesk.store.wire import Wire

_FORGET_WORDS: Final = "INSERT INTO busqueda (busqueda, rowid, texto) VALUES ('delete', ?, ?)"
_LEARN_WORDS: Final = "INSERT INTO busqueda (rowid, texto) VALUES (?, ?)"
_ADD: Final = "INSERT INTO indice (id, tabla, fila, clave, texto) VALUES (?, ?, ?, ?, ?)"
_CHANGE: Final = "UPDATE indice SET clave = ?, texto = ? WHERE id = ?"
_REMOVE: Final = "DELETE FROM indice WHERE id = ?"
_NEXT: Final = "SELECT coalesce(max(id), 0) + 1 FROM indice"


def follow(wire: Wire, entry: str, lines: Iterable[Line]) -> None:
    """Index again the rows that the unit `entry` touched; `lines` are its changes."""
    only_new: dict[str, bool] = {}
    for line in lines:
        if line.table in BUSCABLES:
            only_new[line.table] = line.before is None and only_new.get(line.table, True)
    for table, new in only_new.items():
        query = _new(table) if new else _touched(table)
        _write(wire, table, wire.execute(query, (entry, table)).fetchall())


def rebuild(wire: Wire) -> None:
    """Index every row again."""
    wire.execute("INSERT INTO busqueda (busqueda) VALUES ('delete-all')")
    wire.execute("DELETE FROM indice")
    for table in BUSCABLES:
        _write(wire, table, wire.execute(_everything(table)).fetchall())


def _write(wire: Wire, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    fresh: list[tuple[str, str, str]] = []
    stale: list[tuple[int, str]] = []
    gone: list[tuple[int]] = []
    changed: list[tuple[str, str, int]] = []
    for fila, here, id, old_key, old_text, *values in rows:
        if here is None:
            if id is not None:
                stale.append((id, old_text))
                gone.append((id,))
            continue
        key, text = indexed(values)
        if id is None:
            fresh.append((fila, key, text))
        elif (key, text) != (old_key, old_text):
            stale.append((id, old_text))
            changed.append((key, text, id))
    if stale:
        wire.many(_FORGET_WORDS, stale)
        wire.many(_REMOVE, gone)
        wire.many(_CHANGE, changed)
        wire.many(_LEARN_WORDS, [(id, text) for _, text, id in changed])
    if fresh:
        [first] = wire.execute(_NEXT).fetchone()
        wire.many(_ADD, [(id, table, *row) for id, row in enumerate(fresh, first)])
        wire.many(_LEARN_WORDS, [(id, text) for id, (_, _, text) in enumerate(fresh, first)])


def indexed(values: list[Any]) -> tuple[str, str]:
    """The sort key and the searched text of a row; `values` are those of `columns`."""
    sorted_by, *searched = values
    letters = bare(sorted_by) if sorted_by else ""
    words = [buscable_de(letters if word == sorted_by else bare(word)) for word in searched if word]
    return clave_de(letters), "\n".join(words)


@cache
def columns(table: str) -> str:
    """What is read of a row of `table`, as `t`, to index it."""
    seek = BUSCABLES[table]
    return ", ".join(f"t.{name}" for name in (seek.orden, *seek.palabras))


@cache
def _touched(table: str) -> str:
    return (
        f"SELECT c.fila, t.id, i.id, i.clave, i.texto, {columns(table)} "
        "FROM (SELECT DISTINCT fila, tabla FROM cambios WHERE entrada = ? AND tabla = ?) AS c "
        f"LEFT JOIN {table} AS t ON t.id = c.fila LEFT JOIN indice AS i ON i.tabla = c.tabla AND i.fila = c.fila"
    )


@cache
def _new(table: str) -> str:
    """The rows of a unit that only added some: each once, and none indexed yet."""
    return (
        f"SELECT t.id, t.id, NULL, NULL, NULL, {columns(table)} "
        f"FROM cambios AS c JOIN {table} AS t ON t.id = c.fila WHERE c.entrada = ? AND c.tabla = ? ORDER BY c.id"
    )


@cache
def _everything(table: str) -> str:
    return f"SELECT t.id, t.id, NULL, NULL, NULL, {columns(table)} FROM {table} AS t ORDER BY t.id"
