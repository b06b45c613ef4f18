"""The cells of a sheet: how their columns are called, and their texts, that no other program may work out.

In a CSV nothing says what is text, so what would be taken for a formula leaves behind an apostrophe (OWASP, «CSV
injection»), and comes back without it. In a spreadsheet a cell says that it is text, and no sign is needed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

LARGO: Final = 32_767
"""Letters of a cell, counted as Excel does: those beyond the first 65,536 of Unicode are two."""

_SIGNS: Final = ("=", "+", "-", "@")
_BLANKS: Final = ("\t", "\r", "\n")
_MARK: Final = "'"
_CUT: Final = "…"


def se_evalua(texto: str) -> bool:
    """Say whether a spreadsheet that opens a CSV could take this text for a formula."""
    if not texto:
        return False
    if texto[0].isalnum() and texto[0].isascii():  # nearly all
        return False
    first = unicodedata.normalize("NFKC", texto.lstrip()[:1])
    return texto.startswith(_BLANKS) or first.startswith(_SIGNS)


def proteger(texto: str) -> str:
    """Return the text as it goes in a CSV; one that already had the mark gets another, so that it comes back whole."""
    return _MARK + texto if se_evalua(texto.lstrip(_MARK)) else texto


def desproteger(texto: str) -> str:
    """Return what `proteger` was given; any other text stays as it is."""
    return texto[1:] if texto.startswith(_MARK) and se_evalua(texto.lstrip(_MARK)) else texto


def recortar(texto: str) -> str:
    """Return the text, cut with «…» when a cell cannot hold it."""
    if len(texto) * 2 <= LARGO or _letters(texto) <= LARGO:
        return texto
    kept = texto.encode("utf-16-le")[: (LARGO - 1) * 2].decode("utf-16-le", "ignore")
    return kept + _CUT


def recortadas(filas: Iterable[Sequence[object]]) -> int:
    """Return how many cells cannot be held whole: only texts are long."""
    return sum(recortar(cell) is not cell for row in filas for cell in row if isinstance(cell, str))


def letra(columna: int) -> str:
    """How sheets name the column in that place, from 0: A, B… Z, AA."""
    letters = ""
    columna += 1
    while columna:
        columna, rest = divmod(columna - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _letters(texto: str) -> int:
    return len(texto) + sum(letter > "\uffff" for letter in texto)
