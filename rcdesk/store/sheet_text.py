"""Rows of a text file: its letters (BOM, UTF-8, else cp1252), its separator, and each row that cannot be read, said."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TextIO

from rcdesk.domain.celdas import desproteger
from rcdesk.store.sheet_row import Raw

_SEPARATORS: Final = {";": "punto y coma", ",": "coma", "\t": "tabulador", "|": "barra"}
_LONGEST: Final = 1_000_000  # letters of a line that are read
_LINES: Final = 60  # lines that a cell between quotes may have
_CHUNK: Final = 1 << 20
_SAMPLE: Final = 40  # lines that tell how cells are divided
_NUL: Final = "Traía signos que no son texto"
_OPEN: Final = "Una comilla se abre y no se cierra: la fila se leyó como está escrita"
_NEVER: Final = tuple[str, ...]()
_CUT: Final = "La fila es demasiado larga y se leyó solo el comienzo"


def rows(path: Path) -> tuple[Iterator[Raw], str]:
    """Return the rows of a text file and how they were divided, in Spanish."""
    letters = _letters(path)
    separator = _separator(path, letters)
    words = f"separado por {_SEPARATORS[separator]}" if separator else "una línea por mensaje"
    return _read(path, letters, separator), words + (" (letras de Windows)" if letters == "cp1252" else "")


def _letters(path: Path) -> str:
    """Return the encoding: what the file says of itself, UTF-8 if all of it is, else cp1252."""
    with path.open("rb") as file:
        head = file.read(4)
        if head.startswith((b"\xff\xfe", b"\xfe\xff")):
            return "utf-16"
        if head[1:2] == b"\0" and head[3:4] == b"\0" and head[:1] != b"\0":
            return "utf-16-le"
    try:
        with path.open(encoding="utf-8-sig") as file:
            while file.read(_CHUNK):
                pass
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":  # cut in the middle of a letter
            return "utf-8-sig"
        return "cp1252"
    return "utf-8-sig"


def _opened(path: Path, letters: str) -> TextIO:
    return path.open(encoding=letters, errors="replace", newline="")


def _separator(path: Path, letters: str) -> str:
    """Return what divides most of the first lines into the same number of cells; nothing for loose lines."""
    with _opened(path, letters) as file:
        lines = _unquoted("".join(file.readline(_LONGEST) for _ in range(_SAMPLE)))
    best, most = "", 1.5  # one line alone that has it tells nothing
    if len(lines) == 1:
        most = 0.5
    for mark in _SEPARATORS:
        counts = Counter(found for line in lines if (found := line.count(mark)))
        if counts:
            _, same = counts.most_common(1)[0]
            if same > most:
                best, most = mark, same
    return best


def _unquoted(text: str) -> list[str]:
    """Return the rows without what stands between quotes, which may have lines of its own; blank ones are left out."""
    if text.count('"') % 2:  # one does not close, here at least: each line by itself
        rows = ["".join(line.split('"')[::2]) for line in text.splitlines()]
    else:
        rows = "".join(text.split('"')[::2]).splitlines()
    return [row for row in rows if row.strip()]


def _read(path: Path, letters: str, separator: str) -> Iterator[Raw]:
    """Yield the rows. When a quote never closes only its line is wrong: those after it are looked at again."""
    with _opened(path, letters) as file:
        source, again = _lines(file), list[tuple[int, str, bool]]()
        held: list[tuple[int, str, bool]] = []
        while True:
            taken = again.pop() if again else next(source, None)
            if taken is None and not held:
                return
            if taken is not None:
                number, line, whole = taken
                if not whole:
                    yield number, _loose(line, separator), _CUT
                    continue
                if not held and '"' not in line:  # nearly all
                    if plain := line.strip("\r\n").replace("\0", "\ufffd"):
                        yield from _plain(number, plain, separator)
                    continue
                held.append(taken)
            cells = _cells("".join(line for _, line, _ in held), separator) if taken is not None else _NEVER
            if cells is None and len(held) <= _LINES:
                continue
            if cells:
                yield _row(held[0][0], tuple(map(desproteger, cells)))
            else:
                yield held[0][0], _loose(held[0][1], separator), _OPEN
                again += reversed(held[1:])
            held = []


def _lines(file: TextIO) -> Iterator[tuple[int, str, bool]]:
    """Yield the lines with their numbers, and whether each is whole: of one without end only the beginning comes."""
    number = 0
    while line := file.readline(_LONGEST):
        number += 1
        whole = line.endswith(("\n", "\r")) or len(line) < _LONGEST
        yield number, line, whole
        rest = "" if whole else line
        while rest and not rest.endswith(("\n", "\r")):
            rest = file.readline(_LONGEST)


def _cells(text: str, separator: str) -> tuple[str, ...] | None:
    """Return the cells of a row; None while its quotes are open, and none when they close in the middle of a cell."""
    line = text.rstrip("\r\n").replace("\0", "\ufffd")
    if not separator or '"' not in line:
        return tuple(line.split(separator)) if separator else (line,)
    try:
        [row] = csv.reader([line.replace("\r\n", "\n")], delimiter=separator, strict=True)
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            return None
        return _NEVER if "\n" in line else tuple(line.split(separator))
    except ValueError:  # a line break that is not one of the file's
        return tuple(line.split(separator))
    return tuple(row)


def _loose(line: str, separator: str) -> tuple[str, ...]:
    text = line.strip("\r\n").replace("\0", "\ufffd")
    return tuple(text.split(separator)) if separator else (text,)


def _plain(number: int, line: str, separator: str) -> Iterator[Raw]:
    """Yield the row of a line without quotes; none of a blank one."""
    if not line.isspace():
        cells = tuple(line.split(separator)) if separator else (line,)
        cells = tuple(map(desproteger, cells)) if "'" in line else cells
        yield number, cells, _NUL if "\ufffd" in line else ""


def _row(number: int, cells: tuple[str, ...]) -> Raw:
    return number, cells, _NUL if any("\ufffd" in cell for cell in cells) else ""
