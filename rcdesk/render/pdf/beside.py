"""Texts side by side: people who sign over their names, and the words next to a code."""

from __future__ import annotations

from collections.abc import Sequence

from rcdesk.render.pdf import stacks
from rcdesk.render.pdf.pen import Pen
from rcdesk.render.pdf.stacks import Stack
from rcdesk.render.pdf.strips import Graphic, Strip
from rcdesk.render.style import ACCENT, GAP

_UNDER_LINE = 5.0


class Signing(Strip):
    """Places to sign, each a line with its person below. Never cut, unless it alone is taller than a page of `room`."""

    __slots__ = ("line", "people", "places", "room")

    def __init__(
        self, places: Sequence[float], people: Sequence[Stack], room: float, *, line: float, keep: bool = False
    ) -> None:
        down = line + _UNDER_LINE if line else 0.0
        super().__init__(down + max(map(stacks.height, people)), before=GAP, keep=keep)
        self.places, self.people, self.room, self.line = places, people, room, line

    def cut(self, room: float) -> tuple[Strip, Strip] | None:
        """After the lines that fit, with the place to sign above the first part."""
        if self.height <= self.room or room < self.room / 2:
            return None
        down = self.height - max(map(stacks.height, self.people))
        parts = [stacks.cut(stack, room - down) for stack in self.people]
        head = Signing(self.places, [head for head, _ in parts], self.room, line=self.line)
        return head, Signing(self.places, [tail for _, tail in parts], self.room, line=0.0, keep=self.keep)

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the lines to sign on, and the people."""
        for place, stack in zip(self.places, self.people, strict=True):
            x = pen.left + place
            down = 0.0
            if self.line:
                pen.rule(x, top - self.line, stack[0].width, 0.6, ACCENT)
                down = self.line + _UNDER_LINE
            stacks.draw(stack, pen, x, top - down)


class Beside(Strip):
    """A picture with words at its right, both half way down; a `bookmark` is that of the title they begin with."""

    __slots__ = ("bookmark", "graphic", "place", "words")

    def __init__(self, graphic: Graphic, place: float, words: Stack, bookmark: tuple[str, int] | None = None) -> None:
        super().__init__(max(graphic.height, stacks.height(words)), before=2 * GAP)
        self.graphic, self.place, self.words, self.bookmark = graphic, place, words, bookmark

    def draw(self, pen: Pen, top: float) -> None:
        """Draw both."""
        if self.bookmark is not None and self.words[0].node is not None:
            pen.bookmark(*self.bookmark, top, self.words[0].node)
        self.graphic.draw(pen, top - (self.height - self.graphic.height) / 2)
        down = (self.height - stacks.height(self.words)) / 2
        stacks.draw(self.words, pen, pen.left + self.place, top - down)
