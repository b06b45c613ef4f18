"""Bars of what was done of what was programmed, to their own percentage: what exceeds 100 % is drawn, and hatched.

What is told by colour is told by a fill too, and by words: the page may be printed in black.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Final

from rcdesk import i18n
from rcdesk.documents.series import Advance, Progress
from rcdesk.domain.cifras.redondeo import redondear
from rcdesk.render.breaking import Letters
from rcdesk.render.legend import Swatch, legend
from rcdesk.render.manner import LINE, Manner, filled, shown, written
from rcdesk.render.shapes import Box, Drawing, Hatch, Shape, Strokes, Words
from rcdesk.render.words import plain

NO_DATA: Final = "sin datos"

_BAR, _PITCH, _AXIS = 1.2, 2.3, 1.9
_LABELS, _GAP, _NARROW = (0.14, 0.36), 1.2, 30.0
_LABEL_LINES = 4
# In letters of the chart (em), except the share of the labels.

_DONE: Final = (1.0, Hatch.NONE)
_EXCESS: Final = (0.0, Hatch.RISING)
_LOW: Final = (0.3, Hatch.FALLING)
_LOW_IN_COLOUR: Final = (1.0, Hatch.FALLING)


def share(row: Advance) -> Fraction | None:
    """The percentage of a row, exactly; None where there is none to tell."""
    if row.done is None or not row.goal:
        return None
    return Fraction(row.done) * 100 / Fraction(row.goal)


def share_told(row: Advance) -> str:
    """The percentage of a row as it is printed."""
    value = share(row)
    if row.share or value is None:
        return plain(row.share) or NO_DATA
    return f"{i18n.numero(Decimal(redondear(value, 1)))}\u00a0%"


def counts_told(row: Advance) -> str:
    """What stands beside the percentage: «29 de 20»."""
    if row.told or (row.done is None and row.goal is None):
        return plain(row.told)
    done = "–" if row.done is None else i18n.numero(row.done)
    return done if row.goal is None else f"{done} de {i18n.numero(row.goal)}"


def is_low(block: Progress, row: Advance) -> bool:
    """Whether the row is under the threshold."""
    value = share(row)
    return block.low is not None and value is not None and value < block.low


def exceeds(row: Advance) -> bool:
    """Whether more was done than was programmed."""
    value = share(row)
    return value is not None and value > 100


def beside_told(block: Progress, row: Advance) -> str:
    """What is said of a row after its percentage: its counts, and what its fill says."""
    counts = counts_told(row)
    beside = f" ({counts})" if counts else ""
    if exceeds(row):
        return f"{beside}, por encima de lo programado"
    return f"{beside}, menos de {block.low}\u00a0%" if is_low(block, row) else beside


def row_told(block: Progress, row: Advance) -> str:
    """A row in words."""
    return ": ".join(filter(None, (plain(row.name), f"{share_told(row)}{beside_told(block, row)}")))


def progress_told(block: Progress) -> str:
    """The bars in words: their alternative text."""
    title = f"{plain(block.title).rstrip('.')}. " if block.title else ""
    rows = "; ".join(row_told(block, row) for row in block.rows)
    return f"Gráfico de barras. {title}{rows or NO_DATA.capitalize()}."


def progress_parts(block: Progress, width: float, manner: Manner, tallest: float) -> Iterator[tuple[Progress, Drawing]]:
    """The bars in pieces no taller than `tallest`, all of them to the same scale, each with what it draws."""
    laid = _Bars.of(block, width, manner)
    room = tallest - laid.around
    part, title, high = list[Advance](), block.title, 0.0
    for row in block.rows:
        pitch = laid.pitch(row)
        if part and high + pitch > room:
            piece = replace(block, title=title, rows=tuple(part))
            yield piece, laid.drawing(piece)
            part, title, high = [], f"{block.title} (continuación)".strip(), 0.0
        part.append(row)
        high += pitch
    piece = replace(block, title=title, rows=tuple(part))
    yield piece, laid.drawing(piece)


@dataclass(frozen=True, slots=True)
class _Bars:
    """One line for each row: name, bar, %, counts. Where it is narrow the name goes over its bar.

    `left` and `right` are the ends of the bars, `most` the percentage at the right end.
    """

    manner: Manner
    width: float
    left: float
    right: float
    counts: float
    most: int
    key: Drawing
    goal_word: str

    @classmethod
    def of(cls, block: Progress, width: float, manner: Manner) -> _Bars:
        em = manner.size
        counts = _widest((counts_told(row) for row in block.rows), manner.regular, em)
        shares = _widest((share_told(row) for row in block.rows), manner.bold, em)
        figures = shares + _GAP * em + (counts + _GAP * em if counts else 0.0)
        left = 0.0
        if width >= _NARROW * em:
            names = _widest((plain(row.name) for row in block.rows), manner.regular, em)
            least, most = (part * width for part in _LABELS)
            left = min(max(names + _GAP * em, least), most)
        right = max(width - figures, left + 4 * em)
        key = legend(_swatches(block, manner), width, manner)
        return cls(manner, width, left, right, counts, _end(block.rows), key, plain(block.goal_word))

    @property
    def around(self) -> float:
        """How high are the legend and the axis."""
        return self.key.height + _AXIS * self.manner.size

    def _name(self, row: Advance) -> list[str]:
        room = self.left - _GAP * self.manner.size / 2 if self.left else self.width
        return shown(row.name, self.manner.regular, room / self.manner.size, _LABEL_LINES)

    def pitch(self, row: Advance) -> float:
        """How high the line of a row is."""
        name = len(self._name(row)) * LINE
        return self.manner.size * (max(_PITCH, name + 0.6) if self.left else name + _PITCH)

    def drawing(self, block: Progress) -> Drawing:
        """The legend, the axis behind the bars, and every row."""
        em, top = self.manner.size, self.key.height
        foot = top + sum(map(self.pitch, block.rows))
        shapes = [*self.key.shapes, *self._axis(top, foot)]
        for row in block.rows:
            shapes += self._row(block, row, top)
            top += self.pitch(row)
        return Drawing(self.width, foot + _AXIS * em, em, tuple(shapes))

    def _place(self, percent: Fraction | int) -> float:
        return self.left + (self.right - self.left) * float(min(percent, self.most)) / self.most

    def _axis(self, top: float, foot: float) -> Iterator[Shape]:
        manner, em = self.manner, self.manner.size
        goal, word = self._place(100), f"100\u00a0% {self.goal_word}".strip()
        half = manner.regular.width(word, em) / 2
        middle = min(max(goal, half), self.width - half)
        for tick in _ticks(self.most):
            x = self._place(tick)
            if tick != 100:
                yield Strokes(((x, top, x, foot),), manner.track, 0.08 * em)
            if abs(x - middle) > half + 2.2 * em:
                said = f"{i18n.numero(tick)}\u00a0%"
                yield Words(x, foot + _AXIS * em / 2, said, manner.soft, centred=x > 0)
        dashes = tuple((goal, y, goal, min(y + 0.3 * em, foot)) for y in _steps(top, foot, 0.55 * em))
        yield Strokes(dashes, manner.soft, 0.09 * em)
        yield Words(middle, foot + _AXIS * em / 2, word, manner.soft, centred=True)

    def _row(self, block: Progress, row: Advance, top: float) -> Iterator[Shape]:
        manner, em, name = self.manner, self.manner.size, self._name(row)
        if self.left:
            middle = top + self.pitch(row) / 2
            yield from written(name, 0, middle, manner.ink, em)
        else:
            yield from written(name, 0, top + len(name) * LINE * em / 2, manner.ink, em)
            middle = top + len(name) * LINE * em + _PITCH * em / 2 - 0.2 * em
        low = is_low(block, row)
        yield from self._bar(share(row), low, middle)
        ink = manner.danger if low and manner.danger else manner.ink
        known = share_told(row) != NO_DATA
        counts = self.counts + _GAP * em if self.counts else 0.0
        yield Words(self.width - counts, middle, share_told(row), ink if known else manner.soft, bold=known, end=True)
        if counts_told(row):
            yield Words(self.width, middle, counts_told(row), manner.soft, end=True)

    def _bar(self, value: Fraction | None, low: bool, middle: float) -> Iterator[Shape]:
        if value is None or value <= 0:
            return
        manner, thick = self.manner, _BAR * self.manner.size
        x, top = self._place(0), middle - thick / 2
        done = self._place(min(value, Fraction(100))) - x
        look, fill = _low_look(manner) if low else (manner, _DONE)
        yield from filled(Box(x, top, done, thick, look.fill(fill[0]), look.series if low else None), fill, look)
        if value > 100:
            goal = self._place(100)
            over = Box(goal, top, self._place(value) - goal, thick, manner.fill(_EXCESS[0]), manner.series)
            yield from filled(over, _EXCESS, manner)


def _low_look(manner: Manner) -> tuple[Manner, tuple[float, Hatch]]:
    """What is under the threshold: hatched the other way, and in its colour where there is one."""
    return (replace(manner, series=manner.danger), _LOW_IN_COLOUR) if manner.danger else (manner, _LOW)


def _swatches(block: Progress, manner: Manner) -> Iterator[Swatch]:
    yield Swatch(plain(block.done_word), manner, _DONE)
    if any(map(exceeds, block.rows)):
        yield Swatch("Por encima de lo programado", manner, _EXCESS)
    if any(is_low(block, row) for row in block.rows):
        yield Swatch(f"Menos de {block.low}\u00a0%", *_low_look(manner))


_FARTHEST: Final = Fraction(1_000_000)
"""The percentage beyond which a bar is drawn no longer: such a figure was mistyped, and is printed whole beside it."""


def _end(rows: Sequence[Advance]) -> int:
    """The percentage at the right end of the bars: 100 at least, in round steps."""
    largest = max((value for value in map(share, rows) if value is not None), default=Fraction(100))
    if largest <= 100:
        return 100
    largest = min(largest, _FARTHEST)
    step = 10
    while ceil(largest / step) > 20:
        step *= 10
    return ceil(largest / step) * step


def _ticks(most: int) -> range:
    step = 50
    while most > 6 * step:
        step *= 2
    return range(0, most + 1, step)


def _widest(texts: Iterable[str], letters: Letters, em: float) -> float:
    return max((letters.width(text, em) for text in texts), default=0.0)


def _steps(top: float, foot: float, step: float) -> Iterator[float]:
    for number in range(ceil((foot - top) / step)):
        yield top + number * step
