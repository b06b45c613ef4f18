"""Pictures from files or bytes, made fit for a document: upright, in RGB, and no finer than paper can show.

What a camera writes beside the picture (place, owner, a film after it) stays out of the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

IN_FILE: Final = "Imagen en el expediente"
UNREADABLE: Final = "Imagen que no se pudo leer; véase el expediente"
UNDESCRIBED: Final = "Imagen sin descripción"

_FINEST = 2000
"""Pixels of the longer side: 300 per inch over the width of the text."""

_MOST = 80_000_000
"""Pixels that are decoded at all."""

_QUALITY = 88

_ASIDE = {*range(0xE1, 0xEE), 0xEF, 0xFE}
"""Parts of a JPEG that say something else: APP1 to APP13 and APP15 (EXIF, XMP, profiles, other pictures), comments."""

_END, _SCAN = 0xD9, 0xDA
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_DRAWN: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
"""Parts of a PNG that are the picture; the others say something else."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole PNG or JPEG with nothing beside the picture, and its size in pixels."""

    data: bytes
    width: int
    height: int
    suffix: str


def fitted(image: Path | bytes) -> Picture | None:
    """Return the picture as a file of its own; None when it is missing, damaged, too large or not PNG nor JPEG."""
    from PIL import Image

    try:
        data = fit(image if isinstance(image, bytes) else image.read_bytes())
        with Image.open(BytesIO(data)) as opened:
            opened.load()
            if opened.format == "PNG":
                return Picture(_bare_png(data), *opened.size, "png")
            return Picture(data, *opened.size, "jpeg")
    except (OSError, SyntaxError, ValueError):
        return None


def fit(raw: bytes) -> bytes:
    """The same bytes when the page can take them as they are, otherwise a picture made of them."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # ours is lower, and refuses without a warning in English
    with Image.open(BytesIO(raw), formats=("PNG", "JPEG")) as opened:
        if opened.width * opened.height > _MOST:
            raise ValueError("too large")
        upright = opened.getexif().get(0x0112, 1) == 1
        if upright and max(opened.size) <= _FINEST and opened.mode in ("RGB", "L", "RGBA"):
            return raw if opened.format == "PNG" else _bare_jpeg(raw)
        picture = ImageOps.exif_transpose(opened)
        alpha = "A" in picture.getbands() or "transparency" in picture.info
        picture = picture.convert("RGBA" if alpha else "RGB")
        picture.thumbnail((_FINEST, _FINEST))
        out = BytesIO()
        if opened.format == "PNG":
            picture.save(out, "PNG")
            return out.getvalue()
        picture.save(out, "JPEG", quality=_QUALITY)
        return _bare_jpeg(out.getvalue())


def _bare_jpeg(raw: bytes) -> bytes:
    """The same JPEG, bit by bit, without what is not the picture; damaged ones stay as damaged as they were."""
    kept, at = [raw[:2]], 2
    while at + 4 <= len(raw):
        kind = raw[at + 1]
        if kind == _END:
            return b"".join([*kept, raw[at : at + 2]])
        if raw[at] != 0xFF:
            raise ValueError("not a JPEG")
        if kind == 0xFF:  # filling
            at += 1
            continue
        end = at + 2 + int.from_bytes(raw[at + 2 : at + 4])
        if kind == _SCAN:
            following = _MARKER.search(raw, end)
            end = following.start() if following else len(raw)
        if kind not in _ASIDE:
            kept.append(raw[at:end])
        at = end
    return b"".join([*kept, raw[at:]])


def _bare_png(raw: bytes) -> bytes:
    """The same PNG without what is not the picture, and without what comes after it."""
    kept, at = [_SIGNATURE], len(_SIGNATURE)
    while at < len(raw):
        end = at + 12 + int.from_bytes(raw[at : at + 4])
        kind = raw[at + 4 : at + 8]
        if kind in _DRAWN:
            kept.append(raw[at:end])
        if kind == b"IEND":
            break
        at = end
    return b"".join(kept)
