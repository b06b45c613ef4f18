"""Conteos: the results that come already added up, question by question, each with its base."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain import encuestas
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Field, Line, NumberField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.layout import column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panes import Panes
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.encuesta.questions import QuestionList, kind
from rcdesk.work.resultados import EncuestaView, PreguntaRow

_FIELD = 180  # px at 100 % that an option needs, with its words over it
_ACROSS = 4


class Counts(QWidget):
    """`counted` carries the question, how many answered it, and the options that were written."""

    surveyed = Signal(object)  # how many people answered the survey
    counted = Signal(str, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._people = named("encuestados", NumberField())
        self._people.committed.connect(lambda: self.surveyed.emit(self._people.value()))
        over = column(Field("Personas que respondieron la encuesta", self._people), margins=(20, 12, 20, 12))
        self.questions = QuestionList("preguntas_conteos", over=over)
        self.questions.chosen.connect(self._show)
        self._row: PreguntaRow | None = None
        self._told: PreguntaRow | None = None
        self._options: dict[str, NumberField] = {}
        self._number, self._words = PlainLabel("", "lead", "ink3"), PlainLabel("", "lead", wrap=True)
        self._kind = PlainLabel("", "caption", "ink2", wrap=True)
        self._base = named("respondieron", NumberField())
        self._base.committed.connect(lambda: self._tell({}))
        self._base.returnPressed.connect(self._next)
        self._rows = column(gap=8)
        self._other = named("otra_opcion", Line(placeholder="Otra respuesta, y Enter"), label="Otra respuesta")
        self._other.returnPressed.connect(self._add)
        self._notes = PlainLabel("", "caption", "ink2", wrap=True)
        self._sheet, self._closed = Card(), Card()
        self._build()

    def _build(self) -> None:
        base = row(Field("Respondieron esta pregunta", self._base), None)
        title = row(self._number, (self._words, 1), gap=10)
        body = column(
            title, self._kind, 6, base, 4, self._rows, self._other, self._notes, None, margins=(24, 14, 24, 16), gap=6
        )
        self._sheet.setLayout(column((scrolling(body), 1), margins=(1, 1, 1, 2)))
        counted = EmptyState(
            "check",
            "Los formularios se cuentan solos",
            "Esta encuesta tiene formularios digitados: sus resultados salen de ellos, sin escribir ninguna cifra.",
        )
        self._closed.setLayout(column((counted, 1)))
        self._panes = Panes(self.questions, self._sheet, back="Preguntas", shares=(0, 1))
        self.questions.opened.connect(self._panes.open_detail)
        self.setLayout(row((self._panes, 1), (self._closed, 1)))

    def show_survey(self, view: EncuestaView) -> None:
        """Show the counts of a survey; one with forms counts by itself."""
        typed = bool(view.formularios)
        self._panes.setVisible(not typed)
        self._sheet.setVisible(bool(view.preguntas))
        self._closed.setVisible(typed)
        self._people.refresh_value(view.encuestados)
        self.questions.show_rows(view.preguntas)
        self._show(self.questions.current())

    def _show(self, found: PreguntaRow | None) -> None:
        same = found is not None and self._told is not None and found.id == self._told.id
        self._row = self._told = found
        if found is None:
            return
        self._number.setText(str(found.numero))
        self._words.setText(found.enunciado)
        self._kind.setText("  ·  ".join(filter(None, (kind(found), found.condicion))))
        self._notes.setText(" ".join(found.notas))
        self._refresh(self._base, found.pregunta.respondieron, same=same)
        written = tuple(self._options) if same else ()
        options = dict.fromkeys((*_offered(found), *found.cantidades, *written))
        if not same or options.keys() != self._options.keys():
            self._lay(list(options))
        for option, field in self._options.items():
            self._refresh(field, found.cantidades.get(option), same=same)
        question = found.pregunta
        self._other.setVisible(not encuestas.de_opciones(question) or encuestas.libre(question))
        self._other.set_value("")

    @staticmethod
    def _refresh(field: NumberField, value: int | None, *, same: bool) -> None:
        """Show a stored count; in another question whatever was typed is of the one before."""
        show: Callable[[int | None], None] = field.refresh_value if same else field.set_value
        show(value)

    def _lay(self, options: list[str]) -> None:
        emptied(self._rows)
        self._options = {}
        for option in options:
            field = named(option, NumberField())
            field.committed.connect(lambda option=option: self._tell({option: self._options[option].value()}))
            field.returnPressed.connect(self._next)
            self._options[option] = field
        cells: list[tuple[QWidget, int]] = [(Field(option, field), 1) for option, field in self._options.items()]
        if left := -len(cells) % _ACROSS:
            cells.append((QWidget(), left))  # the last option is no wider than the others
        self._rows.addWidget(Flow(*cells, units=_ACROSS, least=_FIELD))

    def _next(self) -> None:
        """After Enter, go to the field below."""
        fields = [self._base, *self._options.values()]
        here = next((i for i, field in enumerate(fields) if field.hasFocus()), -1)
        if 0 <= here < len(fields) - 1:
            fields[here + 1].setFocus()

    def _tell(self, written: dict[str, int | None]) -> None:
        if self._row is not None:
            self.counted.emit(self._row.id, self._base.value(), written)

    def _add(self) -> None:
        option = self._other.value()
        if not option or option in self._options:
            return
        self._lay([*self._options, option])
        if self._row is not None:
            for known, field in self._options.items():
                field.set_value(self._row.cantidades.get(known))
        self._other.set_value("")
        self._options[option].setFocus()


def _offered(found: PreguntaRow) -> tuple[str, ...]:
    return encuestas.opciones(found.pregunta) if encuestas.de_opciones(found.pregunta) else ()
