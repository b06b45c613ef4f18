"""Reads the values without parts: texts, numbers, dates, choices.

A reader takes the JSON value, its place and the notes, and returns the value of the record, or OMIT when it leaves the
value out (it has then said why in the notes).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import Any, Final, TypeAlias

from rcdesk.domain.registro import NO_APLICA, PATRONES, REF_PREGUNTA
from rcdesk.exchange.cleaning import clean
from rcdesk.exchange.places import Notes, Place, kind_of, shown
from rcdesk.i18n import COLOMBIA

Reader: TypeAlias = Callable[[Any, Place, Notes], Any]


class Omit:
    """The value of a key that is left out."""


OMIT: Final = Omit()

_NO_APLICA: Final = frozenset({"n.a.", "n.a", "n/a", "na", "no aplica"})
_PATTERNS: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(pattern, re.ASCII) for name, (pattern, _) in PATRONES.items()
}
_REFERENCE: Final = re.compile(REF_PREGUNTA, re.ASCII)
_PATH_FAULTS: Final = (
    (re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.*", re.DOTALL), "lleva una unidad de disco o una dirección"),
    (re.compile(r"/.*", re.DOTALL), "es una ruta absoluta"),
    (re.compile(r"(.*/)?\.\.(/.*)?", re.DOTALL), "sale de la carpeta del archivo («..»)"),
)


def wrong(value: Any, expected: str, place: Place, notes: Notes) -> Omit:
    """Note that something else was expected there."""
    notes.problem(place, f"se esperaba {expected} y llegó {kind_of(value)}")
    return OMIT


def text(value: Any, place: Place, notes: Notes) -> str | Omit:
    """Plain text, cleaned."""
    if type(value) is not str:
        return wrong(value, "un texto", place, notes)
    if value.isascii() and value.isprintable():
        return value
    kept, replaced = clean(value)
    if replaced:
        what = (
            "un carácter de control se reemplazó"
            if replaced == 1
            else f"{replaced} caracteres de control se reemplazaron"
        )
        notes.aviso(place, f"{what} por «\ufffd»")
    return kept


def text_or_na(value: Any, place: Place, notes: Notes) -> str | Omit:
    """Plain text, where the ways of writing «no aplica» are one value."""
    return NO_APLICA if is_na(value) else text(value, place, notes)


def is_na(value: Any) -> bool:
    """Whether it is one of the accepted ways of writing «N.A.»."""
    return type(value) is str and len(value) < 16 and value.strip().casefold() in _NO_APLICA


@lru_cache(maxsize=8192)
def _fault(pattern: str, value: str) -> str:
    """Why a text is not of its kind; empty when it is."""
    if not _PATTERNS[pattern].fullmatch(value):
        return f"se esperaba {PATRONES[pattern][1]} y llegó el texto «{shown(value)}»"
    if pattern.startswith("Fecha") and value != NO_APLICA and not _exists(value):
        return f"la fecha «{value}» no existe en el calendario"
    if pattern == "Periodo" and not _exists(value[:4]):
        return f"el periodo «{value}» es de un año que no existe"
    return ""


def _exists(moment: str) -> bool:
    """Whether a date (or a month, a year) or an instant is one of the calendar; an hour without zone is Colombian."""
    try:
        if "T" in moment:
            instant = datetime.fromisoformat(moment)
            (instant if instant.tzinfo else instant.replace(tzinfo=COLOMBIA)).astimezone(UTC)
        else:
            date.fromisoformat(f"{moment}-01-01"[:10])
    except (ValueError, OverflowError):
        return False
    return True


@cache
def patterned(pattern: str) -> Reader:
    """Read a text that has the form of a name in PATRONES."""
    accepts_na = pattern == "FechaONoAplica"
    unique = _PATTERNS[pattern].fullmatch if pattern == "Id" else None

    def read(value: Any, place: Place, notes: Notes) -> str | Omit:
        if type(value) is not str:
            return wrong(value, PATRONES[pattern][1], place, notes)
        if unique is not None and unique(value):  # an id is never seen twice: it would only crowd the cache
            return value
        if accepts_na and is_na(value):
            return NO_APLICA
        fault = _fault(pattern, value)
        if fault:
            notes.problem(place, fault)
            return OMIT
        return value

    return read


@cache
def integer(least: int, most: int = 0) -> Reader:
    """Read a whole number from `least` on, up to `most` when it is not 0; `3.0` is whole."""
    expected = f"un número entero desde {least}" + (f" hasta {most}" if most else "")

    def read(value: Any, place: Place, notes: Notes) -> int | Omit:
        if type(value) is float and value.is_integer():
            value = int(value)
        if type(value) is not int:
            return wrong(value, "un número entero", place, notes)
        if value < least or 0 < most < value:
            return wrong(value, expected, place, notes)
        return value

    return read


def boolean(value: Any, place: Place, notes: Notes) -> bool | Omit:
    """Yes or no."""
    return value if type(value) is bool else wrong(value, "true o false", place, notes)


def relative_path(value: Any, place: Place, notes: Notes) -> str | Omit:
    """A path that stays in the folder of the file, with `/` between its parts."""
    read = text(value, place, notes)
    if isinstance(read, Omit):
        return OMIT
    if not read.strip():
        notes.aviso(place, "la ruta está vacía; se omitió")
        return OMIT
    fault = next((why for pattern, why in _PATH_FAULTS if pattern.fullmatch(read)), "")
    if "\\" in read:
        fault = "lleva «\\»: las carpetas se separan con «/»"
    if fault:
        notes.problem(place, f"la ruta «{shown(read)}» {fault}; debe ser relativa a la carpeta del archivo")
        return OMIT
    return read


def question(value: Any, place: Place, notes: Notes) -> int | str | Omit:
    """The number of a question, or «A-3» when a desk numbered it."""
    if type(value) is str:
        if _REFERENCE.fullmatch(value):
            return value
        return wrong(value, "el número de una pregunta (3, o «A-3» si tiene mesa)", place, notes)
    whole: int | Omit = integer(1)(value, place, notes)
    return whole


def scalar(value: Any, place: Place, notes: Notes) -> str | int | float | bool | Omit | None:
    """Whatever has no parts, as an entity's own column does."""
    if value is None or type(value) in (int, float, bool):
        return value  # type: ignore[no-any-return]
    if type(value) is str:
        return text(value, place, notes)
    return wrong(value, "un texto, un número, true, false o null", place, notes)


def answer(value: Any, place: Place, notes: Notes) -> Any:
    """What one person answered: a scalar, or the list of chosen options."""
    if type(value) is not list:
        return scalar(value, place, notes)
    chosen = [text(item, (place, i), notes) for i, item in enumerate(value)]
    return tuple(item for item in chosen if item is not OMIT)


@cache
def choice(options: tuple[Any, ...], otherwise: str = "") -> Reader:
    """Read one of a list of values; one that is not of rcdesk/1 is told, and left out or read as `otherwise`."""
    known = {(type(option), option): option for option in options}
    kinds = {type(option) for option in options}
    expected = "uno de estos valores: " + ", ".join(json.dumps(option, ensure_ascii=False) for option in options)
    outcome = f"se leyó como «{otherwise}»" if otherwise else "se omitió"

    def read(value: Any, place: Place, notes: Notes) -> Any:
        if type(value) not in kinds:
            return wrong(value, expected, place, notes)
        found = known.get((type(value), value), OMIT)
        if found is OMIT:
            notes.aviso(place, f"el valor «{shown(value)}» no es de rcdesk/1; {outcome}")
            return otherwise or OMIT
        return found

    return read
