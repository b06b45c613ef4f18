"""A line of a list at the left: the open one stands out, the arrows go to the others."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from rcdesk.ui.kit.paint import Dressed, draw_focus, inset
from rcdesk.ui.kit.plain import escaped, plain_tooltip
from rcdesk.ui.kit.theme import look


class SideLine(Dressed, QAbstractButton):
    """A subclass says how high it is and paints its words, inside what `ground` leaves."""

    stepped = Signal(int)  # an arrow: to the line after (1) or before (-1)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.here = False
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, title: str, words: str, *, here: bool) -> None:
        """Show a title, whose words read aloud tell how it stands; `here` when it is the open one."""
        self.here = here
        self.setText(escaped(title))
        self.setAccessibleName(words)
        plain_tooltip(self, words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if by:
            self.stepped.emit(by)
        else:
            super().keyPressEvent(event)

    def ground(self, painter: QPainter, margin: int) -> QRectF:
        """Paint what is under the words, the bar of the open line `margin` px from its ends; return where they go."""
        now, box = look(), QRectF(self.rect()).adjusted(6, 1, -6, -1)
        if self.here:
            painter.setPen(QPen(now.color("edge"), 1) if now.c.outlined else Qt.PenStyle.NoPen)
            painter.setBrush(now.color("select_calm"))
            painter.drawRoundedRect(inset(box), 8, 8)
            painter.fillRect(QRectF(box.left(), box.top() + margin, 3, box.height() - 2 * margin), now.color("accent"))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.color("hover"))
            painter.drawRoundedRect(inset(box), 8, 8)
        if self.hasFocus():
            draw_focus(painter, box, 8)
        return box
