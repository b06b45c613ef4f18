"""Two working weeks at a glance: what is done is hatched, today is a band, the hearing is dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rcdesk.i18n import DIAS
from rcdesk.ui.kit.paint import Dressed, crisp, elided, inset
from rcdesk.ui.kit.theme import look

DAYS = 10
_BEFORE = 3  # working days shown before today
_NAMES = 216
_TOP = 24
_LINE = 30


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that takes from one day to another (AAAA-MM-DD); `here` is the hearing."""

    name: str
    first: str
    last: str
    done: bool = False
    here: bool = False


def working_days(today: date) -> list[date]:
    """Return the weekdays shown: some before today, today or the weekday after it, and those that follow."""
    first = today
    while first.weekday() > 4:
        first += timedelta(days=1)
    for _ in range(_BEFORE):
        first -= timedelta(days=3 if first.weekday() == 0 else 1)
    found, day = list[date](), first
    while len(found) < DAYS:
        if day.weekday() < 5:
            found.append(day)
        day += timedelta(days=1)
    return found


class Timeline(Dressed, QWidget):
    """Shows the bars that touch its days."""

    def __init__(self) -> None:
        super().__init__()
        self._days: list[date] = []
        self._today = ""
        self._bars: Sequence[Bar] = ()
        self.dress()

    def show_bars(self, bars: Sequence[Bar], today: date) -> bool:
        """Show what happens round a day; say whether there is anything."""
        self._days, self._today = working_days(today), today.isoformat()
        first, last = self._days[0].isoformat(), self._days[-1].isoformat()
        self._bars = [bar for bar in bars if bar.first <= last and bar.last >= first]
        told = "; ".join(f"{bar.name}, {bar.first} a {bar.last}{', hecha' if bar.done else ''}" for bar in self._bars)
        self.setAccessibleName(f"Cronograma: {told}")
        self.update()
        return bool(self._bars)

    def dress(self) -> None:
        self.setMinimumHeight(look().px(_TOP + 3 * _LINE))

    def sizeHint(self) -> QSize:
        return QSize(look().px(560), look().px(_TOP + _LINE * max(3, len(self._bars))))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = look(), crisp(self)
        left, top = now.px(_NAMES), now.px(_TOP)
        step = (self.width() - left) / DAYS
        self._paint_days(painter, left, top, step)
        most = max(1, (self.height() - top) // now.px(_LINE))
        shown = self._bars[:most] if len(self._bars) <= most else self._bars[: most - 1]
        for place, bar in enumerate(shown):
            line = QRectF(0, top + place * now.px(_LINE), self.width(), now.px(_LINE))
            self._paint_bar(painter, line, bar, left, step)
        if len(shown) < len(self._bars):
            painter.setFont(now.font("caption"))
            painter.setPen(now.color("ink2"))
            more = QRectF(0, top + len(shown) * now.px(_LINE), left, now.px(_LINE))
            painter.drawText(
                more, Qt.AlignmentFlag.AlignVCenter, f"y {len(self._bars) - len(shown)} más en el cronograma"
            )
        painter.end()

    def _paint_days(self, painter: QPainter, left: int, top: int, step: float) -> None:
        now = look()
        for place, day in enumerate(self._days):
            here = day.isoformat() == self._today
            column = QRectF(left + place * step, 0, step, self.height())
            if here:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(now.color("select_calm"))
                painter.drawRoundedRect(column, 6, 6)
            painter.setFont(now.font("caption", weight=600 if here else 400))
            painter.setPen(now.color("ink" if here else "ink2"))
            words = f"{DIAS[day.weekday()][:3]} {day.day}"
            if painter.fontMetrics().horizontalAdvance(words) > step - 4:
                words = str(day.day)
            painter.drawText(QRectF(column.left(), 0, step, top), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_bar(self, painter: QPainter, line: QRectF, bar: Bar, left: int, step: float) -> None:
        now = look()
        painter.setFont(now.font("strong" if bar.here else "body"))
        painter.setPen(now.color("ink2" if bar.done else "ink"))
        name = elided(painter, bar.name, left - now.gap(16))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
        days = [day.isoformat() for day in self._days]
        inside = [place for place, day in enumerate(days) if bar.first <= day <= bar.last]
        if not inside:  # it falls on a weekend
            return
        first, last = inside[0], inside[-1]
        high = now.px(14)
        box = QRectF(left + first * step + 3, line.center().y() - high / 2, (last - first + 1) * step - 6, high)
        dark = "strip" if now.c.name == "claro" else "ink"
        ink = now.color(dark if bar.here else "ink3")
        painter.setPen(QPen(ink, 1))
        if bar.here:
            painter.setBrush(ink)
        else:
            painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern) if bar.done else now.color("neutral_soft"))
        painter.drawRoundedRect(inset(box), 4, 4)
