"""What every test is held to: no screen needed, no socket opened, nothing left running.

Qt reads its platform when it is first imported, so the environment is set before anything else.
"""

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests import lengths, printed, sockets
from tests.leaks import rest, settle, standing

sockets.forbid()

settings.register_profile("landing", derandomize=True, max_examples=40)
settings.register_profile("largo", max_examples=400)
if lengths.LARGO:
    settings.load_profile("largo")
elif os.environ.get("CI"):  # what lands is judged by the same cases each time; new ones are looked for at the desk
    settings.load_profile("landing")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take `--largo`, which `tests/lengths.py` reads."""
    parser.addoption("--largo", action="store_true", help="long runs whole, and ten times the random cases")


@pytest.fixture(autouse=True)
def _no_socket_opens() -> Iterator[None]:
    """Fail the test that tried to open a socket, even when the code under test swallowed the refusal."""
    sockets.attempts.clear()
    yield
    if sockets.attempts:
        pytest.fail("a socket was opened: " + "; ".join(sockets.attempts))


@pytest.fixture(autouse=True, scope="session")
def _pdfs_are_copied() -> Iterator[None]:
    yield from printed.watch()


@pytest.fixture(autouse=True)
def _every_pdf_conforms() -> Iterator[None]:
    """Fail the test that made a PDF which breaks PDF/A-3a or PDF/UA-1."""
    yield
    printed.judge()


@pytest.fixture(autouse=True)
def _nothing_outlives_the_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that leaves behind a thread, an active timer or a window.

    What was standing before it (the fixtures of a module or of the session) is not its fault.
    """
    uses_qt = "qapp" in request.fixturenames
    if uses_qt:
        rest()
        gc.disable()  # as the program does: a widget that a thread happens to destroy stops both for ever
    before = standing(uses_qt=uses_qt)
    yield
    if uses_qt:
        gc.collect()
        gc.enable()
    left = settle(before, uses_qt=uses_qt)
    if left:
        pytest.fail("outlived the test: " + "; ".join(left))
