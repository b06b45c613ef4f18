"""Looks inside a spreadsheet before it is opened: one that would become enormous, or declares entities, is refused.

The sizes that a file tells of itself are checked by unpacking it, piece by piece and keeping nothing.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rcdesk.domain.errors import StoreError
from rcdesk.i18n import numero

CELLS: Final = 6_000_000  # from the first to the last: a sheet is held as a rectangle
_UNPACKED: Final = 100_000_000  # octets that the whole file may become
_PARTS: Final = 2_000
_RATIO: Final = 150  # how many times larger one part may become
_SMALL: Final = 2_000_000  # octets under which the ratio says nothing
_FAR: Final = re.compile(rb'r="[A-Z]{2,3}\d|r="\d{6,7}"')
"""A cell beyond the column Z or a row beyond 99,999: only then is each cell looked at."""
_REFERENCE: Final = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_REPEATED: Final = re.compile(
    rb'<table:table-cell[^>]*number-columns-repeated="(\d+)"[^>]*(?:office:value|value-type)', re.IGNORECASE
)
_CHUNK: Final = 1 << 20
_EDGE: Final = 200  # octets of a chunk that are looked at again with the next
DAMAGED: Final = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


def look(path: Path) -> None:
    """Refuse a file that would become enormous, or that declares entities. StoreError says which."""
    bad = f"«{path.name}» no se abrió: "
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            whole = sum(part.file_size for part in parts)
            if len(parts) > _PARTS or whole > _UNPACKED or any(map(_swells, parts)):
                raise StoreError(_enormous(bad, whole))
            for part in parts:
                _look_at(packed, part, bad)
    except DAMAGED as error:
        raise StoreError(damaged(path)) from error


def damaged(path: Path) -> str:
    """Say that a spreadsheet cannot be opened, and what may still be done."""
    return (
        f"«{path.name}» está dañado o incompleto: no se pudo abrir como hoja de cálculo. "
        "Ábralo en Excel y guárdelo de nuevo, o pídalo otra vez a quien lo envió."
    )


def too_far(bad: str, low: int) -> str:
    """Say that the rectangle that holds every cell, down to the row `low`, is more than is read."""
    return f"{bad}tiene celdas escritas muy lejos de las demás (fila {numero(low)}). Bórrelas y guárdelo."


def _swells(part: zipfile.ZipInfo) -> bool:
    return part.file_size > _SMALL and part.file_size > _RATIO * max(1, part.compress_size)


def _enormous(bad: str, octets: int) -> str:
    size = numero(round(octets / 1_000_000))
    return f"{bad}comprimido, se volvería {size} MB o más. Guarde de nuevo solo la hoja que necesita."


def _look_at(packed: zipfile.ZipFile, part: zipfile.ZipInfo, bad: str) -> None:
    text, sheet = part.filename.lower().endswith((".xml", ".rels")), "sheet" in part.filename.lower()
    open_document, before, far = part.filename == "content.xml", b"", False
    for chunk in _unpacked(packed, part, bad):
        if not text:
            continue
        if not before and (b"<!DOCTYPE" in chunk[:8192] or b"<!ENTITY" in chunk[:8192]):
            raise StoreError(f"{bad}trae definiciones que una hoja de cálculo no usa. Guárdelo de nuevo en Excel.")
        seen = before + chunk
        far = far or (sheet and _FAR.search(seen) is not None)
        if open_document and any(int(many) > 2_000 for many in _REPEATED.findall(seen)):
            raise StoreError(f"{bad}repite una celda miles de veces. Guarde de nuevo solo la hoja que necesita.")
        before = chunk[-_EDGE:]
    if far:
        _measure(packed, part, bad)


def _measure(packed: zipfile.ZipFile, part: zipfile.ZipInfo, bad: str) -> None:
    """Look at how large is the rectangle that holds every cell."""
    right, low, before = 0, 0, b""
    for chunk in _unpacked(packed, part, bad):
        for letters, row in _REFERENCE.findall(before + chunk):
            right, low = max(right, _column(letters)), max(low, int(row))
        before = chunk[-_EDGE:]
    if right * low > CELLS:
        raise StoreError(too_far(bad, low))


def _unpacked(packed: zipfile.ZipFile, part: zipfile.ZipInfo, bad: str) -> Iterator[bytes]:
    """Yield what a part holds, and refuse one that holds more than it tells."""
    told, found = part.file_size, 0
    part.file_size = told + 1  # `zipfile` stops at the size that is told; whoever opens it after us may not
    try:
        with packed.open(part) as file:
            while chunk := file.read(_CHUNK):
                found += len(chunk)
                yield chunk
    finally:
        part.file_size = told
    if found > told:
        raise StoreError(_enormous(bad, _UNPACKED))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
