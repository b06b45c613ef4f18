"""Strips of a table: columns, rows that may be cut, and the header row that every page repeats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rcdesk.render.pdf import stacks
from rcdesk.render.pdf.pen import Pen
from rcdesk.render.pdf.stacks import Stack
from rcdesk.render.pdf.strips import Strip
from rcdesk.render.style import ACCENT, HAIR, PAD_X, PAD_Y, Colour, Sheet

_STRONG = 0.9
_FINE = 0.4
_LEAST_PART = 60.0
_TIGHT = 2.5
"""Over the text of a row to sign, which is high enough by itself."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the cells of a table stand: left edges from the margin, widths, and the vertical rules between them."""

    edges: tuple[float, ...]
    widths: tuple[float, ...]
    tall: float
    verticals: tuple[float, ...] = ()
    ink: Colour = HAIR

    @classmethod
    def shared(
        cls, shares: Sequence[float], sheet: Sheet, *, crossed: bool = False, framed: bool = False, ink: Colour = HAIR
    ) -> Columns:
        """Columns that share the text width; `crossed` rules them inside, `framed` also at both ends."""
        unit = sheet.width / sum(shares)
        widths = tuple(share * unit for share in shares)
        edges = tuple(sum(widths[:index]) for index in range(len(widths)))
        verticals = edges[1:] if crossed or framed else ()
        if framed:
            verticals = (0.0, *verticals, sheet.width)
        return cls(edges, widths, sheet.tall_row, verticals, ink)

    def ruled(self, left: float) -> tuple[float, ...]:
        """Where the vertical rules stand on a page whose margin is `left`."""
        return tuple([left + edge for edge in self.verticals])

    def room(self, index: int) -> float:
        """The width for text in a column."""
        return self.widths[index] - 2 * PAD_X


class Row(Strip):
    """A table row: cells side by side over a hairline. A tall one is cut at its lines where the page ends."""

    __slots__ = ("cells", "columns", "fills", "opening", "pad", "strong")
    sunk: ClassVar[bool] = False
    """Whether the cells stand on the lower edge of the row."""

    def __init__(
        self,
        cells: Sequence[Stack],
        columns: Columns,
        *,
        running: Strip | None = None,
        fills: Sequence[Colour | None] = (),
        strong: bool = False,
        opening: bool = False,
        before: float = 0.0,
        keep: bool = False,
        high: float = 0.0,
    ) -> None:
        tallest = max(map(stacks.height, cells))
        self.pad = min(PAD_Y, max(_TIGHT, (high - tallest) / 2)) if high else PAD_Y
        super().__init__(max(tallest + 2 * self.pad, high), before=before, keep=keep, running=running)
        self.cells, self.columns, self.fills = cells, columns, fills
        self.strong, self.opening = strong, opening
        if self.height > columns.tall:
            self.least = 2 * PAD_Y + _LEAST_PART

    def cut(self, room: float) -> tuple[Strip, Strip] | None:
        """A tall row, at its lines; neither part is left with too few of them."""
        tall = self.columns.tall
        if self.height <= tall or room < self.least:
            return None
        parts = [stacks.cut(cell, room - 2 * PAD_Y) for cell in self.cells]
        if not any(head for head, _ in parts):
            return None
        head, tail = self._part([head for head, _ in parts]), self._part([tail for _, tail in parts])
        if tail.height < self.least:
            return None if self.height <= 2 * tall else self.cut(room - self.least)
        head.before, head.opening = self.before, self.opening
        return head, tail

    def _part(self, cells: Sequence[Stack]) -> Row:
        return Row(cells, self.columns, running=self.running, fills=self.fills, strong=self.strong)

    def draw(self, pen: Pen, top: float) -> None:
        """Draw fills, cells and rules."""
        columns, left = self.columns, pen.left
        if self.opening:
            pen.rule(left, top, pen.width, _STRONG, ACCENT)
        for fill, edge, width in zip(self.fills, columns.edges, columns.widths, strict=False):
            if fill is not None:
                pen.fill(left + edge, top, width, self.height, fill)
        for cell, edge in zip(self.cells, columns.edges, strict=True):
            sunk = self.height - 2 * PAD_Y - stacks.height(cell) if self.sunk else 0.0
            stacks.draw(cell, pen, left + edge + PAD_X, top - self.pad - sunk)
        if columns.verticals:
            pen.uprights(columns.ruled(left), top, self.height, _FINE, columns.ink)
        weight, ink = (_STRONG, ACCENT) if self.strong else (_FINE, columns.ink)
        pen.rule(left, top - self.height, pen.width, weight, ink)


class Head(Row):
    """The header row of a table."""

    __slots__ = ()
    sunk = True

    def __init__(self, cells: Sequence[Stack], columns: Columns, fills: Sequence[Colour | None], before: float) -> None:
        super().__init__(cells, columns, fills=fills, strong=True, before=before, keep=True, opening=True)


class Again(Strip):
    """The header row on the pages after the first: there it is decoration."""

    __slots__ = ("head",)

    def __init__(self, head: Head) -> None:
        super().__init__(head.height, keep=True)
        self.head = head

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the header row, to be seen only."""
        with pen.decoration():
            self.head.draw(pen, top)
