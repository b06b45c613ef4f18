"""The whole way from a document to its pages: compose, paginate, draw."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from rcdesk.documents.blocks import Document
from rcdesk.render import style as look
from rcdesk.render.pdf.compose import compose
from rcdesk.render.pdf.contents import number_entries, with_contents
from rcdesk.render.pdf.furniture import HeaderBox, draw_furniture, draw_header_form, header_box, title_of
from rcdesk.render.pdf.paginate import Page, paginate
from rcdesk.render.pdf.pen import Pen
from rcdesk.render.pdf.tags import Node
from rcdesk.render.style import Sheet
from rcdesk.render.typeface import faces
from rcdesk.render.words import plain


class Drawn(NamedTuple):
    """Drawn pages as ReportLab wrote them, with what is known of them and not yet said."""

    file: BytesIO
    pages: int
    root: Node
    pen: Pen


def drawn(document: Document) -> Drawn:
    """Draw a document; nothing in the result is tagged yet, but every mark is in place."""
    root = Node("Document")
    box = header_box(document.form, landscape=document.landscape)
    sheet = look.sheet(box.height, landscape=document.landscape)
    strips = compose(document, root, sheet)
    pages = paginate(strips, sheet.room)
    if len(pages) > document.contents_over:
        pages = paginate(with_contents(strips, root, sheet), sheet.room)
        number_entries(pages)
    file = BytesIO()
    pen = _draw(document, pages, Pen(_canvas(document, sheet, file), sheet), box)
    return Drawn(file, len(pages), root, pen)


def _canvas(document: Document, sheet: Sheet, out: BytesIO) -> Canvas:
    font = faces()[False].font
    pdfmetrics.registerFont(font)
    canvas = Canvas(
        out,
        pagesize=(sheet.page_width, sheet.page_height),
        pageCompression=0,
        invariant=1,
        lang=document.language,
        initialFontName=str(font.fontName),  # each page selects a font at its start: it must be an embedded one
    )
    canvas.setTitle(title_of(document))
    canvas.setAuthor(plain(document.author))
    canvas.setSubject(plain(document.subject))
    return canvas


def _draw(document: Document, pages: list[Page], pen: Pen, box: HeaderBox) -> Pen:
    draw_header_form(document, box, pen)
    for page in pages:
        draw_furniture(document, pen, len(pages))
        for strip, down in page.placed:
            strip.draw(pen, pen.sheet.top - down)
        pen.end_page()
    pen.canvas.save()
    return pen
