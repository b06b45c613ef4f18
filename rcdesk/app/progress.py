"""How long work says how far it is, and how a person stops it, without knowing who listens."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from rcdesk.domain.telling import Telling, silent

R = TypeVar("R")

Progress: TypeAlias = Telling
"""What long work tells the window; it raises `Cancelled` when the person asked to stop."""


class Cancelled(Exception):
    """The person asked to stop; nothing was done."""


@dataclass(frozen=True, slots=True)
class Listener(Generic[R]):
    """Who is told about a long action; each is called on the desk's own thread, and `done` or `failed` once."""

    done: Callable[[R], None]
    failed: Callable[[BaseException], None]
    """Told `Cancelled`, a RuleError, a StoreError, or the bug itself."""
    progress: Progress = silent


class Running:
    """A long action under way."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._stop = threading.Event()
        self._told = threading.Event()

    def cancel(self) -> None:
        """Ask it to stop; what it wrote is taken back whole."""
        self._stop.set()

    def check(self) -> None:
        """Raise `Cancelled` when the person asked to stop."""
        if self._stop.is_set():
            raise Cancelled

    def wait(self, timeout: float | None = None) -> bool:
        """Wait, up to `timeout` seconds, until it ended and its listener was told; return whether it did."""
        return self._told.wait(timeout)

    def told(self) -> None:
        """The listener knows how it ended."""
        self._told.set()
