"""A page is filled with strips: the horizontal slices of a document, each measured once and drawn once."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rcdesk.render.pdf.pen import Pen
from rcdesk.render.pdf.stacks import Text
from rcdesk.render.pdf.tags import Node
from rcdesk.render.style import HAIR


class Strip:
    """A slice of the document as wide as the text.

    `before` is the space above, not used at the top of a page. `keep`: never the last of its page. `running` is drawn
    again when the strip begins a page. `least` is how much of the strip must fit for it to begin here. An elastic strip
    knows its height only when it is told what the page has left.
    """

    __slots__ = ("before", "height", "keep", "least", "running")
    breaks: ClassVar[bool] = False
    elastic: ClassVar[bool] = False

    def __init__(self, height: float, *, before: float = 0.0, keep: bool = False, running: Strip | None = None) -> None:
        self.height = self.least = height
        self.before, self.keep, self.running = before, keep, running

    def cut(self, room: float) -> tuple[Strip, Strip] | None:
        """What fits in `room` and the rest; None when the strip is better whole."""
        return None

    def stretch(self, room: float) -> None:
        """Take as much of `room` as there is use for; only the elastic do."""

    def draw(self, pen: Pen, top: float) -> None:
        """Draw downwards from `top`."""


class Break(Strip):
    """What follows begins a page."""

    __slots__ = ()
    breaks = True

    def __init__(self) -> None:
        super().__init__(0.0)


class Flow(Strip):
    """A paragraph, a heading or an item: never one line alone at the foot or at the top of a page.

    `bar` is that of a quotation, at the margin: how far above the text it begins.
    """

    __slots__ = ("bar", "bookmark", "text")

    def __init__(
        self,
        text: Text,
        *,
        before: float = 0.0,
        keep: bool = False,
        bookmark: tuple[str, int] | None = None,
        bar: float | None = None,
    ) -> None:
        super().__init__(text.height, before=before, keep=keep)
        self.text, self.bookmark, self.bar = text, bookmark, bar
        if len(text.lines) > 3:
            self.least = 2 * text.style.leading

    def cut(self, room: float) -> tuple[Strip, Strip] | None:
        """At a line, leaving two on each side."""
        total = len(self.text.lines)
        count = min(int((room + 0.01) / self.text.style.leading), total - 2)
        if count < 2:
            return None
        head, tail = self.text.cut(count)
        first = Flow(head, before=self.before, bookmark=self.bookmark, bar=self.bar)
        return first, Flow(tail, bar=None if self.bar is None else 0.0)

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the text, with the bar of a quotation beside it."""
        if self.bookmark is not None and self.text.node is not None:
            pen.bookmark(*self.bookmark, top, self.text.node)
        if self.bar is not None:
            pen.fill(pen.left, top + self.bar, 2, self.height + self.bar, HAIR)
        self.text.draw(pen, pen.left, top)


class Graphic(Strip):
    """A figure that the canvas draws: `paint` is given the canvas' left edge and bottom. `x` is from the margin."""

    __slots__ = ("node", "paint", "x")

    def __init__(
        self,
        node: Node,
        height: float,
        paint: Callable[[Pen, float, float], None],
        *,
        before: float,
        keep: bool,
        x: float = 0,
    ) -> None:
        super().__init__(height, before=before, keep=keep)
        self.node, self.paint, self.x = node, paint, x

    def draw(self, pen: Pen, top: float) -> None:
        """Draw inside the mark of the figure."""
        with pen.picture(self.node):
            self.paint(pen, pen.left + self.x, top - self.height)
