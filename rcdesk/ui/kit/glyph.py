"""An icon that stands alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.paint import Dressed, crisp
from rcdesk.ui.kit.theme import look


class Glyph(Dressed, QWidget):
    """Shows an icon in the tone of now; `size` in pixels at 100 % text."""

    def __init__(self, icon: str, tone: str = "ink2", size: int = 16) -> None:
        super().__init__()
        self._icon, self._tone, self._size = icon, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.dress()

    def set_glyph(self, icon: str, tone: str = "ink2") -> None:
        """Show another icon."""
        self._icon, self._tone = icon, tone
        self.update()

    def dress(self) -> None:
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(look().px(self._size), look().px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon:
            painter = crisp(self)
            painter.drawPixmap(QPointF(0, 0), pixmap(self._icon, self._tone, self._size))
            painter.end()
