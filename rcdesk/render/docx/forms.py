"""What is signed, cut apart or filled in by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeAlias, TypeVar

from rcdesk.documents.blocks import Ask, Block, Card, Signer, Slip, literal
from rcdesk.render.docx.graphics import code_paragraph
from rcdesk.render.docx.markup import line, paragraphs, run, runs, twips, unmarked
from rcdesk.render.docx.story import Story
from rcdesk.render.docx.tables import UNCUT, cell, height, row, shares, table
from rcdesk.render.style import SCAN_SIDE, WRITE_ROOM, Sheet
from rcdesk.render.words import one_line, plain

Compose: TypeAlias = Callable[[Story, Iterable[Block], Sheet], Iterator[str]]

_T = TypeVar("_T")
_PAIR: Final = 2
_CARDS_DOWN, _SLIPS_DOWN = 4, 2
_EDGE: Final = 22.0  # points: around what is cut
_TOGETHER: Final = tuple(f'<w:tcBorders><w:{side} w:val="nil"/></w:tcBorders>' for side in ("right", "left"))
"""Of the words and the code of a card: nobody cuts between them."""

_ROOM: Final = 0.9  # of the page, for the rows that are cut from it: Word adds to each the edges of its cells
_BETWEEN: Final = "   "  # from an option to the next one
_REST: Final = 6  # lines, where the paper would have as many as fit


def signatures(story: Story, signers: Sequence[Signer], sheet: Sheet) -> str:
    """Return places to sign, two in a row, that a page never cuts."""
    if not signers:
        return ""
    columns = shares((1, 1), sheet.width)
    rows = (row(_pair(columns, [_signer(story, one) for one in pair]), UNCUT) for pair in _pairs(signers))
    return table("Sinbordes", columns, rows, "Firmas")


def _signer(story: Story, signer: Signer) -> str:
    offices = (line(story, office, "Cargo") for office in (signer.role, signer.office))
    return (line(story, signer.name, "Firmante") or unmarked("", "Firmante")) + "".join(offices)


def cards(story: Story, entries: Sequence[Card], sheet: Sheet) -> str:
    """Return cards to cut, eight on a page: their words at the left, their code at the right."""
    if not entries:
        return ""
    half = sheet.width / _PAIR - SCAN_SIDE - _EDGE
    columns = shares((half, SCAN_SIDE + _EDGE) * _PAIR, sheet.width)
    tall = UNCUT + height(_ROOM * sheet.room / _CARDS_DOWN)
    rows = []
    for pair in _pairs(entries):
        halves = [
            part for card in pair for part in (_card(card), code_paragraph(story, card.code, one_line(card.said)))
        ]
        rows.append(row(_pair(columns, halves, _TOGETHER), tall))
    return table("Recortes", columns, rows, "Tarjetas para recortar")


def _card(card: Card) -> str:
    said = (
        ("Sistema", card.head),
        ("Tarjeta", card.title),
        *(("Cargo", words) for words in card.lines),
        ("Sistema", card.note),
    )
    return "".join(unmarked(one_line(words), style) for style, words in said if words) or unmarked("", "Celda")


def room(story: Story, label: str, lines: int, sheet: Sheet) -> Iterator[str]:
    """Yield lines to write on, the first one after its label."""
    width = twips(sheet.width)
    tab = f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{width}"/></w:tabs>'
    high = f'<w:spacing w:line="{twips(WRITE_ROOM)}" w:lineRule="exact"/>'
    for place in range(lines or _REST):
        words = "" if place else f"{one_line(label)} ".lstrip()
        inside = f"{runs(story, words)}<w:r><w:tab/></w:r>"
        yield f'<w:p><w:pPr><w:pStyle w:val="Renglon"/>{tab}{high}</w:pPr>{inside}</w:p>'


def ask(story: Story, block: Ask, sheet: Sheet) -> Iterator[str]:
    """Yield a question to answer by hand, its boxes one after another, and its lines."""
    yield line(story, f"**{literal(plain(block.text))}**", "Normal", "<w:keepNext/>")
    yield paragraphs(story, block.note, "Nota", "<w:keepNext/>")
    width = twips(sheet.width)
    tab = f'<w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="{width}"/></w:tabs>'
    boxes = _BETWEEN.join(f"☐ {key} {plain(words)}" for key, words in block.options)
    if block.other is not None:
        key, words = block.other
        boxes += f"{_BETWEEN if boxes else ''}☐ {key} {plain(words)} "
    if boxes:
        written = "<w:r><w:tab/></w:r>" if block.other is not None else ""
        yield f'<w:p><w:pPr><w:pStyle w:val="Normal"/>{tab}</w:pPr>{run(boxes)}{written}</w:p>'
    if block.lines:
        yield from room(story, "", block.lines, sheet)


def slips(story: Story, entries: Sequence[Slip], sheet: Sheet, compose: Compose) -> str:
    """Return slips to be cut apart, four on a page."""
    if not entries:
        return ""
    columns = shares((1, 1), sheet.width)
    inside = replace(sheet, width=sheet.width / _PAIR - _EDGE)
    tall = UNCUT + height(_ROOM * sheet.room / _SLIPS_DOWN)
    rows = (row(_pair(columns, [_slip(story, one, inside, compose) for one in pair]), tall) for pair in _pairs(entries))
    return table("Recortes", columns, rows, "Hojas para recortar")


def _slip(story: Story, slip: Slip, sheet: Sheet, compose: Compose) -> str:
    head = unmarked(plain(slip.number), "Numero") + unmarked(plain(slip.head), "Cargo")
    return head + "".join(compose(story, slip.blocks, sheet))


def _pairs(entries: Sequence[_T]) -> Iterator[Sequence[_T]]:
    return (entries[first : first + _PAIR] for first in range(0, len(entries), _PAIR))


def _pair(columns: Sequence[int], insides: Sequence[str], more: Sequence[str] = ("",)) -> Iterator[str]:
    """Yield the cells of a row, with the properties that go by turns; the last one may lack its neighbour."""
    for place, width in enumerate(columns):
        inside = insides[place] if place < len(insides) else unmarked("", "Celda")
        yield cell(width, inside, more[place % len(more)])
