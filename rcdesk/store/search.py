"""Finding and ordering text as a person in Colombia expects: accents ignored, ñ after n, numbers by their value."""

from __future__ import annotations

import re
from typing import Any, Final
from unicodedata import normalize

from sqlalchemy import ColumnElement, Connection, Select, and_, column, false, func, literal_column, select, text, true

from rcdesk.store.schema import SOUGHT
from rcdesk.store.service import indice
from rcdesk.store.wire import Wire

LONGEST_KEY: Final = 60
LONGEST_TEXT: Final = 100_000
MOST_TERMS: Final = 32

_DIGITS: Final = re.compile(r"\d+")
_WRITTEN_NUMBER: Final = re.compile(r"\d(?:[\d.\-]{4,}\d|\d\d \d{3} ?\d{4})")
_BETWEEN: Final = re.compile(r"[. \-]")
_SORTED: Final = re.compile(r"[\w~]+")  # «¿Cuándo…?» stands at the C
_ENYE: Final = "n~"  # after every «n» and before «o», byte by byte
_N_WITH_TILDE: Final = "n\u0303"
_UNSEEN: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ud800-\udfff]+"
)
"""Accents, and what has no shape of its own."""
_BLANK: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def clave(texto: str) -> str:
    """Return the key that puts texts in Spanish order when compared byte by byte."""
    return clave_de(bare(texto[:LONGEST_KEY]))


def buscable(texto: str) -> str:
    """Return the text as it is searched: small letters without accents, long numbers also without their points."""
    return buscable_de(bare(texto))


def bare(texto: str) -> str:
    """Return the text in small letters, without accents or what cannot be seen; ñ is written so that it follows n."""
    if texto.isascii() and texto.isprintable():
        return texto.lower()
    letters = normalize("NFKD", texto[:LONGEST_TEXT].casefold()).replace(_N_WITH_TILDE, _ENYE)
    letters = _UNSEEN.sub("", letters)
    return letters if letters.isprintable() else _BLANK.sub(" ", letters)


def clave_de(letters: str) -> str:
    """The sort key of a text that is already `bare`."""
    letters = letters[:LONGEST_KEY]
    if letters.replace(" ", "").replace("~", "").isalpha():  # nearly all names
        return " ".join(letters.split())
    return _DIGITS.sub(_by_value, " ".join(_SORTED.findall(letters)))


def buscable_de(letters: str) -> str:
    """The searched text of one that is already `bare`."""
    letters = letters.replace(_ENYE, "n")
    if letters.isalnum():  # a document, one word
        return letters
    numbers = _WRITTEN_NUMBER.findall(letters)
    extra = [written for number in numbers if (written := _BETWEEN.sub("", number)) != number]
    return f"{letters} {' '.join(extra)}" if extra else letters


def _by_value(found: re.Match[str]) -> str:
    """Write a number so that its order as text is its order as number: how many digits, then the digits."""
    digits = found[0].lstrip("0") or "0"
    return f"{min(len(digits), 99):02}{digits}"


def consulta(texto: str, *, begun: bool = False) -> str | None:
    """Return what FTS5 is asked for: all those words, the last one by its beginning; None when there is none.

    `begun` asks for every word by its beginning: «pen fel».
    """
    words = _words(texto)
    if not words:
        return None
    return ("* " if begun else " ").join('"' + word.replace('"', '""') + '"' for word in words) + "*"


def contiene(tabla: str, fila: ColumnElement[str], texto: str) -> ColumnElement[bool]:
    """Return whether the row of `tabla` whose key is `fila` holds those words, each one anywhere in a word.

    For a list of some thousands inside a large base: it looks only at them, where `filas` looks at the whole base.
    """
    words = _words(texto)
    if not words:
        return false()
    holds = and_(*(func.instr(indice.c.texto, word) > 0 for word in words))
    return select(holds).where(indice.c.tabla == tabla, indice.c.fila == fila).scalar_subquery().is_(true())


def _words(texto: str) -> list[str]:
    """The words as they are searched, a number without its points."""
    words = [word for word in bare(texto).replace(_ENYE, "n").split() if any(map(str.isalnum, word))][:MOST_TERMS]
    return [_BETWEEN.sub("", word) if _WRITTEN_NUMBER.fullmatch(word) else word for word in words]


_KEYS: Final = (
    "SELECT i.fila FROM busqueda AS b CROSS JOIN indice AS i ON i.id = b.rowid "
    "WHERE b.busqueda MATCH ? AND i.tabla = ? ORDER BY i.fila"
)


def llaves(wire: Wire, tabla: str, texto: str) -> list[str]:
    """Return the keys of the few rows of `tabla` that hold those words, inside a unit: a tenth of a millisecond."""
    asked = consulta(texto)
    return [] if asked is None else [key for (key,) in wire.execute(_KEYS, (asked, tabla)).fetchall()]


def filas(tabla: str, texto: str) -> Select[Any]:
    """Return the query for the keys of the rows of `tabla` that hold those words: `.where(t.c.id.in_(filas(…)))`."""
    # The sign keeps SQLite from walking the whole table in its index, when the words have found a few rows.
    found = select(indice.c.fila).where(literal_column("+indice.tabla") == tabla)
    asked = consulta(texto)
    if asked is None:
        return found.where(literal_column("0") == 1)
    matching: Select[Any] = (
        select(column("rowid")).select_from(text("busqueda")).where(literal_column("busqueda").op("MATCH")(asked))
    )
    return found.where(indice.c.id.in_(matching))


_AFTER_ALL: Final = "\U0010ffff"


def primeras(connection: Connection, tabla: str, texto: str, *, most: int, **within: str) -> list[str]:
    """Return the keys of rows of `tabla` that stand and hold those words, each by its beginning: all, or some.

    `within` are columns of the row and their values. When there are more than `most`, as many of those whose sort key
    begins as the text does come first. Rows are read as they are found: a letter that half the base has takes no
    longer than a name.
    """
    asked, begins = consulta(texto, begun=True), clave(texto)
    if asked is None:
        return []
    rows, row = Wire(connection.connection.driver_connection), f"CROSS JOIN {tabla} AS t ON t.id = i.fila"
    # the sign keeps SQLite from walking everything that is `within`, when the words have found a few rows
    stands = "".join(f" AND +t.{column} = ?" for column in within) + " AND t.anulada_motivo IS NULL"
    if texto.isdecimal() and tabla in SOUGHT:
        number = f"SELECT t.id FROM {tabla} AS t WHERE t.{SOUGHT[tabla][0]} >= ? AND t.{SOUGHT[tabla][0]} < ?"
        found = rows.execute(f"{number}{stands} LIMIT ?", (texto, texto + ":", *within.values(), most)).fetchall()
        if len(found) == most:
            return [key for (key,) in found]
    by_words = f"{_BY_WORDS} {row} WHERE b.busqueda MATCH ? AND i.tabla = ?{stands} LIMIT ?"
    found = rows.execute(by_words, (asked, tabla, *within.values(), most)).fetchall()
    if begins and len(found) == most:
        by_key = f"{_BY_KEY} {row} WHERE i.tabla = ? AND i.clave >= ? AND i.clave < ?{stands} ORDER BY i.clave LIMIT ?"
        first = rows.execute(by_key, (tabla, begins, begins + _AFTER_ALL, *within.values(), most)).fetchall()
        found = first + found
    return list(dict.fromkeys(key for (key,) in found))


_BY_KEY: Final = "SELECT t.id FROM indice AS i"
_BY_WORDS: Final = "SELECT t.id FROM busqueda AS b CROSS JOIN indice AS i ON i.id = b.rowid"
