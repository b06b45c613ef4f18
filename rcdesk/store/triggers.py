"""Triggers that write down every change of every journaled row, on the connection that writes.

They write what is filled for inserts and deletes, only what differs for updates, and personal values apart with a salt
of their own. They are TEMP, so they live and die with the connection: a migration has none, and a foreign tool that
writes is found by `verify`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Table

from rcdesk.store.tree import PERSONAL_OF

_LINE: Final = "INSERT INTO cambios (entrada, tabla, fila, antes, despues, reserva_antes, reserva_despues, sal) "


def watch(driver: Any, tables: Iterable[Table]) -> None:
    """Record what this connection does to `tables`; its function `entrada()` must name the open entry."""
    names = {table.name: [column.name for column in table.columns] for table in tables}
    # In one script: statements that run once must not fill the connection's cache of compiled ones.
    driver.executescript(";\n".join(statement for table in names for statement in statements(table, names[table])))


def statements(table: str, names: Sequence[str]) -> list[str]:
    """The three triggers of a table. They are short because every opening of a base compiles all of them."""
    personal = PERSONAL_OF.get(table, ())
    groups = [name for name in names if name not in personal], [name for name in names if name in personal]
    salt = "lower(hex(randomblob(16)))" if groups[1] else "NULL"
    born = ["NULL", _whole("new", groups[0]), "NULL", _whole("new", groups[1])]
    gone = [_whole("old", groups[0]), "NULL", _whole("old", groups[1]), "NULL"]
    return [
        f"CREATE TEMP TRIGGER anotar_{table}_INSERT AFTER INSERT ON main.{table} BEGIN {_LINE}"
        f"VALUES (entrada(), '{table}', new.id, {', '.join(born)}, {salt}); END",
        f"CREATE TEMP TRIGGER anotar_{table}_UPDATE AFTER UPDATE ON main.{table} BEGIN {_LINE}"
        f"SELECT entrada(), '{table}', new.id, {', '.join(_sides(groups[1]))}, {salt} "
        f"FROM ({_pairs(groups[0], groups[1])}) WHERE old IS NOT new GROUP BY new.id; END",
        f"CREATE TEMP TRIGGER anotar_{table}_DELETE AFTER DELETE ON main.{table} BEGIN {_LINE}"
        f"VALUES (entrada(), '{table}', old.id, {', '.join(gone)}, {salt}); END",
    ]


_ARGUMENTS: Final = 40
"""Columns given at once to a function: an older SQLite takes a hundred arguments, two for each."""


def _whole(row: str, names: Sequence[str]) -> str:
    """The values of a row that are filled: an image of 51 columns is then a sixth of its size, and no slower.

    `json_patch` leaves out the names that hold nothing (RFC 7396).
    """
    if not names:
        return "NULL"
    image = "'{}'"
    for start in range(0, len(names), _ARGUMENTS):
        pairs = ", ".join(f"'{name}', {row}.{name}" for name in names[start : start + _ARGUMENTS])
        image = f"json_patch({image}, json_object({pairs}))"
    return image


def _sides(private: Sequence[str]) -> list[str]:
    """What differs, before and after; of the public values and, apart, of the personal ones."""
    if not private:
        return ["json_group_object(c, old)", "json_group_object(c, new)", "NULL", "NULL"]
    return [f"json_group_object(c, {side}) FILTER (WHERE p = {p})" for p in (0, 1) for side in ("old", "new")]


def _pairs(public: Sequence[str], private: Sequence[str]) -> str:
    """Every column of a row with its two values; `p` says which are personal."""
    told = [(name, f", {p} AS p" if private else "") for p, names in enumerate((public, private)) for name in names]
    return " UNION ALL ".join(f"SELECT '{name}' AS c, old.{name} AS old, new.{name} AS new{p}" for name, p in told)
