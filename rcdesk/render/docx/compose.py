"""From blocks to what Word has for each: its style, its list, its table, its section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from rcdesk.documents.blocks import (
    Ask,
    Block,
    Cards,
    Chart,
    Figure,
    Grid,
    Heading,
    Items,
    Matrix,
    PageBreak,
    Paragraph,
    Part,
    Qr,
    Room,
    Signatures,
    Slips,
)
from rcdesk.documents.series import Columns, Progress
from rcdesk.render.docx import bars, forms, graphics, tables
from rcdesk.render.docx.markup import items, line, paragraphs
from rcdesk.render.docx.story import Story
from rcdesk.render.style import HEADINGS, Sheet

_BREAK: Final = '<w:p><w:pPr><w:pStyle w:val="Separador"/><w:pageBreakBefore/></w:pPr></w:p>'


def compose(story: Story, blocks: Iterable[Block], sheet: Sheet) -> Iterator[str]:
    """Yield each block of a part as Word has it; no level of titles is skipped."""
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = max(1, min(block.level, level + 1, len(HEADINGS)))
            block = Heading(block.text, level)
        elif isinstance(block, Qr) and block.title:
            level = 1
        yield from _block(story, block, sheet)


def _block(story: Story, block: Block, sheet: Sheet) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield line(story, text, f"Ttulo{level}")
        case Paragraph(text, note, quote):
            yield paragraphs(story, text, "Cita" if quote else "Nota" if note else "Normal")
        case Items(entries, ordered, boxes):
            style = "Listaconnmeros" if ordered else "Listaconvietas"
            yield from items(story, entries, style, ordered=ordered, boxes=boxes)
        case Grid():
            yield tables.grid(story, block, sheet)
        case Matrix():
            yield tables.matrix(story, block, sheet)
        case Figure():
            yield from graphics.figure(story, block, sheet)
        case Chart():
            yield from graphics.chart(story, block, sheet)
        case Progress():
            yield from bars.progress(story, block, sheet)
        case Columns():
            yield from bars.columns(story, block, sheet)
        case Signatures(signers, closing):
            yield paragraphs(story, closing, "Normal", "<w:keepNext/>")
            yield forms.signatures(story, signers, sheet)
        case Qr():
            yield from graphics.qr(story, block, sheet)
        case Cards(cards):
            yield forms.cards(story, cards, sheet)
        case Room(label, lines):
            yield from forms.room(story, label, lines, sheet)
        case Ask():
            yield from forms.ask(story, block, sheet)
        case Slips(slips):
            yield forms.slips(story, slips, sheet, compose)
        case PageBreak() | Part():
            yield _BREAK
        case _:
            assert_never(block)
