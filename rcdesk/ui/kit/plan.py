"""A table in groups that fold: a line for each group, dates with their own mark, and «2 de 3» before its bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem

from rcdesk.ui.kit.cells import CellDelegate, Heading
from rcdesk.ui.kit.columns import Column, Row, RowMark
from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.paint import elided
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS_CARD

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["done", "late", "today", "next", ""]

_GROUP: Final = 32  # px at 100 % text
_DATE: Final = 68  # px that a date takes, with its mark
_WORDS: Final = 84  # px of «412 de 300»
_PERCENT: Final = 50
_WHOLE: Final = 100
_MARKS: Final[dict[Kind, tuple[str, str, str]]] = {
    "done": ("check", "ok", "ink2"),
    "late": ("circle-alert", "danger", "danger"),
    "today": ("alarm-clock", "warn", "warn"),
    "next": ("circle", "ink3", "ink"),
    "": ("", "ink2", "ink2"),
}
"""How a date stands → its icon, the icon's colour and that of its words."""


@dataclass(frozen=True, slots=True)
class Group:
    """The line of a group: its name, what to say of it, and whether its rows are in sight."""

    text: str
    note: str = ""
    open: bool = True


@dataclass(frozen=True, slots=True)
class DateMark:
    """A date in few letters, and how it stands."""

    words: str
    kind: Kind = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done of what was programmed, in words and in percent (None draws no bar)."""

    words: str
    percent: int | None = None
    tone: str = "ink2"


@dataclass(frozen=True)
class DatesColumn(Column[Row]):
    """Dates, each with its own mark."""

    marks: Callable[[Row], Sequence[DateMark]] = lambda _: ()


@dataclass(frozen=True)
class DoneColumn(Column[Row]):
    """A count first, then its bar and percentage; beyond 100 the bar says so with hatching."""

    done: Callable[[Row], Done] = lambda _: Done("")


class RoundHeading(Heading):
    """The heading of a table that starts its card: it follows the card's round corners."""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.setClipPath(self._corners())
        super().paintSection(painter, rect, section)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, rect = look(), self.viewport().rect()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._corners(), QBrush(now.color("sunken")))
        painter.setPen(QPen(now.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.end()
        QHeaderView.paintEvent(self, event)

    def _corners(self) -> QPainterPath:
        path = QPainterPath()
        wide, high = self.viewport().width(), self.viewport().height()
        path.addRoundedRect(QRectF(0, 0, wide, high * 2), RADIUS_CARD - 1, RADIUS_CARD - 1)
        return path


class GroupedTable(Table[Row]):
    """`group` says which rows are lines of a group. Left and right arrows, or a click on its line, fold it."""

    heading = RoundHeading
    folded = Signal(object, bool)  # the row (of the group, or one of its rows) and whether to open it

    def __init__(self, model: RowsModel[Row], group: Callable[[Row], Group | None], *, empty: str = "") -> None:
        self._group = group
        super().__init__(model, empty=empty)
        self.setItemDelegate(GroupDelegate(self, model, group))
        model.modelReset.connect(self._span)
        self.clicked.connect(self._toggle)
        self.dress()

    def dress(self) -> None:
        super().dress()
        self._span()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        arrows = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
        if row is not None and event.key() in arrows and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.folded.emit(row, arrows[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _span(self) -> None:
        """Give the lines of the groups the whole width, and their own height."""
        self.clearSpans()
        heads = self._model.columnCount()
        usual, grouped = self.verticalHeader().defaultSectionSize(), look().px(_GROUP)
        for place, row in enumerate(self._model.rows):
            group = self._group(row) is not None
            if group and heads > 1:
                self.setSpan(place, 0, 1, heads)
            high = grouped if group else usual
            if self.rowHeight(place) != high:  # a reset keeps the heights of the rows that stood here
                self.setRowHeight(place, high)

    def _toggle(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        group = self._group(row)
        if group is not None:
            self.folded.emit(row, not group.open)


class GroupDelegate(CellDelegate, Generic[Row]):
    """Paints the lines of the groups over the whole width, and the cells that only these tables have."""

    def __init__(self, view: GroupedTable[Row], model: RowsModel[Row], group: Callable[[Row], Group | None]) -> None:
        super().__init__(view, model)
        self._group = group

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group = self._group(self._model.row(index))
        if group is None:
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, look().color("sunken"))
        self._paint_ground(painter, box, index, selected, RowMark())
        _paint_group(painter, box, group)
        painter.restore()

    def _paint_content(self, painter: QPainter, box: QRectF, column: Column[Any], row: Any, mark: RowMark) -> None:
        match column:
            case DatesColumn() if not mark.annulled:
                _paint_dates(painter, box, column.marks(row))
            case DoneColumn() if not mark.annulled:
                _paint_done(painter, box, column.done(row))
            case _:
                super()._paint_content(painter, box, column, row, mark)


def _paint_group(painter: QPainter, box: QRectF, group: Group) -> None:
    now, size, middle = look(), look().px(14), Qt.AlignmentFlag.AlignVCenter
    x = box.left() + now.gap(20)
    icon = "chevron-down" if group.open else "chevron-right"
    painter.drawPixmap(QPointF(x, round(box.center().y() - size / 2)), pixmap(icon, "ink2", 14))
    x += size + now.gap(8)
    note = QFontMetrics(now.font("caption")).horizontalAdvance(group.note) + now.gap(32)
    painter.setFont(now.font("strong"))
    painter.setPen(now.color("ink"))
    words = elided(painter, group.text, box.right() - x - note)
    painter.drawText(QRectF(x, box.top(), box.right() - x, box.height()), middle, words)
    x += painter.fontMetrics().horizontalAdvance(words) + now.gap(12)
    painter.setFont(now.font("caption"))
    painter.setPen(now.color("ink2"))
    painter.drawText(QRectF(x, box.top(), box.right() - x, box.height()), middle, group.note)


def _paint_dates(painter: QPainter, box: QRectF, marks: Sequence[DateMark]) -> None:
    now, size = look(), look().px(12)
    x = box.left()
    for mark in marks:
        icon, shade, ink = _MARKS[mark.kind]
        if icon:
            painter.drawPixmap(QPointF(x, round(box.center().y() - size / 2)), pixmap(icon, shade, 12))
        painter.setFont(now.font("body", weight=600 if mark.kind in ("late", "today") else 400))
        painter.setPen(now.color(ink))
        left = x + size + now.gap(4) if icon else x
        room = QRectF(left, box.top(), box.right() - left, box.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, mark.words)
        words = painter.fontMetrics().horizontalAdvance(mark.words) + now.gap(12)
        x = max(left + words, x + now.px(_DATE))


def _paint_done(painter: QPainter, box: QRectF, done: Done) -> None:
    now, middle = look(), Qt.AlignmentFlag.AlignVCenter
    painter.setFont(now.font("body"))
    painter.setPen(now.color("ink2" if done.percent is None else "ink"))
    painter.drawText(box, middle, done.words)
    if done.percent is None:
        return
    painter.setFont(now.font("strong"))
    painter.setPen(now.color("danger" if done.tone == "danger" else "ink"))
    painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, f"{done.percent} %")
    left, room = box.left() + now.px(_WORDS), box.width() - now.px(_WORDS) - now.px(_PERCENT)
    bar = QRectF(left, box.center().y() - 3, max(0.0, room), 6)
    painter.setPen(QPen(now.color("edge"), 1) if now.c.outlined else Qt.PenStyle.NoPen)
    painter.setBrush(now.color("neutral_soft"))
    painter.drawRoundedRect(bar, 3, 3)
    if done.percent <= 0:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.color(done.tone))
    drawn = min(done.percent, _WHOLE**2)  # of an absurd figure the bar is as of a very large one
    full = QRectF(bar.left(), bar.top(), bar.width() * min(drawn, _WHOLE) / max(drawn, _WHOLE), 6)
    painter.drawRoundedRect(full, 3, 3)
    if done.percent > _WHOLE:
        beyond = QRectF(full.right() + 1, bar.top(), bar.right() - full.right() - 1, 6)
        painter.fillRect(beyond, now.color("surface"))
        painter.setBrush(QBrush(now.color("ink2"), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(now.color("ink2"), 1))
        painter.drawRect(beyond.adjusted(0.5, 0.5, -0.5, -0.5))
