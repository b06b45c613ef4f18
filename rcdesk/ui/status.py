"""The line at the foot: how things stand here, what just happened, and the keys nobody should have to look for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import Dressed
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look

Part = tuple[str, str, str]
"""A number, its word and the tone of the number."""

_HIGH: Final = 30
_STAYS: Final = 12_000  # ms that a message stays; the next action replaces it anyway
_KEYS: Final = "Ctrl Z  deshacer      Ctrl K  buscar      F1  teclas"


class StatusLine(Dressed, QWidget):
    """Shows the counts of the place; a message takes their room for a while."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("linea_de_estado")
        self._parts = row(gap=16)
        self._pairs: list[tuple[PlainLabel, PlainLabel, QWidget]] = []
        self._shown: tuple[Part, ...] = ()
        self._counts = boxed(self._parts)
        self._glyph = Glyph("check", "ink2", 14)
        self._message = named("mensaje_de_estado", PlainLabel("", "caption", "ink", elide=True))
        self._told = boxed(row(self._glyph, (self._message, 1), gap=6))
        self._told.hide()
        self._keys = PlainLabel(_KEYS, "caption", "ink2")
        self._timer = QTimer(self, singleShot=True, interval=_STAYS)
        self._timer.setObjectName("mensaje")
        self._timer.timeout.connect(self.clear)
        self.setLayout(row(self._counts, (self._told, 50), None, self._keys, margins=(18, 0, 16, 2), gap=4))
        self.dress()

    def show_counts(self, parts: Iterable[Part]) -> None:
        """Show how things stand in this place; what was said of before is past. The labels are made once."""
        shown = tuple(parts)
        if shown != self._shown:
            self._shown = shown
            self.clear()
        while len(self._pairs) < len(shown):
            number, word = PlainLabel("", "strong"), PlainLabel("", "caption", "ink2")
            pair = boxed(row(number, word, gap=5))
            self._pairs.append((number, word, pair))
            self._parts.addWidget(pair)
        for place, (number, word, pair) in enumerate(self._pairs):
            pair.setVisible(place < len(shown))
            if place < len(shown):
                number.setText(shown[place][0])
                word.setText(shown[place][1])
                number.set_tone(shown[place][2])

    def show_keys(self, keys: str) -> None:
        """Show the keys that matter where the person is; the usual ones when nothing is said."""
        self._keys.setText(keys or _KEYS)

    def say(self, words: str, icon: str = "check", tone: str = "ink2") -> None:
        """Say what just happened."""
        self._glyph.set_glyph(icon, tone)
        self._message.setText(words)
        self._told.setAccessibleName(words)
        self._counts.hide()
        self._told.show()
        self._timer.start()

    def text(self) -> str:
        """Return the message in sight, or nothing."""
        return "" if self._told.isHidden() else self._message.text()

    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._told.hide()
        self._counts.show()

    def dress(self) -> None:
        self.setFixedHeight(look().px(_HIGH))
        self._keys.setVisible(not look().large)
