"""The bitácora as text beside the base, one line per entry, from which a destroyed base is rebuilt.

The text follows the base and never leads it: its thread writes what the base has and the text lacks, with one wait for
the disk for all of it. At opening the same step catches up.
"""

from __future__ import annotations

import json
import logging
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from rcdesk.domain.errors import StoreError
from rcdesk.store import bitacora as log
from rcdesk.store import files
from rcdesk.store.bitacora import Entry
from rcdesk.store.service import bitacora

Reading = Callable[[], AbstractContextManager[Connection]]

_BATCH: Final = 2000  # entries written and waited for at once when there are many
_TAIL: Final = 1 << 16  # bytes looked at first to find the last entry of a text


class Mirror:
    """Keeps `bitacora-AAAA-MM.jsonl` in `folder` level with the base, on its own thread."""

    def __init__(self, folder: Path, reading: Reading) -> None:
        self._folder, self._reading = folder, reading
        self._place = -1
        self._wake, self._closing = threading.Event(), False
        self._level = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="rcdesk-mirror", daemon=True)
        self._thread.start()
        self.follow()

    def follow(self) -> None:
        """Ask for the new entries to be written; returns at once."""
        self._wake.set()

    def wait(self, place: int, timeout: float) -> bool:
        """Wait, up to `timeout` seconds, until the entry at `place` is on the disk; return whether it is."""
        with self._level:
            return self._level.wait_for(lambda: self._place >= place, timeout)

    def close(self) -> None:
        """Write what is left and stop."""
        self._closing = True
        self._wake.set()
        self._thread.join()

    def _run(self) -> None:
        last = False
        while not last:
            self._wake.wait()
            self._wake.clear()
            last = self._closing  # read before catching up: nothing written before `close` is left out
            try:
                self._catch_up()
            except (
                OSError,
                StoreError,
            ) as error:  # a full or missing disk: the base is safe, the next entry tries again
                logging.getLogger(__name__).warning("mirror: %s", error)

    def _catch_up(self) -> None:
        with self._reading() as connection:
            place = last_place(connection, self._folder) if self._place < 0 else self._place
            month, lines = "", list[bytes]()
            for last, entry in log.read(connection, after=place):
                if entry.momento[:7] != month or len(lines) >= _BATCH:
                    _append(self._folder, month, lines)
                    month, lines = entry.momento[:7], []
                lines.append(line_of(entry))
                place = last
            _append(self._folder, month, lines)
        with self._level:
            self._place = place
            self._level.notify_all()


def _append(folder: Path, month: str, lines: list[bytes]) -> None:
    if lines:
        files.append(folder / f"bitacora-{month}.jsonl", b"".join(lines))


def line_of(entry: Entry) -> bytes:
    """Return the line of an entry: its CRC-32 in hexadecimal, a space, its JSON."""
    data = entry.to_json().encode()
    return b"%08x %b\n" % (zlib.crc32(data), data)


def texts(folder: Path) -> list[Path]:
    """The files of the text, oldest month first."""
    return sorted(folder.glob("bitacora-*.jsonl"))


def read_lines(paths: Iterable[Path]) -> Iterator[Entry | None]:
    """Yield the entry of every line, None for those torn or damaged."""
    for path in paths:
        with path.open("rb") as lines:
            for line in lines:
                if line.strip():
                    yield parse_line(line)


def parse_line(line: bytes) -> Entry | None:
    """Return the entry of one line, or None when its CRC does not hold."""
    crc, _, data = line.rstrip(b"\r\n").partition(b" ")
    try:
        if int(crc, 16) == zlib.crc32(data):
            return Entry.from_json(data.decode())
    except (ValueError, TypeError, json.JSONDecodeError, RecursionError):
        return None
    return None


def last_entry(folder: Path) -> Entry | None:
    """Return the newest entry of the text that can be read. A clock that jumped may have put it in an earlier file."""
    found = [entry for path in texts(folder) if (entry := _last_of(path)) is not None]
    return max(found, key=lambda entry: entry.hlc, default=None)


def _last_of(path: Path) -> Entry | None:
    size = path.stat().st_size
    for reach in (min(size, _TAIL), size):
        with path.open("rb") as file:
            file.seek(size - reach)
            for line in reversed(file.read().splitlines()):
                if (entry := parse_line(line)) is not None:
                    return entry
    return None


def last_place(connection: Connection, folder: Path) -> int:
    """Return where in the base the text's newest entry stands; 0 when the base does not have it."""
    last = last_entry(folder)
    if last is None:
        return 0
    query = select(bitacora.c.lugar).where(bitacora.c.id == last.id, bitacora.c.sello == last.sello)
    return connection.execute(query).scalar() or 0
