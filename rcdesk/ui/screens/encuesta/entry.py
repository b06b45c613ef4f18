"""Digitación: the screen is the paper. Same order, one line per answer, and the question that has the keys, open."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rcdesk.domain import encuestas
from rcdesk.domain.registro import NO_APLICA, PreguntaEncuesta, ValorDeRespuesta
from rcdesk.i18n import numero
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Badge, Card, Rule
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.survey import FormLine
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.encuesta.box import QuestionBox, shown
from rcdesk.work.resultados import EncuestaView, FormularioRow

_SIDE: Final = 320
Values = dict[str, ValorDeRespuesta]


class Entry(QWidget):
    """`saved` carries a whole form and the key of the one it corrects; `kept` half of one, as text for a draft.

    `retyped` carries one typed again, and the first typing of it: they are compared and nothing is stored.
    """

    saved = Signal(object, str)
    retyped = Signal(object, object)
    kept = Signal(str)
    clearing = Signal()  # the typed counts, so that forms may be typed
    withdrawn = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.questions: tuple[PreguntaEncuesta, ...] = ()
        self._survey, self._here, self.editing = "", 0, ""
        self.values: Values = {}
        self._first_typing: FormularioRow | None = None
        self._lines: list[FormLine] = []
        self._slots: QVBoxLayout = column(gap=0)
        self.box = QuestionBox()
        self.box.setParent(self)  # while there are no lines among which to open it
        self.box.hide()
        self._title, self._note = PlainLabel("", "title"), PlainLabel("", "body", "ink2")
        self._model: RowsModel[FormularioRow] = RowsModel(_COLUMNS)
        self.typed: Table[FormularioRow] = named(
            "formularios",
            Table(self._model, empty="Todavía no hay formularios."),
            label="Formularios",
        )
        self._forms = Badge("0", "formularios")
        self._counted = EmptyState(
            "table",
            "Esta encuesta tiene conteos ya sumados",
            "Una encuesta lleva formularios o conteos, nunca los dos. Al digitar formularios se borran los conteos.",
            "Borrar los conteos y digitar",
        )
        self._build()

    def _build(self) -> None:
        save = named("guardar_formulario", Button("Guardar", "check", "Ctrl Enter", kind="quiet", small=True))
        drop = named("vaciar_formulario", Button("Vaciar", "x", kind="quiet", small=True))
        save.clicked.connect(self.save)
        drop.clicked.connect(self.begin)
        head = row(self._title, self._note, None, drop, save, margins=(0, 12, 0, 8), gap=10)
        self._area = scrolling(column(self._slots, None, margins=(24, 0, 24, 12)))
        self._paper = Card()
        inner = column(boxed(row((head, 1), margins=(24, 0, 16, 0))), Rule(), 4, (self._area, 1), gap=0)
        self._paper.setLayout(column((inner, 1), margins=(1, 1, 1, 2)))
        self._closed = Card()
        self._closed.setLayout(column((self._counted, 1)))
        side = self._side()
        self.setLayout(row((self._paper, 1), (self._closed, 1), side))
        self._counted.started.connect(self.clearing)
        self.box.answered.connect(self._answer)
        self.box.onward.connect(self.onward)
        self.box.back.connect(self.back)
        self.box.placed.connect(self._reveal)
        self._area.verticalScrollBar().rangeChanged.connect(self._reveal)

    def _side(self) -> Card:
        side = Card()
        counts = column(row(self._forms, None), margins=(20, 12, 16, 10))
        self._take = take = named("corregir_formulario", Button("Corregir", "pen-line", "Enter", "quiet", small=True))
        self._drop = drop = named("retirar_formulario", Button("Retirar…", "trash-2", "Supr", "quiet", small=True))
        twice = named("comprobar_formulario", Button("Digitar otra vez y comparar", "check", "V", "quiet", small=True))
        twice.clicked.connect(self.type_again)
        self._twice = twice
        take.clicked.connect(lambda: self.correct(self.typed.current()))
        drop.clicked.connect(lambda: self._withdraw(self.typed.current()))
        self.typed.horizontalHeader().hide()
        self.typed.row_activated.connect(self.correct)
        title = row(PlainLabel("Últimos", "lead"), None, margins=(20, 10, 12, 6))
        foot = column(row(take, drop, None), row(twice, None), margins=(12, 6, 12, 6), gap=2)
        parts = column(counts, Rule(), title, (self.typed, 1), Rule(), foot, margins=(1, 0, 1, 2), gap=0)
        side.setLayout(parts)
        if look().large:
            side.setVisible(False)
        side.setFixedWidth(look().px(_SIDE))
        return side

    def show_survey(self, view: EncuestaView, forms: Sequence[FormularioRow], draft: str) -> None:
        """Show a survey; what is half typed stays, and `draft` comes back when there was nothing in sight."""
        questions = tuple(_as_asked(found.pregunta) for found in view.preguntas)
        self._paper.setVisible(not view.agregada)
        self._closed.setVisible(view.agregada)
        self._model.show(forms)
        for button in (self._take, self._twice, self._drop):
            button.setEnabled(bool(forms))
        self._forms.set_count(numero(view.formularios), "formulario" if view.formularios == 1 else "formularios")
        self._number = view.formularios + 1
        other = view.id != self._survey
        self._survey = view.id
        if other or questions != self.questions:
            self.questions = questions
            self._lay_lines()
            if other:
                self.values, self.editing, self._first_typing = _read(draft), "", None
            self._go(self._first(), keys=False)
        self._entitle()

    def begin(self) -> None:
        """Begin an empty form."""
        self.values, self.editing, self._first_typing = {}, "", None
        self.kept.emit("")
        self._entitle()
        self._go(0)

    def onward(self) -> None:
        """Go to the next question that applies; after the last one, save."""
        following = [
            place
            for place in range(self._here + 1, len(self.questions))
            if encuestas.aplica(self.questions[place], self.values)
        ]
        if following:
            self._go(following[0])
        else:
            self.save()

    def back(self) -> None:
        """Go to the question before that applies."""
        before = [place for place in range(self._here) if encuestas.aplica(self.questions[place], self.values)]
        if before:
            self._go(before[-1])

    def save(self) -> None:
        """Hand over the form."""
        if self._first_typing is not None:
            self.retyped.emit(dict(self.values), self._first_typing)
            return
        self.saved.emit(dict(self.values), self.editing)

    def point_at(self, codigo: str) -> None:
        """Go to the question with this code: its answer does not fit."""
        place = next((i for i, question in enumerate(self.questions) if question.codigo == codigo), None)
        if place is not None:
            self._go(place)

    def take_keys(self) -> None:
        """Put the keys in the open question."""
        if self.questions and self._paper.isVisibleTo(self):
            self.box.take_keys()

    def _answer(self, value: ValorDeRespuesta) -> None:
        self.values[self.questions[self._here].codigo] = value
        self._mark()
        if self._first_typing is None:  # what is only compared is no draft of a form
            self.kept.emit(json.dumps(self.values, ensure_ascii=False))

    def correct(self, form: FormularioRow | None, codigo: str = "") -> None:
        """Correct a form that was typed, from one of its questions."""
        if form is not None:
            self.values, self.editing, self._first_typing = dict(form.valores), form.id, None
            self._number = form.numero
            self._entitle()
            self._go(next((i for i, question in enumerate(self.questions) if question.codigo == codigo), 0))

    def type_again(self) -> None:
        """Type again the chosen form, without seeing what was typed, to compare both."""
        form = self.typed.current()
        if form is not None:
            self.values, self.editing, self._first_typing = {}, "", form
            self._number = form.numero
            self._entitle()
            self._go(0)

    def _withdraw(self, form: FormularioRow | None) -> None:
        if form is not None:
            self.withdrawn.emit(form.id)

    def _entitle(self) -> None:
        self._title.setText(f"Formulario {self._number}")
        again = "otra vez, para comprobarlo" if self._first_typing is not None else "en papel"
        self._note.setText("corrección de uno ya digitado" if self.editing else again)

    def _first(self) -> int:
        """The first question without an answer in what is half typed."""
        asked = enumerate(self.questions)
        missing = [i for i, q in asked if self.values.get(q.codigo) is None and encuestas.aplica(q, self.values)]
        return missing[0] if missing else 0

    def _lay_lines(self) -> None:
        self._slots.removeWidget(self.box)
        self.box.setParent(self)
        self.box.hide()
        emptied(self._slots)
        self._lines = []
        for place, question in enumerate(self.questions):
            line = FormLine(place + 1, encuestas.enunciado(question))
            line.wanted.connect(lambda place=place: self._go(place))
            named(f"linea_{place + 1}", line, label=line.accessibleName())
            self._lines.append(line)
            self._slots.addWidget(line)

    def _go(self, place: int, *, keys: bool = True) -> None:
        """Open a question in its place among the lines."""
        if not self.questions:
            return
        self._here = min(place, len(self.questions) - 1)
        question = self.questions[self._here]
        self._slots.removeWidget(self.box)
        self._slots.insertWidget(self._here, self.box)
        last = not any(encuestas.aplica(other, self.values) for other in self.questions[self._here + 1 :])
        self.box.show()
        self.box.ask(self._here + 1, question, self.values.get(question.codigo), last=last)
        self._mark()
        self._reveal()
        if keys:
            self.box.take_keys()

    def _reveal(self) -> None:
        """Keep the whole open question in sight, with the line before it; of one too tall, its beginning."""
        if self.box.height() > self._area.viewport().height():
            self._area.verticalScrollBar().setValue(self.box.y())
        else:
            self._area.ensureWidgetVisible(self.box, 0, look().px(44))

    def _mark(self) -> None:
        """Show in each line its answer; what does not apply says why."""
        for place, (line, question) in enumerate(zip(self._lines, self.questions, strict=True)):
            line.setVisible(place != self._here)
            value: Any = self.values.get(question.codigo)
            if not encuestas.aplica(question, self.values) and self._is_past(question):
                value = NO_APLICA
            key, words, dull = shown(question, value)
            line.set_answer(key, words, dull=dull)

    def _is_past(self, question: PreguntaEncuesta) -> bool:
        """Whether the question on which another depends was already answered, or refused."""
        return question.condicion is not None and self.values.get(question.condicion.pregunta) is not None


def _as_asked(question: PreguntaEncuesta) -> PreguntaEncuesta:
    """A question without what was answered: when only that changes, the form in sight stays as it is."""
    return replace(question, respondieron=None, resultados=(), muestra=(), analisis=())


def _read(draft: str) -> Values:
    """What was half typed when the program stopped."""
    found = json.loads(draft) if draft else {}
    return {code: tuple(value) if isinstance(value, list) else value for code, value in found.items()}


def _state(form: FormularioRow) -> State:
    if not form.en_blanco:
        return State("completo", "check", "neutral")
    return State(f"{form.en_blanco} en blanco", "circle-dashed", "neutral")


_COLUMNS = (
    Column[FormularioRow]("No.", lambda form: f"N.º {form.numero}", width=84, strong=True),
    Column[FormularioRow]("Respuestas", lambda form: f"{form.respondidas} resp.", tone="ink2"),
    Column[FormularioRow]("Estado", lambda form: _state(form).word, width=132, state=_state),
)
