"""How the whole list stands, under it: a state and the sentence that explains it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.states import State


class Notice(QWidget):
    """Hidden until there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self._pill = Pill(State(""))
        self._words = PlainLabel("", "body", "ink2", wrap=True)
        self.setLayout(row(self._pill, (self._words, 1), margins=(20, 10, 20, 10), gap=8))
        self.hide()

    def say(self, state: State | None, words: str = "") -> None:
        """Say something; without a state, nothing."""
        self.setVisible(state is not None)
        if state is not None:
            self._pill.set_state(state)
            self._words.setText(words)

    def text(self) -> str:
        """Return what it says, or nothing."""
        return "" if self.isHidden() else f"{self._pill.accessibleName()}: {self._words.text()}"
