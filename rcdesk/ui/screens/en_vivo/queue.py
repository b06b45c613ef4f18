"""The queue: as questions arrived, with the state always at the same place. It never moves by itself."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Choice, Line
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paged import PagedModel, Read
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel, plain_tooltip
from rcdesk.ui.kit.rows import RowMark, Table
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.en_vivo.looks import COLUMNS, LOST, figures
from rcdesk.work.cola import ConteoDePreguntas, PreguntaRow

FILTERS: Final = (
    ("todas", "Todas"),
    ("por_moderar", "Por moderar"),
    ("en_cola", "En cola"),
    ("pendientes", "Pendientes"),
    ("falta_redactar", "Falta redactar"),
    ("respondidas", "Respondidas"),
    ("agrupadas", "Agrupadas"),
    ("no_proceden", "No procede"),
    ("anuladas", "Anuladas"),
)
_HERE: Final = State("COLA", "list", "accent")
_TEACHES: Final = "Escriba arriba la pregunta y oprima Enter, o pegue allí un chat entero."


class Search(Line):
    """Looks among the questions while one types. Esc empties it and leaves; the arrow down and Enter leave."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                if self.text():
                    self.retype("")
                self.left.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class Queue(Card):
    """What the filter drops stays until the person filters again; what arrives out of sight is counted in a button."""

    filtered = Signal()  # by the person
    search_left = Signal()
    detail_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, read: Read[PreguntaRow], locate: Callable[[Hashable], int | None]) -> None:
        super().__init__()
        self.model: PagedModel[PreguntaRow] = PagedModel(
            COLUMNS, read=read, locate=locate, lost=LOST, mark=lambda r: RowMark(annulled=r.anulada is not None)
        )
        self.table = named("cola_preguntas", Table(self.model), label="Cola de preguntas")
        self.table.horizontalHeader().hide()
        self.filter = named("filtro_preguntas", Choice(FILTERS, icon="filter"), label="Ver")
        self.filter.set_value("todas")
        self.filter.edited.connect(self.filtered)
        self.search = named(
            "buscar_preguntas",
            Search(placeholder="Buscar" if look().large else "Buscar en las preguntas"),
            label="Buscar en las preguntas",
        )
        self.search.edited.connect(self.filtered)
        self.search.left.connect(self.search_left)
        self.news = named("nuevas", Button("", "plus", "R", small=True))
        self.news.clicked.connect(self.take_news)
        self.detail = named("ver_detalle", Button("Detalle", "chevron-right", kind="quiet", small=True))
        self.detail.clicked.connect(self.detail_wanted)
        self._mode, self._title = Pill(_HERE), PlainLabel("Cola", "lead")
        self._count = named("cuantas", PlainLabel("", "lead", "ink3"))
        self._figures = named("conteo_preguntas", PlainLabel("", "caption", "ink2", elide=True))
        self._order = PlainLabel("", "caption", "ink2")
        self._seen = 0
        self._empty = EmptyState(
            "message-circle",
            "La cola está vacía",
            _TEACHES if look().large else f"{_TEACHES} Se abre una hoja que separa autores y mensajes.",
            "Importar de un archivo…",
            shaped=not look().large,
        )
        named("importar_preguntas", self._empty.button)
        self._empty.started.connect(self.import_wanted)
        self._empty.hide()
        self._build()
        self.set_active(False)

    def _build(self) -> None:
        title = boxed(row(self._mode, self._title, self._count, 6, self.news, gap=8))
        self.search.setMaximumWidth(look().px(260))
        head = row(title, None, (self.search, 1), self.detail, self.filter, margins=(16, 6, 14, 4), gap=8)
        self._foot = boxed(row((self._figures, 1), self._order, margins=(16, 0, 18, 6), gap=8))
        self.setLayout(column(head, self._foot, Rule(), (self.table, 1), (self._empty, 1), margins=(2, 2, 2, 3), gap=0))

    def set_active(self, active: bool) -> None:
        """Frame it while its letters are commands."""
        self._mode.set_state(_HERE if active else None)
        self._title.setVisible(not active)  # the word is said once
        self.set_border("accent" if active else "line")

    def show_list(self, keys: array[int], counts: ConteoDePreguntas) -> None:
        """Show the questions with those keys."""
        total = counts.preguntas + counts.anuladas
        first = self._seen == 0 or not self.model.keys
        self.model.show_keys(keys)
        self.table.setVisible(bool(total))
        self._empty.setVisible(not total)
        self.table.set_empty(self._nothing())
        self._tell_counts(counts)
        self._count.setText(str(len(keys)))
        if first or len(keys) < self._seen or self._last_in_sight():
            self._seen = len(keys)
        self._tell_news()

    def settle(self, keys: array[int]) -> None:
        """The person asked for another list: nothing in it is news, and what it lacks is chosen no longer."""
        self._seen = 0
        place = self.table.currentIndex().row()
        if 0 <= place < len(self.model.keys) and self.model.keys[place] not in keys:
            self.table.setCurrentIndex(QModelIndex())

    def to_search(self) -> None:
        """Take the keys to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_only(self, filtro: str) -> None:
        """Let through what a filter does, whatever was looked for."""
        self.filter.set_value(filtro)
        self.search.set_value("")

    def take_news(self) -> None:
        """Go to the first question that arrived out of sight."""
        place = min(self._seen, len(self.model.keys) - 1)
        if place >= 0:
            self.table.setCurrentIndex(self.model.index(place, 0))
            self.table.setFocus()
        self._seen = len(self.model.keys)
        self._tell_news()

    def forget(self) -> None:
        """Another hearing: everything is news; the filter stays."""
        self._seen = 0
        self.search.set_value("")
        self.model.show_keys(array("q"))

    def _nothing(self) -> str:
        words, chosen = " ".join(self.search.text().split())[:60], self.filter.currentText().split("  ")[0]
        if not words:
            return f"Ninguna pregunta en «{chosen}»."
        inside = "" if self.filter.value() == "todas" else f" en «{chosen}»"
        return f"Ninguna pregunta dice «{words}»{inside}. Esc muestra las demás."

    def _tell_counts(self, counts: ConteoDePreguntas) -> None:
        told = figures(counts)
        self._figures.setText(told)
        plain_tooltip(self._count, told)
        self._order.setText("por turno" if self.filter.value() == "en_cola" else "por orden de llegada")
        self._foot.setVisible(bool(told) and not look().large)
        many = {"todas": counts.preguntas + counts.anuladas, "en_cola": counts.en_cola}
        many |= {"por_moderar": counts.por_moderar, "pendientes": counts.pendientes, "agrupadas": counts.agrupadas}
        many |= {"falta_redactar": counts.falta_redactar, "respondidas": counts.respondidas}
        many |= {"no_proceden": counts.no_proceden, "anuladas": counts.anuladas}
        for place, (value, words) in enumerate(FILTERS):
            text = f"{words}  {many[value]}" if many[value] else words
            if self.filter.itemText(place) != text:
                self.filter.setItemText(place, text)

    def _last_in_sight(self) -> bool:
        """Say whether the end of the list is in sight, so that nothing new hides under it."""
        bar = self.table.verticalScrollBar()
        return bar.maximum() - bar.value() < self.table.verticalHeader().defaultSectionSize()

    def _tell_news(self) -> None:
        new = len(self.model.keys) - self._seen
        self.news.set_words(f"{new} nueva" if new == 1 else f"{new} nuevas")
        self.news.setVisible(new > 0)
