"""Letters that matched what was typed, behind a mark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from rcdesk.ui.kit.finding import marks
from rcdesk.ui.kit.paint import elided
from rcdesk.ui.kit.theme import look


def draw_marked(painter: QPainter, box: QRectF, text: str, typed: str, *, role: str = "") -> None:
    """Draw one line with the letters that matched behind a mark, so that the eye sees why it was found."""
    now = look()
    painter.setFont(now.font(role) if role else now.font("body", weight=500))
    metrics, line = painter.fontMetrics(), elided(painter, text, box.width())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.color("mark"))
    for first, after in marks(line, typed):
        start = metrics.horizontalAdvance(line[:first])
        wide = metrics.horizontalAdvance(line[:after]) - start
        painter.drawRoundedRect(QRectF(box.left() + start - 1, box.top() + 1, wide + 2, box.height() - 2), 3, 3)
    painter.setPen(now.color("ink"))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line)
