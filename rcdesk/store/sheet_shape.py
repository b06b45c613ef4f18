"""How a sheet of an XLSX is drawn, read from its XML: `sheet_zip` has looked at the file before.

The library that reads the values tells neither what is hidden, nor which numbers are percentages, nor which formulas
have no value. (ECMA-376 part 1, 18.3 and 18.8.)
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any, Final

_ROW: Final = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COL: Final = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_CELL: Final = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f\b")
_VALUE: Final = re.compile(rb"<(?:\w+:)?v\b[^>]*>[^<]")
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
_FORMAT: Final = re.compile(rb"<(?:\w+:)?numFmt\b([^>]*)>")
_LOOKS: Final = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_LOOK: Final = re.compile(rb"<(?:\w+:)?xf\b([^>]*)>")
_PERCENTS: Final = frozenset({b"9", b"10"})
_PLACE: Final = re.compile(rb"([A-Z]+)(\d+)")
_MOST: Final = 20_000
"""Of each thing: a sheet with more of it is not drawn by hand."""


@dataclass(slots=True)
class Shape:
    """What is told of a sheet: rows from 1, columns from 0."""

    merged: list[list[int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    hidden_sheets: list[str] = field(default_factory=list)
    blank: list[list[int]] = field(default_factory=list)
    percents: set[tuple[int, int]] = field(default_factory=set)
    from_1904: bool = False

    def frame(self) -> list[Any]:
        """As it crosses to the program."""
        return [
            "shape", self.merged, self.hidden_rows, self.hidden_columns, self.hidden_sheets, self.blank, self.from_1904,
        ]  # fmt: skip


def shape_of(path: Path, sheet: str) -> Shape:
    """Return how a sheet is drawn; nothing is told of what is no XLSX."""
    found = Shape()
    if not zipfile.is_zipfile(path):
        return found
    with zipfile.ZipFile(path) as packed:
        names = set(packed.namelist())
        if "xl/workbook.xml" not in names:
            return found
        book = packed.read("xl/workbook.xml")
        found.from_1904 = re.search(rb'\bdate1904="(?:1|true)"', book) is not None
        parts = _parts(packed, names)
        for attributes in map(_attributes, _SHEET.findall(book)):
            name = unescape(attributes.get(b"name", b"").decode("utf-8", "replace"))
            if attributes.get(b"state", b"visible") != b"visible":
                found.hidden_sheets.append(name)
            part = parts.get(attributes.get(b"id", b""), "")
            if name == sheet and part in names:
                _look(found, packed.read(part), _percents(packed, names))
    return found


def _look(found: Shape, sheet: bytes, percents: frozenset[bytes]) -> None:
    for attributes in map(_attributes, _COL.findall(sheet)):
        if attributes.get(b"hidden") in (b"1", b"true"):
            first, last = int(attributes.get(b"min", b"1")), int(attributes.get(b"max", b"1"))
            found.hidden_columns += range(first - 1, min(last, first + _MOST))
    for attributes in map(_attributes, _ROW.findall(sheet)):
        if attributes.get(b"hidden") in (b"1", b"true") and b"r" in attributes:
            found.hidden_rows.append(int(attributes[b"r"]))
    for left, top, right, low in _MERGED.findall(sheet)[:_MOST]:
        found.merged.append([int(top), _column(left), int(low), _column(right)])
    if percents or b"<f" in sheet or b":f" in sheet:
        _look_at_cells(found, sheet, percents)
    del found.hidden_rows[_MOST:], found.blank[_MOST:]


def _look_at_cells(found: Shape, sheet: bytes, percents: frozenset[bytes]) -> None:
    for raw, inside in _CELL.findall(sheet):
        attributes = _attributes(raw)
        place = _PLACE.fullmatch(attributes.get(b"r", b""))
        if place is None:
            continue
        where = int(place[2]), _column(place[1])
        if attributes.get(b"s") in percents:
            found.percents.add(where)
        if _FORMULA.search(inside) and not _VALUE.search(inside):
            found.blank.append([*where])


def _parts(packed: zipfile.ZipFile, names: set[str]) -> dict[bytes, str]:
    """The file of each sheet, by the key that the workbook gives it."""
    rels = "xl/_rels/workbook.xml.rels"
    if rels not in names:
        return {}
    found = {}
    for attributes in map(_attributes, _RELATION.findall(packed.read(rels))):
        target = attributes.get(b"Target", b"").decode("utf-8", "replace")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        found[attributes.get(b"Id", b"")] = whole
    return found


def _percents(packed: zipfile.ZipFile, names: set[str]) -> frozenset[bytes]:
    """The looks, by their place, with which a number is read as a percentage."""
    if "xl/styles.xml" not in names:
        return frozenset()
    styles = packed.read("xl/styles.xml")
    formats = set(_PERCENTS)
    for attributes in map(_attributes, _FORMAT.findall(styles)):
        code = re.sub(rb'&quot;.*?&quot;|".*?"|\\.', b"", attributes.get(b"formatCode", b""))
        if b"%" in code:
            formats.add(attributes.get(b"numFmtId", b""))
    looks = _LOOKS.search(styles)
    return frozenset(_places(looks[0] if looks else b"", formats))


def _places(looks: bytes, formats: set[bytes]) -> Iterator[bytes]:
    for place, raw in enumerate(_LOOK.findall(looks)):
        if _attributes(raw).get(b"numFmtId") in formats:
            yield str(place).encode()


def _attributes(raw: bytes) -> dict[bytes, bytes]:
    return {name: one or other for name, one, other in _ATTRIBUTE.findall(raw)}


_ATTRIBUTE: Final = re.compile(rb"""(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
