"""A month of work: narrow weekends, holidays named, bars that span days, today marked by weight and ground."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from rcdesk.i18n import DIAS, MESES, plural
from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.paint import Dressed, crisp, draw_focus, elided, inset
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS_CARD

What = Literal["done", "plan", "air", "promise", "debt"]

_LOOKS: Final[dict[What, tuple[str, str, str, str]]] = {
    "done": ("check", "ink2", "neutral_soft", ""),
    "plan": ("", "ink", "neutral_soft", "edge"),
    "air": ("mic", "strip_ink", "strip", "strip_line"),
    "debt": ("circle-alert", "danger", "danger_soft", ""),
    "promise": ("handshake", "ink", "", ""),
}
"""What it is → its icon, its ink, its ground and its edge: what lasts has a ground, what falls due has none."""
_HEAD, _DAY, _STEP, _BAR, _WEEKEND = 32, 26, 21, 19, 52  # px at 100 % text
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Event:
    """Something that takes from one day to another."""

    id: str
    first: date
    last: date
    words: str
    what: What = "plan"


@dataclass(slots=True)
class _Laid:
    """The events of a week that have a place, with their line; and how many have none, by day."""

    events: list[tuple[Event, int]] = field(default_factory=list)
    hidden: dict[date, int] = field(default_factory=dict)


class MonthView(Dressed, QWidget):
    """Arrows move from day to day, Re Pág and Av Pág from month to month. A day takes what is dropped on it."""

    day_chosen = Signal(object)  # a date, by the person
    opened = Signal(object)  # Enter or a double click on a day
    month_wanted = Signal(object)  # the day to go to, in another month
    dropped = Signal(str, object)  # what was dropped on a day, and the day

    def __init__(self) -> None:
        super().__init__()
        self._today = self.day = date.min
        self._events: Sequence[Event] = ()
        self._holidays: Mapping[date, str] = {}
        self._weeks: list[tuple[date, _Laid]] = []
        self._fits = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.dress()

    def show_month(self, day: date, today: date, events: Sequence[Event], holidays: Mapping[date, str]) -> None:
        """Show the month of a day, which is the chosen one."""
        self.day, self._today, self._holidays = day, today, holidays
        self._events = sorted(events, key=lambda one: (one.what != "air", one.first, one.first - one.last))
        self._fits = -1
        self._tell()

    def events_on(self, day: date) -> list[Event]:
        """What there is on a day."""
        return [one for one in self._events if one.first <= day <= one.last]

    def dress(self) -> None:
        now = look()
        self.setMinimumSize(now.px(360), now.px(_HEAD + 6 * _DAY))
        self._fits = -1

    def sizeHint(self) -> QSize:
        return QSize(look().px(820), look().px(_HEAD + 5 * 100))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}
        key = Qt.Key(event.key())
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif key in steps:
            self.choose(self.day + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.month_wanted.emit(month_away(self.day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Home:
            self.choose(self._today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def choose(self, day: date) -> None:
        """Choose a day, of this month or of another."""
        if (day.year, day.month) != (self.day.year, self.day.month):
            self.month_wanted.emit(day)
        elif day != self.day:
            self.day = day
            self._tell()
            self.day_chosen.emit(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position())
        if day is not None:
            self.choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.day_at(event.position()) is not None:
            self.opened.emit(self.day)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(self.day_at(event.position()) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        day = self.day_at(event.position())
        if day is not None:
            event.acceptProposedAction()
            self.dropped.emit(event.mimeData().text(), day)

    def day_at(self, point: QPointF) -> date | None:
        """The day at a place of the widget; None over the heading."""
        head = look().px(_HEAD)
        if point.y() < head or self.day == date.min:
            return None
        first, weeks = _weeks(self.day)
        week = min(int((point.y() - head) / ((self.height() - head) / weeks)), weeks - 1)
        places = enumerate(self._columns())
        column = next((i for i, (x, wide) in places if x <= point.x() < x + wide), _WEEK - 1)
        return first + timedelta(days=week * _WEEK + column)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.day == date.min:
            return
        now, painter, columns = look(), crisp(self), self._columns()
        head = now.px(_HEAD)
        first, weeks = _weeks(self.day)
        high = (self.height() - head) / weeks
        self._lay(first, weeks, int((high - now.px(_DAY)) // now.px(_STEP)))
        self._paint_head(painter, columns, head)
        for place, (monday, laid) in enumerate(self._weeks):
            self._paint_week(painter, columns, monday, laid, QRectF(0, head + place * high, self.width(), high))
        painter.end()

    def _lay(self, first: date, weeks: int, fits: int) -> None:
        """Give a line to each event of each week while there are; those without any are counted. Once for a size."""
        if fits == self._fits and len(self._weeks) == weeks and self._weeks[0][0] == first:
            return
        self._fits = fits
        mondays = [first + timedelta(days=_WEEK * place) for place in range(weeks)]
        self._weeks = [(monday, _laid(self._events, monday, fits)) for monday in mondays]

    def _columns(self) -> list[tuple[float, float]]:
        weekend = look().px(_WEEKEND)
        work = (self.width() - 2 * weekend) / 5
        return [(i * work, work) if i < 5 else (5 * work + (i - 5) * weekend, weekend) for i in range(_WEEK)]

    def _paint_head(self, painter: QPainter, columns: list[tuple[float, float]], head: int) -> None:
        now = look()
        path = QPainterPath()
        path.addRoundedRect(QRectF(0, 0, self.width(), head * 2), RADIUS_CARD - 1, RADIUS_CARD - 1)
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width(), head))
        painter.fillPath(path, now.color("sunken"))
        painter.restore()
        painter.setFont(now.font("label"))
        painter.setPen(now.color("ink2"))
        for place, (x, wide) in enumerate(columns):
            words = DIAS[place]
            fitting = words if painter.fontMetrics().horizontalAdvance(words) < wide - now.gap(16) else words[:3]
            box = QRectF(x + now.gap(10), 0, wide - now.gap(10), head)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, fitting)
        painter.setPen(QPen(now.color("line"), 1))
        painter.drawLine(QPointF(0, head - 0.5), QPointF(self.width(), head - 0.5))

    def _paint_week(
        self, painter: QPainter, columns: list[tuple[float, float]], monday: date, laid: _Laid, box: QRectF
    ) -> None:
        now = look()
        for place, (x, wide) in enumerate(columns):
            self._paint_day(painter, QRectF(x, box.top(), wide, box.height()), monday + timedelta(days=place))
        painter.setPen(QPen(now.color("line"), 1))
        painter.drawLine(QPointF(0, box.bottom() - 0.5), QPointF(self.width(), box.bottom() - 0.5))
        sunday = monday + timedelta(days=_WEEK - 1)
        for one, lane in laid.events:
            begin, end = max(one.first, monday), min(one.last, sunday)
            left = columns[begin.weekday()][0] + 4
            right = sum(columns[end.weekday()]) - 4
            bar = QRectF(left, box.top() + now.px(_DAY + lane * _STEP), right - left, now.px(_BAR))
            draw_event(painter, bar, one.words if one.first >= monday else f"… {one.words}", one.what)
        painter.setFont(now.font("caption"))
        painter.setPen(now.color("ink2"))
        for day, count in laid.hidden.items():
            x, wide = columns[day.weekday()]
            words = f"y {count} más" if wide > now.px(_WEEKEND) else f"+{count}"
            room = QRectF(x, box.top() + 5, wide - now.gap(8), now.px(20))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_day(self, painter: QPainter, box: QRectF, day: date) -> None:
        now, outside, name = look(), day.month != self.day.month, self._holidays.get(day, "")
        free = day.weekday() > 4 or bool(name)
        if free:
            painter.fillRect(box.adjusted(0, 1, 0, -1), now.color("sunken"))
        if day == self.day:
            painter.setPen(QPen(now.color("edge"), 1) if now.c.outlined else Qt.PenStyle.NoPen)
            painter.setBrush(now.color("select_calm"))
            painter.drawRoundedRect(inset(box, 1.5), 6, 6)
            if self.hasFocus():
                draw_focus(painter, inset(box, 1))
        tight = box.width() < now.px(64)  # Saturday and Sunday
        side = now.gap(4 if tight and day == self._today else 10)
        number = QRectF(box.left() + side, box.top() + 5, box.width() - side, now.px(20))
        painter.setFont(now.font("strong" if day == self._today else "body"))
        painter.setPen(now.color("ink" if not outside and not free else "ink2"))
        words = f"{day.day} {MESES[day.month - 1][:3]}" if outside and day.day == 1 else str(day.day)
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, words)
        wide = max(painter.fontMetrics().horizontalAdvance(words), now.px(18))
        number.setLeft(number.left() + wide + now.gap(3 if tight else 8))
        painter.setFont(now.font("caption", weight=600 if day == self._today else 400))
        if day == self._today:
            painter.setPen(now.color("ink"))
            painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, "hoy")
        elif name and day.weekday() <= 4:
            painter.setPen(now.color("ink2"))
            painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, elided(painter, name, number.width() - 4))

    def _tell(self) -> None:
        """Say the chosen day and what it has, for who does not see it."""
        words = f"{DIAS[self.day.weekday()]} {self.day.day} de {MESES[self.day.month - 1]}"
        holiday = f", {self._holidays[self.day]}" if self.day in self._holidays else ""
        found = self.events_on(self.day)
        told = ": " + "; ".join(one.words for one in found[:6]) if found else ""
        count = plural(len(found), "cosa", "cosas") if found else "sin nada"
        self.setAccessibleName(f"Mes, {words}{holiday}, {count}{told}")
        self.update()


class EventKey(Dressed, QWidget):
    """A line of the legend, drawn with the very shape that it explains."""

    def __init__(self, words: str, what: What) -> None:
        super().__init__()
        self._words, self._what = words, what
        self.setAccessibleName(f"Señal: {words}")
        self.dress()

    def dress(self) -> None:
        self.setFixedSize(QSize(look().px(190), look().px(22)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = crisp(self)
        draw_event(painter, QRectF(0, 1, self.width(), look().px(_BAR)), self._words, self._what)
        painter.end()


def draw_event(painter: QPainter, box: QRectF, words: str, what: What) -> None:
    """Draw one thing: an icon that says its kind, its words, and a ground only if it fills time."""
    now, (icon, ink, fill, edge) = look(), _LOOKS[what]
    outline = now.c.outlined and what != "promise"
    pen = QPen(now.color(edge if edge and not now.c.outlined else ink), 1)
    painter.setPen(pen if edge or outline else Qt.PenStyle.NoPen)
    painter.setBrush(now.color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inset(box), 5, 5)
    x = box.left() + now.gap(6)
    if icon:
        size = now.px(12)
        painter.drawPixmap(QPointF(x, round(box.center().y() - size / 2)), pixmap(icon, ink, 12))
        x += size + now.gap(5)
    painter.setFont(now.font("label"))
    painter.setPen(now.color(ink))
    room = QRectF(x, box.top(), max(0.0, box.right() - x - 4), box.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided(painter, words, room.width()))


def month_away(day: date, months: int) -> date:
    """The same day of another month, or its last one."""
    place = day.year * 12 + day.month - 1 + months
    first = date(place // 12, place % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def span_of(day: date) -> tuple[date, date]:
    """The first and the last day that the month of a day shows: whole weeks."""
    first, weeks = _weeks(day)
    return first, first + timedelta(days=_WEEK * weeks - 1)


def _weeks(day: date) -> tuple[date, int]:
    first = day.replace(day=1)
    monday = first - timedelta(days=first.weekday())
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return monday, (last - monday).days // _WEEK + 1


def _laid(events: Sequence[Event], monday: date, fits: int) -> _Laid:
    laid, sunday = _Laid(), monday + timedelta(days=_WEEK - 1)
    lanes: list[set[int]] = [set() for _ in range(max(fits, 0))]
    for one in events:
        if one.last < monday or one.first > sunday:
            continue
        begin, end = max(one.first, monday), min(one.last, sunday)
        days = range(begin.weekday(), end.weekday() + 1)
        lane = next((n for n, busy in enumerate(lanes) if busy.isdisjoint(days)), -1)
        if lane < 0:
            laid.hidden[begin] = laid.hidden.get(begin, 0) + 1
        else:
            lanes[lane].update(days)
            laid.events.append((one, lane))
    return laid
