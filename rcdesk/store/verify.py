"""Proves a base: its file, its links, its chain, its rows against their history, its evidence and its text."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, select, text

from rcdesk.domain.errors import StoreError
from rcdesk.i18n import plural
from rcdesk.store import base, checks, evidence, files, history, mirror, verify_index, verify_schema, verify_text
from rcdesk.store import bitacora as log
from rcdesk.store import driver as sqlite
from rcdesk.store.bitacora import Entry, Heads, Row
from rcdesk.store.database import Database
from rcdesk.store.driver import Driver
from rcdesk.store.faults import said
from rcdesk.store.folder import DATABASE, EVIDENCE
from rcdesk.store.schema import JOURNALED
from rcdesk.store.tree import BUSCABLES

_DAMAGED: Final = "El archivo de la base está dañado ({}). Reconstrúyala desde su texto o desde una copia."
_LOOKS: Final = 20
_PAUSE: Final = 0.05  # seconds
_TOLD: Final = 20  # problems of one kind that are told one by one


@dataclass(frozen=True, slots=True)
class Problema:
    """Something that is not as it should be."""

    que: str
    """What, where and what it means, in Spanish."""
    tabla: str = ""
    fila: str = ""
    """Table and key of the row, when it is one."""


def verify(folder: Path, *, clock: Callable[[], int], known: Heads | None = None) -> list[Problema]:
    """Return what is wrong in the base, nothing when it is whole; `known` are seals kept elsewhere (an acta, a copy).

    It only reads, beside whoever writes. StoreError when the base cannot be opened.
    """
    driver = sqlite.choose()
    checks.check(folder, driver)
    damage = [Problema(_DAMAGED.format(told)) for told in _damage(folder, driver)]
    damage = damage or [Problema(told) for told in _schema(folder, driver, verify_schema.missing)]
    if damage:
        return damage  # what follows reads every page, every table
    told = mirror.last_entry(folder)  # before the base is looked at, which a writer may take further meanwhile
    database = base.open(folder, writing=False, clock=clock, puesto="verificación", quien="rcdesk", driver=driver)
    try:
        with database.reading() as connection:
            bare: Any = connection.connection.driver_connection
            bare.text_factory = _legible
            problems = [Problema(told) for told in _schema(folder, driver, verify_schema.planted)]
            problems += [*_loose(connection), *_chain(connection, known)]
            changed = list(_rows(connection))
            problems += changed or map(
                Problema, verify_index.faults(bare, driver)
            )  # a row changed is indexed as it was
            return [*problems, *_evidence(connection, folder), *_text(connection, database, told)]
    finally:
        database.close()


def _legible(text: bytes) -> str:
    """A text whose letters were damaged is read too, to be found different from what its history says."""
    return text.decode("utf-8", "backslashreplace")


def _damage(folder: Path, driver: Driver) -> list[str]:
    """What SQLite finds wrong in the file, in its own words."""
    try:
        with closing(sqlite.connect(driver, folder / DATABASE, "rw")) as connection:
            told = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    except driver.module.DatabaseError as error:
        if isinstance(error, driver.module.OperationalError) and isinstance(refusal := said(error), StoreError):
            raise refusal from error  # not opened, not read: nothing is known of what it holds
        told = [str(error)]  # pages that cannot even be read
    return [fault for fault in told if fault != "ok"]


def _schema(folder: Path, driver: Driver, look: Callable[[Any, Driver], Iterator[str]]) -> list[str]:
    with closing(sqlite.connect(driver, folder / DATABASE, "rw")) as connection:
        return list(look(connection, driver))


def _loose(connection: Connection) -> Iterator[Problema]:
    query = text('SELECT "table", rowid, parent FROM pragma_foreign_key_check LIMIT 20')
    for table, rowid, parent in connection.execute(query):
        key = connection.execute(text(f"SELECT id FROM {table} WHERE rowid = :rowid"), {"rowid": rowid}).scalar_one()
        yield Problema(f"El registro {key} de «{table}» depende de uno de «{parent}» que ya no existe.", table, key)


def _chain(connection: Connection, known: Heads | None) -> Iterator[Problema]:
    for told in log.verify((entry for _, entry in log.read(connection)), known)[:_TOLD]:
        yield Problema(f"{told[0].upper()}{told[1:]}.")
    orphans = text("SELECT count(*) FROM cambios WHERE entrada NOT IN (SELECT id FROM bitacora)")
    count = connection.execute(orphans).scalar_one()
    if count:
        yield Problema(f"Hay {count} cambios que no son de ninguna entrada de la bitácora.")


def _rows(connection: Connection) -> Iterator[Problema]:
    for table in JOURNALED:
        for told, (key, row, past) in enumerate(history.differences(connection, table)):
            if told == _TOLD:
                yield Problema(f"Y más registros de «{table}» que no corresponden a su historia.", table)
                break
            yield Problema(_difference(table, key, row, past), table, key)


def _difference(table: str, key: str, row: Row | None, past: Row | None) -> str:
    where = f"«{table}», {_label(table, row or past or {})} ({key})"
    if row is None:
        return f"Falta un registro de {where}: se borró por fuera del programa."
    if past is None:
        return f"Sobra un registro de {where}: se agregó por fuera del programa."
    fields = ", ".join(name for name, value in row.items() if past[name] != value)
    return f"Un registro de {where} se cambió por fuera del programa: {fields}."


def _label(table: str, row: Row) -> str:
    """How a person would call the row."""
    seek = BUSCABLES.get(table)
    names = (*((seek.orden,) if seek else ()), "codigo", "numero", "nombre", "titulo", "texto")
    found = next((str(row[name]) for name in names if row.get(name)), "sin nombre")
    number = f"n.º {row['numero']} " if isinstance(row.get("numero"), int) else ""
    return f"{number}«{found if len(found) <= 60 else found[:59] + '…'}»"


def _evidence(connection: Connection, folder: Path) -> Iterator[Problema]:
    attached = JOURNALED["adjuntos"].c
    named: dict[str, Any] = {row.sha256: row.ruta for row in connection.execute(select(attached.sha256, attached.ruta))}
    for sha256, name in named.items():
        if not evidence.is_digest(sha256):  # its row is named as changed from outside
            continue
        path = evidence.evidence_path(folder, sha256)
        if not path.is_file():
            yield Problema(f"Falta el archivo adjunto «{name}» en la carpeta {EVIDENCE} ({sha256}).", "adjuntos")
        elif files.sha256_of(path) != sha256:
            yield Problema(f"El archivo adjunto «{name}» fue alterado después de guardarlo ({sha256}).", "adjuntos")


def _text(connection: Connection, database: Database, last: Entry | None) -> Iterator[Problema]:
    folder = database.folder
    here = log.heads(connection)
    n, seal = here.get(database.mesa, (0, log.GENESIS))
    last = _level(folder, n, last)
    if last is None:
        if n:
            yield Problema(
                "No está el texto de la bitácora junto a la base; se escribe de nuevo al abrirla con el programa."
            )
    elif last.mesa != database.mesa or (last.n == n and last.sello != seal):
        yield Problema("El texto de la bitácora es de otra historia: no corresponde a la base.")
    elif last.n > n:
        missing = plural(last.n - n, "entrada que su texto sí tiene", "entradas que su texto sí tiene")
        yield Problema(f"A la base le falta algo que se hizo: {missing}. Se recupera al abrirla con el programa.")
    elif last.n < n:
        missing = plural(n - last.n, "entrada", "entradas")
        yield Problema(f"El texto de la bitácora va atrás {missing}; se completa al abrir la base con el programa.")
    if last is not None and last.mesa == database.mesa:
        until = min(n, last.n)
        yield from map(Problema, verify_text.faults(connection, folder, database.mesa, until))


def _level(folder: Path, n: int, last: Entry | None) -> Entry | None:
    """The newest entry of the text, given a moment to follow when somebody is writing."""
    for _ in range(_LOOKS):
        if (last.n if last else 0) >= n:
            break
        time.sleep(_PAUSE)
        last = mirror.last_entry(folder)
    return last
