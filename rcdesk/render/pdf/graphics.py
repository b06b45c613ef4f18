"""Strips that are pictures: charts, evidence and codes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import assert_never

from rcdesk.documents.blocks import Chart, Figure, Qr
from rcdesk.render import style as look
from rcdesk.render.charts import described, drawn
from rcdesk.render.manner import on_paper
from rcdesk.render.pdf import pictures, stacks
from rcdesk.render.pdf.beside import Beside
from rcdesk.render.pdf.pen import Pen
from rcdesk.render.pdf.stacks import Cast, Text
from rcdesk.render.pdf.strips import Flow, Graphic, Strip
from rcdesk.render.pdf.tags import BLOCK, Node
from rcdesk.render.pictures import IN_FILE, TALLEST, UNDESCRIBED, UNREADABLE, Picture, fitted
from rcdesk.render.qr import LONGEST, code
from rcdesk.render.shapes import Box, Drawing, Slice, Strokes, Words
from rcdesk.render.style import Colour, Sheet
from rcdesk.render.typeface import faces
from rcdesk.render.words import one_line, paragraphs, plain

_WORDIEST = 1.4
"""Words beside a code are at most so many times as high."""
_FRAME = 30.0
_POINTS_PER_PIXEL = 0.75


def chart_strip(chart: Chart, root: Node, sheet: Sheet) -> Strip:
    """A chart, kept with its caption."""
    return drawing_strip(drawn(chart, sheet.width, on_paper()), described(chart), root, keep=True)


def drawing_strip(drawing: Drawing, said: str, root: Node, *, keep: bool) -> Strip:
    """What is drawn, with the words that replace it; `keep` it with what follows."""
    node = Node("Figure", root, alt=said, attributes=BLOCK)
    return Graphic(node, drawing.height, partial(_shapes, drawing), before=6, keep=keep)


def figure_strip(figure: Figure, root: Node, sheet: Sheet) -> Strip:
    """A picture no wider than the text nor taller than most of a page; a frame with a notice where there is none."""
    alt = plain(figure.alt) or plain(figure.caption) or UNDESCRIBED
    node = Node("Figure", root, alt=alt, attributes=BLOCK)
    keep = bool(figure.caption or figure.source)
    picture = None if figure.image is None else fitted(figure.image, sheet)
    if picture is None:
        notice = IN_FILE if figure.image is None else UNREADABLE
        return Graphic(node, _FRAME, partial(_frame, notice), before=look.GAP, keep=keep)
    wide, high = picture.width, picture.height
    scale = min(sheet.width / wide, TALLEST * sheet.room / high, _POINTS_PER_PIXEL)
    width, height = wide * scale, high * scale
    paint = partial(_image, picture, width, height)
    return Graphic(node, height, paint, before=look.GAP, keep=keep, x=(sheet.width - width) / 2)


def code_graphic(content: str, said: str, root: Node, side: float) -> Graphic:
    """A code of that side; `said` is read aloud."""
    node = Node("Figure", root, alt=said, attributes=BLOCK)
    return Graphic(node, side, partial(_code, content, side), before=2 * look.GAP, keep=True)


def qr_strips(qr: Qr, root: Node, sheet: Sheet) -> Iterator[Strip]:
    """A code and the words that say what it opens: at its right when they are few, otherwise below."""
    title = one_line(qr.title)
    heading = Node("H1", root) if title else None
    bookmark = (plain(title), 1) if title else None
    if len(qr.content.encode()) <= LONGEST:
        figure = code_graphic(qr.content, f"Código QR: {plain(qr.content)}", root, look.SCAN_SIDE)
        place = look.SCAN_SIDE + look.INDENT
        words = _notes(qr.text, root, sheet.width - place)
        named = [Cast(look.H1, sheet.width - place).one(heading, title), *words] if heading else words
        if stacks.height(named) <= _WORDIEST * look.SCAN_SIDE:
            yield Beside(figure, place, named, bookmark)
            return
        del root.kids[-len(words) :]
        yield figure
    if heading:
        yield Flow(Cast(look.H1, sheet.width).one(heading, title), before=look.H1.before, keep=True, bookmark=bookmark)
    for text in _notes(qr.text, root, sheet.width):
        yield Flow(text, before=look.NOTE.before)


def _notes(text: str, root: Node, width: float) -> list[Text]:
    cast = Cast(look.NOTE, width)
    above = look.NOTE.before
    return [
        cast.one(Node("P", root), part, above=above if number else 0) for number, part in enumerate(paragraphs(text))
    ]


def _shapes(drawing: Drawing, pen: Pen, x: float, y: float) -> None:
    top = y + drawing.height
    for shape in drawing.shapes:
        match shape:
            case Box():
                corner = f"{x + shape.x:.2f} {top - shape.y - shape.height:.2f}"
                path = f"{corner} {shape.width:.2f} {shape.height:.2f} re"
                _paint(pen, path, shape.colour, shape.edge, drawing.size)
            case Slice():
                (first_x, first_y), *others = shape.points()
                path = f"{x + first_x:.2f} {top - first_y:.2f} m "
                path += " ".join(f"{x + px:.2f} {top - py:.2f} l" for px, py in others) + " h"
                _paint(pen, path, shape.colour, shape.edge, drawing.size)
            case Strokes(lines, colour, weight):
                path = " ".join(f"{x + a:.2f} {top - b:.2f} m {x + c:.2f} {top - d:.2f} l" for a, b, c, d in lines)
                pen.write("{:g} {:g} {:g} RG {:.2f} w".format(*colour, weight), path, "S")
            case Words(at, middle, text, colour, bold, end, centred):
                size = drawing.size
                back = 1.0 if end else 0.5 if centred else 0.0
                left = at - back * faces()[bold].width(text, size) if back else at
                pen.label(text, size, x + left, top - middle - look.CAPITAL * size, bold=bold, colour=colour)
            case _:
                assert_never(shape)


def _paint(pen: Pen, path: str, fill: Colour, edge: Colour | None, size: float) -> None:
    pen.shade(fill)
    if edge is None:
        pen.write(path, "f")
    else:
        pen.write("{:g} {:g} {:g} RG {:.2f} w 1 j".format(*edge, size / 12), path, "B")


def _image(picture: Picture, width: float, height: float, pen: Pen, x: float, y: float) -> None:
    pen.canvas.drawImage(pictures.reader(picture), x, y, width, height, mask="auto")


def _frame(notice: str, pen: Pen, x: float, y: float) -> None:
    canvas, size = pen.canvas, look.NOTE.size
    canvas.setFillColorRGB(*look.PALE)
    canvas.setStrokeColorRGB(*look.HAIR)
    canvas.setLineWidth(0.5)
    canvas.setDash(2, 2)
    canvas.roundRect(x, y, pen.width, _FRAME, 3, fill=1)
    middle = x + (pen.width - faces()[False].width(notice, size)) / 2
    pen.label(notice, size, middle, y + _FRAME / 2 - look.CAPITAL * size)


def _code(content: str, side: float, pen: Pen, x: float, y: float) -> None:
    """The code as bars, all of them one path; a unit is a module, so that they are whole numbers."""
    made = code(content)
    unit = side / made.side
    path = [f"{left} {-top - height} {width} {height} re" for left, top, width, height in made.bars]
    pen.write(f"{unit:.5f} 0 0 {unit:.5f} {x:.2f} {y + side:.2f} cm 0 g", *path, "f")
