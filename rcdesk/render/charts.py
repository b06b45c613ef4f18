"""Charts as values: rectangles, slices and words. Drawn as vectors on paper and as SVG, from the same shapes.

Every point prints its n and its percentage; fills are steps of lightness, so that they can be told apart in grey.
Our own shapes and not `reportlab.graphics`: that one imports Platypus (66 ms) and knows no fallback fonts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from html import escape
from itertools import cycle
from math import cos, pi, sin
from typing import TypeAlias, assert_never

from rcdesk.documents.blocks import Chart, ChartKind
from rcdesk.render.style import CHART, SERIES, TINT, Colour, hexadecimal
from rcdesk.render.typeface import faces
from rcdesk.render.words import plain
from rcdesk.render.wrap import Measure, bare_lines

USUAL_WIDTH = 456.0
"""As wide as the text of an upright Letter page, in points."""

_BAR, _PITCH = 11.0, 20.0
_LABELS = 0.36
_VALUES, _COUNT = 80.0, 30.0
_PIE = 116.0
_LABEL_LINES = 3


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, from its upper left corner; y grows downwards."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Slice:
    """A share of a disc; angles in turns, clockwise from noon."""

    x: float
    y: float
    radius: float
    start: float
    end: float
    colour: Colour

    def points(self) -> Iterator[tuple[float, float]]:
        """The outline, in steps too small to see."""
        if self.end - self.start < 0.9999:
            yield self.x, self.y
        steps = max(2, round(120 * (self.end - self.start)))
        for step in range(steps + 1):
            angle = 2 * pi * (self.start + (self.end - self.start) * step / steps)
            yield self.x + self.radius * sin(angle), self.y - self.radius * cos(angle)


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text, from its left end; `y` is its middle."""

    x: float
    y: float
    text: str
    bold: bool = False


Shape: TypeAlias = Box | Slice | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in a rectangle, in points."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def percentage(part: int, base: int) -> str:
    """One decimal, half up, as Colombian Spanish prints it: `33,3 %`."""
    exact = Decimal(100 * part) / Decimal(base or 1)
    return f"{exact.quantize(Decimal('0.1'), ROUND_HALF_UP)}".replace(".", ",") + "\u00a0%"


def described(chart: Chart) -> str:
    """The chart in words: its alternative text."""
    kind = "Gráfico de barras" if chart.kind is ChartKind.BARS else "Gráfico de torta"
    points = "; ".join(f"{plain(label)}: {count} ({percentage(count, chart.base)})" for label, count in chart.points)
    title = f"{plain(chart.title).rstrip('.')}. " if chart.title else ""
    return f"{kind}. {title}Base: {chart.base}. {points or 'Sin respuestas'}."


def parts(chart: Chart, width: float, tallest: float) -> Iterator[Chart]:
    """The chart in pieces no taller than `tallest`; a pie of too many slices becomes bars."""
    if chart.kind is ChartKind.PIE and len(chart.points) <= len(SERIES):
        yield chart
        return
    points: list[tuple[str, int]] = []
    high = 0.0
    title = chart.title
    for point in chart.points:
        pitch = _pitch(_label(point[0], _LABELS * width - 10))
        if high + pitch > tallest:
            yield replace(chart, title=title, points=tuple(points), kind=ChartKind.BARS)
            title, points, high = f"{chart.title} (continuación)".strip(), [], 0.0
        points.append(point)
        high += pitch
    yield replace(chart, title=title, points=tuple(points), kind=ChartKind.BARS)


def drawn(chart: Chart, width: float) -> Drawing:
    """The chart in so many points of width, without its title."""
    match chart.kind:
        case ChartKind.BARS:
            return _bars(chart, width)
        case ChartKind.PIE:
            return _pie(chart, width)
        case _:
            assert_never(chart.kind)


def svg(chart: Chart, width: float = USUAL_WIDTH) -> str:
    """The same drawing as an SVG document, with the chart's description as its title."""
    drawing = drawn(chart, width)
    inside = "".join(map(_svg_shape, drawing.shapes))
    box = f'viewBox="0 0 {drawing.width:.0f} {drawing.height:.0f}"'
    title = f"<title>{escape(described(chart))}</title>"
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {box}>{title}{inside}</svg>'


def _bars(chart: Chart, width: float) -> Drawing:
    shapes: list[Shape] = []
    labels = _LABELS * width
    room = width - labels - _VALUES
    top = 0.0
    for label, count in chart.points:
        broken = _label(label, labels - 10)
        pitch = _pitch(broken)
        middle = top + pitch / 2
        shapes += _lines(broken, 0, middle)
        shapes.append(Box(labels, middle - _BAR / 2, room, _BAR, TINT))
        if count:
            shapes.append(Box(labels, middle - _BAR / 2, min(1, count / max(chart.base, 1)) * room, _BAR, SERIES[0]))
        shapes += _values(count, chart.base, middle, width)
        top += pitch
    return Drawing(width, top, tuple(shapes))


def _pie(chart: Chart, width: float) -> Drawing:
    shapes: list[Shape] = []
    left = _PIE + 46
    broken = [_label(label, width - left - 24 - _VALUES) for label, _ in chart.points]
    pitches = list(map(_pitch, broken))
    height = max(_PIE, sum(pitches)) + 4
    whole = sum(count for _, count in chart.points) or 1
    top, start = (height - sum(pitches)) / 2, 0.0
    for (_, count), lines, pitch, colour in zip(chart.points, broken, pitches, cycle(SERIES), strict=False):
        end = start + count / whole
        if count:
            shapes.append(Slice(_PIE / 2 + 14, height / 2, _PIE / 2, start, end, colour))
        middle = top + pitch / 2
        shapes.append(Box(left, middle - 5, 10, 10, colour))
        shapes += _lines(lines, left + 20, middle)
        shapes += _values(count, chart.base, middle, width)
        top, start = top + pitch, end
    return Drawing(width, height, tuple(shapes))


def _label(text: str, width: float) -> list[str]:
    """At most three lines; the alternative text has all the words."""
    return bare_lines(plain(text), Measure(width, CHART.size), _LABEL_LINES)


def _pitch(broken: list[str]) -> float:
    return max(_PITCH, len(broken) * CHART.leading + 6)


def _values(count: int, base: int, middle: float, width: float) -> Iterator[Words]:
    columns = ((str(count), width - _VALUES + _COUNT, True), (percentage(count, base), width, False))
    for text, right, bold in columns:
        yield Words(right - faces()[bold].width(text, CHART.size), middle, text, bold)


def _lines(texts: list[str], x: float, middle: float) -> Iterator[Words]:
    first = middle - (len(texts) - 1) * CHART.leading / 2
    for number, text in enumerate(texts):
        yield Words(x, first + number * CHART.leading, text)


def _svg_shape(shape: Shape) -> str:
    match shape:
        case Box(x, y, width, height, colour):
            fill = f'fill="#{hexadecimal(colour)}"'
            return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" {fill}/>'
        case Slice():
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in shape.points())
            return f'<polygon points="{points}" fill="#{hexadecimal(shape.colour)}" stroke="#fff" stroke-width="1.4"/>'
        case Words(x, y, text, bold):
            weight = "bold" if bold else "normal"
            style = f'font-family="Noto Sans" font-size="{CHART.size}" font-weight="{weight}"'
            return f'<text x="{x:.1f}" y="{y + 0.357 * CHART.size:.1f}" {style}>{escape(text)}</text>'
        case _:
            assert_never(shape)
