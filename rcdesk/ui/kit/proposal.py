"""What a file or a pasted text proposes, row by row, in place of the screen: nothing is kept until the person says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.layout import boxed, column
from rcdesk.ui.kit.mapping import Mapping
from rcdesk.ui.kit.meter import Progress
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.tally import Tally
from rcdesk.ui.kit.theme import look


class Proposal(QWidget):
    """The sheet with its columns, counters and rows, and beside it the row in hand.

    `save` and `discard` are asked by its buttons and keys. `name` ends the names of its parts, `fields` are what a
    column may be, and `keep` is the button that saves. Who makes one puts its parts in their places with `lay_out`.
    """

    save = Signal()
    discard = Signal()

    def __init__(
        self,
        name: str,
        model: RowsModel[Any],
        rows: Table[Any],
        pane: QWidget,
        *,
        keep: Button,
        detail: Button,
        counters: Sequence[tuple[str, str, str]],
        fields: Sequence[tuple[str, str]],
    ) -> None:
        super().__init__()
        self._model, self._rows, self._pane = model, rows, pane
        self.counters, self.mapping = Tally(counters), Mapping(fields)
        self.title = named(f"titulo_{name}", PlainLabel("", "lead", elide=True))
        self.source = PlainLabel("", "caption", "ink2", elide=True)
        self.names = boxed(column(self.title, self.source, gap=0))
        self.told = named(f"aviso_{name}", PlainLabel("", "body", "danger", wrap=True))
        self.progress = named(f"avance_{name}", Progress())
        self.leave = named(f"descartar_{name}", Button("Descartar", "", "Esc", kind="quiet"))
        self.columns = named(f"ver_columnas_de_{name}", Button("Columnas", "columns-2", kind="quiet", small=True))
        self.keep, self.detail = keep, detail
        self._sheet = Card(border="accent")
        self._cancel: Callable[[], object] = lambda: None

    def lay_out(
        self, head: QLayout, foot: QLayout, *, back: str, shares: tuple[int, int], under: QLayout | int = 0
    ) -> None:
        """Put its parts in their places: `under` goes between the columns and the counters."""
        speaking = column(self.told, self.progress, margins=(20, 0, 16, 6), gap=4)
        body = column(head, speaking, self.mapping, under, self.counters, (self._rows, 1), Rule(), foot, gap=0)
        body.setContentsMargins(2, 2, 2, 3)
        self._sheet.setLayout(body)
        self.panes = Panes(self._sheet, self._pane, back=back, shares=shares)
        self.setLayout(column((self.panes, 1)))
        self._listen()
        self.progress.hide()
        self.tell("")
        self._arrange(False)

    def _listen(self) -> None:
        self.keep.clicked.connect(self.save)
        self.leave.clicked.connect(self.discard)
        self.detail.clicked.connect(self.open_row)
        self.columns.clicked.connect(lambda: self.show_columns(not self.mapping.isVisible()))
        self.mapping.came.connect(self._arrange)
        self.progress.cancelled.connect(lambda: self._cancel())
        self.panes.refolded.connect(self.detail.setVisible)
        self.panes.went_back.connect(lambda: self._rows.setFocus(Qt.FocusReason.OtherFocusReason))

    def open_row(self) -> None:
        """Bring the row in hand into sight, where there is no room for both."""
        self.panes.open_detail()

    def _arrange(self, columns: bool) -> None:
        """Show the columns of a file over its rows; large text has room for one of them, and a button."""
        self.columns.setVisible(columns and look().large)
        self.show_columns(columns and not look().large)

    def show_columns(self, shown: bool) -> None:
        """Show the columns, alone where there is no room for the rows too."""
        for under in (self.counters, self._rows):
            under.setVisible(not (shown and look().large))
        self.mapping.setVisible(shown)

    def show_lines(self, lines: Sequence[Any]) -> None:
        """Show these rows; the chosen one and the scroll stay."""
        self._model.show(lines)

    def tell(self, text: str, *, danger: bool = True) -> None:
        """Say something over the rows; nothing takes it away."""
        self.told.setText(text)
        self.told.set_tone("danger" if danger else "ink2")
        self.told.setVisible(bool(text))

    def show_progress(self, cancel: Callable[[], object], total: int, words: str) -> None:
        """Say how far long work is; its button asks to stop it."""
        self._cancel = cancel
        self.progress.advance(0, total, words)
        self.progress.show()

    def hide_progress(self) -> None:
        """It ended."""
        self.progress.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save.emit()
        elif event.key() == Qt.Key.Key_Escape and not self._is_in_pane():
            self.discard.emit()
        elif event.key() == Qt.Key.Key_Escape and not self.panes.folded:
            self._rows.setFocus(Qt.FocusReason.OtherFocusReason)  # what was decided is not lost by leaving a field
        else:
            super().keyPressEvent(event)

    def _is_in_pane(self) -> bool:
        return self._pane.isAncestorOf(QApplication.focusWidget() or self)
