"""Backups: a whole, verified copy of the data in `copias/`, with what it holds written beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from rcdesk.domain.errors import StoreError, reason
from rcdesk.store import driver as sqlite
from rcdesk.store import files
from rcdesk.store.driver import Driver
from rcdesk.store.faults import in_words
from rcdesk.store.folder import COPIES, DATABASE
from rcdesk.store.schema import JOURNALED

_NAME: Final = "datos-%Y%m%dT%H%M%S.%fZ.db"

_ALL: Final = timedelta(days=2)
_KEPT: Final = ((12, "%Y-%m-%d"), (10, "%G-%V"), (9, "%Y-%m"))
"""After two days: the last copy of each of 12 days, 10 weeks and 9 months."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified copy."""

    path: Path
    cuando: datetime
    """In UTC."""


def make(folder: Path, driver: Driver, clock: Callable[[], int]) -> Backup:
    """Copy the data of the base, verify the copy and put it in its place; `clock` gives nanoseconds.

    StoreError when the base is damaged or the disk does not take it: no earlier copy is touched then.
    """
    when = datetime.fromtimestamp(clock() / 1e9, UTC)
    target = folder / COPIES / when.strftime(_NAME)
    try:
        target.parent.mkdir(exist_ok=True)
        files.sweep(target.parent)
        with files.replacing(target) as partial:
            with in_words(driver), closing(sqlite.connect(driver, folder / DATABASE, "rw")) as connection:
                connection.execute("PRAGMA query_only = OFF")  # VACUUM INTO counts as writing; the base is only read
                connection.execute("VACUUM INTO ?", (str(partial),))
            manifest = _verified(driver, partial) | {"cuando": when.isoformat(), "sha256": files.sha256_of(partial)}
            files.sync_file(partial)
        files.write_atomic(target.with_suffix(".json"), json.dumps(manifest, ensure_ascii=False, indent=1).encode())
        _retire(target.parent, when)
    except OSError as error:
        raise StoreError(
            f"No se pudo hacer la copia de seguridad: {reason(error)}. Revise el espacio en el disco."
        ) from error
    return Backup(target, when)


def _verified(driver: Driver, copy: Path) -> dict[str, Any]:
    """Check a copy and say what it holds."""
    with in_words(driver), closing(sqlite.connect(driver, copy, "ro")) as connection:
        told = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
        if told != ["ok"]:
            raise StoreError(
                "No se hizo la copia de seguridad: la base está dañada. Revísela con «rcdesk verificar»; "
                "las copias anteriores siguen en su lugar."
            )
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        names = [name for name in (*JOURNALED, "bitacora", "cambios") if name in tables]
        counts = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}
        query = (
            "SELECT mesa, n, sello FROM bitacora WHERE (mesa, n) IN (SELECT mesa, max(n) FROM bitacora GROUP BY mesa)"
        )
        heads = {mesa: [n, seal] for mesa, n, seal in connection.execute(query)} if "bitacora" in tables else {}
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    return {"version": version, "filas": counts, "cabezas": heads}


def last_backup(folder: Path) -> datetime | None:
    """Return when the last verified copy was made, in UTC."""
    return max((copy.cuando for copy in backups(folder)), default=None)


def backups(folder: Path) -> list[Backup]:
    """Return the verified copies of the base, oldest first; a copy without its manifest is not one."""
    found = []
    for path in (folder / COPIES).glob("datos-*.db"):
        with suppress(ValueError):
            when = datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
            if path.with_suffix(".json").exists():
                found.append(Backup(path, when))
    return sorted(found, key=lambda copy: copy.cuando)


def kept(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which copies stay: all of the last two days, then the last of each of 12 days, 10 weeks and 9 months."""
    newest_first = sorted(moments, reverse=True)
    keep = {moment for moment in newest_first if now - moment <= _ALL}
    for how_many, form in _KEPT:
        spans: dict[str, datetime] = {}
        for moment in newest_first:
            spans.setdefault(moment.strftime(form), moment)
        keep.update(list(spans.values())[:how_many])
    return keep


def _retire(folder: Path, now: datetime) -> None:
    copies = backups(folder.parent)
    keep = kept((copy.cuando for copy in copies), now)
    for copy in copies:
        if copy.cuando not in keep:
            copy.path.unlink(missing_ok=True)
            copy.path.with_suffix(".json").unlink(missing_ok=True)
