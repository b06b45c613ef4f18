"""The quiet line under a text that the figures contradict: an icon, what it is, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel

BACK = "Volver al texto automático"
_HINT = f"{BACK} (Ctrl+G)"


class FigureWarning(QWidget):
    """`back` asks for the text that the figures write."""

    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = named("no_coincide", PlainLabel("", "caption", "warn", wrap=True), label="No coincide")
        self._back = named("volver_al_generado", Button(BACK, "database", kind="quiet", small=True, hint=_HINT))
        self._back.clicked.connect(self.back)
        mark = column(2, Glyph("triangle-alert", "warn", 14), None)
        said = row(mark, (self._words, 1), gap=6)
        self.setLayout(column(said, row(self._back, None), gap=2))

    def say(self, words: str, *, generated: bool) -> None:
        """Show what is wrong; `generated` when the figures write this text themselves. Without words, hide."""
        self._words.setText(f"No coincide con las cifras. {words}" if words else "")
        self._back.setVisible(generated)
        self.setVisible(bool(words))
