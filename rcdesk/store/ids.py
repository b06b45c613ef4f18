"""Keys that sort in the order they were made, whatever the clock does: UUIDv7, RFC 9562 section 6.2, method 3."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from struct import iter_unpack
from typing import Final

_AT_ONCE: Final = 256


class Ids:
    """Makes the keys of one desk.

    `clock` gives nanoseconds. `last` is the last key of this desk's own bitácora and `hlc` when its entry was closed
    (microseconds): never those that came from elsewhere, which may be years ahead.
    """

    def __init__(self, clock: Callable[[], int], last: str = "", hlc: int = 0) -> None:
        self._clock = clock
        self._last = max(_ticks_of(last) if last else 0, _ticks(hlc * 1000))
        self._chance: Iterator[tuple[int, ...]] = iter(())

    def new(self) -> str:
        """Return the next key, as the 36 characters that are stored."""
        last = self._last = max(self._last + 1, _ticks(self._clock()))
        h = f"{last:015x}"
        return f"{h[:8]}-{h[8:12]}-7{h[12:]}-{self._random()}"

    def _random(self) -> str:
        """The 62 bits of chance after the two of the variant; asked of the system many at a time."""
        found = next(self._chance, None)
        if found is None:
            self._chance = iter_unpack(">Q", os.urandom(_AT_ONCE * 8))
            found = next(self._chance)
        t = f"{found[0] >> 2 | 1 << 63:016x}"
        return f"{t[:4]}-{t[4:]}"


def _ticks(ns: int) -> int:
    """The 48 bits of milliseconds and the 12 below them."""
    return (ns // 1_000_000 << 12) | (ns % 1_000_000 << 12) // 1_000_000


def _ticks_of(key: str) -> int:
    digits = key.replace("-", "")
    return int(digits[:12] + digits[13:16], 16)
