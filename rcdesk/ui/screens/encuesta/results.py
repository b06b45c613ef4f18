"""Results: every question with its chart and what the acta says of it, one under another, as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from rcdesk.domain.resultados import BASE_PEQUENA
from rcdesk.i18n import numero, plural
from rcdesk.ui.kit.card import Badge
from rcdesk.ui.kit.form import Save
from rcdesk.ui.kit.layout import column, emptied, row, scrolling
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.encuesta.questions import QuestionList
from rcdesk.ui.screens.encuesta.result_card import ResultCard
from rcdesk.work.resultados import EncuestaView, PreguntaRow

_PEAK: Final = "de los espectadores máximos ({})"


class Results(QWidget):
    """`chart_wanted` carries the question whose chart is asked for as a file."""

    chart_wanted = Signal(object)

    def __init__(self, screen: Screen, save: Save) -> None:
        super().__init__()
        self._screen, self._save = screen, save
        self._forms, self._part = Badge("0", "formularios"), Badge("", "")
        head = column(row(self._forms, 24, self._part, None), margins=(20, 12, 16, 10))
        self.questions = QuestionList("preguntas_resultados", over=head)
        self.questions.chosen.connect(self._reveal)
        self._cards: dict[str, ResultCard] = {}
        self._following = True  # the choice moves what is read; not when reading is what chose
        self._stack: QVBoxLayout = column(gap=8)
        self._area: QScrollArea = scrolling(column(self._stack, None))
        panes = Panes(self.questions, self._area, back="Preguntas", shares=(0, 1))
        self.questions.opened.connect(panes.open_detail)
        self.setLayout(column((panes, 1)))

    def show_survey(self, view: EncuestaView) -> None:
        """Show the results of a survey; the cards of the questions that stay are the same ones."""
        self._show_counters(view)
        if [found.id for found in view.preguntas] != list(self._cards):
            self._lay(view.preguntas)
        for found in view.preguntas:
            self._cards[found.id].show_row(found)
        self._following = False
        self.questions.show_rows(view.preguntas)
        self._following = True

    def current(self) -> ResultCard | None:
        """Return the card of the chosen question."""
        found = self.questions.current()
        return self._cards.get(found.id) if found is not None else None

    def offers(self, method: str) -> bool:
        """Say whether a command can be asked for now."""
        card = self.current()
        return card is not None and self.isVisible()

    def restore(self) -> None:
        """Give back to the chosen question the text of its figures."""
        card = self.current()
        if card is not None:
            card.restore()

    def _show_counters(self, view: EncuestaView) -> None:
        people = view.formularios or view.encuestados or 0
        words = ("formulario", "formularios") if view.formularios else ("persona", "personas")
        self._forms.set_count(numero(people), plural(people, *words).split(" ", 1)[1])
        part = f"{view.del_pico.replace('.', ',')} %" if view.del_pico else ""
        self._part.set_count(part, _PEAK.format(numero(view.pico or 0)) if part else "")
        self._part.setVisible(bool(part))

    def _lay(self, rows: Sequence[PreguntaRow]) -> None:
        keys = {found.id for found in rows}
        kept = {key: card for key, card in self._cards.items() if key in keys}
        for key, card in self._cards.items():
            if key in keys:
                self._stack.removeWidget(card)
            else:
                card.form.leave()
        emptied(self._stack)
        self._cards = {found.id: kept.get(found.id) or self._made(found) for found in rows}
        for card in self._cards.values():
            self._stack.addWidget(card)

    def _made(self, found: PreguntaRow) -> ResultCard:
        card = ResultCard(self._screen, self._save, found.pregunta.codigo)
        card.chart_wanted.connect(lambda: self.chart_wanted.emit(card.row))
        card.reached.connect(lambda: self._choose(found.id))
        return card

    def _choose(self, key: str) -> None:
        self._following = False
        self.questions.table.select_key(key)
        self._following = True

    def _reveal(self, found: PreguntaRow | None) -> None:
        """Bring the card of a question to the top of what is read."""
        card = self._cards.get(found.id) if found is not None else None
        if card is not None and self._following:
            QTimer.singleShot(0, card, lambda: self._area.verticalScrollBar().setValue(card.y()))  # once it is laid


def status(view: EncuestaView) -> list[tuple[str, str, str]]:
    """The line of status: people, questions, and those whose base is too small to speak in percent."""
    people = view.encuestados or 0
    who = plural(people, "persona respondió", "personas respondieron").split(" ", 1)[1]
    asked = plural(len(view.preguntas), "pregunta", "preguntas").split(" ", 1)[1]
    small = sum(1 for row in view.preguntas if row.base and row.base < BASE_PEQUENA)
    counts = [(numero(people), who, "ink"), (str(len(view.preguntas)), asked, "ink")]
    return [*counts, (str(small), f"con base menor de {BASE_PEQUENA}", "warn")] if small else counts
