"""Pictures as the PDF takes them: the bytes of each while pages are laid out, its pixels only while it is drawn."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from rcdesk.render.pictures import Picture

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader


def reader(picture: Picture) -> ImageReader:
    """The picture as the canvas draws it."""
    from reportlab.lib.utils import ImageReader

    return ImageReader(BytesIO(picture.data))
