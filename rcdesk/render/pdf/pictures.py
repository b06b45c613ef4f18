"""Pictures as the PDF takes them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from rcdesk.render.pictures import fit

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader


def read(image: Path | bytes) -> ImageReader | None:
    """The picture; None when it is missing, damaged, too large to open safely or not PNG nor JPEG."""
    from reportlab.lib.utils import ImageReader

    try:
        raw = image if isinstance(image, bytes) else image.read_bytes()
        reader = ImageReader(BytesIO(fit(raw)))
        reader.getRGBData()
    except (OSError, SyntaxError, ValueError):
        return None
    return reader
