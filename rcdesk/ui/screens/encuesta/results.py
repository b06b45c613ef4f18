"""Results: every question with its chart and what the acta says of it, one under another, as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from rcdesk.domain.resultados import BASE_PEQUENA
from rcdesk.i18n import numero, plural
from rcdesk.ui.kit.card import Badge
from rcdesk.ui.kit.form import Save
from rcdesk.ui.kit.layout import column, row, scrolling
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.encuesta.questions import QuestionList
from rcdesk.ui.screens.encuesta.result_card import ResultCard
from rcdesk.work.resultados import EncuestaView, PreguntaRow

_AT_ONCE, _EACH_TIME = 3, 2  # cards: those in sight come with the screen
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
        self._rows: Sequence[PreguntaRow] = ()
        self._cards: dict[str, ResultCard] = {}  # of the first rows; the others come while the person reads these
        self._kept: dict[str, ResultCard] = {}  # of another order, to be put again
        self._coming = QTimer(self, interval=0)
        self._coming.timeout.connect(lambda: self._add(_EACH_TIME))
        self._following = True  # the choice moves what is read; not when reading is what chose
        self._stack: QVBoxLayout = column(gap=8)
        self._area: QScrollArea = scrolling(column(self._stack, None))
        panes = Panes(self.questions, self._area, back="Preguntas", shares=(0, 1))
        self.questions.opened.connect(panes.open_detail)
        self.setLayout(column((panes, 1)))

    def show_survey(self, view: EncuestaView) -> None:
        """Show the results of a survey; the cards of the questions that stay are the same ones."""
        self._show_counters(view)
        self._rows = view.preguntas
        self._rearrange([found.id for found in view.preguntas])
        for found in view.preguntas[: len(self._cards)]:
            self._cards[found.id].show_row(found)
        self._add(_AT_ONCE)
        self._following = False
        self.questions.show_rows(view.preguntas)
        self._following = True

    def current(self) -> ResultCard | None:
        """Return the card of the chosen question."""
        return self._card(self.questions.current())

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

    def _rearrange(self, keys: Sequence[str]) -> None:
        """Take the cards out when the questions are others, or in another order; those that stay are put again."""
        if list(self._cards) == list(keys[: len(self._cards)]):
            return
        cards = {**self._cards, **self._kept}
        for key, card in cards.items():
            self._stack.removeWidget(card)
            if key not in keys:
                card.form.leave()
                card.hide()
                card.deleteLater()
        self._cards, self._kept = {}, {key: card for key, card in cards.items() if key in keys}
        self._add(len(self._kept))

    def _add(self, count: int) -> None:
        """Put the cards of so many questions more."""
        for found in self._rows[len(self._cards) :][:count]:
            card = self._kept.pop(found.id, None) or self._made(found)
            card.show_row(found)
            self._cards[found.id] = card
            self._stack.addWidget(card)
        if len(self._cards) < len(self._rows):
            self._coming.start()
        else:
            self._coming.stop()

    def _card(self, found: PreguntaRow | None) -> ResultCard | None:
        """Return the card of a question, with all that go before it."""
        places = [place for place, one in enumerate(self._rows) if found is not None and one.id == found.id]
        if not places:
            return None
        self._add(max(0, places[0] + 1 - len(self._cards)))
        return self._cards[self._rows[places[0]].id]

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
        card = self._card(found) if self._following else None
        if card is not None:
            QTimer.singleShot(0, card, lambda: self._to_top(card))

    def _to_top(self, card: ResultCard) -> None:
        """Scroll to a card once it, and those that were just put over it, have their room."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._area.verticalScrollBar().setValue(card.y())


def status(view: EncuestaView) -> list[tuple[str, str, str]]:
    """The line of status: people, questions, and those whose base is too small to speak in percent."""
    people = view.encuestados or 0
    who = plural(people, "persona respondió", "personas respondieron").split(" ", 1)[1]
    asked = plural(len(view.preguntas), "pregunta", "preguntas").split(" ", 1)[1]
    small = sum(1 for row in view.preguntas if row.base and row.base < BASE_PEQUENA)
    counts = [(numero(people), who, "ink"), (str(len(view.preguntas)), asked, "ink")]
    return [*counts, (str(small), f"con base menor de {BASE_PEQUENA}", "warn")] if small else counts
