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

from rcdesk.domain.errors import StoreError
from rcdesk.store import driver as sqlite
from rcdesk.store import files, migrations
from rcdesk.store.columns import utc_text
from rcdesk.store.database import Database, Session
from rcdesk.store.driver import APPLICATION_ID, USER_VERSION, Driver
from rcdesk.store.folder import COPIES, DATABASE, EVIDENCE, LOCK, README, README_TEXT, SUFFIX
from rcdesk.store.ids import Ids
from rcdesk.store.recover import recover

SIGLA: Final = "A"

_MAGIC: Final = b"SQLite format 3\0"


def create(folder: Path, *, clock: Callable[[], int], mesa: str = "", driver: Driver | None = None) -> None:
    """Make an empty base in `folder`, whole or not at all. StoreError when something is already there.

    `clock` gives nanoseconds. `mesa` is the chain that the base goes on with; without it, a new one.
    """
    if folder.exists() and not _is_empty(folder):
        raise StoreError(f"No se puede crear la base en «{folder}»: ya hay algo ahí. Elija otra carpeta.")
    partial = folder.with_name(f"{folder.name}.{uuid4().hex[:8]}{files.PARTIAL}")
    try:
        _fill(partial, clock, mesa, driver or sqlite.choose())
        if folder.exists():
            folder.rmdir()
        partial.rename(folder)
        files.sync_folder(folder.parent)
    except OSError as error:
        raise StoreError(f"No se pudo crear la base en «{folder}»: {_reason(error)}. Elija otra carpeta.") from error
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
        if version < USER_VERSION:
            raise StoreError(
                f"La base «{folder}» es de una versión anterior. Ábrala una vez con el programa para actualizarla."
            )
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
    if not folder.exists() or (folder.is_dir() and _is_empty(folder)):
        create(folder, clock=clock, driver=driver)
    return open(folder, writing=True, clock=clock, puesto=puesto, quien=quien, driver=driver)


def check(folder: Path, driver: Driver) -> int:
    """Return the version of the base in `folder`, read without touching it. StoreError if it is none, or newer."""
    if not folder.exists():
        raise StoreError(f"No hay ninguna base en «{folder}»: la carpeta no existe. Revise la ruta.")
    if not folder.is_dir():
        raise StoreError(
            f"«{folder}» es un archivo, no la carpeta de una base. Elija la carpeta que termina en {SUFFIX}."
        )
    if _is_empty(folder):
        raise StoreError(f"No hay ninguna base en «{folder}»: la carpeta está vacía. Revise la ruta.")
    file = folder / DATABASE
    if not file.is_file():
        raise StoreError(f"«{folder}» no es una base de rcdesk: le falta el archivo {DATABASE}. Revise la ruta.")
    try:
        with file.open("rb") as opened:
            header = opened.read(100)
    except OSError as error:
        raise StoreError(f"No se pudo leer la base «{folder}»: {_reason(error)}.") from error
    _check_header(folder, header)
    version = max(int.from_bytes(header[60:64], "big"), _version_in_wal(file, driver))
    if version > USER_VERSION:
        raise StoreError(
            f"La base «{folder}» es de una versión más nueva de rcdesk. Actualice el programa; no se tocó nada."
        )
    return version


def _check_header(folder: Path, header: bytes) -> None:
    damaged = "Su texto y sus copias pueden servir para recuperarla: rcdesk reconstruir --espejo CARPETA --base NUEVA."
    if not header:
        raise StoreError(f"La base «{folder}» está dañada: el archivo {DATABASE} está vacío. {damaged}")
    if header[:16] != _MAGIC or len(header) < 100:
        raise StoreError(
            f"La base «{folder}» está dañada, o no es de rcdesk: {DATABASE} no es una base de datos. {damaged}"
        )
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StoreError(
            f"«{folder}» no es una base de rcdesk: su archivo {DATABASE} es de otro programa. Revise la ruta."
        )


def _version_in_wal(file: Path, driver: Driver) -> int:
    """The version that is still in the `-wal` of a base whose last program did not close."""
    if not file.with_name(f"{DATABASE}-wal").exists():
        return 0
    try:
        connection = sqlite.connect(driver, file, "ro")
        try:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
        finally:
            connection.close()
    except driver.module.Error as error:
        raise StoreError(f"No se pudo leer la base «{file.parent}»: está dañada o protegida ({error}).") from error


def _hold(folder: Path, quien: str) -> files.Lock:
    lock = files.Lock(folder / LOCK)
    told = {"quien": quien, "equipo": platform.node(), "proceso": os.getpid()}
    try:
        holder = lock.acquire(json.dumps(told, ensure_ascii=False).encode())
    except OSError as error:
        raise StoreError(f"No se puede escribir en la base «{folder}»: {_reason(error)}.") from error
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


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and next(folder.iterdir(), None) is None


def _reason(error: OSError) -> str:
    match error:
        case PermissionError():
            return "no hay permiso"
        case FileNotFoundError():
            return "no se encuentra"
        case _:
            return error.strerror or "el disco falló"
