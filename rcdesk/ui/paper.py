"""A PDF as pages to look at. Only for jobs with `pages` of `tasks.py`: PDFium is called on one thread."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import pypdfium2
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

_WHITE: Final = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Landmark:
    """A heading: where it stands, as a page (from 1) and a part (0 to 1) of its height."""

    title: str
    level: int
    page: int
    part: float


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF to be looked at: the size of each page in pixels, those that are drawn (from 0), and its headings."""

    pdf: bytes
    width: int
    sizes: tuple[QSize, ...]
    pages: Mapping[int, QImage]
    landmarks: tuple[Landmark, ...]


Around = Callable[[Sequence[Landmark], int], range]
"""Which pages to draw (from 0), given the headings and how many pages there are."""


def opened(pdf: bytes, width: int, around: Around) -> Paper:
    """Open a PDF whose pages are `width` pixels wide, and draw those that `around` says."""
    with reading(pdf) as document:
        sizes = tuple(_size(document, place, width) for place in range(len(document)))
        landmarks = tuple(_landmarks(document))
        pages = {place: page_image(document, place, width) for place in around(landmarks, len(sizes))}
        return Paper(pdf, width, sizes, pages, landmarks)


def drawn(pdf: bytes, width: int, places: Iterable[int]) -> dict[int, QImage]:
    """Draw some pages of a PDF (from 0), `width` pixels wide."""
    with reading(pdf) as document:
        return {place: page_image(document, place, width) for place in places}


def blank(size: QSize) -> QImage:
    """A page not drawn yet: white, and as light as can be."""
    image = QImage(size, QImage.Format.Format_Mono)
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


def _size(document: pypdfium2.PdfDocument, place: int, width: int) -> QSize:
    wide, high = document.get_page_size(place)
    return QSize(width, math.ceil(high * width / wide))  # as PDFium rounds it


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


def _landmarks(document: pypdfium2.PdfDocument) -> list[Landmark]:
    found = []
    for bookmark in document.get_toc():
        target = bookmark.get_dest()
        index = target.get_index() if target is not None else None
        if target is None or index is None:
            continue
        _, place = target.get_view()
        high = document.get_page_size(index)[1]
        part = 1 - place[0] / high if place else 0.0
        found.append(Landmark(bookmark.get_title(), bookmark.level, index + 1, min(max(part, 0.0), 1.0)))
    return found
