"""Finding and ordering text as a person in Colombia expects: accents ignored, ñ after n, numbers by their value."""

from __future__ import annotations

import re
from typing import Any, Final
from unicodedata import category, combining, normalize

from sqlalchemy import Select, column, literal_column, select, text

from rcdesk.store.service import indice

LONGEST_KEY: Final = 200
LONGEST_TEXT: Final = 100_000
MOST_TERMS: Final = 32

_DIGITS: Final = re.compile(r"\d+")
_WRITTEN_NUMBER: Final = re.compile(r"\d[\d.\-]{4,}\d|\d{3} \d{3} ?\d{4}")
_BETWEEN: Final = re.compile(r"[. \-]")
_NOT_SORTED: Final = re.compile(r"[^\w~]|_")  # «¿Cuándo…?» stands at the C
_ENYE: Final = "n~"  # after every «n» and before «o», byte by byte
_TILDE: Final = "\u0303"


def clave(texto: str) -> str:
    """Return the key that puts texts in Spanish order when compared byte by byte."""
    bare = texto.lower() if texto.isascii() else _bare(texto.casefold(), enye=_ENYE)
    if not bare.isalpha():
        bare = _DIGITS.sub(_by_value, " ".join(_NOT_SORTED.sub(" ", bare).split()))
    return bare[:LONGEST_KEY]


def _by_value(found: re.Match[str]) -> str:
    """Write a number so that its order as text is its order as number: how many digits, then the digits."""
    digits = found[0].lstrip("0") or "0"
    return f"{min(len(digits), 99):02}{digits}"


def buscable(texto: str) -> str:
    """Return the text as it is searched: small letters without accents, long numbers also without their points."""
    bare = _plain(texto)
    extra = [written for number in _WRITTEN_NUMBER.findall(bare) if (written := _BETWEEN.sub("", number)) != number]
    return f"{bare} {' '.join(extra)}" if extra else bare


def _plain(texto: str) -> str:
    texto = texto[:LONGEST_TEXT]
    return texto.lower() if texto.isascii() and texto.isprintable() else _bare(texto.casefold(), enye="n")


def _bare(texto: str, *, enye: str) -> str:
    """Take accents and invisible characters away."""
    letters: list[str] = []
    for letter in normalize("NFKD", texto):
        if combining(letter):
            if letter == _TILDE and letters and letters[-1] == "n":
                letters[-1] = enye
        elif letter.isprintable():
            letters.append(letter)
        elif category(letter) in ("Cc", "Zl", "Zp", "Zs"):  # a line end separates words; the rest is invisible
            letters.append(" ")
    return "".join(letters)


def consulta(texto: str) -> str | None:
    """Return what FTS5 is asked for: all those words, the last one by its beginning; None when there is none."""
    words = [word for word in _plain(texto).split() if any(map(str.isalnum, word))][:MOST_TERMS]
    if not words:
        return None
    words = [_BETWEEN.sub("", word) if _WRITTEN_NUMBER.fullmatch(word) else word for word in words]
    return " ".join('"' + word.replace('"', '""') + '"' for word in words) + "*"


def filas(tabla: str, texto: str) -> Select[Any]:
    """Return the query for the keys of the rows of `tabla` that hold those words: `.where(t.c.id.in_(filas(…)))`."""
    found = select(indice.c.fila).where(indice.c.tabla == tabla)
    asked = consulta(texto)
    if asked is None:
        return found.where(literal_column("0") == 1)
    matching: Select[Any] = (
        select(column("rowid")).select_from(text("busqueda")).where(literal_column("busqueda").op("MATCH")(asked))
    )
    return found.where(indice.c.id.in_(matching))
