"""The only module that knows how POSIX and Windows differ about files: whole writes, durable appends, locks, hashes."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final
from uuid import uuid4

PARTIAL: Final = ".parcial"
"""How the name of an unfinished file ends; whatever still has it at opening is swept."""

_TRIES: Final = 5  # Windows refuses to replace a file while an antivirus or a viewer reads it


def write_atomic(path: Path, content: bytes | Callable[[BinaryIO], object]) -> None:
    """Write a whole file: whoever looks finds the old one or the new one, never half. OSError when it cannot."""
    with replacing(path) as partial, partial.open("xb") as out:
        if isinstance(content, bytes):
            out.write(content)
        else:
            content(out)
        out.flush()
        os.fsync(out.fileno())


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield the path of an unfinished file that takes the place of `path` when the block ends well."""
    partial = path.with_name(f"{path.name}.{uuid4().hex[:8]}{PARTIAL}")
    try:
        yield partial
        _replace(partial, path)
        sync_folder(path.parent)
    finally:
        partial.unlink(missing_ok=True)


def _replace(source: Path, target: Path) -> None:
    for attempt in range(_TRIES):
        try:
            source.replace(target)
            return
        except PermissionError:
            if os.name != "nt" or attempt == _TRIES - 1:
                raise
            time.sleep(0.1 * (attempt + 1))


def sync_file(path: Path) -> None:
    """Wait until what the file holds is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in the folder are on the disk; Windows does it by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def append(path: Path, data: bytes) -> None:
    """Add lines at the end of a text and wait until they are on the disk; a torn last line is closed first."""
    with path.open("a+b", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        if size:
            file.seek(size - 1)
            if file.read(1) != b"\n":
                data = b"\n" + data
        left = memoryview(data)
        while left:
            left = left[file.write(left) :]
        if sys.platform == "linux":
            os.fdatasync(file.fileno())
        else:
            os.fsync(file.fileno())


def sweep(folder: Path) -> None:
    """Delete the unfinished files that a crash left in the folder."""
    for leftover in folder.glob(f"*{PARTIAL}"):
        with suppress(OSError):
            leftover.unlink()


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Lock:
    """A file that one process at a time holds. The system lets go of it when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def acquire(self, holder: bytes) -> bytes | None:
        """Hold the file and write in it who does; return None, or what its present holder wrote."""
        file = self._path.open("a+b")
        if not _lock(file):
            file.seek(0)
            with file:
                return file.read(1000)
        file.truncate(0)
        file.write(holder)
        file.flush()
        self._file = file
        return None

    def release(self) -> None:
        """Let go of the file; it stays, empty."""
        if self._file is not None:
            self._file.truncate(0)
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # the locked byte stands beyond the text, which others must be able to read

    def _lock(file: BinaryIO) -> bool:
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(0)
        return True

else:
    import fcntl

    def _lock(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
