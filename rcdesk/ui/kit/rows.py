"""A table of frozen rows, by declaring its columns. It never moves by itself: selection and scroll are kept by id."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from operator import attrgetter
from typing import Any, ClassVar, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from rcdesk.ui.kit.cells import CellDelegate, Heading
from rcdesk.ui.kit.columns import PLAIN, Column, Row, RowMark
from rcdesk.ui.kit.giving import gave
from rcdesk.ui.kit.paint import Dressed
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import ROW, ROW_NOTED

__all__ = ["Column", "RowMark", "RowsModel", "Table"]

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEAST_LOOSE = 180  # px at 100 %: columns drop before a column of width 0 gets narrower than this


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows whatever rows it was last given. `key` tells one row from another, and `mark` how a row looks."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
        *,
        key: Callable[[Row], Hashable] = attrgetter("id"),
        mark: Callable[[Row], RowMark] = lambda _: PLAIN,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key, self.mark = key, mark
        self._rows: Sequence[Row] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """The rows now shown."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Replace every row. The sequence is kept, not copied, and read only where the table is looked at."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """Return the row at `index`."""
        return self._rows[index.row()]

    def find(self, key: Hashable) -> int:
        """Return the place of the row with this key, or -1."""
        return next((place for place, row in enumerate(self._rows) if self.key(row) == key), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        column, row = self.columns[index.column()], self.row(index)
        text = column.cell(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            struck = ", anulado" if index.column() == 0 and self.mark(row).annulled else ""
            return f"{column.title}: {text}{struck}" if column.title else f"{text}{struck}"
        return text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None


class Table(Dressed, QTableView, Generic[Row]):
    """The rows of a model. Enter or a double click open a row; single letters are left to the screen's commands.

    Ctrl+C copies the chosen row for a spreadsheet, or all of them after Ctrl+A; Ctrl+E saves what is shown.
    """

    heading: ClassVar[type[Heading]] = Heading
    row_activated = Signal(object)  # the row
    row_selected = Signal(object)  # the row, or None

    def __init__(self, model: RowsModel[Row], parent: QWidget | None = None, *, empty: str = "") -> None:
        super().__init__(parent)
        self._model, self._empty = model, empty
        self._kept: Hashable = None
        self._told: Hashable = None
        self._place = self._scroll = 0
        self.setModel(model)
        self.setHorizontalHeader(self.heading(model.columns, self))
        self.setItemDelegate(CellDelegate(self, model))
        self._set_manners()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(self._activate)
        self.dress()

    def _set_manners(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @property
    def shown(self) -> RowsModel[Row]:
        """What it shows."""
        return self._model

    def current(self) -> Row | None:
        """Return the selected row."""
        place = self.currentIndex().row()
        return self._model.rows[place] if 0 <= place < len(self._model.rows) else None

    def select_key(self, key: Hashable) -> bool:
        """Select the row with this key and bring it into sight; say whether it is there."""
        place = self._model.find(key)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place, 0))
        return place >= 0

    def select_next(self, wanted: Callable[[Row], bool]) -> bool:
        """Select the next row of those wanted, going round from the selected one; say whether there is any."""
        here, rows = self.currentIndex().row() + 1, self._model.rows
        found = next((place for place in (*range(here, len(rows)), *range(here)) if wanted(rows[place])), None)
        if found is not None:
            self.setCurrentIndex(self._model.index(found, 0))
        return found is not None

    def set_empty(self, text: str) -> None:
        """Set the sentence shown while there are no rows."""
        self._empty = text
        self.viewport().update()

    def content_height(self) -> int:
        """Return the pixels that show every row without scrolling."""
        return self.horizontalHeader().height() + self._model.rowCount() * self.verticalHeader().defaultSectionSize()

    def fit(self, least: int, most: int) -> None:
        """Be as high as its rows, no fewer nor more than so many."""
        shown = min(max(self._model.rowCount(), least), most)
        self.setFixedHeight(self.horizontalHeader().height() + shown * self.verticalHeader().defaultSectionSize() + 2)

    def hidden_columns(self, room: int) -> set[int]:
        """Return the columns that must leave so that the loose ones keep a readable width in `room` pixels."""
        columns, px = self._model.columns, look().px
        least = sum(px(_LEAST_LOOSE) for column in columns if not column.width)
        gone: set[int] = set()
        for place in sorted((i for i, column in enumerate(columns) if column.drop), key=lambda i: columns[i].drop):
            if room - sum(px(c.width) for i, c in enumerate(columns) if i not in gone) >= least:
                break
            gone.add(place)
        return gone

    def dress(self) -> None:
        noted = any(column.note for column in self._model.columns)
        self.verticalHeader().setMinimumSectionSize(8)
        self.verticalHeader().setDefaultSectionSize(look().px(ROW_NOTED if noted else ROW))
        self._spread()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that the keys act on is seen to be: Qt makes the first one current without choosing it."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands of the screen, not a search in the first column."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self.currentIndex())
        elif plain and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._model.rows:
            last = len(self._model.rows) - 1
            self.setCurrentIndex(self._model.index(0 if event.key() == Qt.Key.Key_Home else last, 0))
        elif gave(self, event):
            event.accept()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and not self._model.rows:
            now, gap = look(), look().gap(24)
            painter = QPainter(self.viewport())
            painter.setFont(now.font("body"))
            painter.setPen(now.color("ink2"))
            box = QRectF(self.viewport().rect()).adjusted(gap, gap, -gap, -gap)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        room, px = self.viewport().width(), look().px
        gone = self.hidden_columns(room)
        kept = [(i, column) for i, column in enumerate(self._model.columns) if i not in gone]
        loose = sum(column.stretch for _, column in kept if not column.width)
        left = max(0, room - sum(px(column.width) for _, column in kept))
        for i in gone:
            self.setColumnHidden(i, True)
        for i, column in kept:
            self.setColumnHidden(i, False)
            self.setColumnWidth(i, px(column.width) if column.width else left * column.stretch // max(1, loose))

    def _remember(self) -> None:
        row = self.current()
        self._kept = None if row is None else self._model.key(row)
        self._place, self._scroll = self.currentIndex().row(), self.verticalScrollBar().value()

    def _restore(self) -> None:
        """Select the same row again, or the one that took its place, without moving what is in sight."""
        rows = len(self._model.rows)
        place = -1 if self._kept is None else self._model.find(self._kept)
        if place < 0 and self._place >= 0:
            place = min(self._place, rows - 1)
        if place >= 0:
            flags = self.selectionModel().SelectionFlag.ClearAndSelect | self.selectionModel().SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self._model.index(place, 0), flags)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(self._scroll)
        self._tell()

    def _tell(self) -> None:
        row = self.current()
        key = None if row is None else self._model.key(row)
        if key != self._told:
            self._told = key
            self.row_selected.emit(row)

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_activated.emit(self._model.row(index))
