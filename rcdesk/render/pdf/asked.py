"""A question to answer by hand, as compact as a hand allows: its boxes side by side, or its lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from rcdesk.documents.blocks import Ask
from rcdesk.render import style as look
from rcdesk.render.pdf import tags
from rcdesk.render.pdf.pen import Pen
from rcdesk.render.pdf.stacks import BOX, Cast, Text
from rcdesk.render.pdf.strips import Strip
from rcdesk.render.pdf.tags import Node
from rcdesk.render.style import SOFT, Sheet
from rcdesk.render.typeface import faces
from rcdesk.render.words import one_line, paragraphs, plain

_ACROSS: Final = 5
_KEY, _WORDS = 13.0, 23.0  # from the box to its key, and to the words
_BETWEEN: Final = 12.0  # from the words of an option to the next box
_ROW, _LINE = 16.0, 22.0  # a line of boxes, a line to write on
_OTHER: Final = 130.0  # the least room for the words of another answer
_INSIDE: Final = 8.0  # from the margin to the first box
_UNDER_NOTE: Final = 2.0
_THIN: Final = 0.5
_SHORT: Final = 0.6  # of the width: words that leave the rest of their line to write on


class _Box(NamedTuple):
    """An option, measured: where it stands, its marks and its words; `written` if a line follows them."""

    column: int
    across: int
    label: tuple[Text, Text]
    words: Text
    written: bool


class Asked(Strip):
    """Its words, its note, rows of boxes and lines. It goes whole to the next page."""

    __slots__ = ("_column", "_first", "_lines", "_note", "_rows", "_words")

    def __init__(self, ask: Ask, root: Node, sheet: Sheet) -> None:
        node = Node("Sect", root)
        self._words = Cast(look.ASK, sheet.width).one(Node("P", node), one_line(ask.text))
        note = Cast(look.NOTE, sheet.width)
        self._note = [note.one(Node("P", node), part) for part in paragraphs(ask.note) if part]
        self._column, self._rows = _laid(ask, node, sheet)
        self._lines = ask.lines
        self._first = self._beside(sheet.width)
        height = self._words.height + sum(text.height + _UNDER_NOTE for text in self._note)
        height += sum(map(_high, self._rows)) + max(0, self._lines - (self._first > 0)) * _LINE
        super().__init__(height + (_LINE - self._words.height if self._first else 0.0), before=look.ASK.before)

    def _beside(self, width: float) -> float:
        """Where the first line begins when the words leave it room beside them; 0 when it goes below."""
        if not self._lines or self._note or len(self._words.lines) > 1:
            return 0.0
        line = self._words.lines[0]
        used = faces()[True].width(line if isinstance(line, str) else "".join(run.text for run in line), look.ASK.size)
        return used + 6.0 if used < _SHORT * width else 0.0

    def draw(self, pen: Pen, top: float) -> None:
        """Draw downwards from `top`."""
        if self._first:
            top -= _LINE - self._words.height
            pen.rule(pen.left + self._first, top - self._words.height + 1.0, pen.width - self._first, _THIN, SOFT)
        self._words.draw(pen, pen.left, top)
        top -= self._words.height
        for text in self._note:
            text.draw(pen, pen.left, top - _UNDER_NOTE)
            top -= text.height + _UNDER_NOTE
        for row in self._rows:
            self._row(row, pen, top)
            top -= _high(row)
        for _ in range(self._lines - (self._first > 0)):
            top -= _LINE
            pen.rule(pen.left, top + 1.0, pen.width, _THIN, SOFT)

    def _row(self, row: Sequence[_Box], pen: Pen, top: float) -> None:
        middle = top - _ROW / 2
        for box in row:
            x = pen.left + _INSIDE + box.column * self._column
            for text, along in zip((*box.label, box.words), (0.0, _KEY, _WORDS), strict=True):
                text.draw(pen, x + along, middle + text.style.leading / 2)
            if box.written:
                line = box.words.lines[0]
                start = x + _WORDS + faces()[False].width(line if isinstance(line, str) else "", look.OPTION.size) + 4
                end = pen.left + _INSIDE + (box.column + box.across) * self._column - _BETWEEN
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


def _high(row: Sequence[_Box]) -> float:
    return _ROW + max(box.words.height for box in row) - look.OPTION.leading
