"""One quiet line over a narrative: what is being done, what was left behind, what was not admitted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel


class Notice(QWidget):
    """Hidden until there is something to say; `cancelled` while something is being done."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._glyph = Glyph("triangle-alert", "warn", 14)
        self._words = named("aviso_del_texto", PlainLabel("", "caption", "ink", wrap=True), label="Aviso")
        self._cancel = named("cancelar_imagenes", Button("Cancelar", kind="quiet", small=True))
        self._cancel.clicked.connect(lambda _checked=False: self.cancelled.emit())
        mark = boxed(column(1, self._glyph, None))
        self.setLayout(row(mark, (self._words, 1), self._cancel, gap=6))
        self.hide()

    def say(self, *sentences: str) -> None:
        """Tell what happened; nothing to tell hides it."""
        self._show(" ".join(sentences), "triangle-alert", "warn", doing=False)

    def go_on(self, words: str) -> None:
        """Tell what is being done."""
        self._show(words, "clock", "ink2", doing=True)

    def text(self) -> str:
        """Return what it says, or nothing while hidden."""
        return "" if self.isHidden() else self._words.text()

    def _show(self, words: str, glyph: str, tone: str, *, doing: bool) -> None:
        self._glyph.set_glyph(glyph, tone)
        self._words.setText(words)
        self._cancel.setVisible(doing)
        self.setVisible(bool(words))
