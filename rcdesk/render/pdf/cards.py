"""Strips of cards to be cut: four rows of two fill a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rcdesk.documents.blocks import Card
from rcdesk.render import style as look
from rcdesk.render.pdf import stacks
from rcdesk.render.pdf.graphics import code_graphic
from rcdesk.render.pdf.pen import Pen
from rcdesk.render.pdf.stacks import Cast, Stack, Text
from rcdesk.render.pdf.strips import Graphic, Strip
from rcdesk.render.pdf.tags import Node
from rcdesk.render.style import HAIR, SCAN_SIDE, Sheet
from rcdesk.render.words import one_line

ROWS: Final = 4
COLUMNS: Final = 2
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
            code.x = left - pen.left + self.width - _EDGE - SCAN_SIDE
            code.draw(pen, top - (self.height - SCAN_SIDE) / 2)


def _face(card: Card, node: Node, width: float, height: float) -> tuple[Stack, Graphic]:
    """The words and the code; where all does not fit, words are cut shorter one by one, and the name the last."""
    said = _said(card, width - SCAN_SIDE - 3 * _EDGE)
    words = [_text(one, one.most) for one in said]
    cuts = sorted((one.cut + step, place, one.most - 1 - step) for place, one in enumerate(said) for step in one.steps)
    for _, place, most in cuts:
        if stacks.height(words) <= height - _EDGE:
            break
        words[place] = _text(said[place], most)
    for text in words:
        text.node = Node("P", node)
    return words, code_graphic(card.code, one_line(card.said), node, SCAN_SIDE)


class _Said(NamedTuple):
    cast: Cast
    text: str
    most: int
    """Lines that it may have."""
    cut: int
    """When it is cut shorter: the lowest first."""
    above: float

    @property
    def steps(self) -> range:
        """How many times it can be."""
        return range(self.most - 1)


def _said(card: Card, room: float) -> list[_Said]:
    """What a card says. Of its lines the first, whom they come for, is known best and cut first; then the last."""
    small, plain = Cast(look.SYSTEM, room), Cast(look.NOTE, room)
    last = len(card.lines) - 1
    turns = [0 if place == 0 else 1 if place == last else 2 for place in range(len(card.lines))]
    said = (
        _Said(small, card.head, 2, 3, 0.0),
        _Said(Cast(look.CARD, room), card.title, 3, 5, 2.0),
        *(_Said(plain, line, 2, turn, 3.0) for line, turn in zip(card.lines, turns, strict=True)),
        _Said(small, card.note, 2, 4, 6.0),
    )
    return [one for one in said if one.text]


def _text(one: _Said, most: int) -> Text:
    return one.cast.bare(None, one_line(one.text), most=most, above=one.above)


def _corners(pen: Pen, left: float, top: float, width: float, height: float) -> None:
    for x, inside in ((left, 1), (left + width, -1)):
        for y, down in ((top, 1), (top - height, 0)):
            pen.rule(min(x, x + inside * _MARK), y, _MARK, 0.4, HAIR)
            pen.uprights((x,), y if down else y + _MARK, _MARK, 0.4, HAIR)
