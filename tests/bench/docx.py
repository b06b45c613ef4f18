"""Our blocks as a Word file, only to measure LibreOffice on the same content; plainer than our pages."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, assert_never

import docx
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from rcdesk.documents.blocks import (
    ASTERISK,
    Block,
    Cards,
    Chart,
    Document,
    Figure,
    Grid,
    Heading,
    Item,
    Items,
    Matrix,
    PageBreak,
    Paragraph,
    Part,
    Qr,
    Quadrant,
    Room,
    Signatures,
    Slips,
)

_TEXT_WIDTH: Final = 16.09  # cm
_TWIPS: Final = 567  # in a centimetre
_CELL: Final = "17"  # half points

Row = Sequence[str]


def write_docx(document: Document, path: Path) -> None:
    """Write the document on Letter paper with the same margins and sizes of letter, and its tables as tables."""
    word: Any = docx.Document()
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Noto Sans", Pt(10)
    page = word.sections[0]
    page.page_width, page.page_height = Cm(21.59), Cm(27.94)
    page.left_margin, page.right_margin, page.top_margin, page.bottom_margin = Cm(3), Cm(2.5), Cm(4), Cm(2.6)
    form = document.form
    page.header.paragraphs[0].text = f"{form.entity} {form.kind} {form.code} {form.version}"
    for block in document.blocks:
        _write(word, block)
    word.save(str(path))


def _write(word: Any, block: Block) -> None:
    match block:
        case Heading(text, level):
            word.add_heading(_plain(text), level)
        case Paragraph(text):
            word.add_paragraph(_plain(text))
        case Items(items, ordered):
            _items(word, items, ordered)
        case Grid(header, rows, widths):
            _table(word, header, rows, widths)
        case Matrix(corner, columns, rows, crossings):
            head = (corner, *map(_quadrant, columns))
            lines = [[_quadrant(one) for one in (row, *crossed)] for row, crossed in zip(rows, crossings, strict=True)]
            _table(word, head, lines, (5, *(6 for _ in columns)))
        case Chart(title, points, base, caption):
            _table(word, (title, "n"), [(label, str(count)) for label, count in points], (5, 2))
            word.add_paragraph(_plain(f"n = {base}. {caption}"))
        case Signatures(signers):
            for signer in signers:
                word.add_paragraph(_plain(f"\n{signer.name}\n{signer.role}\n{signer.office}"))
        case Figure(alt, caption, source):
            word.add_paragraph(_plain(f"[{alt}]\n{caption}\n{source}"))
        case Qr(content, text):
            word.add_paragraph(_plain(f"{text} {content}"))
        case Cards(cards):
            _table(word, ("Persona", "Código"), [(card.title, card.code) for card in cards], (5, 5))
        case Room(label):
            word.add_paragraph(_plain(f"{label} ________"))
        case Slips(slips):
            for slip in slips:
                word.add_paragraph(_plain(f"{slip.number} {slip.head}"))
                for inner in slip.blocks:
                    _write(word, inner)
        case PageBreak() | Part():
            word.add_page_break()
        case _:
            assert_never(block)


def _items(word: Any, items: Iterable[str | Item], ordered: bool) -> None:
    for item in items:
        text, below = (item, None) if isinstance(item, str) else (item.text, item)
        word.add_paragraph(_plain(text), style="List Number" if ordered else "List Bullet")
        if below is not None:
            _items(word, below.items, below.ordered)


def _table(word: Any, header: Row, rows: Iterable[Row], widths: Sequence[float]) -> None:
    """Rows are copies of a model row: python-docx's own way is quadratic."""
    table = word.add_table(rows=0, cols=len(widths))
    table.style, table.autofit = "Table Grid", False
    model = table.add_row()._tr
    table._tbl.remove(model)
    shares = [str(int(_TEXT_WIDTH * width / sum(widths) * _TWIPS)) for width in widths]
    if any(header):
        properties = _row(table, model, header, shares, bold=True).get_or_add_trPr()
        properties.append(properties.makeelement(qn("w:tblHeader"), {}))
    for row in rows:
        _row(table, model, row, shares)
    for column, share in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), shares, strict=True):
        column.set(qn("w:w"), share)


def _row(table: Any, model: Any, texts: Row, shares: Sequence[str], *, bold: bool = False) -> Any:
    row = copy.deepcopy(model)
    for cell, text, share in zip(row.findall(qn("w:tc")), texts, shares, strict=True):
        width = cell.find(qn("w:tcPr")).find(qn("w:tcW"))
        width.set(qn("w:w"), share)
        width.set(qn("w:type"), "dxa")
        paragraph = cell.find(qn("w:p"))
        for place, line in enumerate(text.split("\n")):
            if place:
                paragraph.addnext(following := paragraph.makeelement(qn("w:p"), {}))
                paragraph = following
            _run(paragraph, line, bold=bold or line.startswith("**"))
    table._tbl.append(row)
    return row


def _run(paragraph: Any, text: str, *, bold: bool) -> None:
    def inside(parent: Any, name: str, **attributes: str) -> Any:
        element = parent.makeelement(qn(name), {qn(f"w:{key}"): value for key, value in attributes.items()})
        parent.append(element)
        return element

    run = inside(paragraph, "w:r")
    looks = inside(run, "w:rPr")
    if bold:
        inside(looks, "w:b")
    inside(looks, "w:sz", val=_CELL)
    inside(run, "w:t").text = _plain(text)


def _quadrant(quadrant: Quadrant) -> str:
    return "\n".join((f"**{quadrant.title}**", *quadrant.texts))


def _plain(text: str) -> str:
    return text.replace("**", "").replace(ASTERISK, "*")
