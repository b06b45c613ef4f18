"""The contents of a long document: titles, their pages, and a link to each."""

from __future__ import annotations

from collections.abc import Iterable

from rcdesk.documents.blocks import Align
from rcdesk.render import style as look
from rcdesk.render.pdf.paginate import Page
from rcdesk.render.pdf.pen import Pen, Target
from rcdesk.render.pdf.stacks import Cast
from rcdesk.render.pdf.strips import Flow, Strip
from rcdesk.render.pdf.tags import Node
from rcdesk.render.style import Sheet

TITLE = "Contenido"

_MOST = 24
"""Beyond so many titles, only the sections are listed."""

_NUMBER_ROOM = 40.0


class Entry(Strip):
    """One line of the contents. Its page number is written when it is drawn: by then every page is known."""

    __slots__ = ("aim", "link", "number", "title")

    def __init__(self, heading: Flow, parent: Node, width: float) -> None:
        assert heading.bookmark is not None and heading.text.node is not None
        title, level = heading.bookmark
        self.aim = heading.text.node
        self.link = Node("Link", Node("Reference", Node("TOCI", parent)))
        self.number = 0
        indent = (level - 2) * look.INDENT
        self.title = Cast(look.CONTENTS, width - indent - _NUMBER_ROOM).bare(self.link, title)
        self.title.indent = indent
        super().__init__(self.title.height, before=look.CONTENTS.before)

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the title, its page, and the active rectangle over both."""
        self.title.draw(pen, pen.left, top)
        right = Cast(look.CONTENTS, pen.width, Align.RIGHT)
        right.bare(self.link, str(self.number)).draw(pen, pen.left, top - self.height + look.CONTENTS.leading)
        box = (pen.left, top - self.height, pen.left + pen.width, top)
        pen.targets.append(Target(self.link, pen.page, box, self.aim))


def with_contents(strips: list[Strip], root: Node, sheet: Sheet) -> list[Strip]:
    """The strips with a list of contents before the first section."""
    headings = [strip for strip in strips if isinstance(strip, Flow) and _level(strip) > 1]
    if not headings:
        return strips
    deepest = 3 if sum(_level(strip) <= 3 for strip in headings) <= _MOST else 2
    first = next((index for index, strip in enumerate(strips) if _level(strip) > 1), 0)
    aim = headings[0].text.node
    place = next(index for index, kid in enumerate(root.kids) if kid is aim)
    title, contents = Node("P"), Node("TOC")
    root.kids[place:place] = [title, contents]
    entries = [Entry(strip, contents, sheet.width) for strip in headings if _level(strip) <= deepest]
    head = Flow(Cast(look.H2, sheet.width).bare(title, TITLE), before=look.H2.before, keep=True)
    return [*strips[:first], head, *entries, *strips[first:]]


def number_entries(pages: Iterable[Page]) -> None:
    """Tell each entry the page of its heading."""
    found: dict[Node, int] = {}
    entries: list[Entry] = []
    for number, page in enumerate(pages, 1):
        for strip, _ in page.placed:
            if isinstance(strip, Entry):
                entries.append(strip)
            elif isinstance(strip, Flow) and strip.bookmark is not None and strip.text.node is not None:
                found[strip.text.node] = number
    for entry in entries:
        entry.number = found[entry.aim]


def _level(strip: Strip) -> int:
    return strip.bookmark[1] if isinstance(strip, Flow) and strip.bookmark is not None else 0
