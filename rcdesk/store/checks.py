"""What a folder is, before anything in it is trusted; it is looked at and never touched."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from rcdesk.domain.errors import StoreError, reason
from rcdesk.store import driver as sqlite
from rcdesk.store.driver import APPLICATION_ID, USER_VERSION, Driver
from rcdesk.store.folder import DATABASE, SUFFIX

_MAGIC: Final = b"SQLite format 3\0"


def check(folder: Path, driver: Driver) -> int:
    """Return the version of the base in `folder`, read without touching it. StoreError if it is none, or newer."""
    if not folder.exists():
        raise StoreError(f"No hay ninguna base en «{folder}»: la carpeta no existe. Revise la ruta.")
    if not folder.is_dir():
        raise StoreError(
            f"«{folder}» es un archivo, no la carpeta de una base. Elija la carpeta que termina en {SUFFIX}."
        )
    if is_empty(folder):
        raise StoreError(f"No hay ninguna base en «{folder}»: la carpeta está vacía. Revise la ruta.")
    file = folder / DATABASE
    if not file.is_file():
        raise StoreError(f"«{folder}» no es una base de rcdesk: le falta el archivo {DATABASE}. Revise la ruta.")
    try:
        with file.open("rb") as opened:
            header = opened.read(100)
    except OSError as error:
        raise StoreError(f"No se pudo leer la base «{folder}»: {reason(error)}.") from error
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


def is_empty(folder: Path) -> bool:
    """Whether it is a folder with nothing in it."""
    return folder.is_dir() and next(folder.iterdir(), None) is None
