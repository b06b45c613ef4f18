"""A base is opened one way, and what is not one is refused in words, untouched."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import StoreError
from rcdesk.store import base
from rcdesk.store import driver as sqlite
from rcdesk.store.database import Database
from rcdesk.store.driver import Driver, safe_in_wal
from rcdesk.store.unit import Unit
from rcdesk.store.verify import verify
from rcdesk.work import action
from tests.store.desks import Clock, entries, fill, open_base


@action("Una persona")
def fill_one(unit: Unit) -> None:
    unit.insert("personas", [{"orden": "1", "nombre": "Ana"}])


ROOT = Path(__file__).parents[2]


def snapshot(folder: Path) -> dict[str, str]:
    """Every file of a folder and its hash."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def open_(folder: Path, *, writing: bool = True, quien: str = "Ana") -> Database:
    return base.open(folder, writing=writing, clock=Clock(), puesto="mesa 1", quien=quien)


PRAGMAS = {
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "mmap_size": 0,
    "application_id": 0x5243444B,
    "user_version": 1,
}


def test_every_connection_is_set_as_it_must(folder: Path, driver: Driver) -> None:
    database = open_base(folder, driver=driver)
    wal = driver.wal

    def told(run: Callable[[str], object]) -> dict[str, object]:
        return {name: run(f"PRAGMA {name}") for name in (*PRAGMAS, "journal_mode", "synchronous", "query_only")}

    with database.writing() as wire:
        written = told(lambda pragma: (wire.one(pragma) or (None,))[0])
    assert {name: written[name] for name in PRAGMAS} == PRAGMAS
    assert (written["journal_mode"], written["synchronous"]) == (("wal", 2) if wal else ("truncate", 3))
    assert written["query_only"] == 0
    for _ in range(6):
        with database.reading() as one, database.reading() as two:
            for connection in (one, two):
                read = told(lambda pragma: connection.execute(text(pragma)).scalar())  # noqa: B023
                assert {name: read[name] for name in PRAGMAS} == PRAGMAS
                assert read["query_only"] == 1
    fill(Desk(database), 5)
    database.close()
    assert verify(folder, clock=Clock()) == []


def test_wal_is_only_for_a_sqlite_with_the_repair() -> None:
    assert [
        safe_in_wal(v) for v in ((3, 40, 1), (3, 44, 6), (3, 50, 6), (3, 50, 7), (3, 51, 2), (3, 51, 3), (3, 53, 4))
    ] == [
        False,
        True,
        False,
        True,
        False,
        True,
        True,
    ]


def test_a_base_made_by_one_sqlite_opens_with_the_other(folder: Path) -> None:
    for driver in (sqlite.choose(), Driver(sqlite3, wal=False), sqlite.choose()):
        database = open_base(folder, driver=driver)
        Desk(database).do(fill_one)
        database.close()
    assert verify(folder, clock=Clock()) == []


def test_a_new_base_has_all_that_a_base_has(folder: Path) -> None:
    open_base(folder).close()
    names = {path.name for path in folder.iterdir()}
    assert names >= {"datos.db", "LEEME.txt", "evidencias", "copias"}
    assert "Para llevarla a otro computador" in (folder / "LEEME.txt").read_text(encoding="utf-8")
    assert os.name == "nt" or folder.stat().st_mode & 0o077 == 0
    with pytest.raises(StoreError, match="ya hay algo ahí"):
        base.create(folder, clock=Clock())


def test_an_empty_folder_becomes_a_base(folder: Path) -> None:
    folder.mkdir()
    open_base(folder).close()
    assert (folder / "datos.db").exists()


def test_a_base_that_moved_keeps_its_chain(folder: Path, tmp_path: Path) -> None:
    database = open_base(folder)
    fill(Desk(database), 3)
    mesa = database.mesa
    database.close()
    moved = folder.rename(tmp_path / "Otro lugar.rcdesk")
    database = open_base(moved)
    assert database.mesa == mesa
    Desk(database).do(fill_one)
    assert [entry.n for entry in entries(database)] == list(range(1, 7))
    database.close()


WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda _: None, "la carpeta no existe"),
    "empty": (lambda folder: folder.mkdir(), "está vacía"),
    "a file": (lambda folder: folder.write_text("hola"), "es un archivo"),
    "another folder": (lambda folder: _with(folder, "foto.jpg", b"x"), "le falta el archivo datos.db"),
    "a zero-length file": (lambda folder: _with(folder, "datos.db", b""), "está vacío"),
    "not SQLite": (lambda folder: _with(folder, "datos.db", b"PK" * 4000), "no es una base de datos"),
    "cut at the header": (lambda folder: _with(folder, "datos.db", b"SQLite format 3\0"), "no es una base de datos"),
    "another program's": (lambda folder: _sqlite(folder, "CREATE TABLE t (x)"), "es de otro programa"),
    "a newer one": (lambda folder: _newer(folder), "más nueva"),
}


def _with(folder: Path, name: str, content: bytes) -> None:
    folder.mkdir()
    (folder / name).write_bytes(content)


def _sqlite(folder: Path, *statements: str) -> None:
    folder.mkdir(exist_ok=True)
    with closing(sqlite3.connect(folder / "datos.db", isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def _newer(folder: Path) -> None:
    base.create(folder, clock=Clock())
    _sqlite(folder, "PRAGMA user_version = 2")


@pytest.mark.parametrize("writing", [True, False])
@pytest.mark.parametrize("what", WRONG)
def test_what_is_not_a_base_is_refused_untouched(folder: Path, what: str, writing: bool) -> None:
    make, words = WRONG[what]
    make(folder)
    before = (folder.exists(), snapshot(folder)) if folder.is_dir() else folder.exists()
    with pytest.raises(StoreError, match=words) as refused:
        open_(folder, writing=writing)
    assert str(folder) in str(refused.value)
    assert ((folder.exists(), snapshot(folder)) if folder.is_dir() else folder.exists()) == before


def test_a_newer_version_that_is_still_in_the_wal_is_refused(folder: Path, tmp_path: Path) -> None:
    base.create(folder, clock=Clock())
    chosen = sqlite.choose()
    if not chosen.wal:
        pytest.skip("this SQLite is not used in WAL")
    with closing(sqlite.connect(chosen, folder / "datos.db", "rw", sync="FULL")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA user_version = 2")
        crashed = tmp_path / "Caída.rcdesk"
        shutil.copytree(folder, crashed)
    before = hashlib.sha256((crashed / "datos.db").read_bytes()).hexdigest()
    with pytest.raises(StoreError, match="más nueva"):
        open_(crashed)
    assert hashlib.sha256((crashed / "datos.db").read_bytes()).hexdigest() == before


def test_a_damaged_base_says_so(folder: Path) -> None:
    database = open_base(folder)
    fill(Desk(database), 5)
    database.close()
    data = (folder / "datos.db").read_bytes()
    (folder / "datos.db").write_bytes(data[:4096] + bytes(len(data) - 4096))
    with pytest.raises(StoreError, match="dañada"):
        open_(folder).close()


HOLDER = """
import sys, time
from pathlib import Path
from rcdesk.store import base
database = base.open(Path(sys.argv[1]), writing=True, clock=time.time_ns, puesto="mesa 2", quien="Beatriz")
print("abierta", flush=True)
sys.stdin.read()
"""


def test_a_second_writer_is_told_who_has_the_base_and_a_reader_comes_in(folder: Path) -> None:
    open_base(folder).close()
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLDER), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"abierta\n"
        with pytest.raises(StoreError, match=rf"abierta por Beatriz en el equipo .+ \(proceso {holder.pid}\)"):
            open_(folder)
        reader = open_(folder, writing=False)
        assert entries(reader) == []
        reader.close()
        holder.kill()
        holder.wait()
    open_(folder).close()


def test_the_same_process_does_not_open_a_base_twice(database: Database, folder: Path) -> None:
    with pytest.raises(StoreError, match="ya está abierta por Ana"):
        open_(folder)


def test_what_a_crash_left_half_done_is_swept(folder: Path) -> None:
    open_base(folder).close()
    (folder / "algo.1234.parcial").write_bytes(b"x")
    open_base(folder).close()
    assert not list(folder.glob("*.parcial"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_refused_in_words(folder: Path) -> None:
    open_base(folder).close()
    folder.chmod(0o500)
    with pytest.raises(StoreError, match="no hay permiso"):
        open_(folder)
    folder.chmod(0o700)
