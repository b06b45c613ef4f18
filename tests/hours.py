"""The hours of the system that the keys of a test carry: they only go forward, and no time passes."""

from __future__ import annotations

_APART = 10_000  # ms between two bursts


class _Clock:
    def __init__(self) -> None:
        self.now = 1_000_000


_clock = _Clock()


def later(ms: int) -> int:
    """Return the hour, in ms, some time after the last one."""
    _clock.now += ms
    return _clock.now


def next_hour() -> int:
    """Return an hour of the system, in ms, long after the keys that came before."""
    return later(_APART)
