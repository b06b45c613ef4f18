"""Whether a base has the tables that the program made, and nothing else that SQLite would obey (a planted trigger)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final, NamedTuple

from rcdesk.i18n import lista_en_palabras
from rcdesk.store import migrations
from rcdesk.store.driver import Driver


class Part(NamedTuple):
    """A table, with its columns, or another part of a schema; its table, and the statement that made it."""

    columns: frozenset[str]
    made: tuple[str, str | None]


Parts = dict[tuple[str, str], Part]
"""Kind and name of each part of a schema → what it is."""

_KINDS: Final = {"table": "la tabla", "index": "el índice", "trigger": "el disparador", "view": "la vista"}
_OUTSIDE: Final = "por fuera del programa"
_PARTS: Final = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite~_stat%' ESCAPE '~'"
_COLUMNS: Final = "SELECT name FROM pragma_table_info(?)"


def missing(connection: Any, driver: Driver) -> Iterator[str]:
    """Say which tables or columns are not there, which leaves the rest of the base unreadable."""
    here, made = parts(connection), _made(driver)
    for (kind, name), part in made.items():
        if (kind, name) not in here:
            yield f"A la base le falta {_KINDS[kind]} «{name}»: se quitó {_OUTSIDE}."
        elif lost := part.columns - here[kind, name].columns:
            what = lista_en_palabras([f"«{column}»" for column in sorted(lost)])
            yield f"A la tabla «{name}» le falta {what}: se quitó {_OUTSIDE}."


def planted(connection: Any, driver: Driver) -> Iterator[str]:
    """Say what is there that the program did not make, or made with other words (a rule of a table, a name)."""
    here, made = parts(connection), _made(driver)
    for (kind, name), part in here.items():
        if (kind, name) not in made:
            yield f"A la base le sobra {_KINDS[kind]} «{name}»: se puso {_OUTSIDE}."
        elif more := part.columns - made[kind, name].columns:
            what = lista_en_palabras([f"«{column}»" for column in sorted(more)])
            yield f"A la tabla «{name}» le sobra {what}: se puso {_OUTSIDE}."
        elif part.made != made[kind, name].made:
            yield f"En la base, {_KINDS[kind]} «{name}» no es como la hace el programa: se cambió {_OUTSIDE}."


def parts(connection: Any) -> Parts:
    """Return what the schema of a base has; `connection` is the driver's."""
    found: Parts = {}
    for kind, name, table, statement in connection.execute(_PARTS).fetchall():
        columns = connection.execute(_COLUMNS, (name,)).fetchall() if kind == "table" else ()
        found[kind, name] = Part(frozenset(row[0] for row in columns), (table, statement))
    return found


def _made(driver: Driver) -> Parts:
    with closing(driver.module.connect(":memory:", isolation_level=None)) as connection:
        migrations.make(connection)
        return parts(connection)
