"""Who may be meant by what is typed, the likeliest one chosen; or who is called much like the new person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Rule
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.keycap import KeyCap
from rcdesk.ui.kit.layout import Item, boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.looks import origin, veiled
from rcdesk.work.candidatos import CandidatoRow

_NOBODY_ALIKE: Final = "Al escribir el nombre se ven aquí los parecidos, por si ya está en la lista."
_NONE_ALIKE: Final = "Nadie en la lista se llama parecido."


class FoundTable(Table[CandidatoRow]):
    """Esc and the arrow up over the first one leave it, by `left`."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        up = event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0
        if up or event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Found(QWidget):
    """`picked` is a click on one of them; `taken` is Enter or a double click among those that are alike."""

    picked = Signal(object)
    taken = Signal(object)
    left = Signal()
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._typed, self._alike = "", False
        self.model: RowsModel[CandidatoRow] = RowsModel(self._columns(), key=lambda r: (r.origen, r.id))
        self.table = named("coinciden", FoundTable(self.model), label="Quienes coinciden")
        self.table.horizontalHeader().hide()
        self.table.clicked.connect(self._clicked)
        self.table.row_activated.connect(self._activated)
        self.table.left.connect(self.left)
        self._glyph, self._title = Glyph("circle-help", "warn", 18), PlainLabel("Coinciden", "label", "ink2")
        self._choose = PlainLabel("↓ para elegir", "caption", "ink2")
        self._none = EmptyState("user-plus", "Nadie con eso", "Enter abre la persona nueva, con lo que ya escribió.")
        head = row(self._glyph, self._title, None, self._choose, margins=(20, 9, 16, 9))
        self._head = boxed(column(head, Rule(), gap=0))
        self._feet = (self._foot_of_search(), self._foot_of_newcomer())
        self.setLayout(column(self._head, (self.table, 1), (self._none, 1), *self._feet, gap=0))
        self.show_rows((), "", alike=False)  # all of its parts at once would need more room than there is

    def _columns(self) -> tuple[Column[CandidatoRow], ...]:
        return (
            Column("Coinciden", lambda r: r.nombre, strong=True, marked=lambda: self._typed),
            Column("Documento", lambda r: veiled(r.documento_tipo, r.documento_numero), 168, drop=1),
            Column("Entidad o grupo", lambda r: r.grupo, 220, tone="ink2", drop=2),
            Column("Estado", lambda r: origin(r).word, 168, state=origin),
        )

    def _foot_of_search(self) -> QWidget:
        new = named("persona_nueva_pie", Button("Persona nueva", "user-plus", "Insert"))
        new.clicked.connect(self.new_wanted)
        words = "La misma línea se vuelve la persona nueva: documento, nombre, entidad y autorización."
        said = PlainLabel(words, "caption", "ink2", elide=True)
        question = column(PlainLabel("¿No está en la lista?", "strong"), *(() if look().large else (said,)), gap=2)
        foot = row((question, 1), new, margins=(20, 10, 18, 10), gap=12)
        return boxed(column(Rule(), foot, gap=0))

    def _foot_of_newcomer(self) -> QWidget:
        keys: list[Item] = [KeyCap("Enter"), PlainLabel("siguiente campo", "caption", "ink2"), 8]
        keys += [KeyCap("S"), KeyCap("N"), KeyCap("P"), PlainLabel("autorización", "caption", "ink2"), 8]
        words = "Sin respuesta queda «no autoriza». Sin documento queda solo el nombre."
        keys.append(None if look().large else (PlainLabel(words, "caption", "ink2", elide=True), 1))
        foot = row(*keys, margins=(20, 12, 18, 12), gap=6)
        return boxed(column(Rule(), foot, gap=0))

    def show_rows(self, rows: Sequence[CandidatoRow], typed: str, *, alike: bool) -> None:
        """Show who may be meant, the likeliest one chosen; or, of a new person, who is `alike`, and nobody chosen."""
        self._typed, self._alike = typed, alike
        self.model.show(rows)
        self._title.setText("Hay nombres parecidos: ¿es una de estas personas?" if alike else "Coinciden")
        self._glyph.setVisible(alike)
        self._head.setVisible(bool(rows))
        self.table.setVisible(bool(rows) or alike)
        self._none.setVisible(not rows and not alike)
        for foot, of_newcomer in zip(self._feet, (False, True), strict=True):
            foot.setVisible(of_newcomer is alike)
        self.table.setCurrentIndex(self.model.index(0, 0) if rows and not alike else QModelIndex())
        self.table.set_empty((_NONE_ALIKE if typed.strip() else _NOBODY_ALIKE) if alike else "")
        self.table.scrollToTop()

    def chosen(self) -> CandidatoRow | None:
        """Return who is chosen."""
        return self.table.current()

    def place(self) -> str:
        """Return which of them is chosen: `1 de 4`."""
        return f"{self.table.currentIndex().row() + 1} de {len(self.model.rows)}"

    def choose_next(self, by: int) -> None:
        """Choose another of them."""
        rows = len(self.model.rows)
        if rows:
            place = min(max(self.table.currentIndex().row() + by, 0), rows - 1)
            self.table.setCurrentIndex(self.model.index(place, 0))

    def enter(self) -> None:
        """Take the keys to the first of those that are alike."""
        if self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self, index: QModelIndex) -> None:
        self.picked.emit(self.model.row(index))

    def _activated(self, row_: CandidatoRow) -> None:
        if self._alike:
            self.taken.emit(row_)
