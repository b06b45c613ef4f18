"""Work is tested on the shipped example, imported once in a session and copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.store.schema import JOURNALED
from tests.approved import approve_and_seal
from tests.bases import PRIMERA, SEGUNDA, copied, make_example, open_desk
from tests.work.marching import Wall


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed base with the example; copy it, never open it."""
    return make_example(tmp_path_factory.mktemp("ejemplo") / "Ejemplo.rcdesk")


@pytest.fixture
def desk(example: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk over a copy of the example."""
    opened = open_desk(copied(example, tmp_path / "Base.rcdesk"))
    yield opened
    opened.close()


@pytest.fixture
def wall() -> Wall:
    """A clock that a test moves on."""
    return Wall()


@pytest.fixture
def primera(desk: Desk) -> str:
    """The key of the hearing that took place."""
    return hearing(desk, PRIMERA)


@pytest.fixture
def segunda(desk: Desk) -> str:
    """The key of the hearing that is being prepared."""
    return hearing(desk, SEGUNDA)


def hearing(desk: Desk, codigo: str) -> str:
    table = JOURNALED["audiencias"].c
    return str(desk.ask(lambda connection: connection.scalar(select(table.id).where(table.codigo == codigo))))


@pytest.fixture(scope="session")
def sealed_example(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed base whose first hearing has its acta approved and sealed; copy it, never open it."""
    folder = copied(example, tmp_path_factory.mktemp("sellada") / "Sellada.rcdesk")
    opened = open_desk(folder)
    approve_and_seal(opened, hearing(opened, PRIMERA))
    opened.close()
    return folder


@pytest.fixture
def sealed(sealed_example: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk over a copy of that base."""
    opened = open_desk(copied(sealed_example, tmp_path / "Sellada.rcdesk"))
    yield opened
    opened.close()
