"""Pages to look at, of a PDF or of a document that is not one yet.

Only for jobs with `pages` of `tasks.py`: PDFium is called on one thread.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

import pypdfium2
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from rcdesk.render.pdf.proof import Landmark, Proof

_WHITE: Final = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to be looked at: the size of each page in pixels, and those that are drawn (from 0)."""

    proof: Proof
    width: int
    sizes: tuple[QSize, ...]
    pages: Mapping[int, QImage]


Around: TypeAlias = "Callable[[Sequence[Landmark], int], range]"
"""Which pages to draw (from 0), given the headings and how many pages there are."""


def opened(proof: Proof, width: int, around: Around) -> Paper:
    """A document whose pages are `width` pixels wide, those that `around` says drawn."""
    sizes = tuple(QSize(width, math.ceil(high * width / wide)) for wide, high in proof.sizes)  # as PDFium rounds it
    return Paper(proof, width, sizes, drawn(proof, width, around(proof.landmarks, len(sizes))))


def drawn(proof: Proof, width: int, places: Collection[int]) -> dict[int, QImage]:
    """Draw some pages of a document (from 0, in their order), `width` pixels wide."""
    with reading(proof.pdf(places)) as document:
        return {place: page_image(document, number, width) for number, place in enumerate(places)}


def blank(size: QSize) -> QImage:
    """A page not drawn yet: white, and one for all those of a size."""
    return _blank(size.width(), size.height())


@lru_cache(maxsize=8)
def _blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_Mono)
    image.setColorTable([_WHITE, _WHITE])
    image.fill(0)
    return image


@contextmanager
def reading(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF for a while."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def page_image(document: pypdfium2.PdfDocument, place: int, width: int) -> QImage:
    """Draw one page (from 0), `width` pixels wide."""
    page = document[place]
    try:
        bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
        try:
            bits = memoryview(bitmap.buffer)
            shape = (bitmap.width, bitmap.height, bitmap.stride)
            return QImage(bits, *shape, QImage.Format.Format_RGB32).copy()  # the bitmap goes away
        finally:
            bitmap.close()
    finally:
        page.close()
