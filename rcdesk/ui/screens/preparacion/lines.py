"""A list of lines: its heading and count, its table, the line that adds; it moves and withdraws by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.columns import Row
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.layout import Item, boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column, RowsModel, Table
from rcdesk.ui.screens.preparacion.adder import Adder

_ALT = Qt.KeyboardModifier.AltModifier
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class LinesTable(Table[Row]):
    """A table whose selected line can be moved, put in and out, and withdrawn."""

    moved = Signal(int)
    shifted = Signal(int)  # Alt+→ 1, Alt+← -1
    withdrawn = Signal()

    def event(self, event: QEvent) -> bool:
        """Those keys are the table's while it has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._deed(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = self._deed(event)
        if deed is None:
            super().keyPressEvent(event)
        else:
            deed()

    def _deed(self, event: QKeyEvent) -> Callable[[], object] | None:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == _ALT and key in _STEPS:
            return lambda: self.moved.emit(_STEPS[key])
        if held == _ALT and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return lambda: self.shifted.emit(1 if key == Qt.Key.Key_Right else -1)
        if held == Qt.KeyboardModifier.NoModifier and key == Qt.Key.Key_Delete:
            return self.withdrawn.emit
        return None


class LineList(Card, Generic[Row]):
    """The card of a list. `empty` is (icon, title, sentence, verb); its button takes the keys to the adding line."""

    def __init__(
        self,
        name: str,
        title: str,
        columns: Sequence[Column[Row]],
        adder: Adder,
        *,
        empty: tuple[str, str, str, str],
        right: Sequence[QWidget] = (),
        foot: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.adder = adder
        self.model: RowsModel[Row] = RowsModel(columns)
        self.table: LinesTable[Row] = named(f"lista_{name}", LinesTable(self.model), label=title)
        self._count = PlainLabel("", "caption", "ink2")
        self.opener = named(f"detalle_de_{name}", Button("Detalle", "panel-right", "Enter", small=True))
        self.opener.hide()
        heading = row(PlainLabel(title, "lead"), self._count, None, *right, self.opener, margins=(20, 10, 12, 8))
        self.empty = EmptyState(*empty, shaped=True)
        self.empty.started.connect(adder.line.setFocus)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        under: list[Item] = [foot] if foot is not None else []
        below = boxed(row((adder, 1), margins=(20, 10, 12, 12)))
        self.setLayout(column(heading, (self._pages, 1), *under, Rule(), below, margins=(1, 0, 1, 2), gap=0))

    def show_rows(self, rows: Sequence[Row], count: str) -> None:
        """Show these lines and their count in words; the selected one stays selected, or the first is."""
        self.model.show(rows)
        self._count.setText(count)
        self._pages.setCurrentWidget(self.table if rows else self.empty)
        self.opener.setEnabled(bool(rows))
        if rows and self.table.current() is None:
            self.table.setCurrentIndex(self.model.index(0, 0))

    def take_keys(self) -> None:
        """Put the keys in the list, or where its first line is typed."""
        (self.table if self.model.rows else self.adder.line).setFocus(Qt.FocusReason.OtherFocusReason)
