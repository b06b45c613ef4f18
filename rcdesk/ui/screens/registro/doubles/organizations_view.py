"""The organisations of the hearing, with how many people come for each and which may be one, as they are looked at."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.i18n import numero, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.columns import Column, RowMark
from rcdesk.ui.kit.keycap import KeyCap
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.theme import look
from rcdesk.work.organizaciones import OrganizacionRow

_MARKED: Final = State("Para unir", "check", "accent")
_ALIKE: Final = State("¿Es la misma?", "circle-help", "warn")
_SEEN: Final = 300  # letters of a cell
_TEACHES: Final = (
    "Cuando dos nombres son la misma organización, se cuentan como una en el acta y en los contadores. "
    "Lo que cada persona escribió no cambia."
)
_EMPTY: Final = "Nadie ha dicho todavía de qué organización viene. Se escribe al registrar a cada persona."


class OrganizationsView(Card):
    """Its buttons and keys ask; who decides is the controller."""

    left = Signal()
    people_wanted = Signal()
    joined = Signal()
    parted = Signal()

    def __init__(self) -> None:
        super().__init__(border="accent")
        self.to_join: Collection[str] = ()
        columns = (
            Column[OrganizacionRow]("Organización", lambda one: one.nombre[:_SEEN], strong=True, note=_also),
            Column[OrganizacionRow]("Personas", lambda one: numero(one.personas), 110, align="right"),
            Column[OrganizacionRow]("Parecida a", lambda one: ", ".join(one.parecidas)[:_SEEN], tone="ink2", drop=2),
            Column[OrganizacionRow]("", lambda one: _word(self._state(one)), 170, state=self._state, drop=1),
        )
        self.model = RowsModel(columns, mark=lambda one: RowMark(accent=one.id in self.to_join))
        table = Table(self.model, empty=_EMPTY)
        self.table = named("organizaciones", table, label="Organizaciones y cuántas personas vienen de cada una")
        self.count = PlainLabel("", "lead", "ink3")
        back = named("volver_de_organizaciones", Button("Volver", "arrow-left", "Esc", kind="quiet", small=True))
        back.clicked.connect(self.left)
        people = named("ver_parejas", Button("Personas repetidas", "users", kind="quiet", small=True))
        people.clicked.connect(self.people_wanted)
        self.part = named("separar_nombres", Button("Separar", "", "S", kind="quiet"))
        self.part.clicked.connect(self.parted)
        self.join = named("unir_organizaciones", Button("Unir", "", "Enter", kind="primary"))
        self.join.clicked.connect(self.joined)
        head = row(
            back, PlainLabel("Organizaciones", "lead"), self.count, None, people, margins=(14, 10, 16, 8), gap=10
        )
        foot = row(*self._keys(), None, self.part, self.join, margins=(20, 10, 14, 12), gap=8)
        note = (
            ()
            if look().large
            else (row((PlainLabel(_TEACHES, "caption", "ink2", wrap=True), 1), margins=(20, 8, 20, 0)),)
        )
        self.setLayout(column(head, Rule(), (self.table, 1), Rule(), *note, foot, margins=(2, 2, 2, 3), gap=0))
        self.table.row_selected.connect(lambda _one: self.refresh_words())

    def _keys(self) -> Sequence[QWidget]:
        """Large text leaves no room for what F1 tells."""
        few = () if look().large else (("Espacio", "marcar otra para unirla a esta"),)
        return [boxed(row(KeyCap(key), PlainLabel(words, "caption", "ink2"), gap=6)) for key, words in few]

    def _state(self, one: OrganizacionRow) -> State | None:
        if one.id in self.to_join:
            return _MARKED
        return _ALIKE if one.parecidas else None

    def others(self, here: OrganizacionRow | None) -> tuple[str, ...]:
        """Return the names that would be joined to the row in hand: those marked, or else those like it."""
        if here is None:
            return ()
        marked = tuple(one.nombre for one in self.model.rows if one.id in self.to_join and one.id != here.id)
        return marked or here.parecidas

    def refresh_words(self) -> None:
        """Say on the button what Enter would do with the row in hand."""
        here = self.table.current()
        others = self.others(here)
        self.join.setEnabled(bool(others))
        what = f"con {plural(len(others), 'nombre', 'nombres')}" if len(others) > 1 else "con la parecida"
        self.join.set_words(f"Unir {what}" if others else "Unir")
        self.part.setEnabled(here is not None and bool(here.otros_nombres))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _word(state: State | None) -> str:
    return state.word if state else ""


def _also(one: OrganizacionRow) -> str:
    """The other names, joined or only written otherwise."""
    names = dict.fromkeys((*one.otros_nombres, *one.escrita))
    return f"También: {', '.join(names)}"[:_SEEN] if names else ""
