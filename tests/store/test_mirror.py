"""The text follows the base, catches up after a crash, and gives back what the base lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.store import mirror
from rcdesk.store.database import Database
from rcdesk.store.verify import verify
from tests.store.desks import Clock, corregir, crear_audiencia, entries, fill, image, open_base, registrar


def text_of(folder: Path) -> list[object]:
    return list(mirror.read_lines(mirror.texts(folder)))


def test_the_text_is_level_within_moments(database: Database, desk: Desk, folder: Path) -> None:
    fill(desk, 10)
    assert database.mirror is not None
    assert database.mirror.wait(len(entries(database)), timeout=5)
    assert text_of(folder) == entries(database)


def test_the_text_catches_up_after_a_crash(folder: Path) -> None:
    database = open_base(folder)
    fill(Desk(database), 10)
    database.close()
    [path] = mirror.texts(folder)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:4]) + lines[4][:50])  # the machine stopped in the middle of a line
    database = open_base(folder, Clock(now=2_000_000_000_000_000_000))
    Desk(database).do(crear_audiencia, codigo="b")
    wanted = entries(database)
    database.close()
    assert [entry for entry in text_of(folder) if entry is not None] == wanted
    assert len(mirror.texts(folder)) == 2


def test_a_text_of_a_future_month_does_not_make_the_rest_be_written_again(folder: Path) -> None:
    clock = Clock()
    database = open_base(folder, clock)
    desk = Desk(database)
    hearing = desk.do(crear_audiencia, codigo="a")
    clock.pass_(days=4000)
    desk.do(registrar, audiencia_id=hearing, texto="¿mañana?")
    clock.pass_(days=-4000)
    desk.do(registrar, audiencia_id=hearing, texto="¿hoy?")
    database.close()
    open_base(folder, clock).close()
    assert len(text_of(folder)) == 3


def test_a_base_that_lost_its_last_entries_takes_them_from_its_text(folder: Path, tmp_path: Path) -> None:
    database = open_base(folder)
    keys = fill(Desk(database), 5)
    database.close()
    shutil.copy(folder / "datos.db", tmp_path / "antes.db")
    database = open_base(folder)
    desk = Desk(database)
    desk.do(corregir, pregunta_id=keys[0], texto="¿otra?")
    desk.undo()
    desk.do(crear_audiencia, codigo="b")
    wanted, rows = entries(database), image(database)
    database.close()
    shutil.copy(tmp_path / "antes.db", folder / "datos.db")
    assert "3 entradas que su texto sí tiene" in verify(folder, clock=Clock())[0].que
    database = open_base(folder)
    assert entries(database) == wanted
    assert image(database) == rows
    database.close()
    assert verify(folder, clock=Clock()) == []
    assert len(text_of(folder)) == len(wanted)


def test_a_text_of_another_history_is_put_aside(folder: Path, tmp_path: Path) -> None:
    database = open_base(folder)
    fill(Desk(database), 2)
    database.close()
    other = open_base(tmp_path / "Otra.rcdesk")
    fill(Desk(other), 4)
    other.close()
    [path], [foreign] = mirror.texts(folder), mirror.texts(tmp_path / "Otra.rcdesk")
    shutil.copy(foreign, path)
    database = open_base(folder)
    wanted = entries(database)
    database.close()
    assert text_of(folder) == wanted
    assert len(list(folder.glob("*.aparte-*.txt"))) == 1


def test_a_mirror_without_disk_waits_for_it_and_loses_nothing(
    database: Database, desk: Desk, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    fill(desk, 2)
    assert database.mirror is not None
    assert database.mirror.wait(len(entries(database)), timeout=5)
    [path] = mirror.texts(folder)
    kept = path.rename(path.with_name("texto"))
    path.mkdir()  # a disk that does not take it
    desk.do(crear_audiencia, codigo="b")
    assert not database.mirror.wait(len(entries(database)), timeout=0.2)
    path.rmdir()
    kept.rename(path)
    desk.do(crear_audiencia, codigo="c")
    assert database.mirror.wait(len(entries(database)), timeout=5)
    assert text_of(folder) == entries(database)
    assert "mirror" in caplog.text
