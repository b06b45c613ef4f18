"""Pictures from files or bytes, made fit for a document: upright, in RGB, and no finer than paper can show.

What a camera writes beside the picture (place, owner, a film after it) stays out of the document.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from rcdesk.documents.blocks import Layout
from rcdesk.render.style import Sheet, sheet

if TYPE_CHECKING:
    from PIL import Image as Pillow

IN_FILE: Final = "Imagen en el expediente"
UNREADABLE: Final = "Imagen que no se pudo leer; véase el expediente"
UNDESCRIBED: Final = "Imagen sin descripción"

TALLEST: Final = 0.7
"""Of the room of a page, what a figure takes at most."""
MOST: Final = 40_000_000
"""Pixels that are decoded at all."""

_FINEST: Final = 200
"""Pixels per inch of paper: finer ones weigh and are not seen."""
_LONGEST: Final = 2000
"""Pixels of the longer side of what is not a figure, and of one whose page is not known."""
_QUALITIES: Final = (85, 78, 70, 60)
_SIZES: Final = (1, 0.8, 0.64)
_HEAVY: Final = 150_000
"""Bytes that a photograph weighs at most, if it can: sixty of them make a file of less than 10 MB."""
_POINTS_PER_INCH: Final = 72

_DRAWINGS: Final = ("PNG", "GIF", "WEBP")
_TAKEN: Final = (*_DRAWINGS, "JPEG")
"""Kinds of file that become a figure; a JPEG of several pictures, once open, says that it is an MPO."""

Motivo: TypeAlias = Literal["ajena", "enorme", "animada", "danada"]

_ASIDE = {*range(0xE1, 0xEE), 0xEF, 0xFE}
"""Parts of a JPEG that say something else: APP1 to APP13 and APP15 (EXIF, XMP, profiles, other pictures), comments."""

_END, _SCAN = 0xD9, 0xDA
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_BEGINNINGS: Final = (_SIGNATURE, b"\xff\xd8\xff", b"GIF8")
"""How a file begins that means to be a picture."""
_DRAWN: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
"""Parts of a PNG that are the picture; the others say something else."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole PNG or JPEG with nothing beside the picture, and its size in pixels."""

    data: bytes
    width: int
    height: int
    suffix: str


_BROKEN: Final = (OSError, SyntaxError, ValueError, ArithmeticError, LookupError, TypeError, struct.error)
"""What is raised for a damaged file, or for one whose texts unpack to fill the memory (`ValueError`)."""


class UnfitError(ValueError):
    """A file that is no picture for a document, and why: not of a kind that is read, too large, moving, or damaged."""

    def __init__(self, reason: Motivo, pixels: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.pixels = reason, pixels


def fitted(image: Path | bytes, page: Sheet | None = None) -> Picture | None:
    """Return the picture as a file of its own; None when it is missing, damaged, too large or not PNG nor JPEG."""
    from PIL import Image

    try:
        data = fit(image if isinstance(image, bytes) else image.read_bytes(), page)
        with Image.open(BytesIO(data)) as opened:
            opened.load()
            if opened.format == "PNG":
                return Picture(_bare_png(data), *opened.size, "png")
            return Picture(data, *opened.size, "jpeg")
    except _BROKEN:
        return None


def prepared(raw: bytes) -> Picture:
    """Make of the bytes of a file the picture that a figure keeps; UnfitError when none can be made.

    A still GIF or WebP is taken too: it becomes PNG or JPEG.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(BytesIO(raw), formats=_TAKEN) as opened:
            _bearable(opened)
            if opened.format in _DRAWINGS and getattr(opened, "is_animated", False):
                raise UnfitError("animada")
    except UnfitError:
        raise
    except _BROKEN as error:
        raise UnfitError("danada" if raw.startswith(_BEGINNINGS) else "ajena") from error
    try:
        picture = fitted(_encoded(raw, _room(sheet(Layout()))))
    except _BROKEN as error:
        raise UnfitError("danada") from error
    if picture is None:
        raise UnfitError("danada")
    return picture


def fit(raw: bytes, page: Sheet | None = None) -> bytes:
    """The same bytes when the page can take them as they are, otherwise a picture made of them.

    With the page of a figure, no finer than 200 pixels per inch of what it takes there.
    """
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # ours is lower, and refuses without a warning in English
    room = (_LONGEST, _LONGEST) if page is None else _room(page)
    with Image.open(BytesIO(raw), formats=("PNG", "JPEG")) as opened:
        _bearable(opened)
        small = opened.width <= room[0] and opened.height <= room[1] and opened.mode in ("RGB", "L", "RGBA")
        if small and opened.getexif().get(0x0112, 1) == 1:  # of a PNG, asking decodes it
            return raw if opened.format == "PNG" else _bare_jpeg(raw)
    return _encoded(raw, room)


def _room(page: Sheet) -> tuple[int, int]:
    """The pixels that a figure of that page may have."""
    finest = _FINEST / _POINTS_PER_INCH
    return round(page.width * finest), round(TALLEST * page.room * finest)


def _bearable(opened: Pillow.Image) -> None:
    pixels = opened.width * opened.height
    if pixels > MOST:
        raise UnfitError("enorme", pixels)


def _encoded(raw: bytes, room: tuple[int, int]) -> bytes:
    """The picture upright and inside `room`, as JPEG, or as PNG when it is see-through or weighs less so."""
    from PIL import Image

    with Image.open(BytesIO(raw), formats=_TAKEN) as opened:
        photograph = opened.format not in _DRAWINGS
        picture = _upright(opened, room)
        alpha = picture.mode == "RGBA" and picture.getchannel("A").getextrema() != (255, 255)
        if alpha:
            return _saved(picture, "PNG")
        picture = picture.convert("RGB")
        jpeg = _as_photograph(picture)
        if photograph:
            return jpeg
        png = _saved(picture, "PNG")
        return png if len(png) <= len(jpeg) else jpeg


def _upright(opened: Pillow.Image, room: tuple[int, int]) -> Pillow.Image:
    """The pixels in RGB or RGBA, turned as the camera was held, made smaller before they are all in memory."""
    from PIL import Image, ImageOps

    picture: Pillow.Image = opened
    box = room[::-1] if opened.getexif().get(0x0112, 1) in (5, 6, 7, 8) else room
    if opened.mode in ("P", "PA", "LA", "1"):
        picture = opened.convert("RGBA")
    elif opened.mode.startswith("I"):  # sixteen bits of grey
        picture = opened.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    picture.thumbnail(box, Image.Resampling.LANCZOS)
    if picture.mode not in ("RGB", "RGBA"):
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    elif picture.mode == "RGB" and "transparency" in picture.info:
        picture = picture.convert("RGBA")
    return ImageOps.exif_transpose(picture)


def _as_photograph(picture: Pillow.Image) -> bytes:
    """A JPEG as fine as its weight admits: its quality goes down first, and then its size."""
    data = b""
    for smaller in _SIZES:
        side = tuple(max(1, round(length * smaller)) for length in picture.size)
        shown = picture if smaller == 1 else picture.resize((side[0], side[1]))
        for quality in _QUALITIES:
            data = _bare_jpeg(_saved(shown, "JPEG", quality=quality, optimize=True))
            if len(data) <= _HEAVY:
                return data
    return data


def _saved(picture: Pillow.Image, kind: str, **options: int) -> bytes:
    """The bytes of a file with the pixels and nothing else."""
    picture.info = {}
    picture.getexif().clear()
    out = BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


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
