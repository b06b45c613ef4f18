"""The sheet of the triage and the line in hand. It takes the place of the queue, under the live strip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.domain.columnas import CAMPOS
from rcdesk.domain.renglones import Renglon
from rcdesk.domain.tanda import Conteo
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.keycap import KeyCap
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.mapping import Mapping
from rcdesk.ui.kit.meter import Progress
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.tally import Tally
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.en_vivo.chips import CANALES
from rcdesk.ui.screens.en_vivo.triage.lines import Lines
from rcdesk.ui.screens.en_vivo.triage.looks import COUNTERS, figures
from rcdesk.ui.screens.en_vivo.triage.pane import LinePane

_HINTS: Final = (
    ("Espacio", "saltar"),
    ("M", "unir"),
    ("F2", "autor"),
    ("F3", "tema"),
    ("Mayús Enter", "partir en dos"),
    ("Enter", "siguiente por revisar"),
)
_HELD: Final = frozenset(
    {Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_M}
)
"""Keys of the question in hand, which is not in sight: with Ctrl, or alone if they are function keys."""


class Triage(QWidget):
    """`save` and `discard` are asked by their buttons and keys."""

    save = Signal()
    discard = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = named("lineas_por_decidir", Lines(), label="Líneas por decidir")
        self.counters, self.pane, self.mapping = Tally(COUNTERS), LinePane(), Mapping(CAMPOS)
        self.title = named("titulo_tanda", PlainLabel("", "lead"))
        self.source = PlainLabel("", "caption", "ink2", elide=True)
        self.channel = named("canal_tanda", Choice(CANALES, icon="message-circle", prefix="Canal"), label="Canal")
        self.told = named("aviso_tanda", PlainLabel("", "body", "danger", wrap=True))
        self.progress = named("avance_tanda", Progress())
        self.keep = named("guardar_tanda", Button("", "", "Ctrl Enter", kind="primary"))
        self.keep.clicked.connect(self.save)
        leave = named("descartar_tanda", Button("Descartar", "", "Esc", kind="quiet"))
        leave.clicked.connect(self.discard)
        self._columns = named("ver_columnas", Button("Columnas", "columns-2", kind="quiet", small=True))
        self._columns.clicked.connect(lambda: self._show_columns(not self.mapping.isVisible()))
        self.mapping.came.connect(self._arrange)
        self._detail = named("ver_linea", Button("Ver línea", "chevron-right", kind="quiet", small=True))
        self._sheet = Card(border="accent")
        head = row(
            self.title, (self.source, 1), self._columns, self._detail, self.channel, margins=(20, 10, 16, 8), gap=10
        )
        speaking = column(self.told, self.progress, margins=(20, 0, 16, 6), gap=4)
        foot = row(*self._keys(), None, leave, self.keep, margins=(20, 10, 14, 12), gap=6)
        body = column(head, speaking, self.mapping, self.counters, (self.lines, 1), Rule(), foot, gap=0)
        body.setContentsMargins(2, 2, 2, 3)
        self._sheet.setLayout(body)
        self.panes = Panes(self._sheet, self.pane, back="Líneas", shares=(25, 8))
        self._detail.clicked.connect(self.panes.open_detail)
        self.panes.refolded.connect(self._detail.setVisible)
        self.setLayout(column((self.panes, 1)))
        self.tell("")
        self._arrange(False)
        self.progress.hide()
        self._cancel: Callable[[], object] = lambda: None
        self.progress.cancelled.connect(lambda: self._cancel())

    def _keys(self) -> Sequence[QWidget]:
        """Large text leaves no room for what F1 tells."""
        few = () if look().large else _HINTS[:5]
        return [boxed(row(KeyCap(key), PlainLabel(words, "caption", "ink2"), 6, gap=6)) for key, words in few]

    def _arrange(self, columns: bool) -> None:
        """Show the columns of a file over its rows; large text has room for one of them, and a button."""
        self._columns.setVisible(columns and look().large)
        self._show_columns(columns and not look().large)

    def _show_columns(self, shown: bool) -> None:
        self.mapping.setVisible(shown)
        for under in (self.counters, self.lines):
            under.setVisible(not (shown and look().large))

    def show_lines(self, lines: Sequence[Renglon]) -> None:
        """Show these lines; the chosen one and the scroll stay."""
        self.lines.lines.show(lines)

    def show_counts(self, counts: Conteo) -> None:
        """Show the figures, and how many questions would be kept now."""
        self.counters.show_counts(figures(counts))
        many = counts.preguntas
        self.keep.set_words("Guardar una pregunta" if many == 1 else f"Guardar {many} preguntas")
        self.keep.setEnabled(bool(many))

    def tell(self, text: str, *, danger: bool = True) -> None:
        """Say something over the lines; nothing takes it away."""
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

    def _is_in_sheet(self) -> bool:
        return self._sheet.isAncestorOf(QApplication.focusWidget() or self)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the question in hand from being heard: it is not in sight."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_held(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save.emit()
        elif event.key() == Qt.Key.Key_Escape and (not self.panes.folded or self._is_in_sheet()):
            self.discard.emit()
        elif not _is_held(event):
            super().keyPressEvent(event)


def _is_held(event: QKeyEvent) -> bool:
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    alone = pressed == Qt.KeyboardModifier.NoModifier and Qt.Key.Key_F1 < event.key() <= Qt.Key.Key_F35
    return event.key() in _HELD and (alone or pressed == Qt.KeyboardModifier.ControlModifier)
