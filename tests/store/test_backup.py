"""Copies are whole, verified and kept long enough; a bad base never takes the place of a good copy."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import StoreError
from rcdesk.store import bitacora as log
from rcdesk.store import driver as sqlite
from rcdesk.store.backup import backups, kept, last_backup, make
from rcdesk.store.database import Database
from rcdesk.store.verify import verify
from tests.store.desks import Clock, corregir, entries, fill, image, open_base


def test_a_copy_is_a_whole_base(database: Database, desk: Desk, folder: Path, tmp_path: Path, clock: Clock) -> None:
    fill(desk, 8)
    copy = desk.backup()
    assert last_backup(folder) == copy.cuando == desk.last_backup()
    manifest = json.loads(copy.path.with_suffix(".json").read_text(encoding="utf-8"))
    with database.reading() as connection:
        assert manifest["cabezas"] == {mesa: list(head) for mesa, head in log.heads(connection).items()}
    assert manifest["filas"]["preguntas"] == 8
    assert manifest["version"] == 1
    restored = tmp_path / "Restaurada.rcdesk"
    restored.mkdir()
    (restored / "datos.db").write_bytes(copy.path.read_bytes())
    opened = open_base(restored)
    assert image(opened) == image(database)
    assert entries(opened) == entries(database)
    opened.close()
    assert verify(restored, clock=clock) == []


def test_a_copy_is_made_while_others_write(database: Database, desk: Desk) -> None:
    keys = fill(desk, 3)
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            desk.do(corregir, pregunta_id=keys[0], texto=f"¿{stop}?")

    thread = threading.Thread(target=write)
    thread.start()
    try:
        made = [desk.backup() for _ in range(5)]
    finally:
        stop.set()
        thread.join()
    assert [copy.path for copy in backups(database.folder)] == [copy.path for copy in made]


def test_a_damaged_base_is_not_copied_over_a_good_copy(folder: Path, clock: Clock) -> None:
    database = open_base(folder, clock)
    fill(Desk(database), 200)
    good = database.backup()
    database.close()
    data = bytearray((folder / "datos.db").read_bytes())
    half = len(data) // 2 // 4096 * 4096
    data[half : half + 3 * 4096] = bytes(3 * 4096)
    (folder / "datos.db").write_bytes(data)
    with pytest.raises(StoreError, match="dañad"):
        make(folder, sqlite.choose(), clock)
    assert [copy.path for copy in backups(folder)] == [good.path]
    assert "dañado" in verify(folder, clock=clock)[0].que
    assert not list((folder / "copias").glob("*.parcial"))


def test_copies_are_kept_two_days_then_by_day_week_and_month() -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    made = [now - timedelta(hours=6 * n) for n in range(4 * 400)]
    keep = kept(made, now)
    assert {moment for moment in made if now - moment <= timedelta(days=2)} <= keep
    days = sorted({(now - moment).days for moment in keep})
    assert days[:12] == list(range(12))
    assert len({moment.strftime("%Y-%m") for moment in keep}) == 9
    assert len(keep) < 9 + 10 + 12 + 9


def test_old_copies_are_retired_when_a_new_one_is_made(database: Database, clock: Clock) -> None:
    for _ in range(4):
        database.backup()
    clock.pass_(days=40)
    database.backup()
    assert len(backups(database.folder)) == 2
    assert len(list((database.folder / "copias").iterdir())) == 4


def test_a_copy_without_its_manifest_does_not_count(database: Database, folder: Path) -> None:
    copy = database.backup()
    copy.path.with_suffix(".json").unlink()
    assert last_backup(folder) is None
