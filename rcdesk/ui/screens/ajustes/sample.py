"""The head and the foot of a document as they print: the renderer's own drawing, on white paper in every theme."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from rcdesk.app.desk import Desk
from rcdesk.app.progress import Progress
from rcdesk.domain.errors import StoreError
from rcdesk.ui.kit.paint import Dressed
from rcdesk.ui.kit.theme import look
from rcdesk.ui.tasks import tasks_of
from rcdesk.work.formatos import muestra_del_encabezado

_PAUSE: Final = 150  # ms without news before drawing
_WIDE: Final = 1400  # px in which the page is drawn: sharp at 200 %
_LEAST: Final = 72  # px at 100 % text: its height while it is not drawn
_TOP: Final = 0.5  # of the page: no head is taller, and no foot
_AROUND: Final = 24  # px of the drawing
_WHITE: Final = 0xFF
_DIMMED: Final = QColor(0, 0, 0, 34)


class Sample(Dressed, QWidget):
    """It draws itself again when it is asked, off the GUI thread, and only while it is seen.

    The drawing is at most `most` pixels wide at 100 % text.
    """

    def __init__(self, desk: Desk, *, most: int = 800) -> None:
        super().__init__()
        self._desk, self._most, self._key, self._image = desk, most, "", QImage()
        self._late = self._running = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._start)
        self.setAccessibleName("Encabezado como se imprime")
        self.dress()

    @property
    def busy(self) -> bool:
        """Whether it is being drawn, or will be after the pause."""
        return self._running or self._pause.isActive()

    def show_format(self, key: str) -> None:
        """Draw the head of a format, by its key; with an empty one, that of an acta."""
        self._key = key
        self._pause.start()

    def dress(self) -> None:
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._late:
            self._pause.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box = look(), QPainter(self), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(box, Qt.GlobalColor.white)
        if not self._image.isNull():
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(box.center())
            painter.drawImage(target, self._image)
        if now.c.name == "oscuro":
            painter.fillRect(box, _DIMMED)
        painter.setPen(QPen(now.color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        painter.end()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        """As tall as the drawing is at the width that there is."""
        wide = min(self.width(), look().px(self._most))
        high = self._image.height() * wide // max(1, self._image.width())
        self.setFixedHeight(max(high, look().px(_LEAST)))

    def _start(self) -> None:
        self._late = not self.isVisible() or self._running
        if self._late:
            return
        self._running = True
        job = partial(_draw, self._desk, self._key)
        tasks_of(self).run(self, job, done=self._show, failed=self._failed, pages=True)

    def _show(self, image: QImage) -> None:
        self._running, self._image = False, image
        self._fit()
        self.update()
        if self._late:
            self._start()

    def _failed(self, error: BaseException) -> None:
        self._running = False
        if not isinstance(error, StoreError):  # a base that cannot be read is told by the section itself
            raise error
        if self._late:
            self._start()


def _draw(desk: Desk, key: str, _: Progress) -> QImage:
    from rcdesk.render.pdf.proof import Proof
    from rcdesk.ui.paper import drawn

    document = desk.ask(muestra_del_encabezado, id=key, evidencias=desk.folder)
    return _cropped(drawn(Proof(document), _WIDE, [0])[0])


def _cropped(page: QImage) -> QImage:
    """The head of the page and its foot under it, without the white between and around them."""
    gray = page.convertToFormat(QImage.Format.Format_Grayscale8)
    dots, stride, half = bytes(gray.constBits()), gray.bytesPerLine(), round(page.height() * _TOP)
    found = (_inked(dots, stride, page.width(), part) for part in (range(half), range(half, page.height())))
    parts = [box for box in found if box is not None]
    left = min((box.left() for box in parts), default=0)
    wide = max((box.right() + 1 for box in parts), default=0) - left
    high = sum(box.height() + _AROUND for box in parts) + _AROUND
    image = QImage(wide + 2 * _AROUND, high, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter, y = QPainter(image), _AROUND
    for box in parts:
        painter.drawImage(_AROUND, y, page, left, box.top(), wide, box.height())
        y += box.height() + _AROUND
    painter.end()
    return image


def _inked(dots: bytes, stride: int, wide: int, rows: range) -> QRect | None:
    """Where there is something in some rows of a page in grays, one byte a dot; None when there is nothing."""
    marked = [y for y in rows if dots.count(_WHITE, y * stride, y * stride + wide) < wide]
    if not marked:
        return None
    first, last = marked[0], marked[-1]
    columns = (dots[x + first * stride : x + last * stride + 1 : stride] for x in range(wide))
    across = [x for x, column in enumerate(columns) if column.count(_WHITE) < len(column)]
    return QRect(across[0], first, across[-1] - across[0] + 1, last - first + 1)
