"""The bars and the columns of figures: their words, their pieces, and what stands alone on screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from rcdesk.documents.series import Columns, Progress
from rcdesk.render.columns import columns_parts, columns_told, place_told
from rcdesk.render.manner import LINE, Manner, lowered, shown, written
from rcdesk.render.progress import progress_parts, progress_told, row_told
from rcdesk.render.shapes import Drawing, Shape

_ENDLESS: Final = 1e9


def told(block: Progress | Columns) -> str:
    """The alternative text, which says every value."""
    match block:
        case Progress():
            return progress_told(block)
        case Columns():
            return columns_told(block)
        case _:
            assert_never(block)


def lines(block: Progress | Columns) -> Iterator[str]:
    """Every row or place in words, one in each line."""
    match block:
        case Progress():
            yield from (row_told(block, row) for row in block.rows)
        case Columns():
            yield from (place_told(block, place) for place in range(len(block.places)))
        case _:
            assert_never(block)


def pieces(
    block: Progress | Columns, width: float, manner: Manner, tallest: float
) -> Iterator[tuple[Progress | Columns, Drawing]]:
    """The block in pieces no taller than that, each with what it draws, without its title nor its caption."""
    match block:
        case Progress():
            yield from progress_parts(block, width, manner, tallest)
        case Columns():
            yield from columns_parts(block, width, manner, tallest)
        case _:
            assert_never(block)


def drawn(block: Progress | Columns, width: float, manner: Manner) -> Drawing:
    """The block in that width, whole, without its title nor its caption."""
    ((_, drawing),) = pieces(block, width, manner, _ENDLESS)
    return drawing


def whole(block: Progress | Columns, width: float, manner: Manner) -> Drawing:
    """The block that stands alone, as on screen: with its title and its caption."""
    em, top = manner.size, 0.0
    shapes: list[Shape] = []
    if block.title:
        title = shown(block.title, manner.bold, width / em, 0)
        shapes += written(title, 0, len(title) * LINE * em / 2, manner.ink, em, bold=True)
        top = (len(title) * LINE + 0.5) * em
    inside = drawn(block, width, manner)
    shapes += (lowered(shape, top) for shape in inside.shapes)
    top += inside.height
    if block.caption:
        words = shown(block.caption, manner.regular, width / em, 0)
        top += 0.3 * em
        shapes += written(words, 0, top + len(words) * LINE * em / 2, manner.soft, em)
        top += len(words) * LINE * em
    return Drawing(width, top, em, tuple(shapes))
