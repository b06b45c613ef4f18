"""Playing changes again: undo and redo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any, Final

from rcdesk.domain.errors import RuleError
from rcdesk.store.bitacora import Change, last_hand
from rcdesk.store.schema import JOURNALED
from rcdesk.store.wire import Wire, inserting

_Shape = tuple[str, tuple[str, ...] | None, tuple[str, ...] | None]


def apply(wire: Wire, changes: Iterable[Change]) -> None:
    """Write each `after` where the row still is as in `before`; else refuse (RuleError) and say whose hand it was."""
    wire.execute("PRAGMA defer_foreign_keys = ON")
    for shape, alike in groupby(changes, key=_shape):
        batch = list(alike)
        if wire.many(_statement(*shape), map(_values, batch)) == len(batch):
            continue
        # Some row is not as it was left: take the first that has another hand on it, and name it.
        for change in batch:
            if not _stands(wire, change):
                raise RuleError(f"No se puede deshacer: después lo cambió {last_hand(wire, change.table, change.key)}.")


def play(wire: Wire, change: Change) -> bool:
    """Write one change; return whether the row was as in its `before`."""
    return bool(wire.execute(_statement(*_shape(change)), _values(change)).rowcount)


def _shape(change: Change) -> _Shape:
    before, after = (None if image is None else tuple(image) for image in (change.before, change.after))
    return change.table, before, after


def _values(change: Change) -> Sequence[Any]:
    if change.before is None:
        return tuple((change.after or {}).values())
    return (*(change.after or {}).values(), change.key, *change.before.values())


@cache
def _statement(table: str, before: tuple[str, ...] | None, after: tuple[str, ...] | None) -> str:
    if before is None:
        return inserting(table, after or ())
    still = " AND ".join(["id = ?", *(f"{name} IS ?" for name in before)])
    if after is None:  # the image of a row that goes leaves out what was empty, and empty it must still be
        empty = [f"{column.name} IS NULL" for column in JOURNALED[table].columns if column.name not in before]
        return f"DELETE FROM {table} WHERE {' AND '.join([still, *empty])}"
    return f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in after)} WHERE {still}"


def _stands(wire: Wire, change: Change) -> bool:
    """Whether the row now shows what `change` wrote."""
    names = tuple(change.after or ("id",))
    row = wire.one(f"SELECT {', '.join(names)} FROM {change.table} WHERE id = ?", (change.key,))
    if change.after is None or row is None:
        return change.after is None and row is None
    return row == tuple(change.after.values())


def refuse_orphans(wire: Wire, entry: str, tables: Iterable[str]) -> None:
    """Refuse (RuleError) the unit `entry` when a row that it takes away has others under it, and say whose they are."""
    for table in tables:
        for child, statement in _hanging(table):
            found = wire.one(statement, (entry, table))
            if found is not None:
                raise RuleError(
                    f"No se puede deshacer: de ello depende lo que hizo {last_hand(wire, child, found[0])}."
                )


@cache
def _hanging(table: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            child,
            f"SELECT h.id FROM cambios AS c JOIN {child} AS h ON h.{column} = c.fila "
            "WHERE c.entrada = ? AND c.tabla = ? AND c.despues IS NULL LIMIT 1",
        )
        for child, column in _references(table)
    )


def _references(table: str) -> Iterator[tuple[str, str]]:
    for child in JOURNALED.values():
        for key in child.foreign_keys:
            if key.column.table.name == table:
                yield child.name, key.parent.name


DEEPEST: Final = 8  # how many parents a line may have above it


def audiencia_of(wire: Wire, table: str, key: str) -> str | None:
    """Return the key of the hearing that a row belongs to, climbing from line to parent; None when it has none."""
    for _ in range(DEEPEST):
        if table == "audiencias":
            return key
        parents = parents_of(table)
        row = (
            wire.one(f"SELECT {', '.join(name for name, _ in parents)} FROM {table} WHERE id = ?", (key,))
            if parents
            else None
        )
        found = next(((parent, value) for (_, parent), value in zip(parents, row or (), strict=False) if value), None)
        if found is None:
            return None
        table, key = found
    return None


@cache
def parents_of(table: str) -> tuple[tuple[str, str], ...]:
    """The columns of a table that point to parents, and to which; the hearing's first."""
    pairs = [(key.parent.name, key.column.table.name) for key in JOURNALED[table].foreign_keys]
    return tuple(sorted(pairs, key=lambda pair: (pair[1] != "audiencias", pair)))
