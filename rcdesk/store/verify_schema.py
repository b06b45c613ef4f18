"""Whether a base has the tables that the program made, and nothing else that SQLite would obey (a planted trigger)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final

from rcdesk.i18n import lista_en_palabras
from rcdesk.store import migrations
from rcdesk.store.driver import Driver

Parts = dict[tuple[str, str], frozenset[str]]
"""Kind and name of each part of a schema → its columns, when it is a table."""

_KINDS: Final = {"table": "la tabla", "index": "el índice", "trigger": "el disparador", "view": "la vista"}
_OUTSIDE: Final = "por fuera del programa"
_PARTS: Final = "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
_COLUMNS: Final = "SELECT name FROM pragma_table_info(?)"


def missing(connection: Any, driver: Driver) -> Iterator[str]:
    """Say which tables or columns are not there, which leaves the rest of the base unreadable."""
    here, made = parts(connection), _made(driver)
    for (kind, name), columns in made.items():
        if (kind, name) not in here:
            yield f"A la base le falta {_KINDS[kind]} «{name}»: se quitó {_OUTSIDE}."
        elif lost := columns - here[kind, name]:
            what = lista_en_palabras([f"«{column}»" for column in sorted(lost)])
            yield f"A la tabla «{name}» le falta {what}: se quitó {_OUTSIDE}."


def planted(connection: Any, driver: Driver) -> Iterator[str]:
    """Say what is there that the program did not make."""
    here, made = parts(connection), _made(driver)
    for (kind, name), columns in here.items():
        if (kind, name) not in made:
            yield f"A la base le sobra {_KINDS[kind]} «{name}»: se puso {_OUTSIDE}."
        elif more := columns - made[kind, name]:
            what = lista_en_palabras([f"«{column}»" for column in sorted(more)])
            yield f"A la tabla «{name}» le sobra {what}: se puso {_OUTSIDE}."


def parts(connection: Any) -> Parts:
    """Return what the schema of a base has; `connection` is the driver's."""
    found = connection.execute(_PARTS).fetchall()
    return {
        (kind, name): frozenset(row[0] for row in connection.execute(_COLUMNS, (name,)))
        if kind == "table"
        else frozenset()
        for kind, name in found
    }


def _made(driver: Driver) -> Parts:
    with closing(driver.module.connect(":memory:", isolation_level=None)) as connection:
        migrations.make(connection)
        return parts(connection)
