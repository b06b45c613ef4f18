"""Rows of a spreadsheet (XLSX, XLSM, XLS, ODS): values only; formulas, macros and links are never kept nor followed."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from rcdesk.domain.columnas import Fila
from rcdesk.domain.errors import StoreError
from rcdesk.i18n import numero

_UNPACKED: Final = 100_000_000  # octets that the whole file may become
_RATIO: Final = 150  # how many times larger one part may become
_SMALL: Final = 2_000_000  # octets under which the ratio says nothing
_CELLS: Final = 6_000_000  # from the first to the last: a sheet is held as a rectangle
_REFERENCE: Final = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_REPEATED: Final = re.compile(
    rb'<table:table-cell[^>]*number-columns-repeated="(\d+)"[^>]*(?:office:value|value-type)', re.IGNORECASE
)
_CHUNK: Final = 1 << 20


def rows(path: Path, hoja: str) -> tuple[tuple[str, ...], str, Iterable[Fila], str]:
    """Return the names of the sheets, the one that is read, and its rows. StoreError when it cannot be trusted."""
    import python_calamine as calamine  # at first use: most days nobody opens a spreadsheet

    if zipfile.is_zipfile(path):
        _look_inside(path)
    try:
        with calamine.CalamineWorkbook.from_path(str(path)) as book:
            names = tuple(book.sheet_names)
            if not names:
                raise StoreError(f"«{path.name}» no tiene hojas.")
            chosen = hoja if hoja in names else names[0]
            sheet = book.get_sheet_by_name(chosen)
            values = sheet.to_python(skip_empty_area=False)
    except calamine.PasswordError as error:
        text = f"«{path.name}» tiene contraseña. Ábralo en Excel, guárdelo sin contraseña y vuelva a intentarlo."
        raise StoreError(text) from error
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, ValueError) as error:
        text = f"«{path.name}» está dañado o incompleto: no se pudo abrir como hoja de cálculo."
        raise StoreError(text) from error
    return names, chosen, _filas(values), ""


def _filas(values: list[list[Any]]) -> Iterator[Fila]:
    for number, cells in enumerate(values, 1):
        texts = tuple(map(_text, cells))
        if any(texts):
            yield Fila(number, texts)


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


def _look_inside(path: Path) -> None:
    """Refuse what would become enormous, and what declares entities of its own."""
    bad = f"«{path.name}» no se abrió: "
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            whole = sum(part.file_size for part in parts)
            if whole > _UNPACKED or any(
                part.file_size > _SMALL and part.file_size > _RATIO * max(1, part.compress_size) for part in parts
            ):
                size = numero(round(whole / 1_000_000))
                raise StoreError(f"{bad}comprimido, se volvería {size} MB. Guarde de nuevo solo la hoja que necesita.")
            for part in parts:
                if part.filename.endswith(".xml"):
                    _look_at(packed, part, bad)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise StoreError(f"«{path.name}» está dañado o incompleto: no se pudo abrir como hoja de cálculo.") from error


def _look_at(packed: zipfile.ZipFile, part: zipfile.ZipInfo, bad: str) -> None:
    right, low, before = 0, 0, b""
    sheet = "sheet" in part.filename.lower()
    with packed.open(part) as file:
        while chunk := file.read(_CHUNK):
            if not before and (b"<!DOCTYPE" in chunk[:8192] or b"<!ENTITY" in chunk[:8192]):
                raise StoreError(f"{bad}trae definiciones que una hoja de cálculo no usa. Guárdelo de nuevo en Excel.")
            text = before + chunk
            if sheet:
                for letters, row in _REFERENCE.findall(text):
                    right, low = max(right, _column(letters)), max(low, int(row))
            if any(int(many) > 2_000 for many in _REPEATED.findall(text)):
                raise StoreError(f"{bad}repite una celda miles de veces. Guarde de nuevo solo la hoja que necesita.")
            before = chunk[-200:]
    if right * low > _CELLS:
        raise StoreError(
            f"{bad}tiene celdas escritas muy lejos de las demás (fila {numero(low)}). Bórrelas y guárdelo."
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
