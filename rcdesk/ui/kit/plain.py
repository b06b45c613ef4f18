"""Text on screen that is only ever text: what a citizen wrote is never read as markup, a key or a link."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from rcdesk.ui.kit.paint import Dressed, elided
from rcdesk.ui.kit.theme import look


def escaped(text: str) -> str:
    """Return `text` for a Qt widget that would read «&» as «underline the next letter»."""
    return text.replace("&", "&&")


def plain_tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tooltip that shows `text` letter by letter, wrapped."""
    widget.setToolTip(tooltip_markup(text))


def tooltip_markup(text: str) -> str:
    """Return `text` so that a Qt tooltip, which guesses whether it has markup, shows exactly it."""
    lines = "<br>".join(escape(line) for line in text.splitlines())
    return f"<qt>{lines}</qt>" if lines else ""


class PlainLabel(Dressed, QLabel):
    """A label of plain text. `role` is a type role and `tone` a colour, both of `tokens`; it may elide or wrap."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "ink",
        *,
        wrap: bool = False,
        elide: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__()
        self._role, self._tone, self._elide = role, tone, elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        vertical = align & Qt.AlignmentFlag.AlignVertical_Mask
        self.setAlignment(align if vertical else align | Qt.AlignmentFlag.AlignVCenter)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)
        self.dress()

    def setText(self, text: str) -> None:
        super().setText(text)
        if self._elide:
            plain_tooltip(self, text)

    def set_tone(self, tone: str) -> None:
        """Change the colour of the text."""
        if tone != self._tone:
            self._tone = tone
            self.dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(look().color(self._tone))
        painter.drawText(self.rect(), int(self.alignment()), elided(painter, self.text(), self.width()))

    def dress(self) -> None:
        now = look()
        self.setFont(now.font(self._role))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), now.color(self._tone))
        self.setPalette(palette)
        if self._elide:
            self.setMinimumWidth(now.px(24))
