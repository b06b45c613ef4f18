"""How every renderer leaves its file on the disk: whole, or as it was before."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there; an `OSError` leaves what was there untouched."""
    with whole(path) as file:
        file.write(data)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes its place when all of it is on the disk; an error leaves what was there."""
    temporary = path.with_name(f".rcdesk-{token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
