"""Pages only to be looked at: all are laid, and each is drawn when it is in sight, without what makes a file readable.

They look as those of the file, dot by dot: the same strips, drawn by the same pen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

from rcdesk.documents.blocks import Document
from rcdesk.i18n import solo_palabras
from rcdesk.render.pdf.beside import Beside
from rcdesk.render.pdf.draw import draw_page, laid, new_canvas, open_section, title_level
from rcdesk.render.pdf.pen import ABOVE_TITLE, Pen
from rcdesk.render.pdf.rows import Row
from rcdesk.render.pdf.stacks import Text
from rcdesk.render.pdf.strips import Flow, Strip
from rcdesk.render.pdf.tags import Node
from rcdesk.render.words import plain
from rcdesk.uncollected import uncollected


class Landmark(NamedTuple):
    """A heading: where it stands, as a page (from 1) and a part (0 to 1) of its height."""

    title: str
    level: int
    page: int
    part: float


class Proof:
    """A document laid on pages of these sizes, in points, with its headings."""

    def __init__(self, document: Document) -> None:
        with uncollected():
            self._document = document
            self._sections = laid(document, Node("Document"))
        sheets = [section.sheet for section in self._sections for _ in section.pages]
        self.sizes = tuple((sheet.page_width, sheet.page_height) for sheet in sheets)
        self.landmarks = tuple(self._landmarks())

    def find(self, words: Sequence[str]) -> dict[str, tuple[int, float]]:
        """Where each of some words stands first: a page (from 1) and a part of its height; none of what does not.

        The row of a table that has them goes before a paragraph that only mentions them.
        """
        wanted = {each: f" {bare} " for each in words if (bare := solo_palabras(each))}
        rows: dict[str, tuple[int, float]] = {}
        mentions: dict[str, tuple[int, float]] = {}
        for page, part, said, is_row in self._said():
            for each in [each for each, bare in wanted.items() if bare in said]:
                (rows if is_row else mentions).setdefault(each, (page, part))
                if is_row:
                    del wanted[each]
            if not wanted:
                break
        return mentions | rows

    def _said(self) -> Iterator[tuple[int, float, str, bool]]:
        """The words of every strip, with where it stands, and whether it is the row of a table."""
        number = 0
        for section in self._sections:
            high = section.sheet.page_height
            for page in section.pages:
                number += 1
                for strip, down in page.placed:
                    said = solo_palabras(" ".join(_texts(strip)))
                    if said:
                        part = min(max((down + high - section.sheet.top) / high, 0.0), 1.0)
                        yield number, part, f" {said} ", isinstance(strip, Row)

    def pdf(self, places: Collection[int]) -> bytes:
        """A file of those pages (from 0) in their order, which nobody is to keep: it has no tags, title nor data."""
        out = BytesIO()
        canvas = new_canvas(self._document, self._sections[0].sheet, out)
        pen, place = Pen(canvas, self._sections[0].sheet, tagged=False), 0
        for number, section in enumerate(self._sections):
            form = f"header{number}"
            pages = range(place, place + len(section.pages))
            if any(wanted in places for wanted in pages):
                open_section(section, pen, form)
            for place, page in zip(pages, section.pages, strict=True):
                if place in places:
                    pen.page = place
                    draw_page(self._document, section, page, pen, len(self.sizes), form)
            place = pages.stop
        canvas.save()
        return out.getvalue()

    def _landmarks(self) -> Iterator[Landmark]:
        page = 0
        for section in self._sections:
            high, top = section.sheet.page_height, section.sheet.top
            below = title_level(section.part)
            if below:
                yield Landmark(plain(section.part.title), 1, page + 1, _part(top, high))
            for each in section.pages:
                page += 1
                for strip, down in each.placed:
                    if isinstance(strip, Flow | Beside) and strip.bookmark is not None:
                        title, level = strip.bookmark
                        yield Landmark(title, level + below, page, _part(top - down, high))


def _part(top: float, high: float) -> float:
    return min(max(1 - (top + ABOVE_TITLE) / high, 0.0), 1.0)


def _texts(strip: Strip) -> Iterator[str]:
    texts: Sequence[Text] = ()
    if isinstance(strip, Flow):
        texts = (strip.text,)
    elif isinstance(strip, Row):
        texts = [text for cell in strip.cells for text in cell]
    for text in texts:
        for line in text.lines:
            yield line if isinstance(line, str) else " ".join(run.text for run in line)
