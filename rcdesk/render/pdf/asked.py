"""A question to answer by hand, as compact as a hand allows: its boxes side by side, or its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rcdesk.documents.blocks import Ask
from rcdesk.render import style as look
from rcdesk.render.pdf import tags
from rcdesk.render.pdf.pen import Pen
from rcdesk.render.pdf.stacks import BOX, Cast, Text
from rcdesk.render.pdf.strips import Flow, Strip
from rcdesk.render.pdf.tags import Node
from rcdesk.render.style import SOFT, Sheet
from rcdesk.render.typeface import faces
from rcdesk.render.words import one_line, paragraphs, plain
from rcdesk.render.wrap import line_width

_ACROSS: Final = 5
_KEY, _WORDS = 13.0, 23.0  # from the box to its key, and to the words
_BETWEEN: Final = 12.0  # from the words of an option to the next box
_ROW, _LINE = 16.0, 22.0  # a line of boxes, a line to write on
_OTHER: Final = 130.0  # the least room for the words of another answer
_INSIDE: Final = 8.0  # from the margin to the first box
_UNDER_WORDS: Final = 2.0
_AFTER_WORDS: Final = 6.0
_TOGETHER: Final = 12  # rows of boxes that stay on one page
_THIN: Final = 0.5
_SHORT: Final = 0.6  # of the width: words that leave the rest of their line to write on


class _Box(NamedTuple):
    """An option, measured: where it stands, its marks and its words; `written` if a line follows them."""

    column: int
    across: int
    label: tuple[Text, Text]
    words: Text
    written: bool


def asked_strips(ask: Ask, root: Node, sheet: Sheet) -> Iterator[Strip]:
    """Its words, its note, rows of boxes and lines: all on one page, unless its options are too many for that."""
    node = Node("Sect", root)
    words = Cast(look.ASK, sheet.width).one(Node("P", node), one_line(ask.text))
    cast = Cast(look.NOTE, sheet.width)
    notes = [cast.one(Node("P", node), part) for part in paragraphs(ask.note) if part]
    column, rows = _laid(ask, node, sheet)
    begin = 0.0 if notes or not ask.lines else _beside(words, sheet.width)
    strips: list[Strip] = [Begun(words, begin) if begin else Flow(words, before=look.ASK.before)]
    strips += [Flow(note, before=_UNDER_WORDS) for note in notes]
    strips += [Boxes(row, column) for row in rows]
    if left := ask.lines - bool(begin):
        strips.append(Blanks(left))
    together = strips[:-1] if len(rows) <= _TOGETHER else strips[: 2 + len(notes)]
    for strip in together:
        strip.keep = True
    yield from strips


def _beside(words: Text, width: float) -> float:
    """Where the first line begins when the words leave it room beside them; 0 when it goes below."""
    if len(words.lines) > 1:
        return 0.0
    used = line_width(words.lines[0], look.ASK.size, bold=look.ASK.bold)
    return used + _AFTER_WORDS if used < _SHORT * width else 0.0


class Begun(Strip):
    """Few words, and the line where their answer begins."""

    __slots__ = ("begin", "words")

    def __init__(self, words: Text, begin: float) -> None:
        super().__init__(_LINE, before=look.ASK.before)
        self.words, self.begin = words, begin

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the words on the line."""
        foot = top - self.height
        pen.rule(pen.left + self.begin, foot + 1.0, pen.width - self.begin, _THIN, SOFT)
        self.words.draw(pen, pen.left, foot + self.words.height)


class Blanks(Strip):
    """Lines to write on."""

    __slots__ = ("lines",)

    def __init__(self, lines: int) -> None:
        super().__init__(lines * _LINE)
        self.lines = lines

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the lines, to both margins."""
        for line in range(1, self.lines + 1):
            pen.rule(pen.left, top - line * _LINE + 1.0, pen.width, _THIN, SOFT)


class Boxes(Strip):
    """Options side by side; the one that admits other words has a line after its own."""

    __slots__ = ("boxes", "column")

    def __init__(self, boxes: Sequence[_Box], column: float) -> None:
        super().__init__(_ROW + max(box.words.height for box in boxes) - look.OPTION.leading)
        self.boxes, self.column = boxes, column

    def draw(self, pen: Pen, top: float) -> None:
        """Draw each box, its key and its words."""
        middle = top - _ROW / 2
        for box in self.boxes:
            x = pen.left + _INSIDE + box.column * self.column
            for text, along in zip((*box.label, box.words), (0.0, _KEY, _WORDS), strict=True):
                text.draw(pen, x + along, middle + text.style.leading / 2)
            if box.written:
                start = x + _WORDS + line_width(box.words.lines[0], look.OPTION.size, bold=look.OPTION.bold) + 4
                end = pen.left + _INSIDE + (box.column + box.across) * self.column - _BETWEEN
                pen.rule(start, middle - 4.5, end - start, _THIN, SOFT)


def _laid(ask: Ask, node: Node, sheet: Sheet) -> tuple[float, list[list[_Box]]]:
    """The width of a column, and the boxes in rows: as many columns as hold every option in one line."""
    width = sheet.width - _INSIDE
    said = [(key, plain(words), False) for key, words in ask.options]
    said += [(key, plain(words), True) for key, words in filter(None, [ask.other])]
    if not said:
        return width, []
    widest = max(faces()[False].width(words, look.OPTION.size) for _, words, _ in said) + _WORDS + _BETWEEN
    across = min(max(1, int(width / widest)), _ACROSS)
    column = width / across
    items = Node("L", node, attributes=tags.BOXES)
    rows: list[list[_Box]] = []
    place = 0
    for key, words, written in said:
        needed = 1
        if written:
            least = _WORDS + faces()[False].width(words, look.OPTION.size) + _OTHER
            needed = min(across, max(1, -int(-least // column)))
        if place % across == 0 or place % across + needed > across:
            place = len(rows) * across
            rows.append([])
        at = place % across
        taken = across - at if written else 1
        rows[-1].append(_box(at, taken, (key, words), items, column * taken, written=written))
        place += taken
    return column, rows


def _box(column: int, across: int, said: tuple[str, str], items: Node, width: float, *, written: bool) -> _Box:
    item = Node("LI", items)
    sign, key = Node("Lbl", item), said[0]
    label = (Text(sign, [BOX], look.OPTION_BOX, _KEY), Text(sign, [key], look.OPTION_KEY, _WORDS - _KEY))
    words = Cast(look.OPTION, width - _WORDS - _BETWEEN).bare(Node("LBody", item), said[1])
    return _Box(column, across, label, words, written)
