"""The blank rows that complete the last page of a list: how many is known only when the page is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from rcdesk.documents.blocks import Grid
from rcdesk.render import style as look
from rcdesk.render.pdf.pen import Pen
from rcdesk.render.pdf.rows import Columns, Row
from rcdesk.render.pdf.stacks import Cast
from rcdesk.render.pdf.strips import Strip
from rcdesk.render.pdf.tags import Node

_LOWEST: Final = look.CELL.leading + 2 * look.PAD_Y


class Filler(Strip):
    """Blank rows of a grid, counted from its `fill`; their elements are hung from `body` as they are drawn."""

    __slots__ = ("body", "casts", "columns", "count", "first", "high")
    elastic: ClassVar[bool] = True

    def __init__(self, columns: Columns, casts: Sequence[Cast], body: Node, grid: Grid, running: Strip | None) -> None:
        super().__init__(0.0, running=running)
        self.columns, self.casts, self.body = columns, casts, body
        self.first, self.high, self.count = grid.fill, max(grid.row_height, _LOWEST), 0

    def stretch(self, room: float) -> None:
        """As many whole rows as there is room for."""
        self.count = max(0, int((room + 0.01) / self.high))
        self.height = self.count * self.high

    def draw(self, pen: Pen, top: float) -> None:
        """Draw them one under another."""
        for number in range(self.first, self.first + self.count):
            row = Node("TR", self.body)
            cells = [cast.cell(Node("TD", row), "" if place else str(number)) for place, cast in enumerate(self.casts)]
            Row(cells, self.columns, high=self.high).draw(pen, top)
            top -= self.high
