"""Strips of cards to be cut: four rows of two fill a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rcdesk.documents.blocks import Card
from rcdesk.render import style as look
from rcdesk.render.pdf import stacks
from rcdesk.render.pdf.graphics import code_graphic
from rcdesk.render.pdf.pen import Pen
from rcdesk.render.pdf.stacks import Cast, Stack, Text
from rcdesk.render.pdf.strips import Graphic, Strip
from rcdesk.render.pdf.tags import Node
from rcdesk.render.style import HAIR, Sheet
from rcdesk.render.words import one_line

ROWS: Final = 4
COLUMNS: Final = 2
_CODE: Final = 76.0  # 27 mm: read from a hand's distance, also by a telephone
_EDGE: Final = 11.0
_MARK: Final = 6.0  # of the cutting marks at the corners


def card_strips(cards: Sequence[Card], root: Node, sheet: Sheet) -> Iterator[Strip]:
    """The rows of a list of cards, of the height that makes four fill the page."""
    width, height = sheet.width / COLUMNS, sheet.room / ROWS
    for first in range(0, len(cards), COLUMNS):
        pair = [_face(card, Node("Div", root), width, height) for card in cards[first : first + COLUMNS]]
        yield CardRow(pair, width, height - 0.01)


class CardRow(Strip):
    """Two cards side by side, with the marks by which they are cut."""

    __slots__ = ("faces", "width")

    def __init__(self, faces: Sequence[tuple[Stack, Graphic]], width: float, height: float) -> None:
        super().__init__(height)
        self.faces, self.width = faces, width

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the marks, and each card: its words at the left, its code at the right."""
        for column, (words, code) in enumerate(self.faces):
            left = pen.left + column * self.width
            _corners(pen, left, top, self.width, self.height)
            stacks.draw(words, pen, left + _EDGE, top - (self.height - stacks.height(words)) / 2)
            code.x = left - pen.left + self.width - _EDGE - _CODE
            code.draw(pen, top - (self.height - _CODE) / 2)


def _face(card: Card, node: Node, width: float, height: float) -> tuple[Stack, Graphic]:
    """The words and the code; where all does not fit, each line of words is cut shorter before the name is."""
    room = width - _CODE - 3 * _EDGE
    for most, title in ((2, 3), (1, 3), (1, 2), (1, 1)):
        words = _words(card, room, most, title)
        if stacks.height(words) <= height - _EDGE:
            break
    for text in words:
        text.node = Node("P", node)
    return words, code_graphic(card.code, one_line(card.said), node, _CODE)


def _words(card: Card, room: float, most: int, title: int) -> list[Text]:
    small, plain = Cast(look.SYSTEM, room), Cast(look.NOTE, room)
    said = (
        (small, card.head, most, 0.0),
        (Cast(look.CARD, room), card.title, title, 2.0),
        *((plain, line, most, 3.0) for line in card.lines),
        (small, card.note, most, 6.0),
    )
    return [cast.bare(None, one_line(text), most=lines, above=above) for cast, text, lines, above in said if text]


def _corners(pen: Pen, left: float, top: float, width: float, height: float) -> None:
    for x, inside in ((left, 1), (left + width, -1)):
        for y, down in ((top, 1), (top - height, 0)):
            pen.rule(min(x, x + inside * _MARK), y, _MARK, 0.4, HAIR)
            pen.uprights((x,), y if down else y + _MARK, _MARK, 0.4, HAIR)
