"""Pictures from files or bytes, made fit for the page: upright, in RGB, and no finer than paper can show."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

_FINEST = 2000
"""Pixels of the longer side: 300 per inch over the width of the text."""

_MOST = 80_000_000
"""Pixels that are decoded at all."""

_QUALITY = 88


def read(image: Path | bytes) -> ImageReader | None:
    """The picture; None when it is missing, damaged, too large to open safely or not PNG nor JPEG."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    try:
        raw = image if isinstance(image, bytes) else image.read_bytes()
        reader = ImageReader(BytesIO(_fit(raw)))
        reader.getRGBData()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    return reader


def _fit(raw: bytes) -> bytes:
    """The same bytes when the page can take them as they are, otherwise a picture made of them."""
    from PIL import Image, ImageOps

    with Image.open(BytesIO(raw), formats=("PNG", "JPEG")) as opened:
        if opened.width * opened.height > _MOST:
            raise ValueError("too large")
        upright = opened.getexif().get(0x0112, 1) == 1
        if upright and max(opened.size) <= _FINEST and opened.mode in ("RGB", "L", "RGBA"):
            return raw
        picture = ImageOps.exif_transpose(opened)
        alpha = "A" in picture.getbands() or "transparency" in picture.info
        picture = picture.convert("RGBA" if alpha else "RGB")
        picture.thumbnail((_FINEST, _FINEST))
        out = BytesIO()
        if opened.format == "JPEG":
            picture.save(out, "JPEG", quality=_QUALITY)
        else:
            picture.save(out, "PNG")
        return out.getvalue()
