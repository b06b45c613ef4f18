"""Pages: strips set one under another. Linear in the number of strips, and nothing is measured here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rcdesk.render.pdf.strips import Strip


@dataclass(slots=True)
class Page:
    """Strips and how far below the top of the text each begins."""

    placed: list[tuple[Strip, float]] = field(default_factory=list)
    used: float = 0.0

    def put(self, strip: Strip) -> None:
        """Set a strip under the last one."""
        if self.placed:
            self.used += strip.before
        self.placed.append((strip, self.used))
        self.used += strip.height

    def free(self, strip: Strip, room: float) -> float:
        """The height left for a strip."""
        return room - self.used - (strip.before if self.placed else 0.0)


def paginate(strips: Iterable[Strip], room: float) -> list[Page]:
    """Fill pages of the height `room`."""
    pages = [Page()]
    for group in _kept_together(strips):
        last = group[-1]
        need = sum(strip.before + strip.height for strip in group[:-1]) + last.before + last.least
        crowded = pages[-1].used + need > room or _left_alone(group, room - pages[-1].used)
        if pages[-1].placed and (last.breaks or crowded):
            pages.append(_opened_for(group[0]))
        if not last.breaks:
            for strip in group:
                _place(strip, pages, room)
    return [page for page in pages if page.placed] or [Page()]


def _kept_together(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group


def _left_alone(group: list[Strip], room: float) -> bool:
    """Whether what is kept with the last strip would stay without it: one that could begin here may be better whole."""
    last = group[-1]
    if len(group) == 1 or last.elastic:
        return False
    free = room - sum(strip.before + strip.height for strip in group[:-1]) - last.before
    return last.height > free + 0.01 and last.cut(free) is None


def _opened_for(strip: Strip) -> Page:
    page = Page()
    if strip.running is not None:
        page.put(strip.running)
    return page


def _place(strip: Strip, pages: list[Page], room: float) -> None:
    rest: Strip | None = strip
    while rest is not None:
        page = pages[-1]
        free = page.free(rest, room)
        if rest.elastic:
            rest.stretch(free)
        if rest.height <= free + 0.01:
            page.put(rest)
            return
        parts = rest.cut(free)
        if parts is not None:
            page.put(parts[0])
            rest = parts[1]
        elif len(page.placed) <= (rest.running is not None):
            page.put(rest)
            return
        pages.append(_opened_for(rest))
