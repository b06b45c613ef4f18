"""The list of five thousand people, to be signed, against drawing the same cells straight on a canvas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import Final

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from rcdesk.documents.asistencia import lista
from rcdesk.documents.blocks import Document, Grid
from rcdesk.documents.folios import ALTO
from rcdesk.render import style as look
from rcdesk.render.pdf import to_bytes
from rcdesk.render.pdf.furniture import header_box, print_height, small_print
from rcdesk.render.pdf.tags import Node
from rcdesk.resources import resource
from tests.bench.measure import Spent, in_turn, median_ratio, spent
from tests.bench.sizes import Sizes
from tests.bench.synthetic import with_asistentes
from tests.bench.table import Line, at_most, ratio

_MOST: Final = 1.5
_THOUSAND: Final = 5.0
"""Seconds for a list of a thousand people."""

_PLAIN, _BOLD = "Piso", "PisoNegrita"
_PAD: Final = 2.5
Cells = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """The lines of each cell, and the height that they take."""

    cells: Cells
    height: float


def run(_folder: Path, sizes: Sizes) -> Iterator[Line]:
    """The whole PDF with its tags, headers, folios and consent, against text and lines alone; and a shorter list."""
    document = _list(sizes.signed)
    floor = Floor(document)
    split = [floor.broken(cells) for cells in floor.grid.rows]
    ours, whole, drawn = in_turn(
        min(5, sizes.turns),
        partial(spent, lambda: to_bytes(document)),
        partial(spent, lambda: floor.draw(floor.broken(cells) for cells in floor.grid.rows)),
        partial(spent, lambda: floor.draw(split)),
    )
    what = f"lista de {sizes.signed} personas para firmar (CPU)"
    yield _beside(f"{what} / sus celdas en un lienzo", ours, whole, _MOST)
    yield _beside(f"{what} / celdas ya partidas en renglones", ours, drawn, _MOST)
    short = _list(sizes.signed // 5)
    [taken] = in_turn(min(5, sizes.turns), partial(spent, lambda: to_bytes(short)))
    people = sizes.signed // 5
    yield at_most(f"lista de {people} personas para firmar", median(one.wall for one in taken), _THOUSAND, unit="s")


def _beside(what: str, ours: Sequence[Spent], others: Sequence[Spent], most: float) -> Line:
    mine, its = [one.cpu for one in ours], [one.cpu for one in others]
    return ratio(what, median(mine), median(its), median_ratio(mine, its), most)


def _list(people: int) -> Document:
    archivo = with_asistentes(people)
    return lista(archivo, archivo.audiencias[0])


class Floor:
    """The table of a list as anybody would draw it: drawString for each line, line for each rule, nothing else."""

    def __init__(self, document: Document) -> None:
        self.grid = next(block for block in document.blocks if isinstance(block, Grid) and block.header)
        wide = look.sheet(document.layout).width
        foot = print_height(small_print(document.layout, Node("Document"), wide))
        self.sheet = look.sheet(document.layout, header_box(document.form, wide).height, foot)
        unit = self.sheet.width / sum(self.grid.widths)
        self.widths = [share * unit for share in self.grid.widths]
        self.lefts = [self.sheet.left + sum(self.widths[:place]) for place in range(len(self.widths))]
        for name, file in ((_PLAIN, "NotoSans-Regular.ttf"), (_BOLD, "NotoSans-Bold.ttf")):
            pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file))))

    def broken(self, cells: Sequence[str]) -> Row:
        """A row whose cells are broken as ReportLab breaks them, in the same widths."""
        size, rooms = look.CELL.size, (width - 2 * look.PAD_X for width in self.widths)
        lines = [simpleSplit(words, _PLAIN, size, room) for words, room in zip(cells, rooms, strict=True)]
        return Row(lines, max(ALTO, max(map(len, lines)) * look.CELL.leading + 2 * _PAD))

    def draw(self, rows: Iterator[Row] | Sequence[Row]) -> bytes:
        """Draw the rows, page by page, with the header on each."""
        out = BytesIO()
        canvas = Canvas(out, pagesize=(self.sheet.page_width, self.sheet.page_height), pageCompression=0)
        bottom = self.sheet.top - self.sheet.room
        y = self._head(canvas)
        for row in rows:
            if y - row.height < bottom:
                canvas.showPage()
                y = self._head(canvas)
            self._row(canvas, row, y)
            y -= row.height
        canvas.save()
        return out.getvalue()

    def _head(self, canvas: Canvas) -> float:
        canvas.setFont(_BOLD, look.HEAD.size)
        for left, words in zip(self.lefts, self.grid.header, strict=True):
            canvas.drawString(left + look.PAD_X, self.sheet.top - 14, words)
        canvas.setFont(_PLAIN, look.CELL.size)
        canvas.setLineWidth(0.4)
        return self.sheet.top - 22

    def _row(self, canvas: Canvas, row: Row, y: float) -> None:
        for left, lines in zip(self.lefts, row.cells, strict=True):
            baseline = y - _PAD - look.CELL.baseline
            for line in lines:
                canvas.drawString(left + look.PAD_X, baseline, line)
                baseline -= look.CELL.leading
            canvas.line(left, y, left, y - row.height)
        right = self.sheet.left + self.sheet.width
        canvas.line(right, y, right, y - row.height)
        canvas.line(self.sheet.left, y - row.height, right, y - row.height)
