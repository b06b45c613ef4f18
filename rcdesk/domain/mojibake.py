"""Letters that a program wrote wrong: «Ã¡» for «á», UTF-8 read one octet a letter, as Facebook exports its text."""

from __future__ import annotations

import re
from typing import Final

_LETTERS_OF_WINDOWS: Final = "".join(
    bytes([octet]).decode("cp1252") for octet in range(0x80, 0xA0) if octet not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
)
_SUSPECT: Final = re.compile(f"[\xc2-\xf4][\x80-\xbf{_LETTERS_OF_WINDOWS}]")
"""A first octet of UTF-8 and one that follows it, each read as a letter."""
_WAYS: Final = ("latin-1", "cp1252")


def sospechoso(texto: str) -> bool:
    """Say whether some letters of a text may be wrong: `reparar` never touches one where none is."""
    return not texto.isascii() and _SUSPECT.search(texto) is not None


def reparar(texto: str) -> str:
    """Return the text as it was written, when every letter of it comes back whole; else the text as it is."""
    if not sospechoso(texto):
        return texto
    for way in _WAYS:
        try:
            return texto.encode(way).decode("utf-8")
        except UnicodeError:
            continue
    return texto
