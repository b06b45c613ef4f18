"""Proves a base: its file, its links, its chain, its rows against their history, its evidence and its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, select, text

from rcdesk.store import base, evidence, files, history, mirror
from rcdesk.store import bitacora as log
from rcdesk.store.bitacora import Entry, Heads, Row
from rcdesk.store.database import Database
from rcdesk.store.folder import EVIDENCE
from rcdesk.store.schema import BUSCABLES, JOURNALED

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
    database = base.open(folder, writing=False, clock=clock, puesto="verificación", quien="rcdesk")
    try:
        told = mirror.last_entry(folder)  # before the base is looked at, which a writer may take further meanwhile
        with database.reading() as connection:
            damage = list(_damage(connection))
            if damage:
                return damage  # what follows reads every page
            problems = [*_loose(connection), *_chain(connection, known), *_rows(connection)]
            return [*problems, *_evidence(connection, folder), *_text(connection, database, told)]
    finally:
        database.close()


def _damage(connection: Connection) -> Iterator[Problema]:
    for (told,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if told != "ok":
            yield Problema(
                f"El archivo de la base está dañado ({told}). Reconstrúyala desde su texto o desde una copia."
            )


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
        path = evidence.evidence_path(folder, sha256)
        if not path.is_file():
            yield Problema(f"Falta el archivo adjunto «{name}» en la carpeta {EVIDENCE} ({sha256}).", "adjuntos")
        elif files.sha256_of(path) != sha256:
            yield Problema(f"El archivo adjunto «{name}» fue alterado después de guardarlo ({sha256}).", "adjuntos")


def _text(connection: Connection, database: Database, last: Entry | None) -> Iterator[Problema]:
    here = log.heads(connection)
    n, seal = here.get(last.mesa if last else database.mesa, (0, log.GENESIS))
    if last is None:
        if n:
            yield Problema(
                "No está el texto de la bitácora junto a la base; se escribe de nuevo al abrirla con el programa."
            )
    elif last.n > n:
        yield Problema(
            f"A la base le faltan {last.n - n} entradas que su texto sí tiene; se recuperan al abrirla con el programa."
        )
    elif last.n == n and last.sello != seal:
        yield Problema("El texto de la bitácora es de otra historia: no corresponde a la base.")
    elif last.n < n:
        yield Problema(
            f"Al texto de la bitácora le faltan {n - last.n} entradas; se completa al abrir la base con el programa."
        )
    damaged = sum(entry is None for entry in mirror.read_lines(mirror.texts(database.folder)))
    if damaged:
        yield Problema(
            f"El texto de la bitácora tiene líneas dañadas: {damaged}. La base está bien; el texto no la reemplaza."
        )
