"""Which SQLite is used and how each connection is set: WAL with FULL, or TRUNCATE with EXTRA; nothing less durable.

The stock SQLite of many Pythons may corrupt a WAL base (the "WAL-reset" race, 3.7.0 to 3.51.2), so WAL is only for
those that have the repair.
"""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Final, Literal

APPLICATION_ID: Final = 0x5243444B  # «RCDK»
USER_VERSION: Final = 1
BUSY_MS: Final = 5000
_CACHE_KIB: Final = 32 * 1024
_STATEMENTS: Final = 1000
"""Compiled statements that a connection keeps: a full cache costs a capture 0.1 ms, to compile its triggers again."""

_REPAIRED: Final = {(3, 44): 6, (3, 50): 7}  # old branches that got the repair, from this patch on


Access = Literal["rw", "ro"]
Sync = Literal["FULL", "EXTRA"]


@dataclass(frozen=True, slots=True)
class Driver:
    """A module of DB-API 2 over SQLite, and whether its SQLite is safe in WAL."""

    module: ModuleType
    wal: bool

    @property
    def journal(self) -> tuple[str, Sync]:
        """The journal mode and the level of `synchronous` that loses nothing acknowledged to a power cut."""
        return ("WAL", "FULL") if self.wal else ("TRUNCATE", "EXTRA")


def choose() -> Driver:
    """Return `pysqlite3` when it is installed, else Python's own."""
    try:
        from pysqlite3 import dbapi2
    except ImportError:
        return Driver(sqlite3, safe_in_wal(sqlite3.sqlite_version_info))
    return Driver(dbapi2, safe_in_wal(dbapi2.sqlite_version_info))


def safe_in_wal(version: tuple[int, ...]) -> bool:
    """Whether this version of SQLite has the repair of the WAL-reset race."""
    major, minor, patch = version[:3]
    return (major, minor, patch) >= (3, 51, 3) or patch >= _REPAIRED.get((major, minor), 1 << 30)


def connect(driver: Driver, file: Path, access: Access, *, sync: Sync | None = None) -> Any:
    """Open an existing file; it is never created by opening it. Without `sync` the connection only reads."""
    how = "ro&immutable=1" if sync is None and _still(file) else access
    connection = driver.module.connect(
        f"{file.absolute().as_uri()}?mode={how}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_STATEMENTS,
    )
    shared = (
        f"busy_timeout={BUSY_MS}",
        "foreign_keys=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "mmap_size=0",
        f"cache_size=-{_CACHE_KIB}",
    )
    own = (f"synchronous={sync}",) if sync else ("query_only=ON", "wal_autocheckpoint=0")
    try:
        for pragma in (*shared, *own):
            connection.execute(f"PRAGMA {pragma}").close()
    except UnicodeDecodeError as error:  # SQLite quotes damaged letters of the schema in what it says
        connection.close()
        raise driver.module.DatabaseError("malformed database schema") from error
    return connection


def _still(file: Path) -> bool:
    """Whether the file lies where nothing can be written (a protected USB) and nothing is pending in a `-wal`.

    SQLite could not make beside it the index of the WAL, and refuses to read it unless told that it cannot change.
    """
    return not os.access(file.parent, os.W_OK) and not file.with_name(f"{file.name}-wal").exists()
