"""Fits a sheet to whatever size it is given: a screen, a window, the small picture in the strip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from rcdesk.ui.kit.paint import crisp
from rcdesk.ui.kit.tokens import ROOM
from rcdesk.ui.room.pen import HEIGHT, Pen
from rcdesk.ui.room.projector import draw_projector
from rcdesk.work.pantalla import PantallaView

_NARROWEST = 1280  # units: a screen taller than wide leaves dark above and below


def draw_sheet(painter: QPainter, size: QSize, draw: Callable[[Pen], None]) -> str:
    """Draw a sheet in that many pixels, and return what is written on it."""
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(ROOM.ground))
    scale = min(size.height() / HEIGHT, size.width() / _NARROWEST)
    painter.save()
    painter.translate(0, (size.height() - HEIGHT * scale) / 2)
    painter.scale(scale, scale)
    pen = Pen(painter, size.width() / scale)
    draw(pen)
    painter.restore()
    return "\n".join(filter(None, pen.written))


def picture(view: PantallaView, size: QSize, ratio: float = 1.0, logo: QImage | None = None) -> QPixmap:
    """Return what the projector shows, drawn in `size` pixels of a screen with that many dots each."""
    shot = QPixmap(size * ratio)
    shot.setDevicePixelRatio(ratio)
    painter = crisp(shot)
    draw_sheet(painter, size, lambda pen: draw_projector(pen, view, logo))
    painter.end()
    return shot
