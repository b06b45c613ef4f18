"""A panel over the work, which stays where it was, dimmed. What is on air is neither dimmed nor covered."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QLayout, QWidget
from shiboken6 import isValid

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.layout import into_sight
from rcdesk.ui.kit.paint import crisp
from rcdesk.ui.kit.takers import takers
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS_CARD

Where = Literal["middle", "top", "right"]
_SIDE = 16  # px that a panel keeps from the edges of its window
_TOP = 72  # px from the top for a panel that is typed into, when nothing is on air
_REDO: Final = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y)
"""What the program tells to redo, which is not the standard of every system."""


class Panel(QWidget):
    """Dims `window` and holds one sheet. Esc or a click outside close it, and the keys go back where they were.

    `typing` gives the sheet the accent: the keys are in it. `keep` is what stays lit: the live strip.
    """

    closed = Signal()

    def __init__(
        self,
        window: QWidget,
        layout: QLayout,
        *,
        where: Where = "middle",
        width: int = 560,
        keep: QWidget | None = None,
        typing: bool = False,
    ) -> None:
        super().__init__(window)
        self._where, self._width, self._keep = where, width, keep
        self._back: QWidget | None = None
        self._calmed: list[Button | Card] = []
        self.sheet = Card(border="accent" if typing else "edge", radius=12, raised=False)
        self.sheet.setParent(self)
        self.sheet.setLayout(layout)
        self.hide()

    def open(self, focus: QWidget | None = None) -> None:
        """Show the panel and give the keys to `focus`, or to the first thing in it that takes them."""
        window = self.parentWidget()
        if window is None or not self.isHidden():
            return
        self._back = window.window().focusWidget()  # where the keys are, or were before a dialog that is closing
        self._calm(window)
        window.installEventFilter(self)
        self.place()
        self.show()
        self.raise_()
        target = focus or next(takers(self.sheet), self.sheet)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Hide the panel and give the keys back."""
        window = self.parentWidget()
        if window is None or self.isHidden():
            return
        window.removeEventFilter(self)
        self.hide()
        for thing in self._calmed:
            if isValid(thing):  # a refresh may have taken it away meanwhile
                thing.set_calm(False)
        self._calmed.clear()
        if self._back is not None and isValid(self._back) and self._back.window() is window.window():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
        self.closed.emit()

    def place(self) -> None:
        """Fit the veil to the window and the sheet to its content."""
        before = self.sheet.geometry()
        self._settle_sheet()
        if self.sheet.geometry() != before:
            self.update()  # the shadow of the sheet as it was

    def _settle_sheet(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        lit = self._lit()
        self.setMask(QRegion(self.rect()).subtracted(_rounded(lit)))
        now, top = look(), lit.bottom() + 1 if not lit.isEmpty() else 0
        wide = min(now.px(self._width), self.width() - 2 * _SIDE)
        if self._where == "right":
            self.sheet.setGeometry(self.width() - wide - 8, top + 8, wide, self.height() - top - 16)
            return
        room = self.height() - top - 2 * _SIDE
        tall = min(self._content_height(wide), room)
        y = (
            top + (room - tall) // 2 + _SIDE
            if self._where == "middle"
            else max(top + 9, now.gap(_TOP) if not top else 0)
        )
        self.sheet.setGeometry((self.width() - wide) // 2, y, wide, min(tall, self.height() - y - _SIDE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.place()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep the shortcuts of what is under the veil from being heard; undo and redo are the panel's too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            if not event.matches(keys.Undo) and not event.matches(keys.Redo) and event.keyCombination() != _REDO:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        event.accept()  # nothing under the veil hears a key

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.close_panel()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside the panel, and what it reaches in sight."""
        found = list(takers(self.sheet))
        here = QApplication.focusWidget()
        if not found:
            return True
        place = found.index(here) if here in found else -1
        taker = found[(place + (1 if forward else -1)) % len(found)]
        taker.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        into_sight(taker)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = crisp(self)
        painter.fillRect(self.rect(), look().color("veil"))
        _cast(painter, QRectF(self.sheet.geometry()))
        painter.end()

    def _lit(self) -> QRect:
        window = self.parentWidget()
        keep = self._keep
        if window is None or keep is None or not isValid(keep) or not keep.isVisible():  # the window may be going
            return QRect()
        return QRect(keep.mapTo(window, QPoint(0, 0)), keep.size())

    def _content_height(self, wide: int) -> int:
        layout = self.sheet.layout()
        assert layout is not None  # given in __init__
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(wide)
        return layout.totalSizeHint().height()

    def _calm(self, window: QWidget) -> None:
        """Take the accent along: under the veil nothing is filled or framed."""
        below: list[Button | Card] = [*window.findChildren(Button), *window.findChildren(Card)]
        self._calmed = [thing for thing in below if not self.isAncestorOf(thing)]
        for thing in self._calmed:
            thing.set_calm(True)


def _rounded(box: QRect) -> QRegion:
    """Return the region of a card at `box`."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(box), RADIUS_CARD, RADIUS_CARD)
    return QRegion(path.toFillPolygon().toPolygon())


def _cast(painter: QPainter, box: QRectF) -> None:
    """Draw a shadow in four steps: enough to lift a panel, cheap enough for an old laptop."""
    now = look()
    if now.c.outlined:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    for grow, alpha in ((8, 9), (5, 12), (3, 16), (1, 22)):
        painter.setBrush(QColor(0, 0, 0, alpha * (2 if now.c.name == "oscuro" else 1)))
        radius = RADIUS_CARD + grow
        painter.drawRoundedRect(box.adjusted(-grow, -grow + 4, grow, grow + 2), radius, radius)
