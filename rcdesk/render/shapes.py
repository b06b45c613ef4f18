"""What a chart is made of: rectangles, slices, strokes and words, in points or pixels, y downwards.

They are drawn by two pens, that of the PDF and that of SVG; a fill says with its hatch what its colour alone would.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from math import ceil, cos, floor, pi, radians, sin
from typing import TypeAlias

from rcdesk.render.style import Colour

Point: TypeAlias = tuple[float, float]
Stroke: TypeAlias = tuple[float, float, float, float]
"""A straight line, from (x, y) to (x, y)."""


class Hatch(Enum):
    """The lines over a fill; the value is their angle in degrees."""

    NONE = None
    LEVEL = 0
    RISING = -45
    FALLING = 45
    UPRIGHT = 90


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, from its upper left corner; with an `edge` it has an outline."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour
    edge: Colour | None = None

    def points(self) -> tuple[Point, ...]:
        """The four corners."""
        right, foot = self.x + self.width, self.y + self.height
        return (self.x, self.y), (right, self.y), (right, foot), (self.x, foot)


@dataclass(frozen=True, slots=True)
class Slice:
    """A share of a disc; angles in turns, clockwise from noon."""

    x: float
    y: float
    radius: float
    start: float
    end: float
    colour: Colour
    edge: Colour

    def points(self) -> Iterator[Point]:
        """The outline, in steps too small to see."""
        if self.end - self.start < 0.9999:
            yield self.x, self.y
        steps = max(2, round(120 * (self.end - self.start)))
        for step in range(steps + 1):
            angle = 2 * pi * (self.start + (self.end - self.start) * step / steps)
            yield self.x + self.radius * sin(angle), self.y - self.radius * cos(angle)


@dataclass(frozen=True, slots=True)
class Strokes:
    """Straight lines of one colour and weight."""

    lines: tuple[Stroke, ...]
    colour: Colour
    weight: float


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text; `y` is its middle and `x` its left end, its right one with `end`, or its middle if `centred`."""

    x: float
    y: float
    text: str
    colour: Colour
    bold: bool = False
    end: bool = False
    centred: bool = False


Shape: TypeAlias = Box | Slice | Strokes | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in a rectangle; `size` is that of the letters."""

    width: float
    height: float
    size: float
    shapes: tuple[Shape, ...]


def hatched(outline: Sequence[Point], hatch: Hatch, step: float) -> tuple[Stroke, ...]:
    """The lines of a hatch that fall inside an outline, at that distance from one another.

    They are cut here, and not by a pattern of the page, so that both pens draw the same ones.
    """
    if hatch.value is None:
        return ()
    turn = radians(hatch.value)
    across, along = cos(turn), sin(turn)
    turned = [(x * across + y * along, y * across - x * along) for x, y in outline]
    heights = [y for _, y in turned]
    sides = list(zip(turned, [*turned[1:], turned[0]], strict=True))
    made: list[Stroke] = []
    for number in range(ceil(min(heights) / step), floor(max(heights) / step) + 1):
        y = number * step
        crossed = sorted(
            x1 + (y - y1) * (x2 - x1) / (y2 - y1) for (x1, y1), (x2, y2) in sides if min(y1, y2) <= y < max(y1, y2)
        )
        for left, right in zip(crossed[::2], crossed[1::2], strict=True):
            made.append(
                (
                    left * across - y * along,
                    left * along + y * across,
                    right * across - y * along,
                    right * along + y * across,
                )
            )
    return tuple(made)
