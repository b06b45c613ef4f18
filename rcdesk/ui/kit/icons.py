"""The bundled icons (Lucide, ISC), recoloured to the theme at the moment they are drawn."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rcdesk.resources import resource
from rcdesk.ui.kit.theme import look


def pixmap(name: str, color: QColor | str = "ink2", size: float = 16) -> QPixmap:
    """Return the icon `name` in a colour (or the name of a token), `size` in pixels at 100 % text."""
    now = look()
    shade = now.color(color) if isinstance(color, str) else color
    screen = QGuiApplication.primaryScreen()
    return _drawn(name, shade.name(), now.px(size), screen.devicePixelRatio() if screen else 1.0)


def icon(name: str, color: QColor | str = "ink2", size: float = 16) -> QIcon:
    """Return the icon for Qt's own widgets; they keep this colour until they are given another."""
    return QIcon(pixmap(name, color, size))


@lru_cache(maxsize=1024)
def _drawn(name: str, color: str, size: int, ratio: float) -> QPixmap:
    svg = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", color)
    image = QImage(round(size * ratio), round(size * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)
