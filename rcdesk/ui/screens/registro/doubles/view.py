"""A pair side by side, in place of the door: who stays, what is taken of each, and whether they are one at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.keycap import KeyCap
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.segmented import Toggle
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.doubles.fields import FieldRow, Side
from rcdesk.work.duplicados import ParejaRow

_DOCUMENT: Final = State("El mismo documento", "id-card", "warn")
_NAME: Final = State("Nombres parecidos", "users", "info")
_SEEN: Final = 300  # letters of a cell: what is longer would take long to measure, and is not seen
_SIDES: Final = (("0", "La primera", "1"), ("1", "La segunda", "2"))


def _cell(side: Side) -> Column[FieldRow]:
    return Column[FieldRow](
        ("1 · La primera", "2 · La segunda")[side],
        lambda row: row.said[side][:_SEEN],
        tone=lambda row: "ink" if row.side in (side, None) else "ink2",
        icon=lambda row: "check" if row.side == side and row.said[side] else "",
    )


_COLUMNS: Final = (
    Column[FieldRow]("Dato", lambda row: row.title, 176, tone="ink2"),
    _cell(0),
    _cell(1),
    Column[FieldRow]("Queda", lambda row: row.stays[:_SEEN], strong=True, drop=1),
)


class PairView(Card):
    """Its buttons and keys ask; who decides is the controller."""

    left = Signal()
    joined = Signal()
    told_apart = Signal()
    skipped = Signal()
    organizations_wanted = Signal()
    stays_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__(border="accent")
        self.model: RowsModel[FieldRow] = RowsModel(_COLUMNS)
        self.table = named("pareja", Table(self.model), label="Lo que dice cada registro")
        self.title = named("titulo_pareja", PlainLabel("", "lead", elide=True))
        self._why, self._place = Pill(_NAME), PlainLabel("", "caption", "ink2")
        self._note = PlainLabel("", "caption", "ink2", wrap=True)
        self.stays = named("cual_queda", Toggle(_SIDES), label="¿Cuál queda?")
        self.stays.edited.connect(lambda: self.stays_changed.emit(int(self.stays.value())))
        self.apart = named("no_son_la_misma", Button("No son la misma", "", "X"))
        self.apart.clicked.connect(self.told_apart)
        self.next = named("pareja_siguiente", Button("Siguiente", "", "N", kind="quiet"))
        self.next.clicked.connect(self.skipped)
        self.join = named("unir_pareja", Button("Unir en una", "", "Enter", kind="primary"))
        self.join.clicked.connect(self.joined)
        back = named("volver_a_la_puerta", Button("Volver", "arrow-left", "Esc", kind="quiet", small=True))
        back.clicked.connect(self.left)
        self._back = back
        nothing = EmptyState(
            "users",
            "Nadie parece estar dos veces",
            "Aquí se miran quienes tienen el mismo documento o nombres parecidos, en esta lista y en el directorio, "
            "y se unen en uno solo sin perder nada de ninguno.",
        )
        words = "" if look().large else "Organizaciones"
        others = named(
            "ver_organizaciones", Button(words, "building-2", kind="quiet", small=True, hint="Organizaciones")
        )
        others.clicked.connect(self.organizations_wanted)
        head = row(back, (self.title, 1), self._why, self._place, others, margins=(14, 10, 16, 8), gap=12)
        choose = row(PlainLabel("¿Cuál queda?", "label", "ink2"), self.stays, None, margins=(20, 0, 20, 8), gap=10)
        foot = row(*self._keys(), None, self.next, self.apart, self.join, margins=(20, 10, 14, 12), gap=8)
        notes = column(*(() if look().large else (self._note,)), margins=(20, 8, 20, 0))
        self._pages = QStackedWidget()
        self._pages.addWidget(boxed(column(choose, Rule(), (self.table, 1), Rule(), notes, foot, gap=0)))
        self._pages.addWidget(nothing)
        self.setLayout(column(head, (self._pages, 1), margins=(2, 2, 2, 3), gap=0))

    def _keys(self) -> Sequence[QWidget]:
        """Large text leaves no room for what F1 tells."""
        few = () if look().large else (("1 2", "cuál queda"), ("← →", "este dato, de cuál"))
        return [boxed(row(KeyCap(key), PlainLabel(words, "caption", "ink2"), 6, gap=6)) for key, words in few]

    def show_pair(self, pair: ParejaRow, place: int, total: int, stays: Side) -> None:
        """Say which pair it is, of how many, and who is proposed to stay."""
        self._turn_to(0)
        self.title.setText("¿Es la misma persona?" if pair.lugar == "asistentes" else "¿Está ya en el directorio?")
        self._why.set_state(_DOCUMENT if pair.razon == "documento" else _NAME)
        self._why.show()
        self._place.setText(f"{place} de {total}")
        self.stays.set_value(str(stays))
        here = pair.lugar == "asistentes"
        self.join.set_words("Unir en una" if here else "Es esta persona")
        self._note.setText(_OF_THE_LIST if here else _OF_THE_DIRECTORY)

    def show_rows(self, rows: Sequence[FieldRow]) -> None:
        """Show what each says; the row that is chosen stays."""
        self.model.show(rows)
        if rows and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def show_nothing(self) -> None:
        """There is no pair to look at."""
        self.title.setText("Personas repetidas")
        self._why.hide()
        self._place.setText("")
        self.model.show(())
        self._turn_to(1)

    def take_keys(self) -> None:
        """The keys are in the table: 1, 2, arrows, Enter, X and N act there."""
        (self._back if self._pages.currentIndex() else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, page: int) -> None:
        """Show a pair or that there is none; if the keys were here, they go with what is shown."""
        here = QApplication.focusWidget()
        mine = here is not None and self.isAncestorOf(here)
        changed = self._pages.currentIndex() != page
        self._pages.setCurrentIndex(page)
        if mine and changed:
            self.take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


_OF_THE_LIST: Final = (
    "Quedan los ingresos y las preguntas de las dos; el nombre que no quede se guarda como otro nombre. "
    "Ctrl Z las separa otra vez."
)
_OF_THE_DIRECTORY: Final = (
    "La segunda está en el directorio: lo que falte en la lista se toma de allí. Ctrl Z lo deshace."
)


def strip_words(count: int) -> str:
    """Return what the button over the list says; nothing while there is no pair."""
    return f"{plural(count, 'pareja', 'parejas')} por mirar" if count else ""
