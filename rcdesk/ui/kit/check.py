"""Yes or no: a square with a tick and its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.paint import Dressed, crisp, draw_focus, elided, inset
from rcdesk.ui.kit.plain import escaped
from rcdesk.ui.kit.theme import look


class Check(Dressed, QAbstractButton):
    """Neutral when ticked: blue is only where the keys are."""

    edited = Signal()  # by the person
    committed = Signal()  # together with `edited`

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.set_words(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._chosen)
        self.dress()

    def set_words(self, words: str) -> None:
        """Change what it says."""
        self._words = words
        self.setText(escaped(words))
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def value(self) -> bool:
        """Say whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool | None) -> None:
        """Tick it or not; not answered (None) is shown as not."""
        self.setChecked(bool(value))

    refresh_value = set_value

    def dress(self) -> None:
        self.setFont(look().font("body"))

    def sizeHint(self) -> QSize:
        now, words = look(), self.fontMetrics().horizontalAdvance(self._words)
        return QSize(now.px(18) + (words + now.gap(8) if words else 0) + 8, now.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = look(), crisp(self)
        size = now.px(18)
        square = QRectF(4, round((self.height() - size) / 2), size, size)
        draw_check(painter, square, on=self.isChecked(), enabled=self.isEnabled())
        if self.hasFocus():
            draw_focus(painter, square.adjusted(-3, -3, 3, 3))
        painter.setFont(self.font())
        painter.setPen(now.color("ink" if self.isEnabled() else "ink3"))
        left = square.right() + now.gap(8)
        words = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, elided(painter, self._words, words.width()))
        painter.end()

    def _chosen(self) -> None:
        self.edited.emit()
        self.committed.emit()


def draw_check(painter: QPainter, square: QRectF, *, on: bool, enabled: bool = True) -> None:
    """Draw the square, with its tick if `on`."""
    now = look()
    painter.setPen(QPen(now.color("ink2" if on else "edge"), 1))
    painter.setBrush(now.color("ink2" if on else "surface") if enabled else now.color("neutral_soft"))
    painter.drawRoundedRect(inset(square), 4, 4)
    if on:
        tick = pixmap("check", "surface" if enabled else "ink2", (square.width() - 4) / now.scale)
        painter.drawPixmap(QPointF(round(square.left() + 2), round(square.top() + 2)), tick)
