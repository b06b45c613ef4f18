"""A pause of Python's cyclic collector, for work that makes many objects and drops none until it ends."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class _Pauses:
    """How many pauses there are now, on any thread, and whether Python searched by itself before the first."""

    many: int = 0
    automatic: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)


_now = _Pauses()


def paused() -> bool:
    """Whether some work, on any thread, asked that no search be made meanwhile."""
    return _now.many > 0


@contextmanager
def uncollected(*, keeping: bool = False) -> Iterator[None]:
    """Do not look for cycles meanwhile: a long document is a third faster, and no key waits for a look at all of it.

    With `keeping`, what the work made is set apart from later searches too: a list of fifty thousand that stays open.
    """
    with _now.lock:
        if not _now.many:
            _now.automatic = gc.isenabled()
            gc.disable()
        _now.many += 1
    try:
        yield
    finally:
        if keeping:
            gc.freeze()
        with _now.lock:
            _now.many -= 1
            if not _now.many and _now.automatic:
                gc.enable()
