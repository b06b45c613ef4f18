"""A base is a folder, `Nombre.rcdesk`: making one, opening one, and saying why one cannot be opened."""

from __future__ import annotations

import json
import os
import platform
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from rcdesk.domain.errors import StoreError, reason
from rcdesk.store import driver as sqlite
from rcdesk.store import files, migrations
from rcdesk.store.checks import check, is_empty
from rcdesk.store.database import Database, Session
from rcdesk.store.driver import USER_VERSION, Driver
from rcdesk.store.folder import COPIES, DATABASE, EVIDENCE, LOCK, README, README_TEXT
from rcdesk.store.ids import Ids
from rcdesk.store.reading import readable
from rcdesk.store.recover import recover
from rcdesk.store.values import utc_text

SIGLA: Final = "A"


def create(folder: Path, *, clock: Callable[[], int], mesa: str = "", driver: Driver | None = None) -> None:
    """Make an empty base in `folder`, whole or not at all. StoreError when something is already there.

    `clock` gives nanoseconds. `mesa` is the chain that the base goes on with; without it, a new one.
    """
    if folder.exists() and not is_empty(folder):
        raise StoreError(f"No se puede crear la base en «{folder}»: ya hay algo ahí. Elija otra carpeta.")
    partial = folder.with_name(f"{folder.name}.{uuid4().hex[:8]}{files.PARTIAL}")
    try:
        _fill(partial, clock, mesa, driver or sqlite.choose())
        if folder.exists():
            folder.rmdir()
        partial.rename(folder)
        files.sync_folder(folder.parent)
    except OSError as error:
        raise StoreError(f"No se pudo crear la base en «{folder}»: {reason(error)}. Elija otra carpeta.") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _fill(partial: Path, clock: Callable[[], int], mesa: str, driver: Driver) -> None:
    partial.mkdir(mode=0o700, parents=True)
    for name in (EVIDENCE, COPIES):
        (partial / name).mkdir()
    files.write_atomic(partial / README, README_TEXT.encode())
    connection = driver.module.connect(str(partial / DATABASE), isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = FULL").close()
        migrations.make(connection)
        creada = utc_text(datetime.fromtimestamp(clock() / 1e9, UTC))
        row = (1, mesa or Ids(clock).new(), SIGLA, creada)
        connection.execute("INSERT INTO base (id, mesa, sigla, creada) VALUES (?, ?, ?, ?)", row).close()
    finally:
        connection.close()
    files.sync_folder(partial)


def open(
    folder: Path,
    *,
    writing: bool,
    clock: Callable[[], int],
    puesto: str,
    quien: str,
    driver: Driver | None = None,
) -> Database:
    """Open the base in `folder`. StoreError, with the base untouched, when it cannot be.

    `clock` gives nanoseconds. One process at a time opens it for writing; those that only read open beside it.
    """
    driver = driver or sqlite.choose()
    version = check(folder, driver)
    session = Session(clock, puesto, quien)
    if not writing:
        readable(folder, version)
        return Database(folder, driver, session, lock=None)
    lock = _hold(folder, quien)
    try:
        files.sweep(folder)
        if version < USER_VERSION:
            migrations.migrate(folder, driver, version, clock)
        recover(folder, driver)
        return Database(folder, driver, session, lock=lock)
    except BaseException:
        lock.release()
        raise


def make_or_open(
    folder: Path, *, clock: Callable[[], int], puesto: str, quien: str, driver: Driver | None = None
) -> Database:
    """Open the base in `folder` for writing, and make it first when the folder is missing or empty."""
    if not folder.exists() or (folder.is_dir() and is_empty(folder)):
        create(folder, clock=clock, driver=driver)
    return open(folder, writing=True, clock=clock, puesto=puesto, quien=quien, driver=driver)


def _hold(folder: Path, quien: str) -> files.Lock:
    lock = files.Lock(folder / LOCK)
    told = {"quien": quien, "equipo": platform.node(), "proceso": os.getpid()}
    try:
        holder = lock.acquire(json.dumps(told, ensure_ascii=False).encode())
    except OSError as error:
        raise StoreError(f"No se puede escribir en la base «{folder}»: {reason(error)}.") from error
    if holder is not None:
        raise StoreError(f"La base «{folder}» ya está abierta{_named(holder)}. Ciérrela allí y vuelva a intentarlo.")
    return lock


def _named(holder: bytes) -> str:
    who: dict[str, Any] = {}
    with suppress(ValueError):  # a holder that is just writing its name
        who = json.loads(holder)
    if not who:
        return " en otra ventana"
    return f" por {who.get('quien')} en el equipo {who.get('equipo')} (proceso {who.get('proceso')})"
