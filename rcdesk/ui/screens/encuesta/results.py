"""Results: the chosen question with its chart, and beside it what the acta says of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.encuestas import con_parrafos, parrafos
from rcdesk.domain.registro import Bloque, Parrafo
from rcdesk.i18n import numero, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Badge, Card
from rcdesk.ui.kit.chart import BarChart, Slice
from rcdesk.ui.kit.fields import Field, Text
from rcdesk.ui.kit.form import Form
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.encuesta.questions import QuestionList, kind
from rcdesk.work.resultados import EncuestaView, PreguntaRow

_SAID: Final = 348  # px of the text beside the chart
_OPEN: Final = 30  # open answers that are read here


class Results(QWidget):
    """`proposed` carries the text that the person takes as it is proposed."""

    proposed = Signal(str)

    def __init__(self, screen: Screen, save: Callable[[str, dict[str, Any], dict[str, Any]], object]) -> None:
        super().__init__()
        self._forms, self._part = Badge("0", "formularios"), Badge("", "")
        head = column(row(self._forms, 24, self._part, None), margins=(20, 12, 16, 10))
        self.questions = QuestionList("preguntas_resultados", over=head)
        self.questions.chosen.connect(self._show)
        self._number, self._words = PlainLabel("", "lead", "ink3"), PlainLabel("", "lead", wrap=True)
        self._kind = PlainLabel("", "caption", "ink2", wrap=True)
        self._chart = named("grafica", BarChart())
        self._notes = named("notas", PlainLabel("", "caption", "ink2", wrap=True))
        self._open = column(gap=6)
        self._blocks: tuple[Bloque, ...] = ()
        self._row: PreguntaRow | None = None
        self.form = Form(screen, "resultado", save)
        kept = "Las figuras, tablas y listas que acompañan este texto siguen en su lugar."
        self._kept = PlainLabel(kept, "caption", "ink2", wrap=True)
        self._propose = named("proponer_texto", Button("Proponer texto", "sparkles", kind="quiet", small=True))
        self._propose.clicked.connect(lambda: self.proposed.emit(self._row.propuesta if self._row else ""))
        self._build()

    def _build(self) -> None:
        text = Text(lines=4, most=0 if not look().large else 8, role="reading")
        said = self.form.bind("analisis", Field("Texto para el acta", text), shown=parrafos, stored=self._with_text)
        title = row(self._number, (self._words, 1), gap=10)
        left = column(title, self._kind, 4, self._chart, self._notes, self._open, None, margins=(20, 14, 20, 12), gap=6)
        side = column((said, 1), self._kept, row(self._propose, None), margins=(0, 14, 16, 14), gap=6)
        card = self._card = Card()
        if look().large:
            card.setLayout(column((scrolling(column(left, boxed(side))), 1), margins=(1, 1, 1, 2)))
        else:
            card.setLayout(row((scrolling(left), 1), boxed(side, width=_SAID), margins=(1, 1, 1, 2)))
        panes = Panes(self.questions, card, back="Preguntas", shares=(0, 1))
        self.questions.opened.connect(panes.open_detail)
        self.setLayout(column((panes, 1)))

    def show_survey(self, view: EncuestaView) -> None:
        """Show the results of a survey."""
        people = view.formularios or view.encuestados or 0
        forms = (
            plural(people, "formulario", "formularios") if view.formularios else plural(people, "persona", "personas")
        )
        self._forms.set_count(numero(people), forms.split(" ", 1)[1])
        part = f"{view.del_pico.replace('.', ',')} %" if view.del_pico else ""
        self._part.set_count(part, f"del pico de {view.pico} espectadores" if part else "")
        self._part.setVisible(bool(part))
        self._card.setVisible(bool(view.preguntas))
        self.questions.show_rows(view.preguntas)
        self._show(self.questions.current())

    def text(self) -> str:
        """Return what the acta says now of the chosen question."""
        return parrafos(self._blocks)

    def _show(self, found: PreguntaRow | None) -> None:
        self._row = found
        if found is None:
            self.form.leave()
            return
        self._number.setText(str(found.numero))
        self._words.setText(found.enunciado)
        self._kind.setText("  ·  ".join(filter(None, (kind(found), found.condicion, _asked(found)))))
        slices = [Slice(option, n) for option, n in found.puntos]
        self._chart.setVisible(bool(slices and found.base))
        self._chart.show_slices(slices, found.base or 0)
        self._notes.setText(" ".join(found.notas))
        self._notes.setVisible(bool(found.notas))
        self._show_open(found)
        self._blocks = found.analisis
        self.form.show(found.id, found)
        self._kept.setVisible(any(not isinstance(block, Parrafo) for block in found.analisis))
        self._propose.setVisible(bool(found.propuesta) and found.propuesta not in parrafos(found.analisis))

    def _show_open(self, found: PreguntaRow) -> None:
        emptied(self._open)
        answers = found.abiertas[:_OPEN]
        for answer in answers:
            mark = boxed(column(3, Glyph("message-circle", "ink3", 14), None))
            self._open.addWidget(boxed(row(mark, (PlainLabel(answer, "body", wrap=True), 1), gap=8)))
        more = len(found.abiertas) - len(answers)
        if more > 0:
            said = plural(more, "respuesta más", "respuestas más")
            self._open.addWidget(PlainLabel(f"Y {said}.", "caption", "ink2"))
        elif not found.puntos and not answers:
            empty = "Todavía no hay respuestas a esta pregunta."
            self._open.addWidget(PlainLabel(empty, "body", "ink2", wrap=True))

    def _with_text(self, text: str) -> tuple[Bloque, ...]:
        return con_parrafos(self._blocks, text)


def _asked(found: PreguntaRow) -> str:
    if found.base is None or found.puntos:
        return ""
    return f"la respondieron {plural(found.base, 'persona', 'personas')}"
