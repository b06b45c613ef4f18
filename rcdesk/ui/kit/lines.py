"""Lines in order, such as signers and annexes: type and Enter adds, Supr withdraws, Alt and an arrow move."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.fields import Field, Line
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import Column, RowsModel, Table
from rcdesk.ui.kit.screen import Screen

_NOBODY_WROTE: Final = "No se anotó nada aquí."
_LEAST: Final = 2  # rows in sight


class LineRow(Protocol):
    """A row with its key and its place."""

    @property
    def id(self) -> str: ...

    @property
    def orden(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Work:
    """What is done with the lines; each may raise RuleError and StoreError. `correct` gets key, values and seen.

    Lines that stand in an order of their own are not moved.
    """

    add: Callable[[str], str]
    correct: Callable[[str, Mapping[str, Any], Mapping[str, Any]], object]
    withdraw: Callable[[str], object]
    move: Callable[[str, str, str], object] | None = None


class Lines(Card):
    """`bind` puts the fields of the selected line in the form: it gets the form and returns the cells of a `Flow`.

    Up to `most` rows are in sight without scrolling; the fields stand in rows of `units`.
    """

    opened = Signal(object)  # Enter or double click on a row

    def __init__(
        self,
        screen: Screen,
        name: str,
        columns: Sequence[Column[Any]],
        work: Work,
        bind: Callable[[Form], Sequence[tuple[QWidget, int]]] | None = None,
        *,
        label: str,
        add: str,
        empty: str,
        most: int = 7,
        units: int = 5,
    ) -> None:
        super().__init__(raised=False, radius=8)
        self._screen, self._work, self._most, self._empty = screen, work, most, empty
        self._frozen = False
        self._model: RowsModel[Any] = RowsModel(columns, self)
        self.table: Table[Any] = named(f"lista_{name}", _OrderedTable(self._model, empty=empty), label=label)
        self.table.row_selected.connect(self._show)
        self.table.row_activated.connect(self.opened)
        assert isinstance(self.table, _OrderedTable)
        self.table.moved.connect(self.move_line)
        self.table.withdrawn.connect(self.withdraw)
        self.new = named(f"agregar_{name}", Line(placeholder=add), label=add)
        self.new.committed.connect(lambda: self._add() if self.new.hasFocus() else None)
        self.form = Form(screen, name, lambda key, values, seen: self._work.correct(key, values, seen))
        cells = bind(self.form) if bind is not None else ()
        self._fields = boxed(column(Flow(*cells, units=units), margins=(14, 8, 14, 12)) if cells else column())
        self._fields.hide()
        self._has_fields = bool(cells)
        self._up = self._button(f"subir_{name}", "arrow-up", "Subir (Alt+↑)", lambda: self.move_line(-1))
        self._down = self._button(f"bajar_{name}", "arrow-down", "Bajar (Alt+↓)", lambda: self.move_line(1))
        self._gone = self._button(f"retirar_{name}", "trash-2", "Retirar (Supr)", self.withdraw)
        if work.move is None:
            self._up.hide()
            self._down.hide()
        tools = row((self.new, 1), self._up, self._down, self._gone, margins=(14, 8, 10, 8), gap=4)
        self._tools = boxed(column(tools, Rule(), gap=0))
        self.setLayout(column(self._tools, self.table, self._fields, margins=(1, 0, 1, 1), gap=0))

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these lines; the selected one stays so."""
        self._model.show(rows)
        if rows and self.table.current() is None:
            self.table.select_key(rows[0].id)
        self.table.fit(_LEAST, self._most)
        self._show(self.table.current())

    def leave(self) -> None:
        """Save what is unsaved."""
        self.form.leave()

    def forget(self) -> None:
        """Lines of another list come: nothing of these is kept."""
        self.form.leave()
        self._model.show(())

    def freeze(self, frozen: bool, free: Collection[str] = ()) -> None:
        """Only show the lines, and let no more than the fields in `free` be changed; or all again."""
        self._frozen = frozen
        self._tools.setVisible(not frozen)
        self.table.set_empty(_NOBODY_WROTE if frozen else self._empty)
        self.form.freeze(frozen, free)
        self._show(self.table.current())

    def move_line(self, by: int) -> None:
        """Move the selected line one place up (-1) or down (1)."""
        rows, current = self._model.rows, self.table.current()
        if current is None or self._frozen or self._work.move is None:
            return
        place = self._model.find(current.id) + by
        if not 0 <= place < len(rows):
            return
        before, after = (place - 1, place) if by < 0 else (place, place + 1)
        first = rows[before].orden if before >= 0 else ""
        last = rows[after].orden if after < len(rows) else ""
        with self._screen.attempt():
            self._work.move(current.id, first, last)

    def withdraw(self) -> None:
        """Take the selected line out; Ctrl+Z brings it back."""
        current = self.table.current()
        if current is not None and not self._frozen:
            self.form.leave()
            with self._screen.attempt():
                self._work.withdraw(current.id)

    def _add(self) -> None:
        text = self.new.value()
        if not text:
            return
        with self._screen.attempt():
            key = self._work.add(text)
            self.new.set_value("")
            self.table.select_key(key)

    def _show(self, current: LineRow | None) -> None:
        if current is not None:
            self.form.show(current.id, current)
        else:
            self.form.leave()
        for widget in (self._up, self._down, self._gone):
            widget.setEnabled(current is not None and not self._frozen)
        self._fields.setVisible(self._has_fields and current is not None)

    def _button(self, name: str, icon: str, hint: str, run: Callable[[], object]) -> Button:
        button = named(name, Button("", icon, kind="quiet", small=True, hint=hint))
        button.clicked.connect(lambda: run())
        return button


class _OrderedTable(Table[Any]):
    moved = Signal(int)
    withdrawn = Signal()

    def event(self, event: QEvent) -> bool:
        """Alt and an arrow, and Supr, belong to the list while it has the keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_ours(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete:
            self.withdrawn.emit()
        else:
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)


def _is_ours(event: QKeyEvent) -> bool:
    alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Delete:
        return alone == Qt.KeyboardModifier.NoModifier
    return alone == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)


def text_field(form: Form, campo: str, label: str) -> Field:
    """Bind a line of text to a column; empty is not filled."""
    return form.bind(campo, Field(label, Line()), stored=or_none)
