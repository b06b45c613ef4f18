"""PDF/A-3a and PDF/UA-1 from a document: blocks → strips measured once → pages → pen → finish."""

from __future__ import annotations

from pathlib import Path

from rcdesk.documents.blocks import Document
from rcdesk.render.pdf.draw import drawn
from rcdesk.render.pdf.finish import finished
from rcdesk.render.writer import write_whole


def to_bytes(document: Document) -> bytes:
    """The document as a PDF file; the same document gives the same bytes."""
    return finished(drawn(document), document)


def to_pdf(document: Document, path: Path) -> int:
    """Write the document as a PDF file and return its number of pages; an `OSError` leaves no half file."""
    pages = drawn(document)
    write_whole(path, finished(pages, document))
    return pages.pages
