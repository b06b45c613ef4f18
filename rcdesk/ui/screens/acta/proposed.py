"""What the hearing itself proposes for its DOFA: taken onto an axis with one key, or left aside for good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from rcdesk.domain.dofa import Propuesta
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look

FACTOR: Final[Mapping[str, str]] = {"F": "fortaleza", "D": "debilidad", "O": "oportunidad", "A": "amenaza"}
"""Axis → what one of its factors is called."""
_OTHER: Final[Mapping[str, str]] = {"F": "O", "O": "F", "D": "A", "A": "D"}
"""Axis → the one with which it is confused: inside or outside of the entity."""


class Proposed(Card):
    """Each proposal says where it comes from; the axis that it seems to be of comes first."""

    taken = Signal(object, str)  # a Propuesta and its axis
    left = Signal(object)  # a Propuesta

    def __init__(self) -> None:
        super().__init__(radius=8, raised=False)
        self._shown: tuple[Propuesta, ...] = ()
        self._made: list[QWidget] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look().gap(4))
        self._lines.setContentsMargins(0, 0, 0, 0)
        head = column(
            PlainLabel("De la audiencia", "lead"),
            PlainLabel("Lo que ya quedó escrito y puede ser un factor.", "caption", "ink2", wrap=True),
            margins=(18, 12, 14, 8),
            gap=1,
        )
        held = boxed(column(self._lines, None, margins=(18, 4, 12, 10), gap=0))
        self.setLayout(column(head, Rule(), (scrolling(column(held)), 1), margins=(1, 1, 1, 1), gap=0))
        self.hide()

    def show_proposals(self, proposals: Sequence[Propuesta]) -> None:
        """Show them; with none, nothing is in the way. The keys go on to the next when one is taken or left."""
        wanted = tuple(proposals)
        if wanted == self._shown:
            return
        holder = QApplication.focusWidget() or self
        place = next((i for i, each in enumerate(self._made) if each.isAncestorOf(holder)), -1)
        self._shown = wanted
        emptied(self._lines)
        self._made = [self._line(number, each) for number, each in enumerate(wanted)]
        for each in self._made:
            self._lines.addWidget(each)
        self.setVisible(bool(wanted))
        if place >= 0 and wanted:
            self._made[min(place, len(wanted) - 1)].findChildren(Button)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, number: int, each: Propuesta) -> QWidget:
        said = "  ".join(filter(None, (each.cuando, each.origen)))
        buttons = []
        for axis, seems in ((each.eje, True), (_OTHER[each.eje], False)):
            words = con_mayuscula(FACTOR[axis])
            button = Button(words, "plus", kind="secondary" if seems else "quiet", small=True)
            named(f"proponer_{number}_{axis}", button, label=f"{words}: {each.texto}")
            button.clicked.connect(lambda _checked=False, axis=axis: self.taken.emit(each, axis))
            buttons.append(button)
        leave = named(f"dejar_{number}", Button("", "x", kind="quiet", small=True, hint="No es un factor"))
        leave.setAccessibleName(f"No es un factor: {each.texto}")
        leave.clicked.connect(lambda: self.left.emit(each))
        told = column(PlainLabel(said, "caption", "ink2"), PlainLabel(each.texto, "body", wrap=True), gap=1)
        return boxed(column(told, row(*buttons, None, leave, gap=4), Rule(), margins=(0, 4, 0, 2), gap=4))
