"""Draws the cells and the heading of a table: hairlines between rows, no vertical rules, plain text that elides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from rcdesk.ui.kit.columns import Column, RowMark
from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.marked import draw_marked
from rcdesk.ui.kit.paint import Dressed, elided
from rcdesk.ui.kit.pill import draw_pill
from rcdesk.ui.kit.plain import tooltip_markup
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import PILL

if TYPE_CHECKING:
    from rcdesk.ui.kit.rows import RowsModel

Index = QModelIndex | QPersistentModelIndex
_MOST = 500  # letters of which two lines are made
_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


def _inner(box: QRectF, first: bool, last: bool) -> QRectF:
    """Return the part of a cell that holds its text."""
    gap = look().gap
    return box.adjusted(gap(20 if first else 12), 0, -gap(20 if last else 12), 0)


class Heading(Dressed, QHeaderView):
    """The quiet row of titles."""

    def __init__(self, columns: tuple[Column[Any], ...], parent: QAbstractItemView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.dress()

    def dress(self) -> None:
        self.setFixedHeight(look().px(34))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        now, column = look(), self._columns[section]
        painter.save()
        painter.setFont(now.font("label"))
        painter.setPen(now.color("ink2"))
        box = _inner(QRectF(rect), section == 0, section == len(self._columns) - 1)
        painter.drawText(
            box, _SIDES[column.align] | Qt.AlignmentFlag.AlignVCenter, elided(painter, column.title, box.width())
        )
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, rect = look(), self.viewport().rect()
        painter = QPainter(self.viewport())
        painter.fillRect(rect, now.color("sunken"))
        painter.setPen(QPen(now.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.end()
        super().paintEvent(event)


class CellDelegate(QStyledItemDelegate):
    """Paints one cell as its column says."""

    def __init__(self, view: QAbstractItemView, model: RowsModel[Any]) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = self._model.row(index), self._model.columns[index.column()]
        mark = self._model.mark(row)
        box, last = QRectF(option.rect), index.column() == self._model.columnCount() - 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        try:
            self._paint_ground(painter, box, index, selected, mark)
            self._paint_content(painter, _inner(box, index.column() == 0, last), column, row, mark)
        finally:  # a painter that is left as it was makes of any fault a crash of the whole program
            painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, index: Index, selected: bool, mark: RowMark) -> None:
        now, keys_here = look(), self._view.hasFocus()
        if mark.head:
            painter.fillRect(box.adjusted(0, 0, 0, -1), now.color("sunken"))
        if selected:
            painter.fillRect(box.adjusted(0, 0, 0, -1), now.color("select" if keys_here else "select_calm"))
        if index.column() == 0 and (selected or mark.accent):
            color = "accent" if mark.accent or keys_here else "ink3"
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height() - 1), now.color(color))
        painter.setPen(QPen(now.color("line"), 1))
        painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5))
        if selected and now.c.outlined:
            painter.setPen(QPen(now.color("accent" if keys_here else "edge"), 2 if keys_here else 1))
            for y in (box.top() + 1, box.bottom() - 2):
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _paint_content(self, painter: QPainter, box: QRectF, column: Column[Any], row: Any, mark: RowMark) -> None:
        state = column.state(row) if column.state else None
        percent = column.meter(row) if column.meter else None
        if state is not None:
            now = look()
            at = QPointF(box.left() - now.gap(2), round(box.center().y() - now.px(PILL) / 2))
            draw_pill(painter, at, state, box.width() + now.gap(8))
        elif percent is not None:
            _paint_meter(painter, box, percent, column.tone_of(row))
        else:
            _paint_text(painter, box, column, row, mark)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the whole of a shortened text, as plain text."""
        if not index.isValid():
            return False
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        room = option.rect.width() - look().gap(32)
        shortened = "\n" in text or QFontMetrics(look().font("body")).horizontalAdvance(text) > room
        QToolTip.showText(event.globalPos(), tooltip_markup(text[:2000]) if shortened else "", view)
        return True


