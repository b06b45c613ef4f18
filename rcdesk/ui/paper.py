"""A PDF as pages to look at. Only for jobs with `pages` of `tasks.py`: PDFium is called on one thread."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage


@dataclass(frozen=True, slots=True)
class Landmark:
    """A heading: where it stands, as a page (from 1) and a part (0 to 1) of its height."""

    title: str
    level: int
    page: int
    part: float


@dataclass(frozen=True, slots=True)
class Paper:
    """The pages as images, and where their headings are."""

    pages: tuple[QImage, ...]
    landmarks: tuple[Landmark, ...]


def drawn(pdf: bytes, width: int) -> Paper:
    """Draw every page of a PDF, `width` pixels wide."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = tuple(_image(document, place, width) for place in range(len(document)))
        return Paper(pages, tuple(_landmarks(document)))
    finally:
        document.close()


def _image(document: pypdfium2.PdfDocument, place: int, width: int) -> QImage:
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
