"""Who may be the one that signed: a short list under the cell where they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.looks import veiled
from rcdesk.work.candidatos import CandidatoRow

_MOST: Final = 6
_WIDE: Final = 480  # px at 100 %
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Offer:
    """Someone known, or (None) that it is somebody new, with these words."""

    row: CandidatoRow | None
    words: str

    @property
    def id(self) -> str:
        """What tells one offer from another."""
        return self.row.id if self.row is not None else ""


_OFFERS: Final = (
    Column[Offer]("", lambda offer: offer.words, icon=lambda offer: "user" if offer.row else "user-plus", stretch=3),
    Column[Offer]("", lambda offer: _beside(offer.row), 206, align="right", tone="ink2"),
)


class Found(Card):
    """It never takes the keys: the cell hands it the arrows, Enter, Insert and Esc while it is open."""

    taken = Signal(object)  # a CandidatoRow, or None: somebody new

    def __init__(self, parent: QWidget) -> None:
        super().__init__(border="edge", radius=8)
        self.setParent(parent)
        self._model: RowsModel[Offer] = RowsModel(_OFFERS)
        self.table = named("folio_encontradas", Table(self._model), label="Quién puede ser")
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.clicked.connect(lambda index: self._take(self._model.row(index)))
        self.setLayout(column((self.table, 1), margins=(2, 4, 2, 6), gap=0))
        self.hide()

    def offer(self, rows: Sequence[CandidatoRow], typed: str, document: str, at: QRect) -> None:
        """Show who was found for what is typed in the cell at `at`; with another document, rather somebody new."""
        found = sorted(rows, key=lambda row: bool(document) and row.documento_numero not in (None, document))[:_MOST]
        if not found:
            self.hide()
            return
        offers = [Offer(row, row.nombre) for row in found]
        self._model.show([*offers, Offer(None, f"Nueva: «{typed}»")])
        likely = not document or found[0].documento_numero in (None, document)
        self.table.setCurrentIndex(self._model.index(0 if likely else len(offers), 0))
        self._place(at)
        self.show()
        self.raise_()

    def divert(self, event: QKeyEvent) -> bool:
        """Use a key that the cell got; say whether it was for this list."""
        if self.isHidden():
            return False
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            place = self.table.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
            self.table.setCurrentIndex(self._model.index(min(max(place, 0), self._model.rowCount() - 1), 0))
        elif key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._take(self.table.current())
        elif key == Qt.Key.Key_Insert:
            self._take(self._model.rows[-1])
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _take(self, offer: Offer | None) -> None:
        self.hide()
        if offer is not None:
            self.taken.emit(offer.row)

    def _place(self, at: QRect) -> None:
        """Under the cell, or over it when there is more room."""
        parent = self.parentWidget()
        assert parent is not None  # given in __init__
        rows = self._model.rowCount() * self.table.verticalHeader().defaultSectionSize()
        high, wide = rows + look().gap(14), min(look().px(_WIDE), parent.width() - at.left())
        below = parent.height() - at.bottom()
        top = at.bottom() + 2 if below >= high or below >= at.top() else at.top() - high - 2
        self.setGeometry(QRect(QPoint(min(at.left(), parent.width() - wide), max(0, top)), self.size()))
        self.resize(wide, min(high, max(below, at.top()) - 4))


def _beside(row: CandidatoRow | None) -> str:
    if row is None:
        return "Insert"
    return veiled(row.documento_tipo, row.documento_numero) or row.grupo
