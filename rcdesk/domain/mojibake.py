"""Letters that a program wrote wrong: «Ã¡» for «á», UTF-8 read one octet a letter, as Facebook exports its text."""

from __future__ import annotations

from typing import Final

_WAYS: Final = ("latin-1", "cp1252")


def reparar(texto: str) -> str:
    """Return the text as it was written, when every letter of it comes back whole; else the text as it is."""
    if texto.isascii():
        return texto
    for way in _WAYS:
        try:
            return texto.encode(way).decode("utf-8")
        except UnicodeError:
            continue
    return texto
