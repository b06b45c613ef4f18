"""A document as plain text: every word it prints, once, in reading order. Tests and people compare versions with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from rcdesk.documents.blocks import (
    Ask,
    Block,
    Cards,
    Chart,
    Document,
    Figure,
    Format,
    Grid,
    Heading,
    Item,
    Items,
    Layout,
    Matrix,
    PageBreak,
    Paragraph,
    Part,
    Qr,
    Quadrant,
    Room,
    Signatures,
    Signer,
    Slip,
    Slips,
)
from rcdesk.documents.series import Columns, Progress
from rcdesk.i18n import numero
from rcdesk.render import series
from rcdesk.render.charts import shares_of
from rcdesk.render.words import bare, one_line, paragraphs, plain

_STEP = "  "
_BLANK = "________"


def to_text(document: Document) -> str:
    """The words of a document, one paragraph, item or table row in each line; pages and looks are left out.

    Parts carry `===`, titles `#`, items `-` or their number, quotations `>`, the cells of a row ` | ` between them.
    """
    parts = ["\n".join(form_lines(document.form)), _foot(document.layout)]
    parts += ("\n".join(lines_of(block)) for block in document.blocks)
    if document.attachment is not None:
        parts.append(f"[Adjunto: {plain(document.attachment.name)}] {plain(document.attachment.description)}".rstrip())
    return "\n\n".join(part for part in parts if part) + "\n"


def form_lines(form: Format) -> Iterator[str]:
    """The words of the box that heads the pages."""
    yield from (plain(line) for line in (form.entity, *form.system, form.kind) if plain(line))
    yield from (f"{label}: {plain(value)}" for label, value in form.codes)


def _foot(layout: Layout) -> str:
    return f"[Al pie de cada página: {plain(layout.foot)}]" if layout.foot else ""


def lines_of(block: Block) -> Iterator[str]:
    """The words of a block, a line for each paragraph, item or row."""
    match block:
        case Heading(text, level):
            yield f"{'#' * max(1, level)} {plain(text)}"
        case Paragraph(text, quote=quote):
            yield from (f"> {line}" if quote else line for line in _paragraphs(text))
        case Items(items, ordered, boxes):
            yield from _items(items, ordered, bullet="☐" if boxes else "-")
        case Grid(header, rows):
            yield from (" | ".join(map(_cell, row)).strip() for row in (header, *rows) if row)
        case Matrix():
            yield from _matrix(block)
        case Figure():
            yield from _figure(block)
        case Chart():
            yield from _chart(block)
        case Progress() | Columns():
            yield from filter(None, (plain(block.title), *series.lines(block), plain(block.caption)))
        case Signatures(signers, closing):
            yield from (*_paragraphs(closing), *map(_signer, signers))
        case Qr():
            yield from _qr(block)
        case Cards(cards):
            yield from (" | ".join(map(one_line, (card.title, *card.lines, card.code))) for card in cards)
        case Room(label):
            yield f"{bare(one_line(label))} {_BLANK}".strip()
        case Ask():
            yield from _asked(block)
        case Slips(slips):
            yield from (line for slip in slips for line in _slip(slip))
        case PageBreak():
            pass
        case Part(title, layout, form):
            yield f"=== {plain(title)} ==="
            yield from form_lines(form) if form else ()
            yield from filter(None, [_foot(layout)])
        case _:
            assert_never(block)


def _qr(code: Qr) -> Iterator[str]:
    yield from (f"# {words}" for words in [plain(code.title)] if words)
    yield f"[Código QR: {plain(code.content)}]"
    yield from _paragraphs(code.text)


def _slip(slip: Slip) -> Iterator[str]:
    yield f"{plain(slip.number)} | {plain(slip.head)}"
    yield from (f"{_STEP}{line}" for inner in slip.blocks for line in lines_of(inner))


def _paragraphs(text: str) -> Iterator[str]:
    return (bare(part) for part in paragraphs(text) if part)


def _cell(text: str) -> str:
    return " / ".join(_paragraphs(text))


def _items(items: Sequence[str | Item], ordered: bool, indent: str = "", bullet: str = "-") -> Iterator[str]:
    for number, item in enumerate(items, 1):
        words, inner = (item, None) if isinstance(item, str) else (item.text, item)
        sign = f"{number}." if ordered else bullet
        first, *others = list(_paragraphs(words)) or [""]
        yield f"{indent}{sign} {first}".rstrip()
        yield from (f"{indent}{_STEP}{line}" for line in others)
        if inner is not None:
            yield from _items(inner.items, inner.ordered, indent + _STEP)


def _asked(ask: Ask) -> Iterator[str]:
    yield bare(one_line(ask.text))
    yield from _paragraphs(ask.note)
    boxes = [f"☐ {key} {bare(one_line(words))}" for key, words in ask.options]
    boxes += [f"☐ {key} {bare(one_line(words))} {_BLANK}" for key, words in filter(None, [ask.other])]
    if boxes:
        yield "   ".join(boxes)
    yield from [_BLANK] * ask.lines


def _matrix(matrix: Matrix) -> Iterator[str]:
    yield plain(matrix.corner)
    for quadrant in matrix.columns:
        yield from _quadrant(quadrant)
    for quadrant, crossed in zip(matrix.rows, matrix.crossings, strict=True):
        for cell in (quadrant, *crossed):
            yield from _quadrant(cell)


def _quadrant(quadrant: Quadrant) -> Iterator[str]:
    yield plain(quadrant.title)
    yield from _items(quadrant.texts, ordered=False)


def _figure(figure: Figure) -> Iterator[str]:
    place = "Imagen en el expediente" if figure.image is None else "Imagen"
    yield f"[{place}: {plain(figure.alt) or 'sin descripción'}]"
    yield from _paragraphs(figure.caption)
    if figure.source:
        yield f"Fuente: {plain(figure.source)}"


def _chart(chart: Chart) -> Iterator[str]:
    if chart.title:
        yield plain(chart.title)
    for (label, count), share in zip(chart.points, shares_of(chart), strict=True):
        yield f"{plain(label)}: {numero(count)} ({share})"
    yield f"n = {numero(chart.base)}. {plain(chart.caption)}".rstrip()


def _signer(signer: Signer) -> str:
    return " | ".join(part for part in map(plain, (signer.name, signer.role, signer.office)) if part)
