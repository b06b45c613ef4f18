"""Rows of a spreadsheet (XLSX, XLSM, XLS, ODS): values only; formulas, macros and links are never kept nor followed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from rcdesk.domain.errors import StoreError
from rcdesk.store import sheet_zip
from rcdesk.store.sheet_row import Raw

_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
"""How a workbook with a password names what it holds, whatever its own name says."""


def rows(path: Path, hoja: str) -> tuple[tuple[str, ...], str, Iterable[Raw], str]:
    """Return the names of the sheets, the one that is read, and its rows. StoreError when it cannot be trusted."""
    import python_calamine as calamine  # at first use: a CSV does not need it

    if zipfile.is_zipfile(path):
        sheet_zip.look(path)
    try:
        book = _book(calamine, path)
        names = tuple(book.sheet_names)
        if not names:
            raise StoreError(f"«{path.name}» no tiene hojas.")
        chosen = hoja if hoja in names else names[0]
        sheet = book.get_sheet_by_name(chosen)
    except calamine.PasswordError as error:
        text = f"«{path.name}» tiene contraseña. Ábralo en Excel, guárdelo sin contraseña y vuelva a intentarlo."
        raise StoreError(text) from error
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, ValueError) as error:
        raise StoreError(sheet_zip.damaged(path)) from error
    if sheet.total_height * sheet.total_width > sheet_zip.CELLS:
        raise StoreError(sheet_zip.too_far(f"«{path.name}» no se abrió: ", sheet.total_height))
    return names, chosen, _rows(sheet.iter_rows()), ""


def _book(calamine: Any, path: Path) -> Any:
    """Open it by what its name says or, when that fails, by what it has inside."""
    try:
        return calamine.CalamineWorkbook.from_path(str(path))
    except calamine.PasswordError:
        raise
    except calamine.CalamineError:
        data = path.read_bytes()
        if _LOCKED in data:
            raise calamine.PasswordError from None
        return calamine.CalamineWorkbook.from_filelike(BytesIO(data))


def _rows(values: Iterable[list[Any]]) -> Iterator[Raw]:
    for number, cells in enumerate(values, 1):
        texts = tuple([cell if cell.__class__ is str else _text(cell) for cell in cells])
        if any(texts):
            yield number, texts, ""


def _text(value: Any) -> str:
    match value:
        case str():
            return value
        case bool():
            return "Sí" if value else "No"
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S}"
        case date() | time():
            return value.isoformat()
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case timedelta():
            return str(value)
        case _:
            return "" if value is None else str(value)
