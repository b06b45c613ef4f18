"""From blocks to strips: what each block looks like, and what it is to a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

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
from rcdesk.i18n import numero
from rcdesk.render import charts, series
from rcdesk.render import style as look
from rcdesk.render.manner import on_paper
from rcdesk.render.pdf.asked import asked_strips
from rcdesk.render.pdf.cards import card_strips
from rcdesk.render.pdf.forms import room_strip, slip_strips
from rcdesk.render.pdf.graphics import chart_strip, drawing_strip, figure_strip, qr_strips
from rcdesk.render.pdf.signatures import signature_strips
from rcdesk.render.pdf.stacks import BOX, BULLETS, Cast
from rcdesk.render.pdf.strips import Break, Flow, Strip
from rcdesk.render.pdf.tables import grid_strips, matrix_strips
from rcdesk.render.pdf.tags import Node
from rcdesk.render.style import Sheet, Style
from rcdesk.render.words import one_line, paragraphs, plain

_TALLEST_CHART = 0.75


def compose(blocks: Iterable[Block], root: Node, sheet: Sheet) -> list[Strip]:
    """The strips of some blocks; their elements are hung from `root`, in reading order."""
    strips: list[Strip] = []
    level = 0
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Heading):
            level = max(1, min(block.level, level + 1, len(look.HEADINGS)))
            block = Heading(block.text, level)
        elif isinstance(block, Qr) and block.title:
            level = 1
        made = list(_strips(block, root, sheet))
        if made:
            made[0].before = _space(made[0].before, before, block)
            if strips and _is_note(block) and (_is_note(before) or isinstance(before, Items | Grid)):
                strips[-1].keep = True  # what it says is of what it follows
        strips += made
        before = block
    return strips


def _is_note(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.note


def _space(usual: float, before: Block | None, block: Block) -> float:
    """The space above a block, which depends on what it follows."""
    match before, block:
        case Heading(), Heading():
            return usual * look.STACKED
        case Signatures(), _:
            return usual + 2 * look.GAP
        case ((Grid() | Matrix()), Paragraph(note=False) | Items()):
            return usual + look.GAP / 2
        case _:
            return usual


def _strips(block: Block, root: Node, sheet: Sheet) -> Iterator[Strip]:
    match block:
        case Heading():
            yield from _heading(block, root, sheet)
        case Paragraph(quote=True):
            yield from _quote(block.text, root, sheet)
        case Paragraph(words, note):
            yield from _paragraphs(words, root, sheet, look.NOTE if note else look.BODY)
        case Items():
            yield from _items(block, root, sheet)
        case Grid():
            yield from grid_strips(block, root, sheet)
        case Matrix():
            yield from matrix_strips(block, root, sheet)
        case Figure():
            yield figure_strip(block, root, sheet)
            words = f"{block.caption}\n{f'Fuente: {block.source}' if block.source else ''}"
            yield from _paragraphs(words, root, sheet, look.NOTE)
        case Chart():
            yield from _chart(block, root, sheet)
        case Progress() | Columns():
            yield from _drawn(block, root, sheet)
        case Signatures(signers, closing):
            yield from _paragraphs(closing, root, sheet, look.BODY, keep=True)
            yield from signature_strips(signers, root, sheet)
        case Qr():
            yield from qr_strips(block, root, sheet)
        case Cards(cards):
            yield from card_strips(cards, root, sheet)
        case Room(label, lines):
            yield room_strip(label, lines, root, sheet)
        case Ask():
            yield from asked_strips(block, root, sheet)
        case Slips(slips):
            yield from slip_strips(slips, root, sheet, compose)
        case PageBreak() | Part():
            yield Break()
        case _:
            assert_never(block)


def _heading(block: Heading, root: Node, sheet: Sheet) -> Iterator[Strip]:
    words = one_line(block.text)
    if words.strip():
        style = look.HEADINGS[block.level - 1]
        text = Cast(style, sheet.width).one(Node(f"H{block.level}", root), words)
        yield Flow(text, before=style.before, keep=True, bookmark=(plain(words), block.level))


def _paragraphs(
    words: str, root: Node, sheet: Sheet, style: Style, *, keep: bool = False, before: float | None = None
) -> Iterator[Strip]:
    cast = Cast(style, sheet.width)
    for part in paragraphs(words):
        if part:
            text = cast.one(Node("P", root), part)
            yield Flow(text, before=style.before if before is None else before, keep=keep)


def _quote(words: str, root: Node, sheet: Sheet) -> Iterator[Strip]:
    """Somebody's words, set in from the margin beside a bar."""
    parts = [part for part in paragraphs(words) if part]
    quote = Node("BlockQuote", root) if parts else root
    cast = Cast(look.QUOTE, sheet.width)
    for number, part in enumerate(parts):
        before = look.QUOTE.before
        text = cast.one(Node("P", quote), part, indent=look.INDENT)
        yield Flow(text, before=before, bar=before if number else 0.0)


def _items(block: Items, root: Node, sheet: Sheet) -> Iterator[Strip]:
    """Two items together at each end, so that none is alone on its page."""
    bullet = BOX if block.boxes else BULLETS[0]
    made = Cast(look.ITEM, sheet.width).items(root, block.items, ordered=block.ordered, bullet=bullet)
    for number, text in enumerate(made, 1):
        yield Flow(text, before=look.ITEM.before, keep=len(made) > number in (1, len(made) - 1))


def _chart(block: Chart, root: Node, sheet: Sheet) -> Iterator[Strip]:
    for part in charts.parts(block, sheet.width, _TALLEST_CHART * sheet.room):
        yield from _paragraphs(part.title, root, sheet, look.TITLE, keep=True, before=look.GAP)
        yield chart_strip(part, root, sheet)
        yield from _paragraphs(f"n = {numero(part.base)}. {part.caption}".strip(), root, sheet, look.NOTE)


def _drawn(block: Progress | Columns, root: Node, sheet: Sheet) -> Iterator[Strip]:
    """Each piece below its title; the caption is that of the last one."""
    pieces = [*series.pieces(block, sheet.width, on_paper(), _TALLEST_CHART * sheet.room)]
    for number, (piece, drawing) in enumerate(pieces, 1):
        last = number == len(pieces)
        yield from _paragraphs(piece.title, root, sheet, look.TITLE, keep=True, before=look.GAP)
        yield drawing_strip(drawing, series.told(piece), root, keep=last and bool(piece.caption))
    yield from _paragraphs(block.caption, root, sheet, look.NOTE)
