"""What stands under the box: one card at a time, and under it the list or whatever goes with the card."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.theme import look


class Cards(QWidget):
    """`rest` is what has the room when no card brings anything of its own: the list.

    At large text a card has the room for itself, and keeps its height.
    """

    def __init__(self, rest: QWidget) -> None:
        super().__init__()
        self._rest, self._below = rest, rest
        self._shown: QWidget | None = None
        self._top, self._under = column(), column()
        self._under.addWidget(rest, 1)
        below = (None,) if look().large else ()
        self.setLayout(column(self._top, (self._under, 100), *below))

    @property
    def shown(self) -> QWidget | None:
        """The card in sight."""
        return self._shown

    def hold(self, card: QWidget, below: QWidget | None = None) -> None:
        """Keep here, out of sight, a card that will be shown; the screen owns it from now on."""
        card.hide()
        self._top.addWidget(card)
        if below is not None:
            below.hide()
            self._under.addWidget(below, 1)

    def show_card(self, card: QWidget | None, below: QWidget | None = None) -> None:
        """Bring one card held here into sight, or none; `below` takes the place of the list while the card is there.

        What leaves goes first: a window never grows for an instant in which both are there.
        """
        under = below or self._rest
        for gone, stays in ((self._shown, card), (self._below, under)):
            if gone is not None and gone is not stays:
                gone.hide()
        self._shown, self._below = card, under
        if card is not None and below is None and look().large:
            under.hide()
        if card is not None:
            card.show()
        if card is None or below is not None or not look().large:
            under.show()
