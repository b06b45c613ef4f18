"""What repeats on every page: the box of the controlled format above; small print and the page number below.

All of it is decoration to a screen reader, except the small print on the last page of its part. The box is one form,
drawn once and placed on each page; pages are numbered while they are drawn, when their total is already known.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rcdesk.documents.blocks import Align, Document, Format, Layout, literal
from rcdesk.render import style as look
from rcdesk.render.pdf import pictures
from rcdesk.render.pdf.pen import Pen
from rcdesk.render.pdf.stacks import Cast, Stack, Text
from rcdesk.render.pdf.stacks import draw as draw_stack
from rcdesk.render.pdf.stacks import height as stack_height
from rcdesk.render.pdf.tags import Node
from rcdesk.render.pictures import fitted
from rcdesk.render.style import Style
from rcdesk.render.words import one_line, plain, title_of

_LOGO, _LOGO_GAP = 92.0, 10.0
_CODES = 124.0
_PAD, _INSIDE = 8.0, 7.0
_LEAST, _LEAST_PLAIN = 60.0, 38.0
_MOST_LINES = 3
_MOST_PRINT = 12
_PRINT_GAP = 7.0
_LINES_APART = 5.0
"""Less than so much from the line above, in the next column of a table, is the same line."""
_NUMBER_AWAY = 14.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One part of the box: its words, and from where to where it goes, from the margin."""

    left: float
    right: float
    words: Stack = ()
    logo: Path | bytes | None = None


@dataclass(frozen=True, slots=True)
class HeaderBox:
    """The measured box: its parts from left to right."""

    height: float
    cells: tuple[Cell, ...]


def header_box(form: Format, width: float) -> HeaderBox:
    """Measure the box: with codes, three parts; with none, a smaller one that says whose document it is."""
    codes = _codes(form)
    cells = _coded(form, codes, width) if codes else _plain(form, width)
    tallest = max(stack_height(cell.words) for cell in cells)
    pictured = any(cell.logo is not None for cell in cells)
    return HeaderBox(max(_LEAST if codes or pictured else _LEAST_PLAIN, tallest + 2 * _INSIDE), cells)


def small_print(layout: Layout, root: Node, width: float) -> Stack:
    """Measure what every page of a part says at its foot; it belongs to `root`."""
    words = one_line(layout.foot)
    return (Cast(look.FINE, width).one(Node("P", root), words).cut(_MOST_PRINT)[0],) if words else ()


def print_height(foot: Stack) -> float:
    """What the small print takes from the text, with the space above it."""
    return stack_height(foot) + _PRINT_GAP if foot else 0.0


def draw_header_form(box: HeaderBox, pen: Pen, name: str) -> None:
    """Define the box, once, as a form of that name."""
    top = pen.sheet.page_height - look.BOX_DOWN
    with pen.form(name):
        pen.rule(pen.left, top, pen.width, 1.2, look.ACCENT)
        pen.rule(pen.left, top - box.height, pen.width, 0.4, look.HAIR)
        for cell in box.cells[1:]:
            pen.fill(pen.left + cell.left, top - _PAD, 0.4, box.height - 2 * _PAD, look.HAIR)
        for cell in box.cells:
            if cell.logo is not None:
                _draw_logo(cell.logo, cell, box.height, pen)
            x = pen.left + cell.left + (_PAD if cell.left else 0)
            draw_stack(cell.words, pen, x, top - (box.height - stack_height(cell.words)) / 2)


def draw_furniture(document: Document, layout: Layout, pen: Pen, total: int, form: str) -> None:
    """The header, which is that form, and the footer of the current page, out of `total`."""
    pen.place(form, "Header")
    top = look.FOOT + look.FOOTNOTE.leading
    counted = plain(layout.counted)
    with pen.decoration():
        title = Cast(look.FOOTNOTE, pen.width * 0.75)
        title.bare(None, title_of(document), most=1).draw(pen, pen.left, top)
        if counted:
            number = f"{counted} {pen.page + 1} de {total}"
            Cast(look.FOOTNOTE, pen.width, Align.RIGHT).bare(None, number).draw(pen, pen.left, top)
        pen.rule(pen.left, top + 4, pen.width, 0.4, look.HAIR)


