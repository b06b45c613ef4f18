"""Pictures as the PDF takes them: the bytes of each while pages are laid out, its pixels only while it is drawn."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from rcdesk.render.pictures import Picture

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader


def reader(picture: Picture) -> ImageReader:
    """The picture as the canvas draws it."""
    from reportlab import rl_config
    from reportlab.lib.utils import ImageReader

    rl_config.useA85 = False  # as letters, a photograph would weigh a quarter more
    return (_photograph() if picture.suffix == "jpeg" else ImageReader)(BytesIO(picture.data))


@cache
def _photograph() -> type[ImageReader]:
    from reportlab.lib.utils import ImageReader

    class Photograph(ImageReader):  # type: ignore[misc]  # ReportLab has no types
        """A JPEG, which goes in as it is: its own bytes tell it from others, and its pixels are never in memory."""

        _dataA = None

        def getRGBData(self) -> bytes:
            fp = self.jpeg_fh()
            return bytes(fp.getbuffer())

    return Photograph
