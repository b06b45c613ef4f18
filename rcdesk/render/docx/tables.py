"""Tables of Word: columns of a width, a header that each page repeats, and short rows that no page cuts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import accumulate, pairwise
from typing import Final

from rcdesk.documents.blocks import Align, Grid, Matrix, Quadrant
from rcdesk.render.docx.markup import ABOVE, SEPARATOR, cell_paragraphs, items, line, twips, unmarked
from rcdesk.render.docx.story import Story
from rcdesk.render.style import TINT, Sheet, hexadecimal
from rcdesk.render.words import plain

UNCUT: Final = "<w:cantSplit/>"
MIDDLE: Final = '<w:vAlign w:val="center"/>'
_HEADER: Final = "<w:cantSplit/><w:tblHeader/>"
_JUSTIFIED: Final = {Align.LEFT: "", Align.RIGHT: '<w:jc w:val="right"/>', Align.CENTER: '<w:jc w:val="center"/>'}
_WHOLE: Final = 700
"""Letters over the whole width of the text: a row whose cells have less than their share of them is never cut."""

_REPEATED: Final = 900
"""The same for a header: a taller one is not repeated, as it would leave the rows no room."""

_FILLED: Final = 0.75
"""Of a page to be filled with blank rows; the rest is for the title and the heads of the columns."""

_MATRIX: Final = (5.0, 6.0)
_SHADE: Final = f'<w:shd w:val="clear" w:color="auto" w:fill="{hexadecimal(TINT)}"/>'
_TIGHT: Final = '<w:tcMar><w:top w:w="40" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/></w:tcMar>'
"""Of the cells of a row with a height of its own, to which Word would add their edges."""

_FIRST_ROW, _FIRST_COLUMN = 0x20, 0x80


def shares(widths: Sequence[float], width: float) -> tuple[int, ...]:
    """Return the columns that share so many points, in twips that add up exactly."""
    whole, total = twips(width), sum(widths)
    edges = [round(whole * edge / total) for edge in accumulate(widths, initial=0.0)]
    return tuple(right - left for left, right in pairwise(edges))


def table(style: str, columns: Sequence[int], rows: Iterable[str], summary: str = "", headed: int = 0) -> str:
    """Return a table of that style; `summary` is read aloud, `headed` says what names its cells."""
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    said = f'<w:tblDescription w:val="{escape(summary)}"/>' if summary else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{headed:04X}"/>{said}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{SEPARATOR}"
    )


def row(cells: Iterable[str], more: str = "") -> str:
    """Return a row; `more` are its properties."""
    properties = f"<w:trPr>{more}</w:trPr>" if more else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell(width: int, inside: str, more: str = "") -> str:
    """Return a cell of some paragraphs; `more` are its properties, in their order."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>{inside}</w:tc>'


def height(points: float) -> str:
    """Return the least height of a row as one of its properties."""
    return f'<w:trHeight w:val="{twips(points)}" w:hRule="atLeast"/>'


def grid(story: Story, block: Grid, sheet: Sheet) -> str:
    """Return a table of texts; one that has no rows keeps its header."""
    if not block.header and not block.rows and not block.fill:
        return ""
    columns = shares(block.widths, sheet.width)
    style = "Formulario" if block.ruled else "Tabla"
    headed = _FIRST_ROW if block.header else _FIRST_COLUMN
    return ABOVE + table(style, columns, _rows(story, block, columns, sheet), plain(block.summary), headed)


def _rows(story: Story, block: Grid, columns: Sequence[int], sheet: Sheet) -> Iterator[str]:
    aligns = [_JUSTIFIED[align] for align in block.aligned]
    styles = ["Celda"] * len(columns)
    if block.header:
        yield _head(story, block.header, columns, aligns)
    else:
        styles[0] = "Rotulo"
    tall, tight = (height(block.row_height), _TIGHT) if block.row_height else ("", "")
    whole = [_WHOLE * column / sum(columns) for column in columns]
    for cells in (*block.rows, *_blanks(block, sheet)):
        texts = _padded(cells, len(columns))
        short = all(len(text) <= most for text, most in zip(texts, whole, strict=True))
        made = (
            cell(width, cell_paragraphs(story, text, style, align), tight)
            for width, text, style, align in zip(columns, texts, styles, aligns, strict=True)
        )
        yield row(made, (UNCUT if short else "") + tall)


def _head(story: Story, header: Sequence[str], columns: Sequence[int], aligns: Sequence[str]) -> str:
    texts = _padded(header, len(columns))
    made = (
        cell(width, cell_paragraphs(story, text, "Encabezadodetabla", align), _SHADE)
        for width, text, align in zip(columns, texts, aligns, strict=True)
    )
    most = max(len(text) * sum(columns) / width for text, width in zip(texts, columns, strict=True))
    return row(made, _HEADER if most <= _REPEATED else "")


def _blanks(block: Grid, sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """Rows to write on by hand, as many as complete about a page: Word lays its pages later."""
    if block.fill and block.row_height:
        for place in range(len(block.rows), int(_FILLED * sheet.room / block.row_height)):
            yield (str(block.fill + place - len(block.rows)),)


def _padded(cells: Sequence[str], count: int) -> Sequence[str]:
    return [*cells, *[""] * count][:count]


def matrix(story: Story, block: Matrix, sheet: Sheet) -> str:
    """Return a crossed matrix: heads over and beside, in the tint of heads."""
    columns = shares((_MATRIX[0], *[_MATRIX[1]] * len(block.columns)), sheet.width)
    corner = cell(columns[0], line(story, block.corner, "Rotulo") or unmarked("", "Rotulo"), _SHADE)
    over = (cell(width, _quadrant(story, each), _SHADE) for width, each in zip(columns[1:], block.columns, strict=True))
    rows = [row((corner, *over))]
    for beside, crossed in zip(block.rows, block.crossings, strict=True):
        named = cell(columns[0], _quadrant(story, beside), _SHADE)
        rows.append(
            row((named, *(cell(w, _quadrant(story, one)) for w, one in zip(columns[1:], crossed, strict=True))))
        )
    summary = f"Matriz cruzada {plain(block.corner)}"
    return ABOVE + table("Formulario", columns, rows, summary, _FIRST_ROW | _FIRST_COLUMN)


def _quadrant(story: Story, quadrant: Quadrant) -> str:
    inside = line(story, quadrant.title, "Rotulo") + "".join(items(story, quadrant.texts, "Celda"))
    return inside or unmarked("", "Celda")
