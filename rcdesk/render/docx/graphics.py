"""Pictures in the line of the text, each with the words that replace it; charts as tables with bars."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import Final

from rcdesk.documents.blocks import Chart, Figure, Qr
from rcdesk.i18n import numero
from rcdesk.render import style as look
from rcdesk.render.charts import described, shares_of
from rcdesk.render.docx.markup import ABOVE, line, paragraph, paragraphs, run, twips, unmarked
from rcdesk.render.docx.story import Story
from rcdesk.render.docx.tables import MIDDLE, UNCUT, cell, row, shares, table
from rcdesk.render.pictures import IN_FILE, TALLEST, UNDESCRIBED, UNREADABLE, Picture, fitted
from rcdesk.render.qr import LONGEST, code
from rcdesk.render.style import Sheet
from rcdesk.render.words import plain

_POINTS_PER_PIXEL: Final = 0.75
_MODULE, _QUIET = 6, 4  # pixels of a module of a code, modules of white around it
_PER_POINT: Final = 12_700  # units of DrawingML
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_CHART: Final = (4.0, 4.6, 2.0)
_BAR: Final = 11.0
_KEPT: Final = 15  # answers that stay on one page, with their base


def inline(story: Story, picture: Picture, width: float, height: float, said: str) -> str:
    """Return a run that is a picture of so many points; `said` replaces it where it cannot be seen."""
    number = story.shared.drawing()
    size = f'cx="{round(width * _PER_POINT)}" cy="{round(height * _PER_POINT)}"'
    named = f'id="{number}" name="Imagen {number}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr {named} descr="{escape(said)}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{story.picture(picture)}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def figure(story: Story, block: Figure, sheet: Sheet) -> Iterator[str]:
    """Yield the picture, its leyenda and its fuente; a notice where there is no picture."""
    picture = None if block.image is None else fitted(block.image, sheet)
    keep = "<w:keepNext/>" if block.caption or block.source else ""
    if picture is None:
        notice = IN_FILE if block.image is None else UNREADABLE
        yield unmarked(f"[{notice}: {plain(block.alt) or 'sin descripción'}]", "Aviso", keep)
    else:
        said = plain(block.alt) or plain(block.caption) or UNDESCRIBED
        scale = min(sheet.width / picture.width, TALLEST * sheet.room / picture.height, _POINTS_PER_PIXEL)
        shown = inline(story, picture, picture.width * scale, picture.height * scale, said)
        yield f'<w:p><w:pPr><w:pStyle w:val="Figura"/>{keep}</w:pPr>{shown}</w:p>'
    yield paragraphs(story, block.caption, "Leyenda")
    if block.source:
        yield line(story, f"Fuente: {block.source}", "Leyenda")


def chart(story: Story, block: Chart, sheet: Sheet) -> Iterator[str]:
    """Yield a table of one row for each answer: its words, its bar, its n and its percentage.

    A picture would hide the figures from whoever edits the document or listens to it.
    """
    yield line(story, block.title, "Titulodegrafico")
    if block.points:
        columns = shares(_CHART, sheet.width)
        keep = "<w:keepNext/>" if len(block.points) <= _KEPT else ""
        told = zip(block.points, shares_of(block), strict=True)
        rows = (_bar(point, share, block.base, columns, keep) for point, share in told)
        yield table("Grafico", columns, rows, described(block))
    yield line(story, f"n = {numero(block.base)}. {block.caption}", "Nota")


def _bar(point: tuple[str, int], share: str, base: int, columns: tuple[int, ...], keep: str) -> str:
    (label, count), wide = point, columns[1]
    part = min(1.0, count / max(base, 1))
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.hexadecimal(look.SERIES)}"/>' if count > 0 else ""
    high = f'<w:spacing w:line="{twips(_BAR)}" w:lineRule="exact"/><w:ind w:right="{round((1 - part) * wide)}"/>'
    figures = run(numero(count), bold=True) + run(f" ({share})")
    cells = (
        cell(columns[0], unmarked(plain(label), "Celda", keep)),
        cell(
            wide,
            unmarked("", "Celda", shade + high),
            '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>',
        ),
        cell(columns[2], f'<w:p><w:pPr><w:pStyle w:val="Celda"/><w:jc w:val="right"/></w:pPr>{figures}</w:p>'),
    )
    return row(cells, UNCUT)


def qr(story: Story, block: Qr, sheet: Sheet) -> Iterator[str]:
    """Yield the code and, beside it, what it opens; what does not fit in a code is written."""
    yield line(story, block.title, "Ttulo1")
    said = f"Código QR: {plain(block.content)}"
    if len(block.content.encode()) > LONGEST:
        yield paragraph(story, f"[{said}]", "Nota")
        yield paragraphs(story, block.text, "Nota")
        return
    columns = shares((look.SCAN_SIDE + look.INDENT, sheet.width - look.SCAN_SIDE - look.INDENT), sheet.width)
    words = paragraphs(story, block.text, "Nota") or unmarked("", "Nota")
    cells = (cell(columns[0], code_paragraph(story, block.content, said)), cell(columns[1], words, MIDDLE))
    yield ABOVE + table("Sinbordes", columns, [row(cells, UNCUT)])


def code_paragraph(story: Story, content: str, said: str) -> str:
    """Return a paragraph that is a code to scan."""
    shown = inline(story, _code(content), look.SCAN_SIDE, look.SCAN_SIDE, said)
    return f'<w:p><w:pPr><w:pStyle w:val="Celda"/></w:pPr>{shown}</w:p>'


def _code(content: str) -> Picture:
    """Return the code in black on white, with the white that it needs around."""
    from PIL import Image, ImageDraw

    made = code(content)
    side = (made.side + 2 * _QUIET) * _MODULE
    image = Image.new("1", (side, side), 1)
    pen = ImageDraw.Draw(image)
    for left, top, width, height in made.bars:
        x, y = (left + _QUIET) * _MODULE, (top + _QUIET) * _MODULE
        pen.rectangle((x, y, x + width * _MODULE - 1, y + height * _MODULE - 1), fill=0)
    out = BytesIO()
    image.save(out, "PNG")
    return Picture(out.getvalue(), side, side, "png")
