"""A base opened only to be read, without SQLAlchemy: a command starts in half the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from rcdesk.domain.errors import StoreError
from rcdesk.store import driver as sqlite
from rcdesk.store.checks import check
from rcdesk.store.driver import USER_VERSION, Driver
from rcdesk.store.faults import in_words
from rcdesk.store.folder import DATABASE

_OTHER_TABLES: Final = "Las tablas de la base no son las del programa: está dañada o la cambiaron por fuera."


@contextmanager
def reading(folder: Path, driver: Driver | None = None) -> Iterator[Any]:
    """Yield the driver's connection to a base, which sees one moment of it; beside whoever writes.

    StoreError when the base cannot be opened, or is of an older version.
    """
    driver = driver or sqlite.choose()
    readable(folder, check(folder, driver))
    with in_words(driver), closing(sqlite.connect(driver, folder / DATABASE, "rw")) as connection:
        connection.execute("BEGIN").close()
        try:
            yield connection
        except driver.module.OperationalError as error:
            if "no such" not in str(error):
                raise
            raise StoreError(f"{_OTHER_TABLES} Revísela con «rcdesk verificar».") from error


def readable(folder: Path, version: int) -> None:
    """Refuse an older base: reading does not migrate it."""
    if version < USER_VERSION:
        raise StoreError(
            f"La base «{folder}» es de una versión anterior. Ábrala una vez con el programa para actualizarla."
        )


def raw(connection: Any) -> Any:
    """Return the driver's connection of a reading one, be it of `reading` or of SQLAlchemy (then begun)."""
    if not hasattr(connection, "connection"):
        return connection
    if not connection.in_transaction():
        connection.begin()
    return connection.connection.driver_connection
