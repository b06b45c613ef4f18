"""A picture kept with the base, small, in a frame that says when there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.ui.kit.icons import pixmap
from rcdesk.ui.kit.paint import Dressed, crisp, inset
from rcdesk.ui.kit.theme import look

FORMATS: Final = "Imágenes (*.png *.jpg *.jpeg)"
_ADMITTED: Final = (b"png", b"jpeg")
WIDE, HIGH = 168, 112  # px at 100 % text
_LARGE: Final = 3_000_000  # pixels that take so long to read that the screen would be seen to stop


def check_picture(path: Path) -> None:
    """Refuse, in words, a file that is not a picture that can be printed."""
    reader = QImageReader(str(path))
    if bytes(reader.format().data()) not in _ADMITTED or not reader.canRead():
        raise RuleError(f"«{path.name}» no es una imagen PNG o JPEG que se pueda leer. Elija otra.")


def png(image: QImage) -> bytes:
    """The picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _small(path: Path, room: QSize) -> QImage:
    """Read a picture no larger than `room`, upright."""
    reader = _reader(path)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _reader(path: Path) -> QImageReader:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)  # evidence has no extension
    return reader


class Picture(Dressed, QWidget):
    """The picture, small; a frame with an icon while there is none. A large one is read away from the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._path: Path | None = None
        self._waits = False
        self.setAccessibleName("Vista de la imagen")
        self.dress()

    def show_file(self, path: Path | None) -> None:
        """Show a file, or the empty frame."""
        if path is not None and path == self._path:
            return
        self._image, self._path = QImage(), path
        size = _reader(path).size() if path is not None else QSize()
        self._waits = size.width() * size.height() > _LARGE
        if path is not None and not self._waits:
            self._image = _small(path, self._room() * 2)
        elif self.isVisible():
            self._read_large()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_large()

    def _read_large(self) -> None:
        path = self._path
        if path is None or not self._waits:
            return
        from rcdesk.ui.tasks import tasks_of

        def done(image: QImage) -> None:
            if path == self._path:
                self._image = image
                self.update()

        def failed(error: BaseException) -> None:
            raise error

        self._waits = False
        room = self._room() * 2
        tasks_of(self).run(self, lambda _progress: _small(path, room), done=done, failed=failed)

    def dress(self) -> None:
        self.setFixedSize(self._room())

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter, box = look(), crisp(self), QRectF(self.rect())
        painter.setPen(QPen(now.color("line"), 1))
        painter.setBrush(now.color("sunken"))
        painter.drawRoundedRect(inset(box), 6, 6)
        if self._image.isNull():
            size = now.px(24)
            painter.drawPixmap(box.center() - QPointF(size / 2, size / 2), pixmap("image", "ink3", 24))
        else:
            room = self._image.size().scaled(self._room() - QSize(8, 8), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, room.width(), room.height())
            target.moveCenter(box.center())
            painter.drawImage(target, self._image)
        painter.end()

    def _room(self) -> QSize:
        return QSize(look().px(WIDE), look().px(HIGH))
