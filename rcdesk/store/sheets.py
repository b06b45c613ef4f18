"""Reads the files that questions come in: CSV, spreadsheets and JSON of any origin, within limits, nothing executed.

A file too large or made to harm is refused before it is opened; a row that cannot be read is said, and the rest come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Final

from rcdesk.domain.columnas import Fila, Tabla
from rcdesk.domain.errors import StoreError, reason
from rcdesk.domain.mojibake import reparar
from rcdesk.i18n import COLOMBIA, numero
from rcdesk.store import sheet_book, sheet_json, sheet_text

LARGEST: Final = 200_000_000  # octets
ROWS: Final = 50_000
COLUMNS: Final = 60
KINDS: Final = ("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "json")
_TELL: Final = 1_000  # rows between two words of how far it is

Progress = Callable[[int, int, str], None]


def _nothing(step: int, total: int, words: str) -> None:
    """Tell nobody."""


def read_table(path: Path, *, hoja: str = "", progress: Progress = _nothing) -> Tabla:
    """Read a sheet of a file (the first, unless `hoja` names another). StoreError says why it cannot be read."""
    try:
        found = path.stat()
        head = _head(path, found.st_size)
        when = datetime.fromtimestamp(found.st_mtime, UTC).astimezone(COLOMBIA)
        sheets, sheet, rows, form = _rows(path, head, hoja)
        filas, total, notes = _collect(rows, progress)
    except OSError as error:
        raise StoreError(f"No se pudo leer «{path.name}»: {reason(error)}.") from error
    if not filas:
        raise StoreError(f"«{path.name}» no trae ninguna fila.")
    return Tabla(path.name, filas, total, when, sheet, sheets, notes, form)


def _head(path: Path, size: int) -> bytes:
    """Return the first octets, having looked at how large it is."""
    if size > LARGEST:
        many = numero(round(size / 1_000_000))
        raise StoreError(f"«{path.name}» pesa {many} MB y el límite es {numero(LARGEST // 1_000_000)} MB. Divídalo.")
    if not size:
        raise StoreError(f"«{path.name}» está vacío.")
    with path.open("rb") as file:
        return file.read(4096)


def _rows(path: Path, head: bytes, hoja: str) -> tuple[tuple[str, ...], str, Iterable[Fila], str]:
    """Choose how to read by what the file has inside, whatever its name says."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        return sheet_book.rows(path, hoja)
    if head.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"MZ", b"\x7fELF", b"SQLite format")):
        raise StoreError(f"«{path.name}» no es una tabla. Se leen {', '.join(KINDS).upper()}.")
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if path.suffix.lower() == ".json" or text.startswith((b'{"', b"[{", b"{\n", b"[\n")):
        return (), "", sheet_json.rows(path), ""
    rows, form = sheet_text.rows(path)
    return (), "", rows, form


def _collect(rows: Iterable[Fila], progress: Progress) -> tuple[tuple[Fila, ...], int, tuple[str, ...]]:
    """Keep the first rows, and count the rest."""
    kept: list[Fila] = []
    source, repaired = iter(rows), 0
    for row in islice(source, ROWS + 1):  # the headings are one more
        cells = tuple(reparar(cell) for cell in row.celdas[:COLUMNS])
        repaired += cells != row.celdas[:COLUMNS]
        kept.append(Fila(row.numero, cells, row.aviso))
        if len(kept) % _TELL == 0:
            progress(len(kept), 0, f"Leyendo las filas: van {numero(len(kept))}")
    total = len(kept)
    for _ in source:
        total += 1
        if total % _TELL == 0:
            progress(total, 0, f"Contando las filas: van {numero(total)}")
    return tuple(kept), total, tuple(_notes(kept, total, repaired))


def _notes(kept: list[Fila], total: int, repaired: int) -> Iterator[str]:
    if total > len(kept):
        yield f"El archivo trae {numero(total)} filas y caben {numero(ROWS)}: se leyeron las primeras. Divídalo."
    wrong = [row for row in kept if row.aviso]
    if wrong:
        many = "una fila" if len(wrong) == 1 else f"{numero(len(wrong))} filas"
        first = ", ".join(numero(row.numero) for row in wrong[:5]) + ("…" if len(wrong) > 5 else "")
        yield f"Hay {many} por mirar ({first}): cada una dice por qué."
    if repaired:
        yield f"Se arreglaron las tildes de {'una fila' if repaired == 1 else f'{numero(repaired)} filas'}."
