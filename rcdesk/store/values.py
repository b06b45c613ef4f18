"""What a column of the base may hold: text and integers, and the richer values read through them.

The image of a row (see `bitacora`) is then text that can be hashed, compared and replayed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from typing import Any, Final, Literal, get_origin

from rcdesk.exchange.encode import canonical
from rcdesk.exchange.text import decode_text
from rcdesk.i18n import COLOMBIA

Way = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Stored:
    """How a value lies in a column; `write` never gets None, `read` may. None as a way: it lies as it is."""

    sql: Literal["TEXT", "INTEGER"] = "TEXT"
    write: Way | None = None
    read: Way | None = None
    json: bool = False
    """It lies as JSON text."""


def utc_text(moment: datetime) -> str:
    """Return the moment in UTC, to the microsecond: 2026-11-20T14:03:05.123456Z. It sorts as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")[:26] + "Z"


@lru_cache(maxsize=256)  # of a whole list it is one moment, ten thousand times
def _write_instant(value: str) -> str:
    """Write in UTC, as precise as it was typed: 2021-11-17T14:05Z. Without a zone it is Colombian; a date stays."""
    if "T" not in value:
        return value
    moment = datetime.fromisoformat(value)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=COLOMBIA)
    return moment.astimezone(UTC).isoformat(timespec=_precision(value))[:-6] + "Z"


@lru_cache(maxsize=256)
def _read_instant(value: str | None) -> str | None:
    """Read in Colombian time: 2021-11-17T09:05-05:00."""
    if value is None or "T" not in value:
        return value
    return datetime.fromisoformat(value).astimezone(COLOMBIA).isoformat(timespec=_precision(value))


def _precision(value: str) -> str:
    clock = value.partition("T")[2].rstrip("Z")
    if "." in clock:
        return "microseconds"
    return "seconds" if clock.replace("-", "+").partition("+")[0].count(":") == 2 else "minutes"


def _read_boolean(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def _write_json(value: Any) -> str | None:
    """An empty list or mapping is not filled."""
    return canonical(value) if value else None


def _read_json(hint: Any, empty: Any, value: str | None) -> Any:
    return empty if value is None else decode_text(hint, value)


def _read_variant(value: str | None) -> Any:
    return None if value is None else json.loads(value)


TEXTO: Final = Stored()
ENTERO: Final = Stored("INTEGER")
BOOLEANO: Final = Stored("INTEGER", int, _read_boolean)
INSTANTE: Final = Stored("TEXT", _write_instant, _read_instant)
"""A `FechaHora` of rcdesk/1, in UTC in the base and in Colombian time outside."""
VARIANTE: Final = Stored("TEXT", canonical, _read_variant, json=True)
"""A boolean, an integer or a text in one column («No responde», question «A-3»): its JSON text."""


@cache
def json_of(hint: Any) -> Stored:
    """A list, a mapping or a tree of frozen dataclasses: canonical JSON text; nothing in it is NULL."""
    empty: Any = {} if get_origin(hint) is Mapping else ()
    return Stored("TEXT", _write_json, partial(_read_json, hint, empty), json=True)
