"""«Revisar», readable at two metres: something at the door needs a person to look, and nobody was let in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel


class Review(Card):
    """What happened in a few large words, and what to do in a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(fill="danger_soft", border="danger")
        self.setObjectName("revisar")
        self._words = PlainLabel("", "display", "danger", wrap=True)
        self._detail = named("revisar_detalle", PlainLabel("", "reading", wrap=True))
        glyph = column(Glyph("circle-alert", "danger", 36), None)
        self.setLayout(row(glyph, (column(self._words, self._detail, gap=4), 1), margins=(24, 18, 24, 20), gap=14))

    def tell(self, words: str, detail: str) -> None:
        """Say it."""
        self._words.setText(words)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{words}. {detail}".strip())
