"""The process that opens a file of outside: it is given little memory and time, and can be killed at any moment.

It reads one order from its entry and answers in frames (four octets of length, then JSON). What is hostile in a file
reaches nothing but this process, and what comes back is only numbers and text. It imports as little as it can: its
start is part of the time of every reading.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any, Final

from rcdesk.domain.errors import StoreError, reason
from rcdesk.domain.mojibake import reparar, sospechoso
from rcdesk.store import sheet_book, sheet_json, sheet_text, sheet_zip
from rcdesk.store.sheet_row import COLUMNS, KINDS, ROWS, Raw, pack

ORDER: Final = "--leer-planilla"
"""The argument with which the program itself, when it is one frozen file, becomes this process."""

MEMORY: Final = 1_000_000_000  # octets
SECONDS: Final = 120  # of life, whatever it does
_IN, _OUT = 0, 1  # a program without a console has no sys.stdin, and still has these
_PORTION: Final = 1_000  # rows of a frame
_STRANGE: Final = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"MZ", b"\x7fELF", b"SQLite format")

_PAGES: Final = (b"<html", b"<!doctype", b"<?xml", b"<head", b"<meta", b"<style", b"<table", b"<div")
"""How what many systems call «exportar a Excel» begins."""


def main() -> int:
    """Read the file that the order names, and send what it has. What it cannot read is said, never raised."""
    gc.disable()  # it lives for one file: looking for cycles of objects would be a tenth of its time
    _limit()
    asked = _order()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        for frame in frames(Path(asked["path"]), asked["hoja"], forma=bool(asked.get("forma"))):
            _send(frame)
    except BrokenPipeError:
        return 1
    except Exception as error:  # noqa: BLE001 - a bug is told to the program, which raises it: without values of the file
        _send(["bug", _bare(error)])
    return 0


def frames(path: Path, hoja: str, *, forma: bool = False) -> Iterator[list[Any]]:
    """Yield what is told of a file: its sheets, its rows in portions, how many were counted, and the end.

    With `forma`, also how the sheet is drawn.
    """
    try:
        sheets, sheet, rows, form, shape = _open(path, hoja, forma)
        yield ["sheets", sheets, sheet, form]
        if shape is not None:
            yield shape.frame()
        yield from _portions(rows)
    except StoreError as error:
        yield ["no", str(error)]
    except OSError as error:
        yield ["no", f"No se pudo leer «{path.name}»: {reason(error)}."]
    except MemoryError:
        yield ["no", f"«{path.name}» pide más memoria de la que se le da a un archivo. Divídalo."]
    except BaseException as error:  # what the library in Rust raises is no Exception
        if type(error).__name__ != "PanicException":
            raise
        yield ["no", sheet_zip.damaged(path)]


def _send(frame: list[Any]) -> None:
    """Write a frame whole."""
    data = json.dumps(frame, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    left = memoryview(len(data).to_bytes(4, "big") + data)
    while left:
        left = left[os.write(_OUT, left) :]


def _open(path: Path, hoja: str, forma: bool) -> sheet_book.Book:
    """Choose how to read by what the file has inside, whatever its name says."""
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        return sheet_book.rows(path, hoja, forma=forma)
    if head.startswith(_STRANGE):
        raise StoreError(f"«{path.name}» no es una tabla. Se leen {', '.join(KINDS).upper()}.")
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.lower().startswith(_PAGES):
        raise StoreError(
            f"«{path.name}» es una página web con nombre de hoja de cálculo. Ábralo en Excel, guárdelo como libro de "
            "Excel (.xlsx) y vuelva a intentarlo."
        )
    if path.suffix.lower() == ".json" or text.startswith((b'{"', b"[{", b"{\n", b"[\n")):
        return (), "", sheet_json.rows(path), "", None
    rows, form = sheet_text.rows(path)
    return (), "", rows, form, None


def _portions(rows: Iterable[Raw]) -> Iterator[list[Any]]:
    """Yield the first rows, and how many there are after them."""
    source, repaired, kept = iter(rows), 0, 0
    while kept <= ROWS and (portion := list(islice(source, min(_PORTION, ROWS + 1 - kept)))):  # headings are one more
        portion = [row if len(row[1]) <= COLUMNS else (row[0], row[1][:COLUMNS], row[2]) for row in portion]
        kept += len(portion)
        numbers, notices, text = pack(portion)
        if sospechoso(text):
            portion, mended = _mend(portion)
            repaired += mended
            numbers, notices, text = pack(portion)
        yield ["rows", numbers, notices, text]
    total = kept
    for _ in source:
        total += 1
        if total % (50 * _PORTION) == 0:
            yield ["counted", total]
    yield ["end", total, repaired]


def _mend(portion: list[Raw]) -> tuple[list[Raw], int]:
    """Return the rows with their letters right, and how many had them wrong."""
    right = [(number, tuple(map(reparar, cells)), notice) for number, cells, notice in portion]
    return right, sum(new[1] != old[1] for new, old in zip(right, portion, strict=True))


def _limit() -> None:
    """Bound what this process may take, where the system knows how."""
    if sys.platform == "win32":
        return
    import resource

    signal.alarm(SECONDS)  # its default ends the process, also in the middle of a library
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):  # macOS knows the name and refuses the figure
            resource.setrlimit(kind, (most, most))


def _order() -> dict[str, str]:
    line = b""
    while not line.endswith(b"\n"):
        found = os.read(_IN, 4096)
        if not found:
            sys.exit(1)
        line += found
    asked: dict[str, str] = json.loads(line)
    return asked


def _end_with_parent() -> None:
    """The other end of the entry closes when whoever asked is gone, however it went."""
    while os.read(_IN, 4096):
        pass
    os._exit(1)


def _bare(error: BaseException) -> str:
    """Return the kind of an error and the lines it went through; its text might quote the file."""
    lines, trace = list[str](), error.__traceback__
    while trace is not None:
        lines.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(error).__name__} ({' > '.join(lines)})"
