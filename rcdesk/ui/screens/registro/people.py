"""Everyone registered, the last to arrive first; while someone is searched for, who may be meant."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from rcdesk.i18n import numero
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paged import PagedModel, Read
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowMark, Table
from rcdesk.ui.screens.registro.found import Found
from rcdesk.ui.screens.registro.looks import LOST, PEOPLE
from rcdesk.work.asistentes import AsistenteRow
from rcdesk.work.candidatos import CandidatoRow

FILTERS: Final = (
    ("todas", "Todas"),
    ("ingresaron", "Ingresaron"),
    ("salieron", "Salieron"),
    ("por_llegar", "Por llegar"),
    ("virtuales", "Virtuales"),
    ("sin_autorizacion", "No autorizan"),
    ("anuladas", "Anuladas"),
)


class People(Card):
    """Two tables, one in sight. What comes in on top never moves what is being looked at."""

    filtered = Signal()
    detail_wanted = Signal()

    def __init__(self, read: Read[AsistenteRow], locate: Callable[[Hashable], int | None]) -> None:
        super().__init__()
        self._searching = False
        self.model: PagedModel[AsistenteRow] = PagedModel(
            PEOPLE, read=read, locate=locate, lost=LOST, mark=lambda r: RowMark(annulled=r.anulada is not None)
        )
        self.table = named("personas", Table(self.model), label="Personas registradas")
        self.found = Found()
        self.filter = named("filtro_personas", Choice(FILTERS, icon="filter"), label="Ver")
        self.filter.set_value("todas")
        self.filter.edited.connect(self.filtered)
        self.detail = named("ver_detalle", Button("Detalle", "chevron-right", kind="quiet", small=True))
        self.detail.clicked.connect(self.detail_wanted)
        self._count = PlainLabel("", "lead", "ink3")
        nobody = EmptyState(
            "users",
            "Todavía no hay nadie registrado",
            "Escriba arriba el nombre o el documento de quien llega: si no está en la lista, ahí mismo se registra. "
            "«Traer lista» trae a los inscritos de un archivo, o arrástrelo hasta aquí.",
        )
        self.tools = row(gap=4)  # what is done with the whole list: each part of the screen adds its buttons here
        title = PlainLabel("Personas", "lead")
        head = row(title, self._count, None, self.tools, self.detail, self.filter, margins=(20, 6, 14, 6), gap=8)
        self._rows = QStackedWidget()
        self._rows.addWidget(self.table)
        self._rows.addWidget(nobody)
        self._pages = QStackedWidget()
        self._pages.addWidget(boxed(column(head, Rule(), (self._rows, 1), gap=0)))
        self._pages.addWidget(self.found)
        self.setLayout(column((self._pages, 1), margins=(1, 1, 1, 2), gap=0))

    def show_people(self, keys: array[int], *, total: int) -> None:
        """Show who is registered, holding what is in sight; `total` are those of the hearing, whatever the filter."""
        bar, anchor = self.table.verticalScrollBar(), self.table.rowAt(0)
        held = (self.table.hasFocus() or bar.value() > 0) and 0 <= anchor < len(self.model.keys)
        key = self.model.keys[anchor] if held else 0
        offset = self.table.rowViewportPosition(anchor) if held else 0
        self.model.show_keys(keys)
        if held and key in keys:
            bar.setValue(bar.value() + self.table.rowViewportPosition(keys.index(key)) - offset)
        self._count.setText(numero(total))
        self._rows.setCurrentIndex(0 if keys or total else 1)
        self.table.set_empty("Nadie con ese filtro.")

    def show_found(self, rows: Sequence[CandidatoRow], typed: str, *, alike: bool = False) -> None:
        """Show who may be meant, the likeliest one chosen; or who is `alike` the new person, and nobody chosen."""
        self.found.show_rows(rows, typed, alike=alike)
        self._searching = not alike
        self._pages.setCurrentWidget(self.found)

    def show_all(self) -> None:
        """Nobody is being searched for."""
        self._searching = False
        self._pages.setCurrentIndex(0)

    def chosen(self) -> CandidatoRow | None:
        """Return who is chosen among those found."""
        return self.found.chosen() if self._searching else None

    def place(self) -> str:
        """Return which of those found is chosen: `1 de 4`."""
        return self.found.place()

    def choose_next(self, by: int) -> None:
        """Choose another of those found."""
        if self._searching:
            self.found.choose_next(by)
