"""One row between header and work: what happened, what is safe, what to do. It never covers anything."""

from __future__ import annotations

from typing import Literal

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import column, emptied, row
from rcdesk.ui.kit.plain import PlainLabel

Tone = Literal["info", "ok", "warn", "danger", "neutral"]
_ICONS = {
    "info": "circle-help",
    "ok": "circle-check",
    "warn": "triangle-alert",
    "danger": "circle-alert",
    "neutral": "circle-help",
}


class Banner(Card):
    """Hidden until there is something to say. Its title has the tone; its sentence is plain ink."""

    def __init__(self) -> None:
        super().__init__(raised=False)
        self._going = False
        self._glyph = Glyph("circle-alert", "danger", 20)
        self._title = PlainLabel("", "strong", wrap=True)
        self._sentence = PlainLabel("", "body", wrap=True)
        self._actions = row(gap=8)
        self._dismiss = Button("", "x", kind="quiet", small=True, hint="Quitar este aviso")
        self._dismiss.clicked.connect(self.clear)
        words = column(self._title, self._sentence, gap=1)
        self.setLayout(row(self._glyph, (words, 1), 8, self._actions, self._dismiss, margins=(18, 10, 12, 11), gap=10))
        self.hide()

    def tell(self, tone: Tone, title: str, sentence: str = "", *actions: Button, icon: str = "") -> None:
        """Say something; what was said before goes away. At most two small buttons."""
        self._going = tone == "neutral" and bool(icon)  # only what has not ended has an icon of its own
        self.set_colors(f"{tone}_soft", tone)
        self._glyph.set_glyph(icon or _ICONS[tone], tone)
        self._title.setText(title)
        self._title.set_tone(tone)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        emptied(self._actions)
        for action in actions:
            self._actions.addWidget(action)
        self.setAccessibleName(f"{title}. {sentence}".strip())
        self.show()

    def go_on(self, sentence: str) -> None:
        """Say how far it is, under the same title: its buttons stay where they are."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def text(self) -> str:
        """Return what it says, or nothing while hidden."""
        return "" if self.isHidden() else f"{self._title.text()} {self._sentence.text()}".strip()

    def forget(self) -> None:
        """Take the banner away, unless it tells how far something goes that has not ended."""
        if not self._going:
            self.clear()

    def clear(self) -> None:
        """Take the banner away."""
        self.hide()
