"""What every test is held to: no screen needed, no socket opened, nothing left running.

Qt reads its platform when it is first imported, so the environment is set before anything else.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tests.leaks import Standing, settle, standing


class SocketOpenedError(RuntimeError):
    """A test, or the program under it, tried to open a socket: rcdesk works offline."""


_opened: list[str] = []


def _forbid_sockets(event: str, args: tuple[Any, ...]) -> None:
    if event in ("socket.__new__", "socket.getaddrinfo", "socket.gethostbyname"):
        _opened.append(f"{event} {args[1:]!r}")
        raise SocketOpenedError(_opened[-1])


sys.addaudithook(_forbid_sockets)


@pytest.fixture(autouse=True)
def _no_socket_opens() -> Iterator[None]:
    """Fail the test that opened a socket, even when the code under test swallowed the refusal."""
    _opened.clear()
    yield
    if _opened:
        attempts = "; ".join(_opened)
        _opened.clear()
        pytest.fail(f"a socket was opened: {attempts}")


@pytest.fixture(autouse=True)
def _nothing_outlives_the_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that leaves behind a thread, an active timer or a window.

    What was standing before it (the fixtures of a module or of the session) is not its fault.
    """
    uses_qt = "qapp" in request.fixturenames
    before: Standing = standing(uses_qt=uses_qt)
    yield
    left = settle(before, uses_qt=uses_qt)
    if left:
        pytest.fail("outlived the test: " + "; ".join(left))
