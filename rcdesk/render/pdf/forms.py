"""Strips to write on by hand: lines after their label, and slips that are cut apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import ClassVar, Final, TypeAlias

from rcdesk.documents.blocks import Align, Block, Slip
from rcdesk.render import style as look
from rcdesk.render.pdf import stacks
from rcdesk.render.pdf.pen import Pen
from rcdesk.render.pdf.stacks import Cast, Stack, Text
from rcdesk.render.pdf.strips import Strip
from rcdesk.render.pdf.tags import Node
from rcdesk.render.style import SOFT, WRITE_ROOM, Sheet
from rcdesk.render.typeface import faces
from rcdesk.render.words import bare, one_line, plain

Compose: TypeAlias = Callable[[Iterable[Block], Node, Sheet], list[Strip]]

_ACROSS, _DOWN = 2, 2
_GUTTER: Final = 13.0
"""Between a slip and the line by which it is cut."""

_NUMBER_SHARE: Final = 0.36
_AFTER_LABEL: Final = 6.0
_THIN: Final = 0.5


def room_strip(label: str, lines: int, root: Node, sheet: Sheet) -> Strip:
    """Lines to write on; a label that leaves little of its line has it whole."""
    words = one_line(label)
    text = Cast(look.LABEL, sheet.width).one(Node("P", root), words) if words else None
    return Lines(text, lines, sheet.width) if lines else Rest(text, sheet.width)


class Lines(Strip):
    """A label and its lines. `start` is where the label ends and the first line begins."""

    __slots__ = ("label", "start")

    def __init__(self, label: Text | None, lines: int, width: float) -> None:
        above = (len(label.lines) - 1) * look.LABEL.leading if label else 0.0
        super().__init__(lines * WRITE_ROOM + above)
        self.label = label
        last = bare(str(label.lines[-1])) if label and isinstance(label.lines[-1], str) else ""
        used = faces()[True].width(last, look.LABEL.size) + _AFTER_LABEL if last else 0.0
        self.start = used if used < 0.7 * width else 0.0

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the label over the first line, and the lines to the margin."""
        y, start = top - self.height, 0.0
        first = top - WRITE_ROOM
        if self.label is not None:
            first -= self.label.height - look.LABEL.leading
            self.label.draw(pen, pen.left, first + self.label.height)
            start = self.start
        while y < first - 0.01:
            pen.rule(pen.left, y, pen.width, _THIN, SOFT)
            y += WRITE_ROOM
        pen.rule(pen.left + start, first, pen.width - start, _THIN, SOFT)


class Rest(Lines):
    """As many lines as there is room for, one at least."""

    __slots__ = ()
    elastic: ClassVar[bool] = True

    def __init__(self, label: Text | None, width: float) -> None:
        super().__init__(label, 1, width)

    def stretch(self, room: float) -> None:
        """Take whole lines."""
        self.height += max(0, int((room - self.height + 0.01) / WRITE_ROOM)) * WRITE_ROOM


def slip_strips(slips: Sequence[Slip], root: Node, sheet: Sheet, compose: Compose) -> Iterator[Strip]:
    """The rows of slips, of the height that makes a page of whole rows."""
    width = sheet.width / _ACROSS - _GUTTER
    for first in range(0, len(slips), _ACROSS):
        row = [Face(slip, Node("Sect", root), replace(sheet, width=width), compose) for slip in slips[first:][:_ACROSS]]
        yield SlipRow(row, sheet.room / _DOWN - 0.01, cut_above=first % (_ACROSS * _DOWN) > 0)


class Face:
    """One slip, measured: what heads it, and its strips one under another."""

    __slots__ = ("head", "strips", "width")

    def __init__(self, slip: Slip, node: Node, sheet: Sheet, compose: Compose) -> None:
        self.width = sheet.width
        side = sheet.width * _NUMBER_SHARE
        number = Cast(look.NUMBER, side, Align.RIGHT).bare(Node("P", node), plain(slip.number), most=1)
        owner = Cast(look.OFFICE, sheet.width - side).bare(Node("P", node), plain(slip.head), most=3)
        self.head: tuple[Stack, Stack] = ((owner,), (number,))
        self.strips = compose(slip.blocks, node, sheet)

    @property
    def least(self) -> float:
        """The height of it all."""
        return max(map(stacks.height, self.head)) + sum(strip.before + strip.height for strip in self.strips)

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw from the upper left corner."""
        with pen.column(left, self.width):
            owner, number = self.head
            stacks.draw(owner, pen, left, top)
            stacks.draw(number, pen, left + self.width * (1 - _NUMBER_SHARE), top)
            top -= max(map(stacks.height, self.head))
            for strip in self.strips:
                strip.draw(pen, top - strip.before)
                top -= strip.before + strip.height


class SlipRow(Strip):
    """Slips side by side, with the lines by which they are cut."""

    __slots__ = ("cut_above", "faces")

    def __init__(self, row: Sequence[Face], height: float, *, cut_above: bool) -> None:
        inside = height - 2 * _GUTTER
        for face in row:
            for strip in face.strips:
                if strip.elastic:
                    strip.stretch(inside - face.least + strip.height)
        super().__init__(max(height, 2 * _GUTTER + max(face.least for face in row)))
        self.faces, self.cut_above = row, cut_above

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the slips between their lines."""
        if self.cut_above:
            pen.dashes((pen.left, top), (pen.left + pen.width, top))
        step = pen.width / _ACROSS
        for column, face in enumerate(self.faces):
            left = pen.left + column * step
            if column:
                pen.dashes((left, top), (left, top - self.height))
            face.draw(pen, left + (_GUTTER if column else 0.0), top - _GUTTER)
