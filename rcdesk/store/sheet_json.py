"""Rows of a JSON file: the comments that Facebook gives to whoever downloads their information, or any list of records.

Records are decoded one by one, so that a file of millions never holds the program, and one cut short tells where.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from rcdesk.domain.errors import StoreError
from rcdesk.i18n import COLOMBIA, numero
from rcdesk.store.sheet_row import Raw

_HEADINGS: Final = ("Autor", "Mensaje", "Fecha", "Canal", "Tema")
_LIST: Final = re.compile(r'"(?:comments_v2|comments|comentarios|preguntas|questions|messages|mensajes|data)"\s*:\s*\[')
_KEYS: Final = (
    ("author", "autor", "nombre", "name", "from", "sender_name"),
    ("comment", "message", "text", "texto", "mensaje", "pregunta", "content", "comentario"),
    ("timestamp", "created_time", "timestamp_ms", "recibida", "fecha", "date"),
    ("canal", "channel"),
    ("tema", "topic", "asunto"),
)
_DEEP: Final = 6
_LARGEST: Final = 50_000_000  # letters: the text is held whole


def rows(path: Path) -> Iterator[Raw]:
    """Yield the headings and a row for each record. StoreError when it is no list of records."""
    text = path.read_bytes()
    if len(text) > _LARGEST:
        raise StoreError(
            f"«{path.name}» pesa más de {numero(_LARGEST // 1_000_000)} MB, el límite de un JSON. Divídalo."
        )
    return _records(text.decode("utf-8-sig", "replace"), path.name)


def _records(text: str, name: str) -> Iterator[Raw]:
    place = _beginning(text)
    if place < 0:
        raise StoreError(f"«{name}» no trae una lista de preguntas o comentarios.")
    decode, number = json.JSONDecoder().raw_decode, 1
    yield 1, _HEADINGS, ""
    while True:
        place = _next(text, place)
        if place >= len(text):
            yield number + 1, ("",) * len(_HEADINGS), "El archivo está cortado: la lista no termina"
            return
        if text[place] == "]":
            return
        number += 1
        try:
            record, place = decode(text, place)
        except (ValueError, RecursionError):
            line = text.count("\n", 0, place) + 1
            why = f"El archivo está cortado o dañado en el renglón {numero(line)}: de ahí en adelante no se leyó"
            yield number, ("",) * len(_HEADINGS), why
            return
        yield number, _cells(record), ""


def _beginning(text: str) -> int:
    """Return the place after the bracket that opens the list; -1 when there is none."""
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] == "[":
        return start + 1
    found = _LIST.search(text)
    return found.end() if found else -1


def _next(text: str, place: int) -> int:
    while place < len(text) and text[place] in " \t\r\n,":
        place += 1
    return place


def _cells(record: Any) -> tuple[str, ...]:
    if isinstance(record, str):
        return ("", record, "", "", "")
    return tuple(_moment(value) if place == 2 else value for place, value in enumerate(_values(record)))


def _values(record: Any) -> Iterator[str]:
    """Look for each thing in the record, and in what it holds: Facebook wraps its comments twice."""
    for names in _KEYS:
        yield _find(record, names, _DEEP)


def _find(thing: Any, names: tuple[str, ...], deep: int) -> str:
    if isinstance(thing, Mapping) and deep:
        for name in names:
            value = thing.get(name)
            if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "":
                return str(value)
        inner = [*(thing.get(name) for name in names), *thing.values()]
        return next((found for one in inner if (found := _find(one, names, deep - 1))), "")
    if isinstance(thing, list) and deep:
        return next((found for one in thing[:3] if (found := _find(one, names, deep - 1))), "")
    return ""


def _moment(value: str) -> str:
    """Return a number of seconds (or thousandths) since 1970 as a date and hour of Colombia."""
    if not value.isdecimal() or len(value) > 13:
        return value.replace("T", " ")
    seconds = int(value) / (1000 if len(value) > 11 else 1)
    return f"{datetime.fromtimestamp(seconds, UTC).astimezone(COLOMBIA):%Y-%m-%d %H:%M:%S}"
