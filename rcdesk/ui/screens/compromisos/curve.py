"""The progress of a commitment in time: steps, the day when it is due and the day at which it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rcdesk.i18n import MESES, fecha_corta
from rcdesk.ui.kit.paint import Dressed, crisp
from rcdesk.ui.kit.theme import look

_HIGH: Final = 216  # px at 100 %
_LEFT, _TOP, _FOOT = 46, 26, 24
_MONTHS: Final = 5  # at most, under the line


class Curve(Dressed, QWidget):
    """What it draws is said too: every step, in its accessible name."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: Sequence[tuple[date, Decimal]] = ()
        self._start = self._cut = date.min
        self._due: date | None = None
        self._late = self._owed = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dress()

    def show_steps(
        self, start: date, steps: Sequence[tuple[date, Decimal]], due: date | None, cut: date, *, owed: bool
    ) -> None:
        """Draw from the day when it was made to the day looked at, or to that when it is due if it is later.

        A date that passed is a debt only while it is `owed`.
        """
        self._owed = owed
        self._start, self._steps, self._due, self._cut = start, steps, due, cut
        self._late = due is not None and due < cut
        told = [f"{fecha_corta(day.isoformat())}, {percent} %" for day, percent in steps]
        when = f" Vence el {fecha_corta(due.isoformat())}." if due else ""
        self.setAccessibleName(f"Avance: {'; '.join(told) or 'nadie ha reportado'}.{when}")
        self.update()

    def dress(self) -> None:
        self.setFixedHeight(look().px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px = crisp(self), look().px
        box = QRectF(self.rect()).adjusted(px(_LEFT), px(_TOP), -px(26), -px(_FOOT))
        end = max(self._cut, self._due or self._cut)
        days = max((end - self._start).days, 1)

        def x(day: date) -> float:
            inside = min(max((day - self._start).days, 0), days)
            return round(box.left() + box.width() * inside / days)

        def y(percent: Decimal) -> float:
            return round(box.bottom() - box.height() * float(min(max(percent, Decimal(0)), Decimal(100))) / 100)

        self._paint_grid(painter, box, end, x)
        self._paint_days(painter, box, x)
        self._paint_steps(painter, x, y)
        painter.end()

    def _paint_grid(self, painter: QPainter, box: QRectF, end: date, x: Callable[[date], float]) -> None:
        now = look()
        painter.setFont(now.font("caption"))
        for percent in (0, 50, 100):
            at = round(box.bottom() - box.height() * percent / 100)
            painter.setPen(QPen(now.color("line"), 1))
            painter.drawLine(QPointF(box.left(), at), QPointF(box.right(), at))
            painter.setPen(now.color("ink2"))
            words = QRectF(0, at - now.px(9), box.left() - now.gap(8), now.px(18))
            painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{percent} %")
        for day in _months(self._start, end):
            left = x(day) - now.px(30)
            words = QRectF(left, box.bottom() + now.gap(4), now.px(60), now.px(18))
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, MESES[day.month - 1][:3])

    def _paint_days(self, painter: QPainter, box: QRectF, x: Callable[[date], float]) -> None:
        now, metrics = look(), painter.fontMetrics()
        lines = [(self._cut, "corte", "ink", Qt.PenStyle.DashLine)]
        if self._due is not None:
            verb = "vencía" if self._late else "vence"
            words = f"{verb} el {self._due.day} {MESES[self._due.month - 1][:3]}"
            lines.insert(
                0, (self._due, words, "danger" if self._late and self._owed else "ink2", Qt.PenStyle.SolidLine)
            )
        room = self.width() - 2.0
        for day, words, tone, style in sorted(lines, reverse=True):
            at = x(day)
            painter.setPen(QPen(now.color(tone), 1.5, style))
            painter.drawLine(QPointF(at, box.top() - 2), QPointF(at, box.bottom()))
            wide = metrics.horizontalAdvance(words)
            left = max(0.0, min(at - wide / 2, room - wide))
            painter.drawText(QPointF(left, box.top() - now.gap(8)), words)
            room = left - now.gap(8)

    def _paint_steps(self, painter: QPainter, x: Callable[[date], float], y: Callable[[Decimal], float]) -> None:
        now = look()
        points = [QPointF(x(self._start), y(Decimal(0)))]
        for day, percent in self._steps:
            points.append(QPointF(x(day), points[-1].y()))
            points.append(QPointF(x(day), y(percent)))
        points.append(QPointF(x(self._cut), points[-1].y()))
        painter.setPen(QPen(now.color("ink2"), 2))
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.color("ink"))
        painter.drawEllipse(points[-1], now.px(4), now.px(4))


def _months(start: date, end: date) -> list[date]:
    """The first days of some of the months between two days, evenly apart."""
    first = start.year * 12 + start.month
    last = end.year * 12 + end.month - 1
    months = [date(number // 12, number % 12 + 1, 1) for number in range(first, last + 1)]
    step = -(-len(months) // _MONTHS) or 1
    return months[::step]
