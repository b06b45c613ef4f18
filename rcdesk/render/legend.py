"""What each fill of a chart is: a line of swatches with their words, as many lines as they need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rcdesk.render.manner import LINE, SWATCH, Manner, filled, shown, written
from rcdesk.render.shapes import Box, Drawing, Hatch, Shape

_BETWEEN, _BESIDE, _BELOW = 1.8, 0.6, 0.7
# In letters of the chart (em).


@dataclass(frozen=True, slots=True)
class Swatch:
    """A fill, in the colours of its manner, and what it is."""

    text: str
    manner: Manner
    fill: tuple[float, Hatch]


def legend(swatches: Iterable[Swatch], width: float, manner: Manner) -> Drawing:
    """Every swatch, from left to right; those that do not fit go below."""
    em = manner.size
    side, beside = SWATCH * em, (SWATCH + _BESIDE) * em
    shapes: list[Shape] = []
    x, top, high = 0.0, 0.0, 0.0
    for swatch in swatches:
        lines = shown(swatch.text, manner.regular, (width - beside) / em, 0)
        wide = beside + max(manner.regular.width(line, em) for line in lines)
        if x and x + wide > width:
            x, top, high = 0.0, top + high, 0.0
        tall = max(len(lines) * LINE, SWATCH + 0.3) * em
        middle = top + tall / 2
        box = Box(x, middle - side / 2, side, side, swatch.manner.fill(swatch.fill[0]), swatch.manner.series)
        shapes += filled(box, swatch.fill, swatch.manner)
        shapes += written(lines, x + beside, middle, manner.soft, em)
        x, high = x + wide + _BETWEEN * em, max(high, tall)
    return Drawing(width, top + high + (_BELOW * em if shapes else 0.0), em, tuple(shapes))
