"""Rows of a spreadsheet (XLSX, XLSM, XLS, ODS): values only; formulas, macros and links are never kept nor followed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from rcdesk.domain.errors import StoreError
from rcdesk.store import sheet_zip
from rcdesk.store.sheet_row import Raw

if TYPE_CHECKING:
    from rcdesk.store.sheet_shape import Shape

_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
"""How a workbook with a password names what it holds, whatever its own name says."""


Book: TypeAlias = tuple[tuple[str, ...], str, Iterable[Raw], str, "Shape | None"]
"""The names of its sheets, the one that is read, its rows, how they were divided, and how it is drawn if asked."""


def rows(path: Path, hoja: str, *, forma: bool = False) -> Book:
    """Return what a book has. StoreError when it cannot be trusted.

    With its `forma`, numbers come as they are written in Colombia: 1,5 and 45%.
    """
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
    if not forma:
        return names, chosen, _rows(sheet.iter_rows()), "", None
    shape = _shape(path, chosen, sheet)
    return names, chosen, _as_written(sheet.iter_rows(), shape), "", shape


def _shape(path: Path, chosen: str, sheet: Any) -> Shape:
    """How the sheet is drawn; the merged cells of an old book are told by the library."""
    from rcdesk.store.sheet_shape import shape_of

    try:
        shape = shape_of(path, chosen)
    except (KeyError, *sheet_zip.DAMAGED) as error:
        raise StoreError(sheet_zip.damaged(path)) from error
    if not shape.merged:
        shape.merged = [[top + 1, left, low + 1, right] for (top, left), (low, right) in sheet.merged_cell_ranges or ()]
    return shape


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


def _as_written(values: Iterable[list[Any]], shape: Shape) -> Iterator[Raw]:
    for number, cells in enumerate(values, 1):
        texts = tuple(_written(cell, (number, place) in shape.percents) for place, cell in enumerate(cells))
        if any(texts):
            yield number, texts, ""


def _written(value: Any, percent: bool) -> str:
    """A cell as a person in Colombia writes it, so that 1.5 is not taken for fifteen hundred."""
    if value.__class__ is datetime and not (value.hour or value.minute or value.second):
        return value.date().isoformat()
    if value.__class__ is not float and value.__class__ is not int:
        return _text(value)
    exact = Decimal(repr(value))
    exact = (exact.scaleb(2) if percent else exact).normalize()
    return format(exact, "f").replace(".", ",") + ("%" if percent else "")


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
