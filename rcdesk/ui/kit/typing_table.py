"""A table whose cells are typed: arrows go from cell to cell, a letter or Enter begins to write, Tab goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication

from rcdesk.ui.kit.columns import Column, Row
from rcdesk.ui.kit.fields import Line
from rcdesk.ui.kit.line import PASSING
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import inset
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import RADIUS

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_LOOSE = 230  # px at 100 % that a column of width 0 keeps; beyond it the table scrolls sideways


@dataclass(frozen=True, slots=True)
class Cell(Generic[Row]):
    """How the cells of a column are typed: as what text, where, and what writes it (it may raise RuleError)."""

    text: Callable[[Row], str]
    write: Callable[[Row, str], object]
    open: Callable[[Row], bool] = lambda _: True


class TypingTable(Table[Row]):
    """`cells` are the columns that are typed, by place; `run` does a writing and says whether it was done.

    What is refused stays in its cell, as it was typed.
    """

    def __init__(
        self,
        model: RowsModel[Row],
        cells: Mapping[int, Cell[Row]],
        run: Callable[[Callable[[], object]], bool],
        *,
        empty: str = "",
    ) -> None:
        self.cells = dict(cells)
        self._run, self._leaving = run, False
        self._column = self._kept_column = min(cells, default=0)
        super().__init__(model, empty=empty)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._editor = named("celda", Line(bare=True), label="Celda")
        self._editor.setParent(self.viewport())
        self._editor.hide()
        self._editor.installEventFilter(self)
        model.modelAboutToBeReset.connect(self._keep_column)
        model.modelReset.connect(self._return)
        self.selectionModel().currentChanged.connect(self._note_column)
        self.horizontalScrollBar().valueChanged.connect(self._lay)
        self.verticalScrollBar().valueChanged.connect(self._lay)

    @property
    def typing(self) -> bool:
        """Whether a cell is being written."""
        return not self._editor.isHidden()

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Show the same columns otherwise: with another width."""
        self._model.columns = tuple(columns)
        self._spread()

    def begin(self, text: str | None = None) -> bool:
        """Write the current cell, from what it says or from `text`; say whether it can be written."""
        cell, row = self._here()
        if cell is None or row is None:
            return False
        self.scrollTo(self.currentIndex())
        self._editor.set_value(cell.text(row))
        self._editor.setAlignment(
            Qt.AlignmentFlag.AlignRight
            if self._model.columns[self._column].align == "right"
            else Qt.AlignmentFlag.AlignLeft
        )
        self._lay()
        self._editor.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._editor.selectAll()
        if text is not None:
            self._editor.retype(text)
        return True

    def event(self, event: QEvent) -> bool:
        """A letter typed on a cell begins to write it: it is not a command of the screen."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._writes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cell, row = self._here()
        if self._writes(event):
            self.begin(event.text())
        elif cell is not None and row is not None and event.key() in _ERASE:
            self._run(lambda: cell.write(row, ""))
        elif event.key() not in _ENTER or not self.begin():
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._editor:
            return super().eventFilter(watched, event)
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() not in PASSING:
            QTimer.singleShot(0, self, self._left)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        cell, _ = self._here()
        if not (self.hasFocus() or self.typing) or (cell is None and not self.typing):
            return
        now, box = look(), QRectF(self.visualRect(self.currentIndex())).adjusted(3, 2, -3, -3)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.color("accent"), 2))
        if self.typing:
            painter.setBrush(now.color("surface"))
        painter.drawRoundedRect(inset(box, 1), RADIUS, RADIUS)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _spread(self) -> None:
        super()._spread()
        for place, column in enumerate(self._model.columns):
            if not column.width and self.columnWidth(place) < look().px(_LOOSE):
                self.setColumnWidth(place, look().px(_LOOSE))

    def _here(self) -> tuple[Cell[Row] | None, Row | None]:
        """The cell that has the keys, if it is typed, and its row."""
        row, cell = self.current(), self.cells.get(self.currentIndex().column())
        return (cell, row) if row is not None and cell is not None and cell.open(row) else (None, None)

    def _writes(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        letter = event.text().isprintable() and bool(event.text().strip())
        return letter and held == Qt.KeyboardModifier.NoModifier and self._here()[0] is not None

    def _pressed(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._close()
        elif key in _ENTER or key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._store_and_go(-1 if key == Qt.Key.Key_Up else 1, 0)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._store_and_go(0, 1 if key == Qt.Key.Key_Tab else -1)
        else:
            return False
        return True

    def _store_and_go(self, down: int, right: int) -> None:
        if not self._store():
            return
        place = self.currentIndex().row() + down
        open_ones = [at for at in sorted(self.cells) if not self.isColumnHidden(at)]
        further = [at for at in open_ones if (at > self._column if right > 0 else at < self._column)] if right else []
        column = (further[0] if right > 0 else further[-1]) if further else self._column
        while down and 0 <= place < len(self._model.rows) and not self.cells[column].open(self._model.rows[place]):
            place += down
        if 0 <= place < len(self._model.rows):
            self.setCurrentIndex(self._model.index(place, column))

    def _store(self) -> bool:
        """Write what is typed, and put the editor away; False when it is refused."""
        cell, row = self._here()
        if not self.typing or cell is None or row is None:
            return True
        text = self._editor.text().strip()
        if text != cell.text(row).strip() and not self._run(lambda: cell.write(row, text)):
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self._close()
        return True

    def _left(self) -> None:
        """The person went elsewhere: what is typed is written, or stays if it is refused."""
        if self.typing and QApplication.focusWidget() is not self._editor and not self._leaving:
            self._leaving = True
            back = QApplication.focusWidget()
            if self._store() and back is not None and not self.isAncestorOf(back):
                back.setFocus(Qt.FocusReason.OtherFocusReason)
            self._leaving = False

    def _close(self) -> None:
        self._editor.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.viewport().update()

    def _lay(self) -> None:
        pad, box = look().gap(12) - 3, self.visualRect(self.currentIndex())
        high = self._editor.sizeHint().height()
        self._editor.setGeometry(box.left() + pad, box.center().y() - high // 2, box.width() - 2 * pad, high)

    def _note_column(self) -> None:
        if self.currentIndex().isValid():
            self._column = self.currentIndex().column()
            self.viewport().update()

    def _keep_column(self) -> None:
        self._kept_column = self._column

    def _return(self) -> None:
        """The rows were read again: the same cell has the keys."""
        here = self.currentIndex()
        if here.isValid():
            self.setCurrentIndex(self._model.index(here.row(), self._kept_column))
            self._lay()
