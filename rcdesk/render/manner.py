"""How what is drawn looks where it is drawn, and the pieces that every chart is made of: lines of words and fills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, assert_never

from rcdesk.render import style
from rcdesk.render.breaking import Letters, broken, shortened
from rcdesk.render.shapes import Box, Hatch, Shape, Slice, Strokes, Words, hatched
from rcdesk.render.style import Colour
from rcdesk.render.words import plain

LINE, SWATCH = 1.32, 1.2
_STEP = 0.42
# In letters of the chart (em).

FILLS: Final = (
    (1.0, Hatch.NONE),
    (0.16, Hatch.RISING),
    (0.52, Hatch.NONE),
    (0.0, Hatch.FALLING),
    (0.78, Hatch.LEVEL),
    (0.1, Hatch.UPRIGHT),
)
"""Of each share: how much of the colour of the series its fill has, and its hatch."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How charts look where they are drawn: their letters, their size and their colours.

    `series` fills bars and shares, `track` what a bar leaves empty, `ground` is what lies under it all; with `edge`
    empty tracks are outlined too. `danger` fills what is under a threshold, where there is a colour for it.
    """

    regular: Letters
    bold: Letters
    size: float
    ink: Colour
    soft: Colour
    series: Colour
    track: Colour
    ground: Colour
    edge: Colour | None = None
    danger: Colour | None = None

    def fill(self, share: float) -> Colour:
        """The colour of the series over the ground, that much of it."""
        red, green, blue = (
            share * over + (1 - share) * under for over, under in zip(self.series, self.ground, strict=True)
        )
        return red, green, blue


@cache
def on_paper() -> Manner:
    """As documents print them."""
    from rcdesk.render.typeface import faces  # the letters of the pages take 0.2 s to load

    regular, bold = faces()
    white = (1.0, 1.0, 1.0)
    return Manner(regular, bold, style.CHART.size, style.INK, style.SOFT, style.SERIES, style.TINT, white)


def filled(shape: Slice | Box, fill: tuple[float, Hatch], manner: Manner) -> Iterator[Shape]:
    """A shape and the hatch of its fill."""
    share, hatch = fill
    yield shape
    lines = hatched(tuple(shape.points()), hatch, _STEP * manner.size)
    if lines:
        yield Strokes(lines, manner.ground if share > 0.5 else manner.series, 0.09 * manner.size)


def shown(text: str, letters: Letters, room: float, most: int) -> list[str]:
    """Lines of so many em; the alternative text has the words that do not fit in `most` of them."""
    limit = max(room, 4.0) * 1000
    return shortened(list(broken(plain(text), letters, limit)), letters, limit, most)


def written(
    texts: Sequence[str], x: float, middle: float, colour: Colour, em: float, *, bold: bool = False
) -> Iterator[Words]:
    """Lines of a text, around that middle."""
    first = middle - (len(texts) - 1) * LINE * em / 2
    for number, text in enumerate(texts):
        yield Words(x, first + number * LINE * em, text, colour, bold)


def lowered(shape: Shape, by: float) -> Shape:
    """The same shape, that much further down."""
    match shape:
        case Box() | Slice() | Words():
            return replace(shape, y=shape.y + by)
        case Strokes():
            return replace(shape, lines=tuple((x1, y1 + by, x2, y2 + by) for x1, y1, x2, y2 in shape.lines))
        case _:
            assert_never(shape)
