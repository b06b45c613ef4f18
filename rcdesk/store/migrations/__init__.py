"""The tables as they are made, and how an older base becomes one of today.

`user_version` is the only record of a base's version: N stands for the Alembic revision NNNN. Alembic is slow to
import, so it is imported only when there is something to migrate.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from rcdesk.store import backup, engines
from rcdesk.store.driver import APPLICATION_ID, USER_VERSION, Driver
from rcdesk.store.folder import DATABASE

FOLDER: Final = Path(__file__).parent
BASE: Final = FOLDER / "versions" / "0001_base.sql"


def make(driver: Any) -> None:
    """Make the tables of today in an empty file, in one transaction."""
    driver.execute("BEGIN IMMEDIATE")
    for statement in statements():
        driver.execute(statement).close()
    driver.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    driver.execute(f"PRAGMA user_version = {USER_VERSION}")
    driver.commit()


def statements() -> list[str]:
    """The statements that make the first tables; none has a semicolon inside."""
    return [text for part in BASE.read_text(encoding="utf-8").split(";\n") if (text := part.strip())]


def migrate(folder: Path, driver: Driver, version: int, clock: Callable[[], int]) -> None:
    """Bring the base in `folder` to today's version, after a verified backup. StoreError, and nothing done, if not."""
    backup.make(folder, driver, clock)
    engine = engines.writer(driver, folder / DATABASE, lambda _: None)
    try:
        with engines.in_words(driver), engine.connect() as connection:
            upgrade(connection, version)
    finally:
        engine.dispose()


def upgrade(connection: Connection, version: int) -> None:
    """Bring a base of an older `version` to today's, in one transaction with its `user_version`."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    script = ScriptDirectory.from_config(config)

    def steps(_revision: object, _context: object) -> Any:
        return script._upgrade_revs("head", f"{version:04}" if version else "base")

    with connection.begin(), EnvironmentContext(config, script, fn=steps):
        script.run_env()
        connection.exec_driver_sql(f"PRAGMA user_version = {USER_VERSION}")
