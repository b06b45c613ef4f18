"""PDF/A-3a and PDF/UA-1 from a document: blocks → strips measured once → pages → pen → finish."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from rcdesk.documents.blocks import Document
from rcdesk.render.pdf.draw import drawn, laid
from rcdesk.render.pdf.filler import Filler
from rcdesk.render.pdf.finish import write_finished
from rcdesk.render.pdf.tags import Node
from rcdesk.render.writer import whole
from rcdesk.uncollected import uncollected


def to_bytes(document: Document) -> bytes:
    """The document as a PDF file; the same document gives the same bytes."""
    with uncollected():
        out = BytesIO()
        write_finished(drawn(document), document, out)
        return out.getvalue()


def to_pdf(document: Document, path: Path) -> int:
    """Write the document as a PDF file and return its number of pages; an `OSError` leaves no half file."""
    with uncollected(), whole(path) as out:
        pages = drawn(document)
        write_finished(pages, document, out)
    return pages.pages


def rows_to_fill(document: Document) -> int:
    """How many blank rows complete the first page of a document whose grid fills it; 0 when none fits."""
    first = laid(document, Node("Document"))[0].pages[0]
    return sum(strip.count for strip, _ in first.placed if isinstance(strip, Filler))
