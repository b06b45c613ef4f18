"""Columns over their places, stacked or side by side: the value over each, and the words where there are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import cycle
from typing import TypeAlias

from rcdesk import i18n
from rcdesk.documents.series import Columns, Kind
from rcdesk.render.legend import Swatch, legend
from rcdesk.render.manner import FILLS, LINE, Manner, filled, shown, written
from rcdesk.render.shapes import Box, Drawing, Hatch, Shape, Strokes, Words
from rcdesk.render.words import plain

_Value: TypeAlias = Decimal | int | None

_TALL, _ABOVE, _BELOW, _THICK = 9.0, 1.7, 0.5, 4.2
_APART, _SIDE, _LABEL_LINES = 0.8, 0.35, 3
# In letters of the chart (em): the tallest column, the room of its value, and the most that one is wide.


def value_told(value: _Value, kind: Kind, empty: str = "–") -> str:
    """A value as it is printed."""
    if value is None:
        return empty
    return f"{i18n.numero(value)}\u00a0%" if kind is Kind.PERCENT else i18n.numero(value)


def total(block: Columns, place: int) -> _Value:
    """The sum of what is known of a place; None where nothing is."""
    known = [one.values[place] for one in block.series]
    return sum((value for value in known if value is not None), start=0) if any(v is not None for v in known) else None


def values_told(block: Columns, place: int) -> str:
    """What there is in a place, in words: its total and its parts, or that there are no data."""
    whole = total(block, place)
    if whole is None:
        return plain(block.empty)
    parts = ", ".join(
        f"{plain(one.name)} {value_told(one.values[place], block.kind, plain(block.empty))}".strip()
        for one in block.series
    )
    if len(block.series) == 1:
        return value_told(whole, block.kind)
    return f"{value_told(whole, block.kind)} ({parts})" if block.stacked else parts


def place_told(block: Columns, place: int) -> str:
    """A place in words."""
    return ": ".join(filter(None, (plain(block.places[place]), values_told(block, place))))


def columns_told(block: Columns) -> str:
    """The columns in words: their alternative text."""
    title = f"{plain(block.title).rstrip('.')}. " if block.title else ""
    places = "; ".join(place_told(block, place) for place in range(len(block.places)))
    return f"Gráfico de columnas. {title}{places or plain(block.empty).capitalize()}."


def columns_parts(block: Columns, width: float, manner: Manner, tallest: float) -> Iterator[tuple[Columns, Drawing]]:
    """The columns in pieces no taller than `tallest`, all of them to the same scale, each with what it draws.

    A piece has as many bands, one below another, as the words of its places need.
    """
    count = len(block.places)
    fit = max(1, int(width / _least(block, manner)))
    bands = -(-count // fit) or 1
    each = -(-count // bands) or 1
    key, most = _legend(block, width, manner), _most(block)
    high = (_APART + _ABOVE + _TALL + _BELOW + _LABEL_LINES * LINE) * manner.size
    together = each * max(1, int((tallest - key.height) / high))
    for start in range(0, count, together) if count else (0,):
        places = range(start, min(start + together, count))
        series = tuple(replace(one, values=one.values[places.start : places.stop]) for one in block.series)
        title = f"{block.title} (continuación)".strip() if start else block.title
        piece = replace(block, title=title, places=block.places[places.start : places.stop], series=series)
        yield piece, _drawing(piece, _Band(piece, manner, width / each, most, key.height), each, key)


def _drawing(block: Columns, band: _Band, each: int, key: Drawing) -> Drawing:
    shapes, foot, count = [*key.shapes], key.height, len(block.places)
    for start in range(0, count, each):
        places = range(start, min(start + each, count))
        band = replace(band, top=foot + (_APART * key.size if start else 0.0))
        shapes += band.shapes(places)
        foot = band.foot(places)
    return Drawing(key.width, foot, key.size, tuple(shapes))


def _legend(block: Columns, width: float, manner: Manner) -> Drawing:
    if len(block.series) < 2:
        return legend((), width, manner)
    fills = zip(block.series, cycle(FILLS), strict=False)
    return legend((Swatch(plain(one.name), manner, fill) for one, fill in fills), width, manner)


def _most(block: Columns) -> Fraction:
    """The value of the tallest column that fits; of percentages, 100 at least."""
    places = range(len(block.places))
    tall: list[_Value] = [total(block, place) for place in places]
    if not block.stacked:
        tall = [one.values[place] for one in block.series for place in places]
    whole = Fraction(100 if block.kind is Kind.PERCENT else 0)
    return max([whole, *(Fraction(value) for value in tall if value is not None)])


def _least(block: Columns, manner: Manner) -> float:
    """How wide a place is at least: its words and its values do not touch those beside."""
    em = manner.size
    words = [word for place in (*block.places, block.empty) for word in plain(place).split()]
    values = [value_told(value, block.kind) for one in block.series for value in one.values]
    values += [value_told(total(block, place), block.kind) for place in range(len(block.places))]
    value = max((manner.bold.width(text, em) for text in values), default=0.0) + _SIDE * em
    side = value if block.stacked else value * len(block.series)
    word = max((manner.regular.width(text, em) for text in words), default=0.0)
    return max(side, min(word, 12 * em)) + _APART * em


@dataclass(frozen=True, slots=True)
class _Band:
    """Some places on one line, each as wide as `pitch`; `top` is over the value of the tallest column."""

    block: Columns
    manner: Manner
    pitch: float
    most: Fraction
    top: float

    @property
    def _floor(self) -> float:
        return self.top + (_ABOVE + _TALL) * self.manner.size

    def _label(self, place: int) -> list[str]:
        em = self.manner.size
        room = (self.pitch - _SIDE * em) / em
        return shown(self.block.places[place], self.manner.regular, room, _LABEL_LINES)

    def foot(self, places: range) -> float:
        """Where the words of the places end."""
        lines = max((len(self._label(place)) for place in places), default=0)
        return self._floor + (_BELOW + lines * LINE) * self.manner.size

    def shapes(self, places: range) -> Iterator[Shape]:
        """The columns, the line on which they stand, and the names of the places."""
        manner, em = self.manner, self.manner.size
        for number, place in enumerate(places):
            middle = (number + 0.5) * self.pitch
            if total(self.block, place) is None:
                lines = shown(self.block.empty, manner.regular, self.pitch / em, 2)
                yield from _centred(lines, middle, self._floor - (len(lines) * LINE / 2 + 0.2) * em, manner)
            elif self.block.stacked:
                yield from self._stacked(place, middle)
            else:
                yield from self._beside(place, middle)
            label = self._label(place)
            yield from _centred(label, middle, self._floor + (_BELOW + len(label) * LINE / 2) * em, manner)
        wide = len(places) * self.pitch
        yield Strokes(((0, self._floor, wide, self._floor),), manner.soft, 0.1 * em)

    def _high(self, value: _Value) -> float:
        share = float(Fraction(value) / self.most) if value is not None and value > 0 and self.most else 0.0
        return share * _TALL * self.manner.size

    def _stacked(self, place: int, middle: float) -> Iterator[Shape]:
        em = self.manner.size
        thick = min(_THICK * em, 0.6 * self.pitch)
        top = self._floor
        for one, fill in zip(self.block.series, cycle(FILLS), strict=False):
            high = self._high(one.values[place])
            top -= high
            yield from self._column(middle - thick / 2, top, thick, high, fill)
        said = value_told(total(self.block, place), self.block.kind)
        yield Words(middle, top - _ABOVE * em / 2, said, self.manner.ink, bold=True, centred=True)

    def _beside(self, place: int, middle: float) -> Iterator[Shape]:
        em, count = self.manner.size, len(self.block.series)
        slot = (self.pitch - _APART * em) / count
        thick = min(_THICK * em, 0.8 * slot)
        slot = min(slot, 1.3 * _THICK * em)
        for number, (one, fill) in enumerate(zip(self.block.series, cycle(FILLS), strict=False)):
            at = middle + (number - (count - 1) / 2) * slot
            high, value = self._high(one.values[place]), one.values[place]
            yield from self._column(at - thick / 2, self._floor - high, thick, high, fill)
            ink = self.manner.soft if value is None else self.manner.ink
            over = self._floor - high - _ABOVE * em / 2
            said = value_told(value, self.block.kind)
            yield Words(at, over, said, ink, bold=value is not None, centred=True)

    def _column(self, x: float, y: float, wide: float, high: float, fill: tuple[float, Hatch]) -> Iterator[Shape]:
        if high > 0:
            yield from filled(Box(x, y, wide, high, self.manner.fill(fill[0]), self.manner.series), fill, self.manner)


def _centred(lines: Sequence[str], middle: float, y: float, manner: Manner) -> Iterator[Words]:
    for words in written(lines, middle, y, manner.soft, manner.size):
        yield Words(words.x, words.y, words.text, words.colour, centred=True)
