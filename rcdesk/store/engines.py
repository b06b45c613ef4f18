"""The connections of a base as SQLAlchemy's engines: one that writes, some that read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from rcdesk.domain.errors import StoreError
from rcdesk.store import faults
from rcdesk.store.driver import Driver, connect


def writer(driver: Driver, file: Path, prepare: Callable[[Any], None]) -> Engine:
    """The engine of the one connection that writes; `prepare` gets it when it is opened."""
    journal, sync = driver.journal

    def opened() -> Any:
        connection = connect(driver, file, "rw", sync=sync)
        [mode] = connection.execute(f"PRAGMA journal_mode={journal}").fetchone()
        if str(mode).upper() != journal:
            connection.close()
            raise StoreError(
                "El disco de la base no permite guardar con seguridad. Copie la carpeta a un disco de este equipo."
            )
        prepare(connection)
        return connection

    return _engine(driver, opened, size=1, begin="BEGIN IMMEDIATE")


def readers(driver: Driver, file: Path) -> Engine:
    """The engine of the connections that only read, on any thread."""
    return _engine(driver, lambda: connect(driver, file, "rw"), size=4, begin="BEGIN")


def _engine(driver: Driver, opened: Callable[[], Any], *, size: int, begin: str) -> Engine:
    engine = create_engine(
        "sqlite:///datos.db", module=driver.module, creator=opened, hide_parameters=True, pool_size=size, max_overflow=4
    )

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        raw: Any = connection.connection.driver_connection
        if not raw.in_transaction:  # a unit may have begun it already
            connection.exec_driver_sql(begin)

    return engine


@contextmanager
def in_words(driver: Driver) -> Iterator[None]:
    """As `faults.in_words`, for what the driver refuses through SQLAlchemy too."""
    with faults.in_words(driver):
        try:
            yield
        except DBAPIError as error:
            dressed = error.orig if isinstance(error.orig, Exception) else error
            found = faults.said(dressed)
            raise (error if found is dressed else found) from error
