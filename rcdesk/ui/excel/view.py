"""The sheet over the screen: its columns, what each row would change, and the one in hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from rcdesk.i18n import plural
from rcdesk.ui.excel.looks import COLUMNS, COUNTERS, Line, counts, filtered
from rcdesk.ui.excel.pane import RowPane
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Check
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.proposal import Proposal
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.theme import look

_KEYS: Final = "Espacio trae o deja la fila   N va a la siguiente que no entra"
_WIDE: Final = 1280  # px at 100 % text


class _Lines(Table[Line]):
    """The rows of the sheet: Espacio takes one or leaves it, N goes to the next that does not come in by itself."""

    toggled = Signal()
    next_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if alone and event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        elif alone and event.key() == Qt.Key.Key_N:
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)


class SheetView(Proposal):
    """`taken` when the person takes a row or leaves it, `hidden_wanted` when they say whether what is hidden comes."""

    taken = Signal(int, bool)
    hidden_wanted = Signal()

    def __init__(self) -> None:
        model: RowsModel[Line] = RowsModel(COLUMNS)
        self.lines = named("filas_de_excel", _Lines(model, empty="Ninguna fila."), label="Filas de la hoja")
        self.pane = RowPane()
        self.hidden = named("traer_lo_oculto", Check(""))
        super().__init__(
            "excel",
            model,
            self.lines,
            self.pane,
            keep=named("traer_de_excel", Button("", "", "Ctrl Enter", kind="primary")),
            detail=named("ver_fila_de_excel", Button("Ver fila", "chevron-right", kind="quiet", small=True)),
            counters=COUNTERS,
            fields=(),
        )
        self._all: Sequence[Line] = ()
        self._filter = "filas"
        self._listen_to_rows()
        head = row((self.names, 1), self.columns, self.detail, margins=(20, 10, 16, 8), gap=10)
        keys = () if look().large else (PlainLabel(_KEYS, "caption", "ink3"),)
        foot = row(self.hidden, *keys, None, self.leave, self.keep, margins=(20, 10, 14, 12), gap=10)
        self.lay_out(head, foot, back="Filas", shares=(3, 1))

    def _listen_to_rows(self) -> None:
        self.counters.chosen.connect(self._choose)
        self.lines.row_selected.connect(self._show_line)
        self.lines.row_activated.connect(lambda _line: self.open_row())
        self.lines.toggled.connect(self._toggle)
        self.lines.next_wanted.connect(self._next)
        self.pane.taken.connect(self._take)
        self.hidden.edited.connect(self.hidden_wanted)

    def show_all(self, lines: Sequence[Line]) -> None:
        """Show what each row would change, and how many would be brought."""
        self._all = lines
        self.counters.show_counts(counts(lines))
        self.show_lines(filtered(lines, self._filter))
        if self.lines.current() is None:
            self.lines.selectRow(0)
        self._show_line(self.lines.current())
        many = sum(line.entra for line in lines)
        self.keep.set_words(f"Traer {plural(many, 'fila', 'filas')}")
        self.keep.setEnabled(bool(many))

    def begin(self) -> None:
        """Nothing was read yet."""
        self._filter = "filas"
        self.counters.choose("filas")
        self.mapping.forget()
        self.hidden.hide()
        self.tell("")
        self.show_all(())

    def take_keys(self) -> None:
        """Put the keys in the rows."""
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, which: str) -> None:
        self._filter = which
        self.show_lines(filtered(self._all, which))
        self.take_keys()

    def _show_line(self, line: Line | None) -> None:
        self.pane.show_line(line)

    def _toggle(self) -> None:
        line = self.lines.current()
        if line is not None and line.may:
            self.taken.emit(line.id, not line.entra)

    def _take(self, entra: bool) -> None:
        line = self.lines.current()
        if line is not None:
            self.taken.emit(line.id, entra)

    def _next(self) -> None:
        waits = self.lines.select_next(lambda line: line.renglon.suerte == "no_entra" or (line.may and not line.entra))
        if not waits:
            self.tell("Todas las filas entran o dicen lo mismo: Ctrl Enter las trae.", danger=False)


class SheetPanel(Panel):
    """Holds the sheet over the screen, as large as the window lets it; a click outside loses nothing."""

    def __init__(self, window: QWidget, view: SheetView) -> None:
        super().__init__(window, column((view, 1)), width=_WIDE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What was decided of the rows is not lost by a click."""
        event.accept()

    def _content_height(self, wide: int) -> int:
        window = self.parentWidget()
        return window.height() if window is not None else wide
