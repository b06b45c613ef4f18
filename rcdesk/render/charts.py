"""Charts as values: the counts of one whole, laid once, for the page and for the screen.

Every point prints its n and its percentage; the shares of a disc differ in lightness and in hatch, never in colour
alone. Our own shapes and not `reportlab.graphics`: that one imports Platypus (66 ms) and knows no fallback fonts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import cycle
from typing import Final, assert_never

from rcdesk import i18n
from rcdesk.documents.blocks import SLICES, Chart, ChartKind
from rcdesk.domain.cifras.redondeo import porcentaje
from rcdesk.render import style
from rcdesk.render.breaking import Letters, broken, shortened
from rcdesk.render.shapes import Box, Drawing, Hatch, Shape, Slice, Strokes, Words, hatched
from rcdesk.render.style import Colour
from rcdesk.render.words import plain

_BAR, _PITCH, _LINE = 1.2, 2.15, 1.32
_LABELS, _GAP, _VALUES, _PERCENT = (0.14, 0.4), 1.2, 9.6, 5.4
_NARROW, _DISC_FITS = 25.0, 33.0
_DISC = (7.4, 12.0)
_SWATCH, _STEP = 1.2, 0.42
_LABEL_LINES = 4
# All of them in letters of the chart (em), except the share of the labels.

_FILLS: Final = (
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
    empty tracks are outlined too.
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


def percentage(part: int, base: int) -> str:
    """One decimal, half up, as Colombian Spanish prints it: `33,3 %`; a dash when nobody answered."""
    if not base:
        return "–"
    return porcentaje(part, base).replace(".", ",") + "\u00a0%"


def shares_of(chart: Chart) -> tuple[str, ...]:
    """The percentage of each point, as it is printed."""
    return chart.shares or tuple(percentage(count, chart.base) for _, count in chart.points)


def described(chart: Chart) -> str:
    """The chart in words: its alternative text."""
    kind = "Gráfico de barras" if chart.kind is ChartKind.BARS else "Gráfico de torta"
    points = "; ".join(
        f"{plain(label)}: {i18n.numero(count)} ({share})"
        for (label, count), share in zip(chart.points, shares_of(chart), strict=True)
    )
    title = f"{plain(chart.title).rstrip('.')}. " if chart.title else ""
    return f"{kind}. {title}Base: {i18n.numero(chart.base)}. {points or 'Sin respuestas'}."


def parts(chart: Chart, width: float, tallest: float) -> Iterator[Chart]:
    """The chart in pieces no taller than `tallest`; a disc of too many shares becomes bars."""
    if chart.kind is ChartKind.PIE and len(chart.points) <= SLICES:
        yield chart
        return
    points: list[tuple[str, int]] = []
    shares: list[str] = []
    high = 0.0
    title = chart.title
    bars = _Bars.of(chart, width, on_paper())
    for point, share in zip(chart.points, shares_of(chart), strict=True):
        pitch = bars.pitch(point[0])
        if high + pitch > tallest:
            yield replace(chart, title=title, points=tuple(points), kind=ChartKind.BARS, shares=tuple(shares))
            title, points, shares, high = f"{chart.title} (continuación)".strip(), [], [], 0.0
        points.append(point)
        shares.append(share)
        high += pitch
    yield replace(chart, title=title, points=tuple(points), kind=ChartKind.BARS, shares=tuple(shares))


def drawn(chart: Chart, width: float, manner: Manner) -> Drawing:
    """The chart in that width, without its title nor its base, which the page prints as text."""
    match chart.kind:
        case ChartKind.PIE if len(chart.points) <= SLICES and width >= _DISC_FITS * manner.size:
            return _pie(chart, width, manner)
        case ChartKind.PIE | ChartKind.BARS:
            return _Bars.of(chart, width, manner).drawing(chart)
        case _:
            assert_never(chart.kind)


def whole(chart: Chart, width: float, manner: Manner, base: str, notes: Sequence[str] = ()) -> Drawing:
    """The chart that stands alone, on screen or in a file: with its title, `base` in words, and its notes."""
    em = manner.size
    shapes: list[Shape] = []
    top = 0.0
    if chart.title:
        title = _broken(chart.title, manner.bold, width / em, 0)
        shapes += _lines(title, 0, (top + len(title) * _LINE * em / 2), manner.ink, em, bold=True)
        top += (len(title) * _LINE + 0.4) * em
    middle = top + _PITCH * em / 2
    shapes.append(Words(0, middle, base, manner.soft))
    if chart.points:
        shapes.append(Words(width - _PERCENT * em, middle, "n", manner.soft, end=True))
        shapes.append(Words(width, middle, "%", manner.soft, end=True))
    top += _PITCH * em
    inside = drawn(chart, width, manner)
    shapes += (_lowered(shape, top) for shape in inside.shapes)
    top += inside.height
    for note in notes:
        lines = _broken(note, manner.regular, width / em, 0)
        top += 0.3 * em
        shapes += _lines(lines, 0, top + len(lines) * _LINE * em / 2, manner.soft, em)
        top += len(lines) * _LINE * em
    return Drawing(width, top, em, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Bars:
    """One line for each point: words, bar, n, %. Where it is narrow the words go over their bar."""

    manner: Manner
    width: float
    left: float

    @classmethod
    def of(cls, chart: Chart, width: float, manner: Manner) -> _Bars:
        """The bars of a chart begin where its longest words end, though never past two fifths of the width."""
        if width < _NARROW * manner.size:
            return cls(manner, width, 0.0)
        widest = max((manner.regular.width(plain(label), manner.size) for label, _ in chart.points), default=0.0)
        least, most = (share * width for share in _LABELS)
        return cls(manner, width, min(max(widest + _GAP * manner.size, least), most))

    @property
    def _stacked(self) -> bool:
        return not self.left

    def _words(self, label: str) -> list[str]:
        room = self.width if self._stacked else self.left - _GAP * self.manner.size / 2
        return _broken(label, self.manner.regular, room / self.manner.size, _LABEL_LINES)

    def pitch(self, label: str) -> float:
        """How high the line of a point is."""
        words = len(self._words(label)) * _LINE
        return self.manner.size * (words + _PITCH if self._stacked else max(_PITCH, words + 0.5))

    def drawing(self, chart: Chart) -> Drawing:
        """Every point, from top to bottom."""
        shapes: list[Shape] = []
        top = 0.0
        for point, share in zip(chart.points, shares_of(chart), strict=True):
            shapes += self._line(point, share, chart.base, top)
            top += self.pitch(point[0])
        return Drawing(self.width, top, self.manner.size, tuple(shapes))

    def _line(self, point: tuple[str, int], share: str, base: int, top: float) -> Iterator[Shape]:
        (label, count), manner, em = point, self.manner, self.manner.size
        words, high = self._words(label), self.pitch(label)
        if self._stacked:
            yield from _lines(words, 0, top + len(words) * _LINE * em / 2, manner.ink, em)
            middle = top + len(words) * _LINE * em + _PITCH * em / 2 - 0.2 * em
        else:
            middle = top + high / 2
            yield from _lines(words, 0, middle, manner.ink, em)
        room = max(0.0, self.width - self.left - _VALUES * em)
        thick = _BAR * em
        yield Box(self.left, middle - thick / 2, room, thick, manner.track, manner.edge)
        if count > 0 and base > 0:
            long = max(min(1, count / base) * room, min(room, 0.2 * em))
            yield Box(self.left, middle - thick / 2, long, thick, manner.series)
        yield from _values(count, share, middle, self.width, manner)


def _pie(chart: Chart, width: float, manner: Manner) -> Drawing:
    """A disc as high as the list that says what each share is."""
    em = manner.size
    room = width / em - _DISC[1] - 2 * _GAP - _SWATCH - 0.8 - _VALUES
    labels = [_broken(label, manner.regular, room, _LABEL_LINES) for label, _ in chart.points]
    pitches = [em * max(_PITCH, len(lines) * _LINE + 0.5) for lines in labels]
    side = min(max(sum(pitches), _DISC[0] * em), _DISC[1] * em)
    height = max(side, sum(pitches)) + 0.6 * em
    left = (_DISC[1] + 2 * _GAP) * em
    whole_of_it = sum(count for _, count in chart.points) or 1
    shapes: list[Shape] = []
    top, start = (height - sum(pitches)) / 2, 0.0
    of_each = zip(chart.points, shares_of(chart), labels, pitches, cycle(_FILLS), strict=False)
    for (_, count), share, lines, pitch, fill in of_each:
        end = start + max(count, 0) / whole_of_it
        middle = top + pitch / 2
        if count > 0:
            disc = Slice(_DISC[1] * em / 2, height / 2, side / 2, start, end, manner.fill(fill[0]), manner.series)
            shapes += _filled(disc, fill, manner)
        swatch = _SWATCH * em
        box = Box(left, middle - swatch / 2, swatch, swatch, manner.fill(fill[0]), manner.series)
        shapes += _filled(box, fill, manner)
        shapes += _lines(lines, left + swatch + 0.8 * em, middle, manner.ink, em)
        shapes += _values(count, share, middle, width, manner)
        top, start = top + pitch, end
    return Drawing(width, height, em, tuple(shapes))


def _filled(shape: Slice | Box, fill: tuple[float, Hatch], manner: Manner) -> Iterator[Shape]:
    share, hatch = fill
    yield shape
    lines = hatched(tuple(shape.points()), hatch, _STEP * manner.size)
    if lines:
        yield Strokes(lines, manner.ground if share > 0.5 else manner.series, 0.09 * manner.size)


def _broken(text: str, letters: Letters, room: float, most: int) -> list[str]:
    """Lines of so many em; the alternative text has the words that do not fit in `most` of them."""
    limit = max(room, 4.0) * 1000
    return shortened(list(broken(plain(text), letters, limit)), letters, limit, most)


def _values(count: int, share: str, middle: float, width: float, manner: Manner) -> Iterator[Words]:
    yield Words(width - _PERCENT * manner.size, middle, i18n.numero(count), manner.soft, end=True)
    yield Words(width, middle, share, manner.ink, bold=True, end=True)


def _lines(
    texts: Sequence[str], x: float, middle: float, colour: Colour, em: float, *, bold: bool = False
) -> Iterator[Words]:
    first = middle - (len(texts) - 1) * _LINE * em / 2
    for number, text in enumerate(texts):
        yield Words(x, first + number * _LINE * em, text, colour, bold)


def _lowered(shape: Shape, by: float) -> Shape:
    match shape:
        case Box() | Slice() | Words():
            return replace(shape, y=shape.y + by)
        case Strokes():
            return replace(shape, lines=tuple((x1, y1 + by, x2, y2 + by) for x1, y1, x2, y2 in shape.lines))
        case _:
            assert_never(shape)
