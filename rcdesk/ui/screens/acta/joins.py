"""Which factors a strategy joins: one box for each that it may; without any ticked, it joins both axes whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rcdesk.ui.kit.check import Check
from rcdesk.ui.kit.layout import column, emptied
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look

_LONGEST = 34  # letters of a factor beside its code


class Joins(QWidget):
    """The boxes keep the keys while their factors stay the same."""

    chosen = Signal(object)  # the codes ticked, in order

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, Check] = {}
        self._words: tuple[str, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look().gap(2))
        self.setLayout(column(PlainLabel("Une estos factores", "caption", "ink2"), self._lines, gap=2))

    def show_factors(self, possible: Sequence[str], texts: Mapping[str, str], ticked: Sequence[str]) -> None:
        """Show the factors that may be joined, by code, and tick those that are."""
        words = tuple(f"{code}  {_short(texts.get(code, ''))}" for code in possible)
        if words != self._words:
            self._words = words
            emptied(self._lines)
            self._boxes = {code: named(f"une_{code}", Check(said)) for code, said in zip(possible, words, strict=True)}
            for code, box in self._boxes.items():
                box.setAccessibleName(f"Une {code}: {texts.get(code, '')}")
                box.committed.connect(self._tell)
                self._lines.addWidget(box)
        for code, box in self._boxes.items():
            box.set_value(code in ticked)

    def _tell(self) -> None:
        self.chosen.emit([code for code, box in self._boxes.items() if box.value()])


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
