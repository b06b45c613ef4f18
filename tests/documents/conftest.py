"""Golden documents: `pytest tests/documents --regolden` writes them again, to be read in the diff before committing."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Only known when pytest is given this folder: `pytest tests/documents --regolden`."""
    parser.addoption("--regolden", action="store_true", help="write the golden texts of the documents again")


@pytest.fixture
def regolden(request: pytest.FixtureRequest) -> bool:
    """Whether the golden texts are to be written, not compared."""
    return bool(request.config.getoption("--regolden", default=False))


@pytest.fixture
def golden_folder() -> Path:
    """Where the golden texts are."""
    return Path(__file__).parents[1] / "golden"
