"""Short lines edited where they stand: each is a strip of fields that save by themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.preparacion.adder import Adder
from rcdesk.ui.screens.preparacion.section import Placed, Section, new_place
from rcdesk.work.lineas import CLASES, agregar, corregir, mover, retirar

Build = Callable[[Form], QWidget]
"""Makes the fields of one line and binds them to its form."""


class Strips(QWidget):
    """Lines of one table under one parent. Alt+↑ and Alt+↓ move the one with the keys; its last button withdraws it."""

    def __init__(
        self,
        section: Section,
        table: str,
        parent_column: str,
        placeholder: str,
        build: Build,
        *,
        numbered: bool = False,
        carded: bool = False,
    ) -> None:
        super().__init__()
        self._section, self._table, self._column, self._build = section, table, parent_column, build
        self._numbered, self._carded = numbered, carded
        self._parent = ""
        self._rows: Sequence[Placed] = ()
        self._strips: dict[str, _Strip] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look().gap(8))
        self.adder = Adder(section.tab, table, placeholder, self._add)
        self.setLayout(column(self._lines, self.adder, gap=8))

    def show_rows(self, parent: str, rows: Sequence[Placed]) -> None:
        """Show the lines of a record; those that were there keep what is being typed in them."""
        self._parent, self._rows = parent, rows
        self.adder.open(parent)
        keys = {line.id for line in rows}
        for key in [key for key in self._strips if key not in keys]:
            strip = self._strips.pop(key)
            self._lines.removeWidget(strip)
            strip.form.leave()
            strip.form.deleteLater()
            strip.hide()
            strip.deleteLater()
        for place, line in enumerate(rows):
            shown = self._strips.get(line.id) or self._new(line.id)
            if self._lines.indexOf(shown) != place:
                self._lines.removeWidget(shown)
                self._lines.insertWidget(place, shown)
            shown.form.show(line.id, line)
            shown.set_number(str(place + 1) if self._numbered else "")

    def forget(self) -> None:
        """Let go of every line: another record will be shown."""
        self.show_rows("", ())

    def _new(self, key: str) -> _Strip:
        form = self._section.form(self._table, corregir[self._table], prefix=f"{self._table}_{key}")
        strip = _Strip(form, self._build(form), CLASES[self._table].nombre, carded=self._carded)
        strip.moved.connect(lambda by: self._move(key, by))
        strip.withdrawn.connect(lambda: self._withdraw(key))
        self._strips[key] = strip
        return strip

    def _add(self, words: str) -> bool:
        values: dict[str, Any] = {CLASES[self._table].principal: words}
        key = self._section.do(agregar[self._table], valores=values, **{self._column: self._parent})
        return key is not None

    def _move(self, key: str, by: int) -> None:
        place = new_place(self._rows, key, by)
        if place is not None:
            self._section.do(mover[self._table], id=key, antes=place[0], despues=place[1])

    def _withdraw(self, key: str) -> None:
        self._section.do(retirar[self._table], id=key)
        self.adder.line.setFocus(Qt.FocusReason.OtherFocusReason)


class _Strip(Card):
    """Several rows of fields stand on a sheet of their own; one row does not need it."""

    moved = Signal(int)
    withdrawn = Signal()

    def __init__(self, form: Form, fields: QWidget, noun: str, *, carded: bool) -> None:
        super().__init__(fill="sunken" if carded else "surface", radius=8, raised=False)
        self.form, self._bare = form, not carded
        out = named("retirar_linea", Button("", "x", kind="quiet", small=True, hint=f"Retirar {noun}"))
        out.clicked.connect(self.withdrawn)
        self._number = PlainLabel("", "strong", "ink2")
        self._number.setFixedWidth(look().px(24))
        margins = (12, 8, 6, 12) if carded else (0, 0, 0, 0)
        above = 0 if carded else 3
        ends = column(above, out, None, gap=0)
        self.setLayout(row(column(9, self._number, None, gap=0), (fields, 1), ends, margins=margins, gap=4))

    def set_number(self, number: str) -> None:
        """Show its place in the list, or nothing."""
        self._number.setText(number)
        self._number.setVisible(bool(number))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bare:
            super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        """Alt and an arrow move this line, not the one chosen in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _step(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if by := _step(event):
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)


def _step(event: QKeyEvent) -> int:
    if event.modifiers() != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
