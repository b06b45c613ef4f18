"""An open base: units of work to write with, connections to read with."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from rcdesk.domain.errors import StoreError
from rcdesk.domain.telling import Telling, silent
from rcdesk.store import bitacora as log
from rcdesk.store import engines, indexing, replay, triggers
from rcdesk.store.approved import refuse_frozen
from rcdesk.store.backup import Backup
from rcdesk.store.backup import make as make_backup
from rcdesk.store.driver import Driver
from rcdesk.store.engines import in_words
from rcdesk.store.files import Lock
from rcdesk.store.folder import DATABASE
from rcdesk.store.ids import Ids
from rcdesk.store.mirror import Mirror
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.store.values import utc_text
from rcdesk.store.wire import Wire

_PATIENCE: Final = 5.0  # seconds that a unit waits for the one before it


@dataclass(frozen=True, slots=True)
class Session:
    """Who works with the base, where, by which clock (nanoseconds since 1970, UTC)."""

    clock: Callable[[], int]
    puesto: str
    quien: str


class Database:
    """One base. It writes only when it was opened for it, from one thread at a time; it reads from any."""

    def __init__(self, folder: Path, driver: Driver, session: Session, *, lock: Lock | None) -> None:
        """Open `folder`, already checked; with the `lock` held it writes, with None it only reads."""
        self.folder, self.session = folder, session
        self.saved_at: datetime | None = None
        """When the last unit was committed, in UTC."""
        self._driver, self._lock = driver, lock
        self._turn = threading.Lock()
        self._entry = ""
        self._readers = engines.readers(driver, folder / DATABASE)
        self._writing = engines.writer(driver, folder / DATABASE, self._watch) if lock else None
        self._writer: Connection | None = None
        self._wire: Wire | None = None
        self.mirror: Mirror | None = None
        try:
            self._begin()
        except BaseException:
            self._dispose()
            raise

    def _begin(self) -> None:
        if self._writing is not None:
            with in_words(self._driver):
                self._writer = self._writing.connect()
                self._wire = Wire(self._writer.connection.driver_connection)
        self.mesa, self.sigla = self._identity()
        self.ids = self._seeded()
        if self._writer is not None:
            self.mirror = Mirror(self.folder, self.reading)

    @property
    def quien(self) -> str:
        """Who works."""
        return self.session.quien

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection for queries, on any thread; it sees one moment of the base."""
        with in_words(self._driver), self._readers.connect() as connection:
            yield connection

    @contextmanager
    def unit(self, accion: str, deshace: str | None = None, *, progress: Telling = silent) -> Iterator[Unit]:
        """Yield one unit of work; commit it whole with its bitácora entry, or not at all.

        RuleError or StoreError when the database refuses; `deshace` is the entry that this one takes back.
        """
        with self.writing() as wire:
            assert self._writer is not None
            unit = Unit(
                self._writer,
                wire,
                self.ids,
                now=self.session.clock(),
                mesa=self.mesa,
                quien=self.quien,
                puesto=self.session.puesto,
                progress=progress,
            )
            self._entry = unit.id
            yield unit
            self._close(wire, unit, accion, deshace)
        if unit.entry is not None:
            self.saved_at = datetime.fromtimestamp(unit.entry.hlc / 1e6, UTC)
            if self.mirror is not None:
                self.mirror.follow()

    @contextmanager
    def writing(self) -> Iterator[Wire]:
        """Yield the driver inside a transaction that is committed when the block ends; for tables without history."""
        if self._wire is None or self._writer is None:
            raise StoreError("La base está abierta solo para leer.")
        if not self._turn.acquire(timeout=_PATIENCE):
            raise StoreError("La base está ocupada con otro trabajo. Espere a que termine y vuelva a intentarlo.")
        try:
            with in_words(self._driver):
                self._wire.execute("BEGIN IMMEDIATE")
                yield self._wire
                self._wire.driver.commit()
        finally:
            self._entry = ""
            self._wire.driver.rollback()  # nothing, once committed
            if self._writer.in_transaction():
                self._writer.rollback()
            self._turn.release()

    def reindex(self) -> None:
        """Make again the sort keys and the searched text of every row."""
        with self.writing() as wire:
            indexing.rebuild(wire)

    def backup(self) -> Backup:
        """Make a verified copy of the base, on any thread, while others work. StoreError when it cannot."""
        return make_backup(self.folder, self._driver, self.session.clock)

    def close(self) -> None:
        """Let the text catch up and release the base."""
        if self.mirror is not None:
            self.mirror.close()
        self._dispose()
        if self._lock is not None:
            self._lock.release()

    def _dispose(self) -> None:
        if self._writer is not None:
            self._writer.close()
        if self._writing is not None:
            self._writing.dispose()
        self._readers.dispose()

    def _close(self, wire: Wire, unit: Unit, accion: str, deshace: str | None) -> None:
        unit.flush()
        unit.lines = lines = log.lines_of(wire, unit.id)
        if not lines:
            return
        refuse_frozen(wire, lines, entry=unit.id, replayed=deshace is not None)
        if unit.audiencia_id is None:
            unit.audiencia_id = replay.audiencia_of(wire, lines[0].table, lines[0].key)
        indexing.follow(wire, unit.id, lines)
        now = self.session.clock() // 1000
        momento = utc_text(datetime.fromtimestamp(now / 1e6, UTC))
        puesto = self.session.puesto
        entry = log.Entry(unit.id, self.mesa, 0, 0, momento, puesto, self.quien, accion, deshace, "", lines=lines)
        unit.entry = log.close(wire, entry, now)

    def _watch(self, connection: Any) -> None:
        connection.create_function("entrada", 0, lambda: self._entry or None)
        triggers.watch(connection, JOURNALED.values())

    def _identity(self) -> tuple[str, str]:
        with self.reading() as connection:
            mesa, sigla = connection.exec_driver_sql("SELECT mesa, sigla FROM base").one()
        return mesa, sigla

    def _seeded(self) -> Ids:
        query = "SELECT id, hlc FROM bitacora WHERE mesa = ? ORDER BY n DESC LIMIT 1"
        with self.reading() as connection:
            last = connection.exec_driver_sql(query, (self.mesa,)).one_or_none()
        if last is None:
            return Ids(self.session.clock)
        self.saved_at = datetime.fromtimestamp(last.hlc / 1e6, UTC)
        return Ids(self.session.clock, last.id, last.hlc)
