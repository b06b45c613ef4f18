"""What every order needs: a base to write in or only to look at, the hearing that it is asked about, and the day."""

from __future__ import annotations

import getpass
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rcdesk.domain.errors import RuleError
from rcdesk.i18n import COLOMBIA

if TYPE_CHECKING:
    from rcdesk.store.database import Database


@contextmanager
def to_write(folder: Path) -> Iterator[Database]:
    """Open a base to write in it, and close it. StoreError when it cannot be opened."""
    from rcdesk.store import base

    database = base.open(folder, writing=True, **session())
    try:
        yield database
    finally:
        database.close()


@contextmanager
def to_read(folder: Path) -> Iterator[Database]:
    """Open a base only to look at it, and close it. StoreError when it cannot be opened."""
    from rcdesk.store import base

    database = base.open(folder, writing=False, clock=time.time_ns, puesto="consulta", quien="rcdesk")
    try:
        yield database
    finally:
        database.close()


def session() -> dict[str, Any]:
    """Who writes, from which computer, and by which clock."""
    return {"clock": time.time_ns, "puesto": platform.node() or "este equipo", "quien": _who()}


def today() -> date:
    """Return the day of an order, in Colombia."""
    return datetime.now(COLOMBIA).date()


def hearing_key(connection: Any, codigo: str) -> str:
    """Return the key of the hearing with that code. RuleError when there is none."""
    from rcdesk.work.gather import clave_de

    found = clave_de(connection, codigo=codigo)
    if found is None:
        raise RuleError(f"No hay una audiencia con el código «{codigo}» en esta base.", field="audiencia")
    return found


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a machine without a name for the user
        return "sin nombre"
