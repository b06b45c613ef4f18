"""The few strokes that painted widgets share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintDevice, QPainter, QPen
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.theme import Look, look
from rcdesk.ui.kit.tokens import RADIUS

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # a mixin: Qt lets a class have one Qt base only


class Dressed(_Widget):
    """Mixin, before the Qt base: `dress` runs again whenever the theme or the text size changes."""

    _worn: Look | None = None

    def dress(self) -> None:
        """Take fonts and sizes from the look of now. Call it once at the end of `__init__`."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._worn is not look():  # Qt tells it at each new parent too
            self._worn = look()
            self.dress()
            self.updateGeometry()
            self.update()


def crisp(device: QPaintDevice) -> QPainter:
    """Return a painter with smooth edges."""
    painter = QPainter(device)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def inset(rect: QRectF, by: float = 0.5) -> QRectF:
    """Return the rectangle with every side moved inwards."""
    return rect.adjusted(by, by, -by, -by)


def draw_focus(painter: QPainter, box: QRectF, radius: float = RADIUS, color: str = "accent") -> None:
    """Draw the two-pixel ring that is the same wherever the keys are."""
    painter.setPen(QPen(look().color(color), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inset(box, 1), radius, radius)


def key_width(text: str) -> int:
    """Return the pixels that the keycap of `text` takes."""
    now = look()
    return max(QFontMetrics(now.font("caption", 11, 500)).horizontalAdvance(text) + now.gap(10), now.px(18))


def draw_key(painter: QPainter, box: QRectF, text: str, ink: QColor) -> None:
    """Draw a keycap: the key that does what the words beside it say."""
    edge = QColor(ink)
    edge.setAlphaF(0.45)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inset(box), 4, 4)
    painter.setPen(ink)
    painter.setFont(look().font("caption", 11, 500))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def elided(painter: QPainter, text: str, width: float) -> str:
    """Return `text` in one line, shortened to `width` pixels of the painter's font."""
    line = text if "\n" not in text else " ".join(text.split())
    return painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, max(0, int(width)))
