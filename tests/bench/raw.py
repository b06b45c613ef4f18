"""The rows that the program wrote, and writing the very same ones with nothing but SQLite: the floor of a capture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from rcdesk.store import driver
from rcdesk.store.folder import DATABASE

Rows = Mapping[str, Sequence[tuple[Any, ...]]]
"""Statement → the rows it writes."""

_INDEXED: Final = "FROM indice WHERE fila IN (SELECT fila FROM cambios WHERE entrada = ?) ORDER BY id"
_OF_ENTRY: Final = {
    "cambios": "SELECT * FROM cambios WHERE entrada = ? ORDER BY id",
    "indice": f"SELECT * {_INDEXED}",
    "busqueda": f"SELECT id AS rowid, texto {_INDEXED}",
    "bitacora": "SELECT * FROM bitacora WHERE id = ?",
}
"""What an entry wrote in the tables of the base itself."""


class Raw:
    """A base opened with SQLite alone, as durable as the program opens it; it has no triggers."""

    def __init__(self, folder: Path) -> None:
        """Open the base in a folder, that nobody else has open."""
        chosen = driver.choose()
        journal, sync = chosen.journal
        self._connection = driver.connect(chosen, folder / DATABASE, "rw", sync=sync)
        self._connection.execute(f"PRAGMA journal_mode={journal}").close()

    def last(self) -> int:
        """The place of the last entry of the bitácora."""
        return int(self._connection.execute("SELECT coalesce(max(lugar), 0) FROM bitacora").fetchone()[0])

    def written(self, table: str, after: int) -> list[Rows]:
        """For each entry after that place, its rows: in `table` and in the tables of the base itself."""
        own = f"SELECT * FROM {table} WHERE id IN (SELECT fila FROM cambios WHERE entrada = ?) ORDER BY id"
        query = "SELECT id FROM bitacora WHERE lugar > ? ORDER BY lugar"
        keys = [key for (key,) in self._connection.execute(query, (after,)).fetchall()]
        return [self._of_entry({table: own, **_OF_ENTRY}, key) for key in keys]

    def write(self, rows: Rows) -> None:
        """Write them in one transaction, on the disk when this returns."""
        self._connection.execute("BEGIN IMMEDIATE")
        for statement, values in rows.items():
            if len(values) == 1:
                self._connection.execute(statement, values[0])
            else:
                self._connection.executemany(statement, values)
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the base."""
        self._connection.close()

    def _of_entry(self, queries: Mapping[str, str], key: str) -> Rows:
        found: dict[str, list[tuple[Any, ...]]] = {}
        for table, query in queries.items():
            cursor = self._connection.execute(query, (key,))
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                filled = [(name, value) for name, value in zip(names, row, strict=True) if value is not None]
                statement = _inserting(table, [name for name, _ in filled])
                found.setdefault(statement, []).append(tuple(value for _, value in filled))
        return found


def _inserting(table: str, names: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' for _ in names)})"
