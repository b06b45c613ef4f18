"""Charts as values: the counts of one whole, laid once, for the page and for the screen.

Every point prints its n and its percentage; the shares of a disc differ in lightness and in hatch, never in colour
alone. Our own shapes and not `reportlab.graphics`: that one imports Platypus (66 ms) and knows no fallback fonts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from typing import assert_never

from rcdesk import i18n
from rcdesk.documents.blocks import SLICES, Chart, ChartKind
from rcdesk.domain.cifras.redondeo import porcentaje
from rcdesk.render.manner import FILLS, LINE, SWATCH, Manner, filled, lowered, on_paper, shown, written
from rcdesk.render.shapes import Box, Drawing, Shape, Slice, Words
from rcdesk.render.words import plain

_BAR, _PITCH = 1.2, 2.15
_LABELS, _GAP, _VALUES, _PERCENT = (0.14, 0.4), 1.2, 9.6, 5.4
_NARROW, _DISC_FITS = 25.0, 33.0
_DISC = (7.4, 12.0)
_LABEL_LINES = 4
# All of them in letters of the chart (em), except the share of the labels.


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
        title = shown(chart.title, manner.bold, width / em, 0)
        shapes += written(title, 0, (top + len(title) * LINE * em / 2), manner.ink, em, bold=True)
        top += (len(title) * LINE + 0.4) * em
    middle = top + _PITCH * em / 2
    shapes.append(Words(0, middle, base, manner.soft))
    if chart.points:
        shapes.append(Words(width - _PERCENT * em, middle, "n", manner.soft, end=True))
        shapes.append(Words(width, middle, "%", manner.soft, end=True))
    top += _PITCH * em
    inside = drawn(chart, width, manner)
    shapes += (lowered(shape, top) for shape in inside.shapes)
    top += inside.height
    for note in notes:
        lines = shown(note, manner.regular, width / em, 0)
        top += 0.3 * em
        shapes += written(lines, 0, top + len(lines) * LINE * em / 2, manner.soft, em)
        top += len(lines) * LINE * em
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
        return shown(label, self.manner.regular, room / self.manner.size, _LABEL_LINES)

    def pitch(self, label: str) -> float:
        """How high the line of a point is."""
        words = len(self._words(label)) * LINE
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
            yield from written(words, 0, top + len(words) * LINE * em / 2, manner.ink, em)
            middle = top + len(words) * LINE * em + _PITCH * em / 2 - 0.2 * em
        else:
            middle = top + high / 2
            yield from written(words, 0, middle, manner.ink, em)
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
    room = width / em - _DISC[1] - 2 * _GAP - SWATCH - 0.8 - _VALUES
    labels = [shown(label, manner.regular, room, _LABEL_LINES) for label, _ in chart.points]
    pitches = [em * max(_PITCH, len(lines) * LINE + 0.5) for lines in labels]
    side = min(max(sum(pitches), _DISC[0] * em), _DISC[1] * em)
    height = max(side, sum(pitches)) + 0.6 * em
    left = (_DISC[1] + 2 * _GAP) * em
    whole_of_it = sum(count for _, count in chart.points) or 1
    shapes: list[Shape] = []
    top, start = (height - sum(pitches)) / 2, 0.0
    of_each = zip(chart.points, shares_of(chart), labels, pitches, cycle(FILLS), strict=False)
    for (_, count), share, lines, pitch, fill in of_each:
        end = start + max(count, 0) / whole_of_it
        middle = top + pitch / 2
        if count > 0:
            disc = Slice(_DISC[1] * em / 2, height / 2, side / 2, start, end, manner.fill(fill[0]), manner.series)
            shapes += filled(disc, fill, manner)
        swatch = SWATCH * em
        box = Box(left, middle - swatch / 2, swatch, swatch, manner.fill(fill[0]), manner.series)
        shapes += filled(box, fill, manner)
        shapes += written(lines, left + swatch + 0.8 * em, middle, manner.ink, em)
        shapes += _values(count, share, middle, width, manner)
        top, start = top + pitch, end
    return Drawing(width, height, em, tuple(shapes))


def _values(count: int, share: str, middle: float, width: float, manner: Manner) -> Iterator[Words]:
    yield Words(width - _PERCENT * manner.size, middle, i18n.numero(count), manner.soft, end=True)
    yield Words(width, middle, share, manner.ink, bold=True, end=True)
