"""The whole work on one signed sheet: its head, its rows, the keys that matter, and beside it whether it squares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QWidget

from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.keycap import KeyCap
from rcdesk.ui.kit.layout import Item, boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.folio.grid import Grid
from rcdesk.ui.screens.registro.folio.side import PaperSide
from rcdesk.work.hojas import HojaRow, HojaView

_KEYS: Final = (
    ("Enter", "siguiente casilla"),
    ("S N", "autoriza"),
    ("=", "como la de arriba"),
    ("/", "ilegible"),
    ("-", "renglón vacío"),
    ("Ctrl ↓", "repetir hasta abajo"),
)


class FolioView(QWidget):
    """`gone` is Esc; `turned` asks for the sheet before (-1) or after (1)."""

    gone = Signal()
    turned = Signal(int)
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.grid, self.side = Grid(), PaperSide()
        self.grid.cells.closing.connect(self.closing)
        self.side.closing.connect(self.closing)
        self._title = named("titulo_folio", PlainLabel("", "title"))
        self._note = PlainLabel("", "caption", "ink2", elide=True)
        self._before = named("folio_anterior", Button("", "chevron-left", kind="quiet", small=True))
        self._after = named("folio_siguiente", Button("", "chevron-right", kind="quiet", small=True))
        self._leave = named("dejar_folio", Button("Al registro", "arrow-left", "Esc", kind="quiet", small=True))
        self._detail = named("ver_papel_y_base", Button("Papel y base", "chevron-right", kind="quiet", small=True))
        self._said = named("folio_dicho", PlainLabel("", "body", "danger", wrap=True))
        self._mark = Glyph("circle-alert", "danger", 16)
        self._trouble = boxed(row(self._mark, (self._said, 1), margins=(20, 8, 16, 8), gap=8))
        self._trouble.hide()
        self._before.clicked.connect(lambda: self.turned.emit(-1))
        self._after.clicked.connect(lambda: self.turned.emit(1))
        self._leave.clicked.connect(self.gone)
        self._card = Card(border="accent")
        self._card.setLayout(self._paper())
        self.panes = Panes(self._card, self.side, back="Renglones", shares=(10, 3))
        self._detail.clicked.connect(self.panes.open_detail)
        self.panes.refolded.connect(self._detail.setVisible)
        self.panes.went_back.connect(self.take_keys)
        self.setLayout(column((self.panes, 1)))
        self.setFocusProxy(self.grid)

    def _paper(self) -> QLayout:
        head = row(
            self._leave,
            self._title,
            (self._note, 1),
            self._before,
            self._after,
            self._detail,
            margins=(10, 10, 12, 8),
            gap=8,
        )
        keys: list[Item] = []
        for key, words in _KEYS:
            caps = [KeyCap(part) for part in key.split()]
            keys += [row(*caps, PlainLabel(words, "caption", "ink2"), gap=6), 8]
        foot = boxed(row(*keys, None, margins=(20, 8, 16, 8), gap=4))
        if look().large:  # told alone, it would be a window for an instant
            foot.hide()
        return column(head, (self.grid, 1), self._trouble, Rule(), foot, margins=(2, 2, 2, 3), gap=0)

    def show_sheet(self, view: HojaView, sheets: Sequence[HojaRow]) -> None:
        """Show a sheet among the others."""
        place = next((i for i, one in enumerate(sheets) if one.id == view.id), 0)
        self._title.setText(f"Folio {view.folio} de {max((one.folio for one in sheets), default=view.folio)}")
        self._note.setText(plural(len(view.renglones), "renglón", "renglones"))
        for button, other in ((self._before, place - 1), (self._after, place + 1)):
            there = 0 <= other < len(sheets)
            button.setVisible(there)
            button.set_words(f"Folio {sheets[other].folio}" if there else "", "")
        self.side.show_sheet(view, sheets)

    def take_keys(self) -> None:
        """Put the keys in the row, or in the count of a sheet that is closed."""
        if self.grid.cells.isHidden():
            self._leave.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.grid.cells.take_keys(self.grid.cells.column())

    def tell(self, text: str, *, danger: bool = True) -> None:
        """Say under the rows what was refused, or what was done; an empty text takes it away."""
        self._said.setText(text)
        self._said.set_tone("danger" if danger else "ink2")
        self._mark.set_glyph("circle-alert" if danger else "check", "danger" if danger else "ink2")
        self._trouble.setVisible(bool(text))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._detail.setVisible(self.panes.folded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.gone.emit()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.closing.emit()
        else:
            super().keyPressEvent(event)
