"""Formulario: the questions of a survey, added, written, ordered and taken away; and what the survey itself says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from rcdesk.domain import encuestas
from rcdesk.domain.palabras import (
    APLICACION_ENCUESTA,
    MOMENTO_ENCUESTA,
    TIPO_PREGUNTA_ENCUESTA,
    con_mayuscula,
)
from rcdesk.domain.registro import TipoPreguntaEncuesta
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.draft import Draft
from rcdesk.ui.kit.fields import Check, Choice, Field, Line, Text
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.layout import Item, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.encuesta.questions import QuestionList
from rcdesk.work.resultados import EncuestaView, PreguntaRow

_SEPARATOR = "\n"  # between the answers of a condition on several of them
Save = Callable[[str, dict[str, Any], dict[str, Any]], object]


@dataclass(frozen=True, slots=True)
class _Written:
    """A question as its form writes it, column by column."""

    enunciado: str | None
    tipo: TipoPreguntaEncuesta
    opciones: tuple[str, ...]
    admite_otro: bool | None
    obligatoria: bool | None
    caracteriza: bool | None
    condicion_pregunta: str | None
    condicion_es: tuple[str, ...]
    muestra: tuple[str, ...]


class Writing(QWidget):
    """`added` carries the words of a new question; `wanted` what to do: up, down, withdraw, withdraw_survey."""

    added = Signal(str)
    wanted = Signal(str)

    def __init__(self, screen: Screen, save_question: Save, save_survey: Save) -> None:
        super().__init__()
        self._pages = QStackedWidget()
        self.form = Form(screen, "pregunta", save_question)
        self.survey = Form(screen, "encuesta", save_survey)
        self._line = named(
            "nueva_pregunta", Line(placeholder="Escriba una pregunta y oprima Enter"), label="Nueva pregunta"
        )
        self._line.returnPressed.connect(self._add)
        self._draft = Draft(screen, self._line, "encuesta/nueva_pregunta")
        data = named("datos_de_encuesta", Button("Datos de la encuesta", "settings", kind="quiet"))
        data.clicked.connect(self._show_data)
        over = row(data, None, margins=(8, 8, 8, 6))
        under = row((self._line, 1), margins=(12, 8, 12, 8))
        self.questions = QuestionList("preguntas_formulario", over=over, under=under, based=False)
        self.questions.chosen.connect(self._show)
        self._row: PreguntaRow | None = None
        self._rows: Sequence[PreguntaRow] = ()
        self._number, self._words = PlainLabel("", "title", "ink3"), PlainLabel("", "lead", elide=True)
        self._answers = named("pregunta_opciones_de_condicion", Choice())
        self._condition = Choice()
        for page in (self._question_page(), self._survey_page()):
            self._pages.addWidget(page)
        self._panes = Panes(self.questions, self._pages, back="Preguntas", shares=(0, 1))
        self.questions.opened.connect(self._panes.open_detail)
        self.setLayout(column((self._panes, 1)))

    def _question_page(self) -> Card:
        steps = [
            self._button("up", "Subir", "arrow-up"),
            self._button("down", "Bajar", "arrow-down"),
            None,
            self._button("withdraw", "Retirar la pregunta…", "trash-2"),
        ]
        fields = self._question_fields()
        body = column(*fields, 8, Rule(), row(*steps), None, margins=(24, 10, 24, 14), gap=12)
        head = row(self._number, (self._words, 1), margins=(24, 12, 20, 8), gap=10)
        card = Card()
        card.setLayout(column(head, Rule(), (scrolling(body), 1), margins=(1, 0, 1, 2), gap=0))
        return card

    def _question_fields(self) -> list[Item]:
        bind = self.form.bind
        kinds = [(value, con_mayuscula(word)) for value, word in TIPO_PREGUNTA_ENCUESTA.items()]
        words = bind("enunciado", Field("Pregunta, como se lee en el formulario", Text(lines=2, most=5)))
        kind = bind("tipo", Field("Cómo se responde", Choice(kinds)))
        options = Field("Opciones, una en cada renglón", Text(lines=4, most=12))
        self._options = bind("opciones", options, shown=_lines, stored=_split)
        self._other = bind("admite_otro", Field("Otra respuesta", Check("Se puede escribir otra")))
        must = bind("obligatoria", Field("Respuesta", Check("Es obligatoria")))
        whose = Check("Pregunta quién es la persona: en lo público, lo que digan pocas se reserva")
        who = bind("caracteriza", Field("Caracterización", whose))
        on = bind("condicion_pregunta", Field("Se pregunta solo si en…", self._condition))
        answer = bind("condicion_es", Field("…respondió", self._answers), shown=_SEPARATOR.join, stored=_split)
        sample = Field("Respuestas escogidas para el acta, una en cada renglón", Text(lines=3, most=10))
        self._sample = bind("muestra", sample, shown=_lines, stored=_split)
        return [
            words,
            row((kind, 1), None),
            self._options,
            row(self._other, 24, must, None),
            who,
            row((on, 3), (answer, 2), gap=12),
            self._sample,
        ]

    def _survey_page(self) -> Card:
        bind = self.survey.bind
        moments = [("", "Sin indicar"), *((value, con_mayuscula(word)) for value, word in MOMENTO_ENCUESTA.items())]
        ways = [("", "Sin indicar"), *((value, con_mayuscula(word)) for value, word in APLICACION_ENCUESTA.items())]
        back = named("volver_a_preguntas", Button("Volver a las preguntas", "arrow-left", kind="quiet", small=True))
        back.clicked.connect(lambda: self._pages.setCurrentIndex(0))
        drop = named("retirar_encuesta", Button("Retirar la encuesta, con motivo…", "trash-2", kind="quiet"))
        drop.clicked.connect(lambda: self.wanted.emit("withdraw_survey"))
        body = column(
            bind("titulo", Field("Título de la encuesta", Line())),
            row(
                (bind("momento", Field("Cuándo se aplica", Choice(moments))), 1),
                (bind("aplicacion", Field("Cómo se aplica", Choice(ways))), 1),
                gap=12,
            ),
            bind("url", Field("Enlace del formulario", Line(placeholder="https://"))),
            8,
            Rule(),
            row(drop, None),
            None,
            margins=(24, 14, 24, 14),
            gap=12,
        )
        head = row(PlainLabel("Datos de la encuesta", "lead"), None, back, margins=(24, 12, 12, 8))
        card = Card()
        card.setLayout(column(head, Rule(), (body, 1), margins=(1, 0, 1, 2), gap=0))
        return card

    def _show_data(self) -> None:
        self._pages.setCurrentIndex(1)
        self._panes.open_detail()

    def show_survey(self, view: EncuestaView) -> None:
        """Show the questions of a survey."""
        self._rows = view.preguntas
        self._draft.open(view.id)
        self.questions.show_rows(view.preguntas)
        self.survey.show(view.id, view)
        self._show(self.questions.current())
        if not view.preguntas:
            self._pages.setCurrentIndex(1)

    def added_done(self, key: str) -> None:
        """The question was added: show it, and begin the next one."""
        self._draft.done()
        self.questions.table.select_key(key)
        self._pages.setCurrentIndex(0)

    def _show(self, found: PreguntaRow | None) -> None:
        if found is None:
            self.form.leave()
            return
        if self._row is not None and found.id != self._row.id:
            self._pages.setCurrentIndex(0)
        self._row = found
        self._number.setText(str(found.numero))
        self._words.setText(found.enunciado)
        question = found.pregunta
        before = [one for one in self._rows if one.numero < found.numero and encuestas.de_opciones(one.pregunta)]
        self._condition.set_options(
            [("", "Siempre se pregunta"), *((one.pregunta.codigo, f"{one.numero}. {one.enunciado}") for one in before)]
        )
        condition = question.condicion
        asked = next((one for one in before if condition and one.pregunta.codigo == condition.pregunta), None)
        answers = list(encuestas.opciones(asked.pregunta)) if asked else []
        several = _SEPARATOR.join(condition.es) if condition else ""
        options = [(one, one) for one in answers]
        if condition and len(condition.es) > 1:
            options.append((several, " o ".join(condition.es)))
        self._answers.set_value("")
        self._answers.set_options(options)
        self._answers.setEnabled(bool(answers))
        closed = encuestas.de_opciones(question)
        self._options.setVisible(closed)
        self._other.setVisible(closed)
        self._sample.setVisible(question.tipo == "texto")
        self.form.show(found.id, _written(found))

    def _add(self) -> None:
        if self._line.value():
            self.added.emit(self._line.value())

    def _button(self, method: str, words: str, icon: str) -> Button:
        button = named(f"pregunta_{method}", Button(words, icon, kind="quiet"))
        button.clicked.connect(lambda: self.wanted.emit(method))
        return button


def _written(found: PreguntaRow) -> _Written:
    question, condition = found.pregunta, found.pregunta.condicion
    return _Written(
        question.enunciado,
        question.tipo,
        question.opciones,
        question.admite_otro,
        question.obligatoria,
        question.caracteriza,
        condition.pregunta if condition else None,
        condition.es if condition else (),
        question.muestra,
    )


def _lines(texts: Sequence[str]) -> str:
    return "\n".join(texts)


def _split(text: str) -> tuple[str, ...]:
    return tuple(line for raw in text.splitlines() if (line := raw.strip()))
