"""The logo of the entity, out of the evidence of the base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.evidencias import encontrar

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk

_ROOM = QSize(1600, 600)
_MOST = 40_000_000  # dots: a larger picture would take the memory of the broadcast


def read_logo(desk: Desk, ruta: str) -> QImage | None:
    """Return the picture that the records call `ruta`, no larger than a sheet; None when there is none to draw."""
    path = encontrar(desk.folder, ruta, desk.ask(listar_adjuntos)) if ruta else None
    if path is None:
        return None
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST:
        return None
    if size.width() > _ROOM.width() or size.height() > _ROOM.height():
        reader.setScaledSize(size.scaled(_ROOM, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
