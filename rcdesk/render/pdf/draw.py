"""The whole way from a document to its pages: compose, paginate, draw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from rcdesk.documents.blocks import Block, Document, Part
from rcdesk.render import style as look
from rcdesk.render.pdf.compose import compose
from rcdesk.render.pdf.contents import number_entries, with_contents
from rcdesk.render.pdf.furniture import (
    HeaderBox,
    draw_furniture,
    draw_header_form,
    draw_line_numbers,
    draw_print,
    header_box,
    print_height,
    small_print,
)
from rcdesk.render.pdf.paginate import Page, paginate
from rcdesk.render.pdf.pen import Bookmark, Pen, Target
from rcdesk.render.pdf.stacks import Stack
from rcdesk.render.pdf.tags import Node
from rcdesk.render.style import Sheet
from rcdesk.render.typeface import faces
from rcdesk.render.words import plain, title_of


class Drawn(NamedTuple):
    """Drawn pages as ReportLab wrote them, with what is known of them and not yet said.

    The pen is not here: it holds all the pages once more.
    """

    file: BytesIO
    root: Node
    marks: Sequence[int]
    """How many each page has."""
    targets: Sequence[Target]
    bookmarks: Sequence[Bookmark]

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self.marks)


class Section(NamedTuple):
    """Pages laid alike: what heads and foots them, and what they say. `root` is the element of all of it."""

    part: Part
    root: Node
    sheet: Sheet
    box: HeaderBox
    foot: Stack
    pages: list[Page]


def drawn(document: Document) -> Drawn:
    """Draw a document; nothing in the result is tagged yet, but every mark is in place."""
    root = Node("Document")
    sections = laid(document, root)
    file = BytesIO()
    pen = Pen(new_canvas(document, sections[0].sheet, file), sections[0].sheet)
    total = sum(len(section.pages) for section in sections)
    for number, section in enumerate(sections):
        form = f"header{number or ''}"
        open_section(section, pen, form)
        for page in section.pages:
            draw_page(document, section, page, pen, total, form)
    pen.canvas.save()
    return Drawn(file, root, pen.marks, pen.targets, pen.bookmarks)


def laid(document: Document, root: Node) -> list[Section]:
    """The pages of each part of a document, measured."""
    parts = list(_parts(document))
    return [_laid(document, part, blocks, root, alone=len(parts) == 1) for part, blocks in parts]


def _parts(document: Document) -> Iterator[tuple[Part, Sequence[Block]]]:
    """The blocks before the first part, if any, and those of each one."""
    part, blocks = Part("", document.layout, document.form), list[Block]()
    for block in document.blocks:
        if isinstance(block, Part):
            if blocks or part.title:
                yield part, blocks
            part, blocks = block, []
        else:
            blocks.append(block)
    yield part, blocks


def _laid(document: Document, part: Part, blocks: Sequence[Block], root: Node, *, alone: bool) -> Section:
    if part.title:
        root = Node("Part", root)
    width = look.sheet(part.layout).width
    box = header_box(part.form or document.form, width)
    ending = Node("Div")
    foot = small_print(part.layout, ending, width)
    sheet = look.sheet(part.layout, box.height, print_height(foot))
    strips = compose(blocks, root, sheet)
    pages = paginate(strips, sheet.room)
    most = document.contents_over
    if alone and most is not None and len(pages) > most:
        pages = paginate(with_contents(strips, root, sheet), sheet.room)
        number_entries(pages)
    if foot:
        root.kids.append(ending)
    return Section(part, root, sheet, box, foot, pages)


def new_canvas(document: Document, sheet: Sheet, out: BytesIO) -> Canvas:
    """Where the pages of a document are drawn, the first of them with this sheet."""
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


def open_section(section: Section, pen: Pen, form: str) -> None:
    """Lay the paper of a part, define its header box as a form of that name, and note its title."""
    pen.lay(section.sheet)
    draw_header_form(section.box, pen, form)
    pen.depth = 0
    if title_level(section.part):
        pen.bookmark(plain(section.part.title), 1, pen.sheet.top, section.root)
        pen.depth = 1


def title_level(part: Part) -> int:
    """How many levels the titles of a part stand below its own, which not all have."""
    return 1 if plain(part.title) else 0


def draw_page(document: Document, section: Section, page: Page, pen: Pen, total: int, form: str) -> None:
    """A page of a part that is open, out of `total`."""
    draw_furniture(document, section.part.layout, pen, total, form)
    for strip, down in page.placed:
        strip.draw(pen, pen.sheet.top - down)
    if section.part.layout.line_numbers:
        draw_line_numbers(pen)
    draw_print(section.foot, pen, last=page is section.pages[-1])
    pen.end_page()
