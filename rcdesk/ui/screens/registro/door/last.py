"""The last answer of the desk, readable at two metres: who is in, at what hour, and how to take it back."""

from __future__ import annotations

from PySide6.QtCore import Signal

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look


class Last(Card):
    """Green when someone has just come in; calm once another person is at the door."""

    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ultimo_ingreso")
        self._told = ("", "", "")
        self._glyph = Glyph("circle-check", "ok", 36)
        self._title, self._name = PlainLabel("", "title"), named("ultimo_nombre", PlainLabel("", "lead", elide=True))
        self._when = PlainLabel("", "caption", "ink2", elide=True)
        self._undo = named("deshacer_ingreso", Button("Deshacer", "undo-2", kind="quiet", small=True))
        self._undo.clicked.connect(self.undo_wanted)
        if look().large:  # one line, under what is at the door
            self._when.setParent(self)
            self._when.hide()
            line = row(self._glyph, self._title, (self._name, 1), self._undo, margins=(18, 6, 12, 8), gap=12)
        else:
            words = column(self._title, self._name, self._when, gap=1)
            line = row(self._glyph, (words, 1), self._undo, margins=(18, 12, 12, 14), gap=14)
        self.setLayout(line)
        self.hide()

    def tell(self, what: str, name: str, when: str) -> None:
        """Say what someone has just done (`Ingresó`), and at what hour."""
        self._told = (what, name, when)
        self.set_colors("ok_soft", "ok")
        self._say("circle-check", "ok", what, when)
        self._undo.show()
        self.show()

    def calm(self) -> None:
        """Another person is at the door: one answer at a time has a colour, and at large text the room is theirs."""
        if look().large:
            self.hide()
        what, _, when = self._told
        self.set_colors("surface", "line")
        if not self._undo.isHidden():  # else it goes on saying that it was taken back
            self._say("circle-check", "ink2", "Lo último", f"{what}  ·  {when}")

    def take_back(self) -> None:
        """What was told is no longer so: never let it be read at two metres as if it were."""
        what, _, when = self._told
        self.set_colors("surface", "line")
        self._say("undo-2", "ink2", "Deshecho", f"{what}  ·  {when}")
        self._undo.hide()

    def say_again(self) -> None:
        """What had been taken back was done again."""
        if self._undo.isHidden():
            self.tell(*self._told)

    def _say(self, icon: str, tone: str, title: str, detail: str) -> None:
        name = self._told[1]
        self._glyph.set_glyph(icon, tone)
        self._title.setText(title)
        self._title.set_tone(tone)
        self._name.setText(name)
        self._when.setText(detail)
        self.setAccessibleName(f"{title} {name}, {detail}")
