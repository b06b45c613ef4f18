"""A code on a small plate: F1, O2, DO1."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.paint import Dressed, crisp, inset
from rcdesk.ui.kit.theme import look


class Plate(Dressed, QWidget):
    """Lit, it is filled with ink."""

    def __init__(self, code: str, *, big: bool = False) -> None:
        super().__init__()
        self.code, self._big, self._lit = code, big, False
        self.setAccessibleName(code)
        self.dress()

    def set_lit(self, lit: bool) -> None:
        """Fill it or not."""
        self._lit = lit
        self.setProperty("lit", lit)
        self.update()

    def dress(self) -> None:
        now = look()
        self.setFont(now.font("strong", 13 if self._big else 12))
        wide = self.fontMetrics().horizontalAdvance(self.code) + now.gap(12)
        self.setFixedSize(QSize(wide, now.px(22 if self._big else 20)))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box = look(), crisp(self), QRectF(self.rect())
        painter.setPen(QPen(now.color("ink2" if self._lit else "edge"), 1))
        painter.setBrush(now.color("ink2" if self._lit else "surface"))
        painter.drawRoundedRect(inset(box), 4, 4)
        painter.setFont(self.font())
        painter.setPen(now.color("surface" if self._lit else "ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.code)
        painter.end()
