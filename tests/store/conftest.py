from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from rcdesk.app.desk import Changed, Desk
from rcdesk.store import driver as sqlite
from rcdesk.store.database import Database
from rcdesk.store.driver import Driver
from tests.store.desks import Clock, open_base


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Prueba ñ 1.rcdesk"


@pytest.fixture(params=["the chosen SQLite", "the fallback"])
def driver(request: pytest.FixtureRequest) -> Driver:
    """Both ways of opening a base: WAL with a repaired SQLite, and Python's own with TRUNCATE."""
    return sqlite.choose() if request.param == "the chosen SQLite" else Driver(sqlite3, wal=False)


@pytest.fixture
def database(folder: Path, clock: Clock) -> Iterator[Database]:
    opened = open_base(folder, clock)
    yield opened
    opened.close()


@pytest.fixture
def heard() -> list[Changed]:
    return []


@pytest.fixture
def desk(database: Database, heard: list[Changed]) -> Desk:
    return Desk(database, announce=heard.append)
