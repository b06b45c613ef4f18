"""The private note of the point that runs, in one line under the strip; nobody else sees it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.work.marcha import PuntoEnMarcha


class Note(QWidget):
    """Hidden while there is no note; at large text it is read in the run (F10)."""

    def __init__(self) -> None:
        super().__init__()
        self.words = named("nota_del_punto", PlainLabel("", "body", "ink2", elide=True), label="Nota del punto")
        self.setLayout(row(Glyph("lock", "ink3", 14), (self.words, 1), margins=(16, 0, 16, 0), gap=8))
        self.hide()

    def show_point(self, punto: PuntoEnMarcha | None) -> None:
        """Show the note of a point."""
        text = " ".join((punto.guion or "").split()) if punto is not None else ""
        self.words.setText(text)
        self.setVisible(bool(text) and not look().large)
