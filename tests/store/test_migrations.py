"""The shipped DDL is the metadata, and an older base is brought to it after a verified copy, or left as it was."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from rcdesk.domain.errors import StoreError
from rcdesk.store import base, checks, migrations
from rcdesk.store import driver as sqlite
from rcdesk.store.backup import backups
from rcdesk.store.verify import verify
from tests.store import ddl
from tests.store.desks import Clock, open_base

ROOT = Path(__file__).parents[2]


def older(folder: Path) -> None:
    """A base whose making was never finished: version 0, with its identity only."""
    base.create(folder, clock=Clock())
    (folder / "datos.db").unlink()
    driver = sqlite.choose()
    with closing(driver.module.connect(str(folder / "datos.db"), isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
        connection.execute("CREATE TABLE vieja (x)")


def schema(folder: Path) -> list[tuple[str, str]]:
    with closing(sqlite.connect(sqlite.choose(), folder / "datos.db", "ro")) as connection:
        query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name <> 'vieja' ORDER BY name"
        return [tuple(row) for row in connection.execute(query)]


def test_the_shipped_ddl_is_that_of_the_metadata() -> None:
    assert migrations.BASE.read_text(encoding="utf-8") == ddl.wanted()


def test_an_older_base_gets_the_tables_of_a_new_one_after_a_copy(folder: Path, tmp_path: Path) -> None:
    new = tmp_path / "Nueva.rcdesk"
    base.create(new, clock=Clock())
    older(folder)
    migrations.migrate(folder, sqlite.choose(), 0, Clock())
    assert schema(folder) == schema(new)
    assert checks.check(folder, sqlite.choose()) == sqlite.USER_VERSION
    assert len(backups(folder)) == 1


def test_an_older_base_that_is_only_read_is_not_touched(folder: Path) -> None:
    older(folder)
    before = (folder / "datos.db").read_bytes()
    with pytest.raises(StoreError, match="versión anterior"):
        base.open(folder, writing=False, clock=Clock(), puesto="", quien="")
    assert (folder / "datos.db").read_bytes() == before


def test_a_migration_that_fails_leaves_the_base_as_it_was(folder: Path) -> None:
    older(folder)
    with closing(sqlite.connect(sqlite.choose(), folder / "datos.db", "rw", sync="FULL")) as connection:
        connection.execute("CREATE TABLE preguntas (en_el_camino)")
    before = schema(folder)
    with pytest.raises(Exception, match="already exists"):
        migrations.migrate(folder, sqlite.choose(), 0, Clock())
    assert schema(folder) == before
    assert checks.check(folder, sqlite.choose()) == 0


def test_opening_a_base_of_today_does_not_import_alembic(folder: Path) -> None:
    open_base(folder).close()
    assert verify(folder, clock=Clock()) == []
    code = (
        "import sys, time; from pathlib import Path; from rcdesk.store import base; "
        "base.open(Path(sys.argv[1]), writing=True, clock=time.time_ns, puesto='', quien='').close(); "
        "assert not [m for m in sys.modules if m.split('.')[0] in ('alembic', 'PySide6')]; "
        "assert 'sqlalchemy.orm' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True, cwd=ROOT)
