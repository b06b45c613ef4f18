"""What a reader sees in a PDF: the words of each page, and where they stand."""

from __future__ import annotations

from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image


class Seen(NamedTuple):
    """One page: its text, the box of everything written on it (left, bottom, right, top), and its size."""

    text: str
    box: tuple[float, float, float, float]
    width: float
    height: float


def pages(data: bytes) -> list[Seen]:
    """Every page of a file."""
    document = pdfium.PdfDocument(data)
    try:
        return [_seen(document[number]) for number in range(len(document))]
    finally:
        document.close()


def words(data: bytes) -> str:
    """The text of a file in one line, with its line breaks as spaces."""
    return " ".join(" ".join(page.text for page in pages(data)).split())


def tops(data: bytes, page: int, *texts: str) -> list[float]:
    """How high above the lower edge of a page each text begins."""
    document = pdfium.PdfDocument(data)
    try:
        reader = document[page].get_textpage()
        return [reader.get_charbox(reader.search(text).get_next()[0])[3] for text in texts]
    finally:
        document.close()


def picture(data: bytes, page: int = 0, scale: float = 1.0) -> Image.Image:
    """A page as it is seen, in so many pixels for each point."""
    document = pdfium.PdfDocument(data)
    try:
        return document[page].render(scale=scale).to_pil()  # type: ignore[no-any-return]
    finally:
        document.close()


def _seen(page: pdfium.PdfPage) -> Seen:
    reader = page.get_textpage()
    text = reader.get_text_range()
    boxes = [reader.get_charbox(index) for index in range(reader.count_chars())]
    visible = [box for box in boxes if box[2] > box[0]]
    lefts, bottoms, rights, tops = zip(*visible, strict=True)
    return Seen(text, (min(lefts), min(bottoms), max(rights), max(tops)), page.get_width(), page.get_height())
