"""The queue: as questions arrived, with the state always at the same place. It never moves by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowMark, RowsModel, Table
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.en_vivo.looks import COLUMNS
from rcdesk.work.cola import PreguntaRow

FILTERS: Final = (
    ("todas", "Todas"),
    ("pendientes", "Pendientes"),
    ("falta_redactar", "Falta redactar"),
    ("respondidas", "Respondidas"),
)
_HERE: Final = State("COLA", "list", "accent")


class Queue(Card):
    """What the filter drops stays until the person filters again; what arrives out of sight is counted in a button."""

    filtered = Signal()  # by the person
    detail_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model: RowsModel[PreguntaRow] = RowsModel(COLUMNS, mark=lambda r: RowMark(annulled=r.anulada is not None))
        self.table = named("cola_preguntas", Table(self.model), label="Cola de preguntas")
        self.table.horizontalHeader().hide()
        self.filter = named("filtro_preguntas", Choice(FILTERS, icon="filter"), label="Ver")
        self.filter.set_value("todas")
        self.filter.edited.connect(self.filtered)
        self.news = named("nuevas", Button("", "plus", "R", small=True))
        self.news.clicked.connect(self.take_news)
        self.detail = named("ver_detalle", Button("Detalle", "chevron-right", kind="quiet", small=True))
        self.detail.clicked.connect(self.detail_wanted)
        self._mode = Pill(_HERE)
        self._count = PlainLabel("", "lead", "ink3")
        self._seen = 0
        self._empty = EmptyState(
            "message-circle",
            "La cola está vacía",
            "Escriba arriba la pregunta y oprima Enter.",
            shaped=not look().large,
        )
        self._empty.hide()
        self._build()
        self.set_active(False)

    def _build(self) -> None:
        order = PlainLabel("" if look().large else "por orden de llegada", "caption", "ink2")
        title = boxed(row(self._mode, PlainLabel("Cola", "lead"), self._count, 6, self.news, gap=8))
        head = row(title, None, self.detail, self.filter, order, margins=(16, 6, 14, 6), gap=8)
        self.setLayout(column(head, Rule(), (self.table, 1), (self._empty, 1), margins=(2, 2, 2, 3), gap=0))

    def set_active(self, active: bool) -> None:
        """Frame it while its letters are commands."""
        self._mode.set_state(_HERE if active else None)
        self.set_border("accent" if active else "line")

    def show_rows(self, rows: Sequence[PreguntaRow], *, total: int) -> None:
        """Show the questions; `total` are those of the hearing, whatever the filter."""
        known = len(self.model.rows)
        first = self._seen == 0 or known == 0
        self.model.show(rows)
        self.table.setVisible(bool(total))
        self._empty.setVisible(not total)
        self.table.set_empty("Ninguna pregunta con ese filtro.")
        self._count.setText(str(total))
        if first or len(rows) < self._seen or self._last_in_sight():
            self._seen = len(rows)
        self._tell_news()

    def shown(self) -> frozenset[str]:
        """Return the keys of the questions now listed."""
        return frozenset(row.id for row in self.model.rows)

    def take_news(self) -> None:
        """Go to the first question that arrived out of sight."""
        place = min(self._seen, len(self.model.rows) - 1)
        if place >= 0:
            self.table.setCurrentIndex(self.model.index(place, 0))
            self.table.setFocus()
        self._seen = len(self.model.rows)
        self._tell_news()

    def forget(self) -> None:
        """Another hearing: everything is news."""
        self._seen = 0
        self.model.show(())
        self.filter.set_value("todas")

    def _last_in_sight(self) -> bool:
        """Say whether the end of the list is in sight, so that nothing new hides under it."""
        bar = self.table.verticalScrollBar()
        return bar.maximum() - bar.value() < self.table.verticalHeader().defaultSectionSize()

    def _tell_news(self) -> None:
        new = len(self.model.rows) - self._seen
        self.news.set_words(f"{new} nueva" if new == 1 else f"{new} nuevas")
        self.news.setVisible(new > 0)
