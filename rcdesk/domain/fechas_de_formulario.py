"""When each person answered a form: the order of day and month is told by all the dates of the file together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from rcdesk.i18n import COLOMBIA

Orden = Literal["día/mes/año", "mes/día/año", "año/mes/día"]

_DATE: Final = re.compile(
    r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{2,4})(?:[T,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(?:([ap])\.?\s*m\.?)?)?"
    r"(?:\s*(?:GMT|UTC|Z|[+\-]\d).{0,8})?",
    re.IGNORECASE,
)
_FIRST: Final = 2000  # LimeSurvey writes 1980 when nobody kept the date


@dataclass(frozen=True, slots=True)
class Fechas:
    """How the dates of a column are read; `supuesto` when nothing in them says which is the day."""

    orden: Orden
    supuesto: bool
    leer: Callable[[str], str | None]
    """A cell → its instant, AAAA-MM-DDTHH:MM:SS-05:00, or its day alone; None when it is no date."""


def leer_fechas(textos: Iterable[str], hasta: datetime) -> Fechas:
    """Return how to read some dates: day before month unless they, or that none is after `hasta`, say otherwise."""
    found = [match.groups() for text in textos if (match := _DATE.fullmatch(text.strip()))]
    if found and all(len(one[0]) == 4 for one in found):
        return Fechas("año/mes/día", False, lambda text: _read(text, "año/mes/día"))
    pairs = [(int(one[0]), int(one[1])) for one in found if len(one[0]) < 4]
    first, second = any(a > 12 for a, _ in pairs), any(b > 12 for _, b in pairs)
    order: Orden = "mes/día/año" if second and not first else "día/mes/año"
    doubtful = bool(pairs) and not first and not second
    if doubtful and _is_late(found, "día/mes/año", hasta) and not _is_late(found, "mes/día/año", hasta):
        order = "mes/día/año"
    return Fechas(order, doubtful, lambda text: _read(text, order))


def _is_late(found: list[tuple[str, ...]], order: Orden, until: datetime) -> bool:
    moments = [_moment(one, order) for one in found]
    return any(one is not None and one.date() > until.astimezone(COLOMBIA).date() for one in moments)


def _read(text: str, order: Orden) -> str | None:
    match = _DATE.fullmatch(text.strip())
    moment = None if match is None else _moment(match.groups(), order)
    if match is None or moment is None or moment.year < _FIRST:
        return None
    return f"{moment:%Y-%m-%dT%H:%M:%S}-05:00" if match[4] else f"{moment:%Y-%m-%d}"


def _moment(parts: tuple[str, ...], order: Orden) -> datetime | None:
    first, second, third, hour, minute, seconds, half = parts
    if len(first) == 4:
        year, month, day = first, second, third
    else:
        year = third if len(third) == 4 else f"20{third}"
        day, month = (first, second) if order == "día/mes/año" else (second, first)
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half.lower() == "p" else 0)
    try:
        return datetime(int(year), int(month), int(day), hours, int(minute or 0), int(seconds or 0))
    except ValueError:
        return None
