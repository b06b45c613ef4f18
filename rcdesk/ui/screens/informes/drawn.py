"""A report on screen: each of its parts on a card, with the very blocks that are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rcdesk.documents.blocks import Align, Block, Chart, Grid, Heading, Items, Paragraph
from rcdesk.documents.series import Columns, Kind, Progress
from rcdesk.render.words import plain
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.chart import ChartView
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column, RowsModel, Table

_MOST_ROWS: Final = 12  # rows in sight of a table; the rest by scrolling
_SIDES: Final = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_FIGURES: Final = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.MONEY})
_NARROW: Final = 1.7  # of the tenths of a row: a column of figures


class DrawnReport(QWidget):
    """Shows the blocks of a document; of what is only for paper it says nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Block, ...] = ()
        self._left: list[tuple[str, list[Block]]] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.setObjectName("turno_del_informe")
        self._turn.timeout.connect(self._next_card)
        self._cards: QVBoxLayout = column(gap=8)
        named("informe_en_pantalla", self, label="Informe en pantalla")
        self.setLayout(column((scrolling(column(self._cards, None, gap=0)), 1), gap=0))

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show the parts of a report; the same ones stay as they are."""
        if tuple(blocks) == self._shown:
            return
        self._shown = tuple(blocks)
        emptied(self._cards)
        self._left = list(_parts(blocks))
        self._next_card()

    @property
    def busy(self) -> bool:
        """Whether some of its cards are still to be made."""
        return bool(self._left)

    def _next_card(self) -> None:
        """Make one card at a time: a report of a whole year has dozens, and the window goes on between them."""
        if self._left:
            title, part = self._left.pop(0)
            self._cards.addWidget(_card(self._cards.count(), title, part))
            self._turn.start()


def _parts(blocks: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Each part of a report with its title; what stands before the first one is its cover."""
    title, part = "", list[Block]()
    for block in blocks:
        if isinstance(block, Heading) and block.level <= 2:
            if title and part:
                yield title, part
            title, part = (block.text if block.level == 2 else ""), []
        elif title:
            part.append(block)
    if title and part:
        yield title, part


def _card(number: int, title: str, part: Iterable[Block]) -> QWidget:
    card = named(f"parte_del_informe_{number}", Card(), label=plain(title))
    inside = column(PlainLabel(plain(title), "lead", wrap=True), margins=(20, 12, 20, 14), gap=8)
    for block in part:
        for widget in _widgets(block):
            inside.addWidget(widget)
    card.setLayout(inside)
    return card


def _widgets(block: Block) -> Iterator[QWidget]:
    match block:
        case Heading(text=text):
            yield PlainLabel(plain(text), "strong", wrap=True)
        case Paragraph(text=text, note=note):
            yield PlainLabel(plain(text), "caption" if note else "body", "ink2" if note else "ink", wrap=True)
        case Items(items=items):
            yield from (_bullet(plain(item if isinstance(item, str) else item.text)) for item in items)
        case Progress() | Columns():
            view = ChartView()
            view.show_drawn(block)
            yield view
        case Chart():
            view = ChartView()
            view.show_chart(block, f"n = {block.base}")
            yield view
        case Grid():
            yield grid_table(block)
        case _:
            return


def _bullet(words: str) -> QWidget:
    return boxed(
        row(PlainLabel("•", "body", "ink2", align=Qt.AlignmentFlag.AlignTop), (PlainLabel(words, wrap=True), 1))
    )


def grid_table(block: Grid, *, most: int = _MOST_ROWS) -> QWidget:
    """A table of a report, whose rows are copied and kept as those of any other."""
    rows = block.rows
    model = RowsModel([_column(block, place) for place in range(len(block.widths))], key=id)
    table: Table[tuple[str, ...]] = named("tabla_del_informe", Table(model), label=block.summary or "Tabla del informe")
    model.setParent(table)
    model.show(rows)
    table.fit(1, most)
    if not block.header:
        table.horizontalHeader().hide()
        table.setFixedHeight(table.maximumHeight() - table.horizontalHeader().height())
    return table


def _column(block: Grid, place: int) -> Column[tuple[str, ...]]:
    title = plain(block.header[place]) if block.header else ""
    width = block.widths[place]
    figures = block.kinds and block.kinds[place] in _FIGURES
    align = block.aligns[place] if block.aligns else Align.RIGHT if figures else Align.LEFT
    fixed = round(width * 80) if width <= _NARROW else 0
    return Column[tuple[str, ...]](
        title,
        lambda cells: plain(cells[place]),
        width=fixed,
        align=_SIDES[align],  # type: ignore[arg-type]
        stretch=max(1, round(width)),
    )
