"""Old Excel files, made by hand: the compound file that holds them, and a sheet of BIFF8 with texts and numbers."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from typing import Final

_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_SECTOR: Final = 512
_STREAM: Final = 4096  # octets under which a stream would lie in another way


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file (MS-CFB, version 3) with up to three streams in its root."""
    filled = {name: data.ljust(_STREAM, b"\0") for name, data in streams.items()}
    assert len(filled) <= 3
    fat, body, place = [_FAT, _END], b"", 2
    entries: list[bytes] = []
    for name, data in filled.items():
        sectors = -(-len(data) // _SECTOR)
        entries.append(
            _entry(name, 2, place, len(data), right=len(entries) + 2 if len(entries) + 1 < len(filled) else -1)
        )
        fat += [*range(place + 1, place + sectors), _END]
        body += data.ljust(sectors * _SECTOR, b"\0")
        place += sectors
    assert len(fat) <= 128
    root = _entry("Root Entry", 5, _END, 0, child=1)
    directory = b"".join([root, *entries]).ljust(_SECTOR, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, _STREAM, _END, 0, _END, 0, 0)
    head = head.ljust(_SECTOR, b"\xff")
    return head + struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat))) + directory + body


def _entry(name: str, kind: int, start: int, size: int, *, right: int = -1, child: int = -1) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    links = (_NONE, right & 0xFFFFFFFF, child & 0xFFFFFFFF)
    return letters.ljust(64, b"\0") + struct.pack("<HBB3I16x4x16xIQ", len(letters), kind, 1, *links, start, size)


def workbook(rows: Sequence[Sequence[str | float]], *, locked: bool = False) -> bytes:
    """An XLS with one sheet; `locked` says that it has a password, which is all that can be read of it."""
    begins = _record(0x809, struct.pack("<4H8x", 0x600, 5, 0, 0))
    if locked:
        return compound({"Workbook": begins + _record(0x2F, b"\1".ljust(54, b"\0"))})
    cells = b"".join(
        _record(0x203, struct.pack("<3Hd", row, column, 0, value))
        if isinstance(value, float)
        else _record(0x204, struct.pack("<4HB", row, column, 0, len(value), 1) + value.encode("utf-16-le"))
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
    )
    size = _record(0x200, struct.pack("<2I3H", 0, len(rows), 0, max(map(len, rows)), 0))
    sheet = _record(0x809, struct.pack("<4H8x", 0x600, 0x10, 0, 0)) + size + cells + _record(0x0A, b"")
    name = "Hoja"
    book = begins + _record(0x42, struct.pack("<H", 1200))
    start = len(book) + 4 + 8 + len(name) + 4
    book += _record(0x85, struct.pack("<IHBB", start, 0, len(name), 0) + name.encode()) + _record(0x0A, b"")
    return compound({"Workbook": book + sheet})


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data
