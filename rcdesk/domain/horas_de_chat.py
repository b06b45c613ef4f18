"""The moments that chats write: «2 min», «10:38 p. m.», «20/11/26, 10:38:12», in the time of Colombia."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from rcdesk.i18n import leer_fecha, sin_tildes

HORA: Final = r"\d{1,2}:\d{2}(?::\d{2})?(?:[\s\u202f]?[ap]\.?[\s\u202f]?m\.?)?"
"""A pattern without groups: an hour of the day."""

_HOUR: Final = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([ap])\.?\s*m\.?)?", re.IGNORECASE)
_AGE: Final = re.compile(
    r"(?:hace\s+)?(\d{1,4}|un|una)\s?(s|seg|segundos?|m|min|mins|minutos?|h|hrs?|horas?|d|dias?|sem|semanas?)\.?"
)
_NOW: Final = frozenset({"ahora", "justo ahora", "ahora mismo", "hace un momento", "hace unos segundos", "just now"})
_UNITS: Final = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_MOMENT: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}(?::\d{2})?)")


def hace_cuanto(texto: str) -> timedelta | None:
    """Return how long ago «2 min», «hace 1 h» or «ahora» is; None when the text is not an age."""
    bare = sin_tildes(texto.strip()[:40])
    if bare in _NOW:
        return timedelta()
    found = _AGE.fullmatch(bare)
    if not found:
        return None
    many = 1 if found[1].startswith("un") else int(found[1])
    if found[2].startswith("sem"):
        return timedelta(weeks=many)
    return timedelta(**{_UNITS[found[2][0]]: many})


def hora_de_hoy(texto: str, ahora: datetime) -> str | None:
    """Return the instant of an hour of today, or of yesterday when it has not come yet; None if it is no hour."""
    clock = _clock(texto)
    if clock is None:
        return None
    hours, minutes, seconds = clock
    moment = ahora.replace(hour=hours, minute=minutes, second=seconds, microsecond=0)
    if moment > ahora + timedelta(minutes=5):  # the clock of the chat may be a little fast
        moment -= timedelta(days=1)
    return f"{moment:%Y-%m-%dT%H:%M:%S}-05:00"


def fecha_y_hora(dia: str, hora: str, ahora: datetime) -> str | None:
    """Return the instant of a date and an hour as they are written; an empty date is that of today."""
    clock, date = _clock(hora), leer_fecha(dia) if dia.strip() else f"{ahora:%Y-%m-%d}"
    if clock is None or date is None or len(date) < 10:
        return None
    return f"{date}T{clock[0]:02}:{clock[1]:02}:{clock[2]:02}-05:00"


def momento(texto: str, ahora: datetime) -> str | None:
    """Return the instant that a cell of a file writes: a date with or without its hour, or an hour alone."""
    text = texto.strip()[:60]
    if found := _MOMENT.match(text):
        return fecha_y_hora(found[1], found[2], ahora)
    clock = _HOUR.search(text)
    day = text[: clock.start()].rstrip(" ,-") if clock else text
    if clock and not day:
        return hora_de_hoy(clock[0], ahora)
    return fecha_y_hora(day, clock[0] if clock else "00:00", ahora) if day else None


def _clock(texto: str) -> tuple[int, int, int] | None:
    found = _HOUR.match(texto.strip().replace("\u202f", " "))
    if not found:
        return None
    hours, minutes, seconds = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        hours = hours % 12 + (12 if found[4].lower() == "p" else 0)
    return (hours, minutes, seconds) if hours < 24 and minutes < 60 and seconds < 60 else None
