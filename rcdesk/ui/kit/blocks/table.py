"""A table typed by a person, as a sheet: arrows move, typing writes, and what is copied from Excel can be pasted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from rcdesk.domain.registro import Bloque, Tabla
from rcdesk.ui.kit.blocks.view import BlockView
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Field, Line
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.paint import Dressed, elided
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import ROW

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_IN_SIGHT = 12  # rows before the sheet scrolls
_LEAST = 96  # px at 100 % text of a column
EMPTY = Tabla(encabezados=("", ""), filas=(("", ""), ("", "")))


class SheetModel(QAbstractTableModel):
    """The cells: the first row is the heading. Rows keep the length they came with until they are written."""

    written = Signal()  # by the person

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._block = Tabla(filas=())
        self._cells: list[list[str | None]] = [[]]
        self._touched = False

    def show(self, bloque: Tabla) -> None:
        """Show a stored table."""
        self.beginResetModel()
        self._block, self._touched = bloque, False
        self._cells = [list(bloque.encabezados), *(list(line) for line in bloque.filas)]
        self.endResetModel()

    def table(self) -> Tabla:
        """Return the table as it is now; untouched it is what was stored."""
        if not self._touched:
            return self._block
        heading = tuple(cell or "" for cell in self._cells[0])
        lines = tuple(tuple(line) for line in self._cells[1:])
        return replace(self._block, encabezados=heading if any(heading) else (), filas=lines)

    def settle(self, bloque: Tabla) -> None:
        """Take `bloque` as what is stored."""
        self._block, self._touched = bloque, False

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else max(1, *(len(line) for line in self._cells))

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._cells[index.row()]
        text = (line[index.column()] or "") if index.column() < len(line) else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            where = "encabezado" if index.row() == 0 else f"fila {index.row()}"
            return f"{where}, columna {index.column() + 1}: {text or 'vacía'}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index):
            return False
        self._write(index.row(), index.column(), str(value))
        self.dataChanged.emit(index, index)
        self.written.emit()
        return True

    def add_row(self, after: int) -> None:
        """Put an empty row after one; never over the heading."""
        self._change(lambda: self._cells.insert(max(after, 0) + 1, [None] * self.columnCount()))

    def add_column(self, after: int) -> None:
        """Put an empty column after one."""
        wide = self.columnCount()

        def widen() -> None:
            for line in self._cells:
                _padded(line, wide).insert(after + 1, None)

        self._change(widen)

    def remove_row(self, place: int) -> None:
        """Take a row out; of the heading, its words."""
        if place == 0:
            self._change(lambda: self._cells[0].clear())
        elif 0 < place < len(self._cells):
            self._change(lambda: self._cells.pop(place))

    def remove_column(self, place: int) -> None:
        """Take a column out, unless it is the only one."""
        if self.columnCount() > 1:
            self._change(lambda: [line.pop(place) for line in self._cells if place < len(line)])

    def paste(self, row: int, col: int, text: str) -> None:
        """Write cells divided by tabs and lines from a place on; the sheet grows as they need."""

        def write() -> None:
            for i, line in enumerate(text.rstrip("\r\n").splitlines()):
                while row + i >= len(self._cells):
                    self._cells.append([None] * self.columnCount())
                for j, cell in enumerate(line.split("\t")):
                    self._write(row + i, col + j, cell.strip())

        self._change(write)

    def _change(self, change: Callable[[], object]) -> None:
        self.beginResetModel()
        change()
        self._touched = True
        self.endResetModel()
        self.written.emit()

    def _write(self, row: int, col: int, text: str) -> None:
        _padded(self._cells[row], col + 1)[col] = text or None
        self._touched = True


def _padded(line: list[str | None], length: int) -> list[str | None]:
    line.extend([None] * (length - len(line)))
    return line


class Sheet(Dressed, QTableView):
    """The cells on screen. Supr empties one; Tab leaves the sheet from its last cell."""

    def __init__(self, model: SheetModel) -> None:
        super().__init__()
        self._sheet = model
        self.setModel(model)
        self.setItemDelegate(_CellEditor(self))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        model.modelReset.connect(self._fit)
        self.dress()

    def dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look().px(ROW))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # what the editor of a cell leaves unused is no command of the sheet
        elif event.matches(QKeySequence.StandardKey.Paste) and here.isValid():
            self._sheet.paste(here.row(), here.column(), QApplication.clipboard().text())
            self.setCurrentIndex(self._sheet.index(here.row(), here.column()))
        elif plain and event.key() == Qt.Key.Key_Delete and here.isValid():
            self._sheet.setData(here, "")
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here.isValid():
            self.edit(here)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint == QStyledItemDelegate.EndEditHint.SubmitModelCache:  # Enter goes to the cell below, as in Excel
            here = self.currentIndex()
            below = self._sheet.index(min(here.row() + 1, self._sheet.rowCount() - 1), here.column())
            self.setCurrentIndex(below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        columns, rows = self._sheet.columnCount(), self._sheet.rowCount()
        wide = max(look().px(_LEAST), self.viewport().width() // columns)
        for column_ in range(columns):
            self.setColumnWidth(column_, wide)
        bar = 14 if wide * columns > self.viewport().width() else 0
        self.setFixedHeight(min(rows, _IN_SIGHT) * look().px(ROW) + 2 + bar)


class _CellEditor(QStyledItemDelegate):
    """Draws a cell with hairlines and edits it in a bare line."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, box, selected = look(), option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
        view = self.parent()
        keys = isinstance(view, QWidget) and view.hasFocus()
        painter.save()
        fill = ("select" if keys else "select_calm") if selected else "sunken" if index.row() == 0 else "surface"
        painter.fillRect(box, now.color(fill))
        painter.setPen(QPen(now.color("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        if selected and keys:
            painter.setPen(QPen(now.color("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        text = str(index.data() or "")
        painter.setFont(now.font("strong" if index.row() == 0 else "body"))
        painter.setPen(now.color("ink"))
        if index.row() == 0 and not text:
            text = f"Columna {index.column() + 1}"
            painter.setFont(now.font("body"))
            painter.setPen(now.color("ink3"))
        inner = box.adjusted(now.gap(10), 0, -now.gap(8), 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, elided(painter, text, inner.width()))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = Line()
        line.setParent(parent)
        line.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, Line):
            editor.set_value(str(index.data() or ""))

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, Line):
            model.setData(index, editor.value())


class TableView(BlockView):
    """The sheet, what it is called and where it was taken from."""

    def __init__(self, bloque: Tabla) -> None:
        super().__init__()
        self._caption, self._source = Line(), Line()
        self._model = SheetModel(self)
        self.sheet = Sheet(self._model)
        self.sheet.setAccessibleName("Tabla")
        self._model.written.connect(self.edited)
        self._model.written.connect(self.reshaped)
        for line in (self._caption, self._source):
            line.edited.connect(self.edited)
            line.committed.connect(self.committed)
        buttons = row(
            self._button("Fila", "plus", lambda: self._model.add_row(self._row())),
            self._button("Columna", "plus", lambda: self._model.add_column(self._column())),
            self._button("Quitar fila", "", lambda: self._model.remove_row(self._row())),
            self._button("Quitar columna", "", lambda: self._model.remove_column(self._column())),
            None,
            PlainLabel("Se puede pegar desde Excel", "caption", "ink3"),
            gap=2,
        )
        words = Flow((Field("Leyenda", self._caption), 3), (Field("Fuente", self._source), 3))
        self.place(column(words, self.sheet, buttons, gap=6))
        self.set_value(bloque)

    def value(self) -> Tabla:
        caption, source = self._caption.value() or None, self._source.value() or None
        return replace(self._model.table(), leyenda=caption, fuente=source)

    def set_value(self, bloque: Bloque) -> None:
        assert isinstance(bloque, Tabla)
        here = self.sheet.currentIndex()
        if bloque != self._model.table():
            self._model.show(bloque)
            self.sheet.setCurrentIndex(self._model.index(here.row(), here.column()))
        self._model.settle(bloque)
        self._caption.set_value(bloque.leyenda or "")
        self._source.set_value(bloque.fuente or "")

    def settle(self) -> None:
        self._caption.settle()
        self._source.settle()
        self._model.settle(self.value())

    def take_keys(self, *, end: bool = False) -> None:
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.sheet.currentIndex().isValid():
            self.sheet.setCurrentIndex(self._model.index(0, 0))

    def _button(self, words: str, icon: str, run: Callable[[], object]) -> Button:
        button = Button(words, icon, kind="quiet", small=True)
        button.clicked.connect(lambda _checked=False: self._at_same_cell(run))
        return button

    def _at_same_cell(self, run: Callable[[], object]) -> None:
        here = self.sheet.currentIndex()
        row_, column_ = max(here.row(), 0), max(here.column(), 0)
        run()
        row_, column_ = min(row_, self._model.rowCount() - 1), min(column_, self._model.columnCount() - 1)
        self.sheet.setCurrentIndex(self._model.index(row_, column_))

    def _row(self) -> int:
        row_ = self.sheet.currentIndex().row()
        return row_ if row_ >= 0 else self._model.rowCount() - 1

    def _column(self) -> int:
        column_ = self.sheet.currentIndex().column()
        return column_ if column_ >= 0 else self._model.columnCount() - 1
