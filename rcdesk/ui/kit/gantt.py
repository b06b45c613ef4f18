"""A stretch of time in bars: how long each row takes, a diamond on each of its dates. Shape says it before colour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from rcdesk.i18n import MESES
from rcdesk.ui.kit.columns import Column, Row, RowMark
from rcdesk.ui.kit.paint import Dressed, crisp, inset
from rcdesk.ui.kit.plan import Group, GroupDelegate, GroupedTable, Kind, RoundHeading
from rcdesk.ui.kit.rows import RowsModel
from rcdesk.ui.kit.theme import look

_LEFT: Final = 12  # px at 100 % that a cell leaves at its sides
_RIGHT: Final = 20
_MONTHS_WITH_NAME: Final = 14  # beyond, only the years are written


@dataclass(frozen=True, slots=True)
class Axis:
    """The days that are in sight, the first of a month to the last of another, and the day of today."""

    first: date
    last: date
    today: date

    def at(self, day: date) -> float:
        """Where a day is, from 0 to 1; one out of sight, at its edge."""
        days = (self.last - self.first).days + 1
        return min(max((day - self.first).days + 0.5, 0), days) / days

    def months(self) -> list[date]:
        """The first day of each month."""
        count = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        places = range(self.first.month - 1, self.first.month - 1 + count)
        return [date(self.first.year + place // 12, place % 12 + 1, 1) for place in places]


@dataclass(frozen=True, slots=True)
class Span:
    """What a row takes: from one day to another, and its dates with how each stands."""

    first: date
    last: date
    marks: tuple[tuple[date, Kind], ...] = ()


@dataclass(frozen=True)
class SpanColumn(Column[Row]):
    """The bar of a row; without one, the words of its cell."""

    span: Callable[[Row], Span | None] = lambda _: None


class _Months(RoundHeading):
    """The heading: over the bars, the months or the years."""

    axis: Axis | None = None

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if self.axis is None or not isinstance(self._columns[section], SpanColumn):
            super().paintSection(painter, rect, section)
            return
        now, axis, box = look(), self.axis, _inner(QRectF(rect))
        painter.save()
        for first, last, words in _divisions(axis):
            here = first <= axis.today <= last
            painter.setFont(now.font("label", weight=600 if here else 500))
            painter.setPen(now.color("ink" if here else "ink2"))
            left, right = (box.left() + axis.at(day) * box.width() for day in (first, last))
            painter.drawText(QRectF(left, box.top(), right - left, box.height()), Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


class _Delegate(GroupDelegate[Row]):
    def _paint_content(self, painter: QPainter, box: QRectF, column: Column[Any], row: Any, mark: RowMark) -> None:
        axis = self._view.axis if isinstance(self._view, GanttTable) else None
        span = column.span(row) if isinstance(column, SpanColumn) and axis is not None else None
        if span is None or axis is None:
            super()._paint_content(painter, box, column, row, mark)
        else:
            _paint_span(painter, box, span, axis)


class GanttTable(GroupedTable[Row]):
    """A table in groups with a column of bars, and one line that is today."""

    heading = _Months

    def __init__(self, model: RowsModel[Row], group: Callable[[Row], Group | None], *, empty: str = "") -> None:
        self.axis: Axis | None = None
        super().__init__(model, group, empty=empty)
        self.setItemDelegate(_Delegate(self, model, group))

    def set_axis(self, axis: Axis) -> None:
        """Look at other days."""
        self.axis = axis
        heading = self.horizontalHeader()
        if isinstance(heading, _Months):
            heading.axis = axis
            heading.viewport().update()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = next((i for i, column in enumerate(self._model.columns) if isinstance(column, SpanColumn)), -1)
        if self.axis is None or place < 0 or not self._model.rows:
            return
        now, painter = look(), crisp(self.viewport())
        left, wide = self.columnViewportPosition(place), self.columnWidth(place)
        box = _inner(QRectF(left, 0, wide, self.viewport().height()))
        rows = self.verticalHeader()
        end = min(float(self.viewport().height()), float(rows.length() - rows.offset()))
        for day in self.axis.months():
            if day.month % 3 == 1:
                x = round(box.left() + self.axis.at(day) * box.width()) + 0.5
                painter.setPen(QPen(now.color("line"), 1))
                painter.drawLine(QPointF(x, 0), QPointF(x, end))
        if self.axis.first <= self.axis.today <= self.axis.last:
            x = round(box.left() + self.axis.at(self.axis.today) * box.width()) + 0.5
            painter.setPen(QPen(now.color("ink"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, 0), QPointF(x, end))
        painter.end()


class DiamondKey(Dressed, QWidget):
    """A line of the legend, drawn with the very shape that it explains."""

    def __init__(self, words: str, kind: Kind) -> None:
        super().__init__()
        self._words, self._kind = words, kind
        self.setAccessibleName(f"Rombo: {words}")
        self.dress()

    def dress(self) -> None:
        self.setFont(look().font("caption"))
        self.setFixedSize(QSize(self.fontMetrics().horizontalAdvance(self._words) + look().px(24), look().px(20)))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = look(), crisp(self)
        draw_diamond(painter, QPointF(now.px(8), self.height() / 2), self._kind)
        painter.setPen(now.color("ink2"))
        painter.setFont(self.font())
        painter.drawText(self.rect().adjusted(now.px(20), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()


def draw_diamond(painter: QPainter, at: QPointF, kind: Kind) -> None:
    """Draw a date. Met: solid. Missed: solid with a cross. Today: dark, ringed. To come: hollow."""
    now = look()
    r = now.px(7 if kind in ("late", "today") else 6)
    shape = QPolygonF([at + QPointF(0, -r), at + QPointF(r, 0), at + QPointF(0, r), at + QPointF(-r, 0)])
    ink = now.color({"late": "danger", "today": "warn"}.get(kind, "ink2"))
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(now.color("surface") if kind == "next" else ink)
    painter.drawPolygon(shape)
    if kind == "late":
        d = now.px(2.6)
        painter.setPen(QPen(now.color("surface"), 1.6))
        painter.drawLine(at + QPointF(-d, -d), at + QPointF(d, d))
        painter.drawLine(at + QPointF(-d, d), at + QPointF(d, -d))
    elif kind == "today":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("surface"))
        painter.drawEllipse(at, now.px(2), now.px(2))


def _paint_span(painter: QPainter, box: QRectF, span: Span, axis: Axis) -> None:
    now, middle = look(), box.center().y()
    if span.last >= axis.first and span.first <= axis.last:
        left, right = (box.left() + axis.at(day) * box.width() for day in (span.first, span.last))
        bar = QRectF(left, middle - now.px(4), max(right - left, 2.0), now.px(8))
        painter.setPen(QPen(now.color("edge" if now.c.outlined else "ink3"), 1))
        painter.setBrush(now.color("neutral_soft"))
        painter.drawRoundedRect(inset(bar), 3, 3)
    for day, kind in span.marks:
        if axis.first <= day <= axis.last:
            draw_diamond(painter, QPointF(box.left() + axis.at(day) * box.width(), middle), kind)


def _divisions(axis: Axis) -> list[tuple[date, date, str]]:
    """First day, last day and words of each month in sight, or of each year when they are many."""
    months = axis.months()
    if len(months) <= _MONTHS_WITH_NAME:
        ends = [*months[1:], axis.last]
        return [(day, end, MESES[day.month - 1][:3]) for day, end in zip(months, ends, strict=True)]
    years = range(axis.first.year, axis.last.year + 1)
    return [(max(date(y, 1, 1), axis.first), min(date(y, 12, 31), axis.last), str(y)) for y in years]


def _inner(box: QRectF) -> QRectF:
    gap = look().gap
    return box.adjusted(gap(_LEFT), 0, -gap(_RIGHT), 0)
