"""Tables as strips: grids of rows, and the crossed matrix of a DOFA."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rcdesk.documents.blocks import Align, Grid, Matrix, Quadrant
from rcdesk.render import style as look
from rcdesk.render import words as text
from rcdesk.render.pdf import tags
from rcdesk.render.pdf.filler import Filler
from rcdesk.render.pdf.rows import Again, Columns, Head, Row
from rcdesk.render.pdf.stacks import Cast, Stack
from rcdesk.render.pdf.strips import Strip
from rcdesk.render.pdf.tags import Attributes, Node
from rcdesk.render.style import Sheet

_TALLEST_HEAD = 1.75
"""A header row this many times a tall row (a third of the page) is not repeated: rows would have no room."""


def grid_strips(grid: Grid, root: Node, sheet: Sheet) -> Iterator[Strip]:
    """A table: its header, which every page repeats, and its rows."""
    columns = Columns.shared(grid.widths, sheet, framed=grid.ruled, ink=look.FORM if grid.ruled else look.HAIR)
    aligns = grid.aligned
    summary = Attributes("Table", (("Summary", text.plain(grid.summary)),)) if grid.summary else None
    table = Node("Table", root, attributes=summary)
    casts = [Cast(look.CELL, columns.room(index), align) for index, align in enumerate(aligns)]
    head: Row | None = None
    if grid.header:
        head = _head(grid.header, columns, aligns, Node("TR", Node("THead", table)))
        yield head
    running = Again(head) if isinstance(head, Head) else None
    body = Node("TBody", table)
    label = None if grid.header else Cast(look.LABEL, columns.room(0))
    for number, cells in enumerate(grid.rows):
        row = Node("TR", body)
        made = [
            label.cell(Node("TH", row, attributes=tags.ROW), words)
            if label is not None and index == 0
            else casts[index].cell(Node("TD", row), words)
            for index, words in enumerate(_padded(cells, len(casts)))
        ]
        opening = head is None and number == 0
        before = look.GAP if opening else 0
        yield Row(made, columns, running=running, before=before, opening=opening, high=grid.row_height)
    if grid.fill:
        yield Filler(columns, casts, body, grid, running)


def _padded(cells: Sequence[str], count: int) -> Sequence[str]:
    return cells if len(cells) == count else [*cells, *[""] * count][:count]


def _head(header: Sequence[str], columns: Columns, aligns: Sequence[Align], row: Node) -> Row:
    cells = [
        Cast(look.HEAD, columns.room(index), align).cell(Node("TH", row, attributes=tags.COLUMN), words)
        for index, (words, align) in enumerate(zip(_padded(header, len(aligns)), aligns, strict=True))
    ]
    fills = (look.TINT,) * len(cells)
    head = Head(cells, columns, fills, look.GAP)
    if head.height <= _TALLEST_HEAD * columns.tall:
        return head
    return Row(cells, columns, fills=fills, strong=True, before=look.GAP, opening=True)


def matrix_strips(matrix: Matrix, root: Node, sheet: Sheet) -> Iterator[Strip]:
    """A crossed matrix, kept on one page when it fits."""
    columns = Columns.shared((5, *[6] * len(matrix.columns)), sheet, crossed=True)
    summary = f"Matriz cruzada {text.plain(matrix.corner)}"
    table = Node("Table", root, attributes=Attributes("Table", (("Summary", summary),)))
    row = Node("TR", Node("THead", table))
    corner = Cast(look.H2, columns.room(0)).cell(Node("TH", row, attributes=tags.BOTH), matrix.corner)
    heads = [
        _quadrant(quadrant, Node("TH", row, attributes=tags.COLUMN), columns.room(index))
        for index, quadrant in enumerate(matrix.columns, 1)
    ]
    fills = [look.TINT] * (1 + len(heads))
    rows = [Row([corner, *heads], columns, fills=fills, strong=True, before=look.GAP, opening=True)]
    body = Node("TBody", table)
    for quadrant, crossed in zip(matrix.rows, matrix.crossings, strict=True):
        row = Node("TR", body)
        side = _quadrant(quadrant, Node("TH", row, attributes=tags.ROW), columns.room(0))
        cells = [_quadrant(crossing, Node("TD", row), columns.room(index)) for index, crossing in enumerate(crossed, 1)]
        rows.append(Row([side, *cells], columns, fills=[look.TINT, *[None] * len(cells)]))
    whole = sum(strip.height for strip in rows) < 0.9 * sheet.room
    for strip in rows:
        strip.keep = strip is rows[0] or (whole and strip is not rows[-1])
    yield from rows


def _quadrant(quadrant: Quadrant, node: Node, width: float) -> Stack:
    title = text.one_line(quadrant.title)
    made = [Cast(look.LABEL, width).one(Node("P", node), title)] if title else []
    return [*made, *Cast(look.CELL, width).items(node, quadrant.texts, above=2.5)]
