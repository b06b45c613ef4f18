"""A row is what its changes add up to: the same fold checks a base and rebuilds one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from sqlalchemy import Connection, text

from rcdesk.store.bitacora import LINE, Change, Line, Row
from rcdesk.store.schema import JOURNALED

_HISTORY: Final = text(
    f"SELECT {', '.join(f'c.{name}' for name in LINE)} FROM cambios AS c JOIN bitacora AS b ON b.id = c.entrada "
    "WHERE c.tabla = :tabla ORDER BY c.fila, b.hlc, b.mesa, b.n, c.id"
)


def fold(table: str, changes: Iterable[Change]) -> Row | None:
    """Add up the changes of one row, oldest first; None when it is gone. A column newer than an entry is empty."""
    row: Row | None = None
    for change in changes:
        if change.after is None:
            row = None
        elif change.before is None or row is None:
            row = dict.fromkeys(column.name for column in JOURNALED[table].columns) | change.after
        else:
            row.update(change.after)
    return row


def folded(connection: Connection, table: str) -> Iterator[tuple[str, Row | None]]:
    """Yield the key of every row that `table` ever had, in order, and what its history says it is."""
    rows = connection.execute(_HISTORY, {"tabla": table}, execution_options={"yield_per": 2000})
    for key, lines in groupby((Line._make(row) for row in rows), key=lambda line: line.key):
        yield key, fold(table, map(_change, lines))


def _change(line: Line) -> Change:
    """Read a line. One whose text was damaged tells nothing of its row: the chain already names its entry."""
    try:
        return line.change()
    except ValueError:
        return Change(line.table, line.key, *(None if image is None else Row() for image in (line.before, line.after)))


def standing(connection: Connection, table: str) -> Iterator[tuple[str, Row]]:
    """Yield the key and the stored values of every row, in the order of their keys."""
    names = [column.name for column in JOURNALED[table].columns]
    query = text(f"SELECT {', '.join(names)} FROM {table} ORDER BY id")
    for row in connection.execute(query, execution_options={"yield_per": 2000}):
        yield row[0], dict(zip(names, row, strict=True))


def differences(connection: Connection, table: str) -> Iterator[tuple[str, Row | None, Row | None]]:
    """Yield (key, what it is, what its history says) for each row that is not what its history says."""
    rows, histories = standing(connection, table), folded(connection, table)
    row: tuple[str, Row] | None = next(rows, None)
    history: tuple[str, Row | None] | None = next(histories, None)
    while row is not None or history is not None:
        if history is None or (row is not None and row[0] < history[0]):
            assert row is not None
            yield row[0], row[1], None
            row = next(rows, None)
        elif row is None or history[0] < row[0]:
            if history[1] is not None:
                yield history[0], None, history[1]
            history = next(histories, None)
        else:
            if row[1] != history[1]:
                yield row[0], row[1], history[1]
            row, history = next(rows, None), next(histories, None)
