"""The rows of the paper, one under another as they are on it, and over one of them the cells that are typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.folio.cells import Cells
from rcdesk.ui.screens.registro.folio.found import Found
from rcdesk.ui.screens.registro.folio.looks import DOCUMENT, columns
from rcdesk.work.candidatos import CandidatoRow
from rcdesk.work.hojas import RenglonRow


class _Paper(Table[RenglonRow]):
    """The table under the cells: a click says which row is wanted, and nothing is chosen without leaving the other."""

    wanted = Signal(int)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.rowAt(round(event.position().y()))
        if place >= 0:
            self.wanted.emit(place + 1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())  # the row that has the keys stays in sight when something is said under it
        parent = self.parentWidget()
        if isinstance(parent, Grid):
            parent.lay()


class Grid(QWidget):
    """`wanted` asks for a row by its number."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.model: RowsModel[RenglonRow] = RowsModel(columns(), key=lambda row: row.numero)
        self.table = named("renglones_del_folio", _Paper(self.model), label="Renglones del folio")
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cells = Cells(self.table.viewport())
        self.found = Found(self)
        self.setLayout(column((self.table, 1), gap=0))
        self.cells.divert = self.found.divert
        self.cells.hide()
        self.table.wanted.connect(self.wanted)
        self.table.verticalScrollBar().valueChanged.connect(self.lay)
        self.setFocusProxy(self.cells.document)

    def show_rows(self, rows: Sequence[RenglonRow]) -> None:
        """Show the rows of a sheet; what is being typed in one of them stays."""
        self.model.show(rows)
        here = next((row for row in rows if row.numero == self.cells.row.numero), None)
        if here is not None and not self.cells.isHidden():
            self.cells.refresh_row(here)
        self.lay()

    def go_to(self, numero: int, *, group: str = "") -> None:
        """Take a row, by its number; `group` is the organisation repeated down to the last row."""
        rows = self.model.rows
        place = min(max(numero - 1, 0), len(rows) - 1)
        if place < 0:
            return
        before = next((row.organizacion for row in reversed(rows[:place]) if row.organizacion), "")
        self.found.hide()
        self.table.setCurrentIndex(self.model.index(place, 0))
        self.cells.show_row(rows[place], above=before, group=group)
        self.cells.show()
        self.lay()

    def close_row(self) -> None:
        """No row has the keys: the sheet is closed, or another one comes."""
        self.found.hide()
        self.cells.hide()
        self.cells.show_row(RenglonRow(0, "pendiente"), above="")

    def offer(self, rows: Sequence[CandidatoRow], typed: str, document: str) -> None:
        """Show who may be the one in the cell that has the keys."""
        box = self.cells.box(self.cells.column())
        corner = self.cells.mapTo(self, QPoint(0, 0))
        self.found.offer(rows, typed, document, box.translated(corner).adjusted(look().gap(4), 0, 0, 0))

    def lay(self) -> None:
        """Put the cells over their row, and their columns."""
        place = self.cells.row.numero - 1
        if not 0 <= place < len(self.model.rows):
            return
        table, first = self.table, self.table.visualRect(self.model.index(place, 0))
        self.cells.setGeometry(0, first.top(), table.viewport().width(), first.height() - 1)
        shown = [one for one in range(len(self.model.columns)) if not table.isColumnHidden(one)]
        high = first.height()
        boxes = [(one, QRect(table.columnViewportPosition(one), 0, table.columnWidth(one), high)) for one in shown]
        self.cells.set_boxes(boxes)
        if self.cells.isVisible() and self.cells.box(self.cells.column()).isNull():
            self.cells.take_keys(DOCUMENT)
