"""Events as an iCalendar file (RFC 5545), which any mail or calendar program reads; the same data, the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from rcdesk.documents.agenda import Evento, Situacion
from rcdesk.i18n import COLOMBIA
from rcdesk.render.words import clean

_LONGEST: Final = 75
"""Octets of a line, without its end."""
_ZONE: Final = (
    "BEGIN:VTIMEZONE",
    "TZID:America/Bogota",
    "BEGIN:STANDARD",
    "DTSTART:19930404T000000",  # since then Colombia has had no daylight time
    "TZOFFSETFROM:-0500",
    "TZOFFSETTO:-0500",
    "TZNAME:-05",
    "END:STANDARD",
    "END:VTIMEZONE",
)
_LAST: Final = datetime(9999, 12, 30, tzinfo=COLOMBIA)
"""From then on an event may end after the last day that there is; without an end it is still an event."""
_STATUS: Final[dict[Situacion, str]] = {
    "confirmado": "CONFIRMED",
    "por_confirmar": "TENTATIVE",
    "cancelado": "CANCELLED",
}


def to_ics(events: Iterable[Evento], *, made: datetime) -> bytes:
    """Return the file; `made` stamps the events whose data do not say when they were last changed."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rcdesk//Rendición de cuentas//ES", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", *_ZONE]
    for event in events:
        lines += _event(event, made)
    lines.append("END:VCALENDAR")
    return b"".join(folded for line in lines for folded in _folded(line))


def _event(event: Evento, made: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.clave)}@rcdesk"
    yield f"DTSTAMP:{_utc(datetime.fromisoformat(event.hecho) if event.hecho else made)}"
    yield from _when(event)
    yield f"SUMMARY:{_text(event.titulo)}"
    for name, words in (("DESCRIPTION", event.detalle), ("LOCATION", event.lugar)):
        if words:
            yield f"{name}:{_text(words)}"
    if event.url.isascii() and event.url.isprintable() and event.url.startswith(("https://", "http://")):
        yield f"URL:{event.url}"
    yield f"STATUS:{_STATUS[event.situacion]}"
    if event.aviso_dias and event.situacion != "cancelado":
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_text(event.titulo)}")
        yield from (f"TRIGGER:-P{event.aviso_dias}D", "END:VALARM")
    yield "END:VEVENT"


def _when(event: Evento) -> Iterator[str]:
    """A whole day takes nobody's time; an hour does."""
    if isinstance(event.desde, datetime):
        yield f"DTSTART;TZID=America/Bogota:{_moment(event.desde)}"
        if event.desde < _LAST:
            yield f"DTEND;TZID=America/Bogota:{_moment(event.desde + timedelta(minutes=event.minutos))}"
        yield "TRANSP:OPAQUE"
    else:
        yield f"DTSTART;VALUE=DATE:{_day(event.desde)}"
        if event.desde < date.max:
            yield f"DTEND;VALUE=DATE:{_day(event.desde + timedelta(1))}"
        yield "TRANSP:TRANSPARENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _moment(moment: datetime) -> str:
    """The day and the hour, without their zone; `strftime` would write the years before 1000 with less figures."""
    return moment.replace(tzinfo=None).isoformat(timespec="seconds").replace("-", "").replace(":", "")


def _utc(moment: datetime) -> str:
    return f"{_moment(moment.astimezone(UTC))}Z"


def _text(words: str) -> str:
    """The words of a TEXT value: what separates values is escaped, controls are not kept, lines are."""
    lines = (clean(line) for line in words.splitlines())
    escaped = (line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for line in lines)
    return "\\n".join(escaped)


def _folded(line: str) -> Iterator[bytes]:
    """A line with its end, cut in pieces of 75 octets between letters; those that go on begin with a space."""
    piece = b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > _LONGEST:
            yield piece + b"\r\n"
            piece = b" "
        piece += octets
    yield piece + b"\r\n"
