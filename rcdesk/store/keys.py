"""Small keys for long lists: an integer names a row of the base while it is open, in a fifth of the room of its key."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Integer, Table, literal_column


def rowid(table: Table) -> ColumnElement[int]:
    """Return the integer by which SQLite knows a row of `table`. A row taken back and done again gets another."""
    return literal_column(f"{table.name}.rowid", Integer)
