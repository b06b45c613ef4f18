"""The sheet of the triage and the line in hand. It takes the place of the queue, under the live strip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.columnas import CAMPOS
from rcdesk.domain.tanda import Conteo
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.keycap import KeyCap
from rcdesk.ui.kit.layout import boxed, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.proposal import Proposal
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
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_HELD: Final = _ENTER | {Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_M}
"""Keys of the question in hand, which is not in sight: with Ctrl, or alone if they are function keys."""


class Triage(Proposal):
    """The lines of a chat or of a file, with the channel by which all of them came."""

    def __init__(self) -> None:
        self.lines = named("lineas_por_decidir", Lines(), label="Líneas por decidir")
        self.pane = LinePane()
        self.channel = named("canal_tanda", Choice(CANALES, icon="message-circle", prefix="Canal"), label="Canal")
        super().__init__(
            "tanda",
            self.lines.lines,
            self.lines,
            self.pane,
            keep=named("guardar_tanda", Button("", "", "Ctrl Enter", kind="primary")),
            detail=named("ver_linea", Button("Ver línea", "chevron-right", kind="quiet", small=True)),
            counters=COUNTERS,
            fields=CAMPOS,
        )
        head = row((self.names, 1), self.columns, self.detail, self.channel, margins=(20, 10, 16, 8), gap=10)
        foot = row(*self._keys(), None, self.leave, self.keep, margins=(20, 10, 14, 12), gap=6)
        self.lay_out(head, foot, back="Líneas", shares=(25, 8))

    def _keys(self) -> Sequence[QWidget]:
        """Large text leaves no room for what F1 tells."""
        few = () if look().large else _HINTS[:5]
        return [boxed(row(KeyCap(key), PlainLabel(words, "caption", "ink2"), 6, gap=6)) for key, words in few]

    def show_counts(self, counts: Conteo) -> None:
        """Show the figures, and how many questions would be kept now."""
        self.counters.show_counts(figures(counts))
        many = counts.preguntas
        self.keep.set_words("Guardar una pregunta" if many == 1 else f"Guardar {many} preguntas")
        self.keep.setEnabled(bool(many))

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the question in hand from being heard: it is not in sight."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_held(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        saves = event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if saves or not _is_held(event):
            super().keyPressEvent(event)


def _is_held(event: QKeyEvent) -> bool:
    pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    alone = pressed == Qt.KeyboardModifier.NoModifier and Qt.Key.Key_F1 < event.key() <= Qt.Key.Key_F35
    return event.key() in _HELD and (alone or pressed == Qt.KeyboardModifier.ControlModifier)
