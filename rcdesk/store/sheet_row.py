"""A row of a file of outside, how rows cross between processes, and how much of a file is read.

They cross as one text, which is divided in a tenth of the time that as many lists of texts take; its two signs are
controls that the base would not keep.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Final, TypeAlias

Raw: TypeAlias = tuple[int, tuple[str, ...], str]
"""Its number in the file, its cells as text, and what is wrong with it."""

ROWS: Final = 50_000
COLUMNS: Final = 120
KINDS: Final = ("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "json")

_CELL, _ROW = "\x7f", "\x1e"
_UNFIT: Final = str.maketrans({_CELL: "\ufffd", _ROW: "\ufffd"})


def pack(rows: Sequence[Raw]) -> tuple[list[int], list[tuple[int, str]], str]:
    """Return the numbers of the rows, the notices with the place of their row, and all the cells as one text."""
    notices = [(place, row[2]) for place, row in enumerate(rows) if row[2]]
    text = _ROW.join([_CELL.join(row[1]) for row in rows])
    if text.count(_ROW) >= len(rows) or text.count(_CELL) > sum([len(row[1]) for row in rows]) - len(rows):
        text = _ROW.join(_CELL.join(cell.translate(_UNFIT) for cell in row[1]) for row in rows)
    return [row[0] for row in rows], notices, text


def unpack(numbers: list[int], notices: list[list[object]], text: str) -> Iterator[Raw]:
    """Return the rows that `pack` was given. ValueError or TypeError when it is something else."""
    if any(number.__class__ is not int for number in numbers):
        raise TypeError("the number of a row is none")
    told = {place: notice for place, notice in notices if isinstance(place, int) and isinstance(notice, str)}
    cells = [tuple(row.split(_CELL)) for row in text.split(_ROW)]
    said = [told.get(place, "") for place in range(len(cells))] if told else repeat("", len(cells))
    return zip(numbers, cells, said, strict=True)
