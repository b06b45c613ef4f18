"""No test opens a socket: rcdesk works offline, and so must all that proves it."""

import sys
from typing import Any

OPENING = frozenset({"socket.__new__", "socket.getaddrinfo", "socket.gethostbyname"})

attempts: list[str] = []
"""What was tried since the list was last emptied; it tells on code that swallowed the refusal."""


class SocketOpenedError(RuntimeError):
    """A test, or the program under it, tried to open a socket."""


def forbid() -> None:
    """Refuse every socket from now on in this process; an audit hook cannot be taken off."""
    sys.addaudithook(_refuse)


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event in OPENING:
        attempts.append(f"{event} {args[1:]!r}")
        raise SocketOpenedError(attempts[-1])
