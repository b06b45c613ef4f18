"""The pane of what is chosen in a list: its title, its fields, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.layout import boxed, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.takers import takers
from rcdesk.ui.kit.theme import look


class Detail(Card):
    """`noun` is what is moved and withdrawn; `more` are other buttons for it; `moves` says if its order matters."""

    moved = Signal(int)
    withdrawn = Signal()

    def __init__(self, title: str, fields: QLayout, noun: str, *more: QWidget, moves: bool = True) -> None:
        super().__init__()
        self._title = PlainLabel(title, "lead", elide=True)
        up = self._button("subir", "arrow-up", f"Subir {noun} (Alt+↑)")
        up.clicked.connect(lambda: self.moved.emit(-1))
        down = self._button("bajar", "arrow-down", f"Bajar {noun} (Alt+↓)")
        down.clicked.connect(lambda: self.moved.emit(1))
        out = self._button("retirar", "trash-2", f"Retirar {noun} (Supr en la lista)")
        out.clicked.connect(self.withdrawn)
        order = (up, down) if moves else ()
        self.buttons = boxed(row(*more, *order, out, gap=2))
        heading = row((self._title, 1), self.buttons, margins=(20, 10, 12, 8))
        gap = look().gap
        fields.setContentsMargins(gap(20), gap(12), gap(20), gap(16))
        self._fields = scrolling(fields)
        self._none = PlainLabel("", "body", "ink2", wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._fields)
        self._pages.addWidget(boxed(column(None, self._none, None, margins=(32, 16, 32, 16))))
        self.setLayout(column(heading, Rule(), (self._pages, 1), margins=(1, 0, 1, 2), gap=0))

    def set_title(self, title: str) -> None:
        """Say what is chosen."""
        self._title.setText(title)

    def show_fields(self) -> None:
        """Show what is chosen."""
        self.buttons.setVisible(True)
        self._pages.setCurrentIndex(0)

    def show_none(self, words: str = "Aquí se ve lo que se elige en la lista.") -> None:
        """Say that nothing is chosen."""
        self._title.setText("")
        self.buttons.setVisible(False)
        self._none.setText(words)
        self._pages.setCurrentIndex(1)

    def take_keys(self) -> None:
        """Put the keys in the first field."""
        inside = self._fields.widget()
        first = next(takers(inside), None) if inside is not None else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, name: str, icon: str, hint: str) -> Button:
        return named(f"detalle_{name}", Button("", icon, kind="quiet", small=True, hint=hint))