def _paint_text(painter: QPainter, box: QRectF, column: Column[Any], row: Any, mark: RowMark) -> None:
    now = look()
    tone = "ink3" if mark.annulled else column.tone_of(row)
    if icon := column.icon_of(row):
        size = now.px(14)
        painter.drawPixmap(QPointF(box.left(), round(box.center().y() - size / 2)), pixmap(icon, tone, 14))
        box = box.adjusted(size + now.gap(6), 0, 0, 0)
    font = QFont(now.font("strong" if (column.strong or mark.head) and not mark.annulled else "body"))
    font.setStrikeOut(mark.annulled or bool(column.struck and column.struck(row)))
    painter.setFont(font)
    painter.setPen(now.color(tone))
    side = _SIDES[column.align] | Qt.AlignmentFlag.AlignVCenter
    note, text = column.note(row) if column.note else "", column.cell(row)
    if column.note is not None and not note and painter.fontMetrics().horizontalAdvance(text[:_MOST]) > box.width():
        _paint_two_lines(painter, box, text[:_MOST], side)
        return
    if column.marked is not None and not note and (typed := column.marked()):
        middle = QRectF(box.left(), box.center().y() - now.px(11), box.width(), now.px(22))
        draw_marked(painter, middle, text, typed, role="strong" if column.strong else "")
        return
    first = box
    if note:
        line = now.px(19)
        first = QRectF(box.left(), round(box.center().y() - (line + now.px(16)) / 2), box.width(), line)
    painter.drawText(first, side, elided(painter, text, box.width()))
    if note:
        below = QRectF(box.left(), first.bottom(), box.width(), now.px(16))
        quiet = column.note_tone(row) if column.note_tone else "ink2"
        _paint_note(painter, below, note, side, "ink3" if mark.annulled else quiet, column.note_icon_of(row))


def _paint_two_lines(painter: QPainter, box: QRectF, text: str, side: Qt.AlignmentFlag) -> None:
    """Draw a long text over the line that its note leaves free."""
    layout = QTextLayout(" ".join(text.split()), painter.font())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(box.width())
    layout.endLayout()
    first, rest = layout.text()[: line.textLength()], layout.text()[line.textLength() :]
    high = painter.fontMetrics().height()
    top = QRectF(box.left(), round(box.center().y() - high), box.width(), high)
    painter.drawText(top, side, first.rstrip())
    painter.drawText(top.translated(0, high), side, elided(painter, rest, box.width()))


def _paint_note(painter: QPainter, box: QRectF, note: str, side: Qt.AlignmentFlag, tone: str, icon: str) -> None:
    now = look()
    if icon:
        size = now.px(13)
        painter.drawPixmap(QPointF(box.left(), round(box.center().y() - size / 2)), pixmap(icon, tone, 13))
        box = box.adjusted(size + now.gap(6), 0, 0, 0)
    painter.setFont(now.font("caption"))
    painter.setPen(now.color(tone))
    painter.drawText(box, side, elided(painter, note, box.width()))


def _paint_meter(painter: QPainter, box: QRectF, percent: int, tone: str) -> None:
    now = look()
    bar = QRectF(box.left(), box.center().y() - 3, max(0.0, box.width() - now.px(50)), 6)
    painter.setPen(QPen(now.color("edge"), 1) if now.c.outlined else Qt.PenStyle.NoPen)
    painter.setBrush(now.color("neutral_soft" if now.c.outlined else "line"))  # seen on a chosen row too
    painter.drawRoundedRect(bar, 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.color(tone))
    if percent > 0:
        filled = max(6.0, bar.width() * min(percent, 100) / 100)
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), filled, bar.height()), 3, 3)
    painter.setFont(now.font("body"))
    painter.setPen(now.color("ink"))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{percent} %")