def draw_line_numbers(pen: Pen) -> None:
    """The number of each line of text of the current page, in its margin; lines side by side have one."""
    cast = Cast(look.FINE, _NUMBER_AWAY, Align.RIGHT)
    numbered: list[float] = []
    for y in sorted(pen.baselines, reverse=True):
        if not numbered or numbered[-1] - y >= _LINES_APART:
            numbered.append(y)
    with pen.decoration():
        for number, y in enumerate(numbered, 1):
            cast.bare(None, str(number)).draw(pen, pen.left - 2 * _NUMBER_AWAY, y + look.FINE.baseline)


def draw_print(foot: Stack, pen: Pen, *, last: bool) -> None:
    """The small print under the text: content on the last page of its part, decoration on the others."""
    top = pen.sheet.top - pen.sheet.room - _PRINT_GAP
    if last:
        draw_stack(foot, pen, pen.left, top)
    else:
        with pen.decoration():
            draw_stack(foot, pen, pen.left, top)


def _codes(form: Format) -> list[Text]:
    made: list[Text] = []
    for label, value in form.codes:
        text = Cast(look.CODE, _CODES - _PAD).one(None, f"{label} **{literal(plain(value))}**", above=2 if made else 0)
        made.append(text.cut(_MOST_LINES)[0])
    return made


def _coded(form: Format, codes: Stack, width: float) -> tuple[Cell, ...]:
    entity = plain(form.entity)
    end = width - (_LOGO if form.logo_right is not None else 0)
    middle = end - _LOGO - _CODES - 2 * _PAD
    system = [_words(line, look.SYSTEM, middle, Align.CENTER) for line in map(plain, form.system) if line]
    owner: list[Text] = []
    if form.logo is None:
        owner.append(_words(entity, look.OWNER, _LOGO - _PAD))
    else:
        system.insert(0, _words(entity, look.OWNER, middle, Align.CENTER))
    kind = _words(plain(form.kind), look.KIND, middle, Align.CENTER, above=3 if system else 0)
    return (
        Cell(0, _LOGO, owner, form.logo),
        Cell(_LOGO, end - _CODES, [*system, kind]),
        Cell(end - _CODES, end, codes),
        *_last(form, end, width),
    )


def _plain(form: Format, width: float) -> tuple[Cell, ...]:
    end = width - (_LOGO if form.logo_right is not None else 0)
    first = () if form.logo is None else (Cell(0, _LOGO, logo=form.logo),)
    left = _LOGO if first else 0
    room = end - left - (_PAD if left else 0) - (_PAD if end < width else 0)
    system = [_words(line, look.SYSTEM, room) for line in map(plain, form.system) if line]
    owner = _words(plain(form.entity), look.OWNER, room)
    kind = _words(plain(form.kind), look.KIND, room, above=1)
    return (*first, Cell(left, end, [owner, *system, kind]), *_last(form, end, width))


def _last(form: Format, left: float, width: float) -> tuple[Cell, ...]:
    """The cell of the logo at the right, if there is one."""
    return () if form.logo_right is None else (Cell(left, width, logo=form.logo_right),)


def _words(words: str, style: Style, width: float, align: Align = Align.LEFT, *, above: float = 0) -> Text:
    return Cast(style, width, align).bare(None, words, most=_MOST_LINES, above=above)


def _draw_logo(logo: Path | bytes, cell: Cell, height: float, pen: Pen) -> None:
    """The picture against the edge of the box; nothing when it cannot be read."""
    picture = fitted(logo)
    if picture is not None:
        pen.canvas.drawImage(
            pictures.reader(picture),
            pen.left + cell.left + (_LOGO_GAP if cell.left else 0),
            pen.sheet.page_height - look.BOX_DOWN - height + 6,
            cell.right - cell.left - _LOGO_GAP,
            height - 12,
            preserveAspectRatio=True,
            anchor="e" if cell.left else "w",
            mask="auto",
        )
