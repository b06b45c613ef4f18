"""Encuesta: what the people thought of the hearing, from its questions to what the acta says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from rcdesk.domain.encuestas import SI_NO, opciones, opciones_al_cambiar
from rcdesk.domain.registro import Encuesta
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.dialog import ask_reason
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.tabs import Tabs
from rcdesk.ui.screens.encuesta.bringing import Bringing
from rcdesk.ui.screens.encuesta.counts import Counts
from rcdesk.ui.screens.encuesta.entry import Entry
from rcdesk.ui.screens.encuesta.grouping import Grouping
from rcdesk.ui.screens.encuesta.outputs import Outputs
from rcdesk.ui.screens.encuesta.paper import Paper
from rcdesk.ui.screens.encuesta.results import Results, status
from rcdesk.ui.screens.encuesta.writing import Writing
from rcdesk.work import encuestas
from rcdesk.work.encuestas import encuesta_de_evaluacion
from rcdesk.work.lineas import corregir, retirar
from rcdesk.work.narrativa import editar_narrativa
from rcdesk.work.resultados import EncuestaView, listar_encuestas, ver_encuesta

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk

_TABS: Final = (
    ("resultados", "Resultados"),
    ("digitacion", "Digitación"),
    ("conteos", "Conteos"),
    ("formulario", "Formulario"),
)

_NONE: Final = [("0", "encuestas", "ink")]
"""The line of status of a hearing without surveys."""


class EncuestaScreen(HearingScreen):
    """The survey in hand, seen four ways."""

    told_by_acta = True
    reads: ClassVar[frozenset[str]] = frozenset(
        {"encuestas", "preguntas_encuesta", "resultados", "respuestas_encuesta", "metricas"}
    )

    results: Results
    outputs: Outputs
    bringing: Bringing
    grouping: Grouping
    paper: Paper

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._survey = ""
        self._view: EncuestaView | None = None
        self.tabs = named("partes_encuesta", Tabs(_TABS, under=True), label="Partes de la encuesta")
        self._which = named("encuesta", Choice(), label="Encuesta")
        self.results = Results(self, self._save_text)
        self.entry, self.counts = Entry(), Counts()
        self.writing = Writing(self, self._save_question, self._save_survey)
        self._parts: dict[str, QWidget] = dict(
            zip(dict(_TABS), (self.results, self.entry, self.counts, self.writing), strict=True)
        )
        self._stack, self._pages = QStackedWidget(), QStackedWidget()
        self.covered: QWidget | None = None
        self.tools = row(gap=4)
        self.bringing, self.grouping, self.paper = Bringing(self), Grouping(self), Paper(self, self.entry)
        self._other = named(
            "empezar_con_archivo", Button("Traer las respuestas de un formulario…", "upload", kind="quiet")
        )
        self._nothing = EmptyState(
            "list",
            "Aquí se evalúa la audiencia",
            "Las personas dicen cómo se enteraron, si la información les sirvió y cómo califican la gestión; "
            "los resultados pasan al acta con su gráfica.",
            "Usar la encuesta de evaluación",
            shaped=True,
            primary=True,
            also=self._other,
        )
        self._build()
        self.outputs = Outputs(self)
        self._connect()

    def _build(self) -> None:
        for part in self._parts.values():
            self._stack.addWidget(part)
        empty = Card()
        self._other.clicked.connect(self.bringing.choose_file)
        empty.setLayout(column((self._nothing, 1)))
        bring = named("traer_formulario", Button("Traer respuestas…", "upload", kind="quiet", small=True))
        bring.clicked.connect(self.bringing.choose_file)
        group = named(
            "agrupar_respuestas", Button("Agrupar respuestas abiertas", "git-merge", kind="quiet", small=True)
        )
        group.clicked.connect(self.grouping.begin)
        for tool in (group, bring):
            self.tools.addWidget(tool)
        work = column(row(self.tabs, None, self.tools, self._which), (self._stack, 1), margins=(8, 0, 8, 8))
        self._pages.addWidget(boxed(column((empty, 1), margins=(8, 0, 8, 8))))
        self._pages.addWidget(boxed(work))
        for view in (self.bringing.view, self.grouping.view):
            self._pages.addWidget(boxed(column((view, 1), margins=(8, 0, 8, 8))))
        self.fill(column((self._pages, 1)))

    def _connect(self) -> None:
        self._nothing.started.connect(self.use_template)
        self.tabs.chosen.connect(self.show_part)
        self._which.edited.connect(lambda: self._take(self._which.value()))
        self.results.chart_wanted.connect(self.outputs.save_chart_of)
        self.counts.surveyed.connect(self._count_people)
        self.counts.counted.connect(self._count)
        self.writing.added.connect(self._add)
        self.writing.wanted.connect(self._do)

    # Reading

    def reset(self) -> None:
        """Another hearing: its first survey, in its results."""
        self._survey = ""
        for part in (self.bringing, self.grouping):
            if part.in_sight():
                part.close()
        self.show_part("resultados")

    def refresh(self) -> None:
        """Read the survey in hand, or the first one of the hearing."""
        surveys = self.desk.ask(listar_encuestas, audiencia_id=self.audiencia_id)
        keys = [key for key, _ in surveys]
        if self._survey not in keys:
            self._survey = next(iter(keys), "")
        view = self.desk.ask(ver_encuesta, id=self._survey) if self._survey else None
        self._view = view
        if self.covered is None:
            self._pages.setCurrentIndex(0 if view is None else 1)
        self._which.set_options(surveys)
        self._which.set_value(self._survey)
        self._which.setVisible(len(surveys) > 1)
        if self.covered is None:
            self.setFocusProxy(self._nothing.button if view is None else self._home())
        if view is None:
            self.ambient.emit(_NONE)
            self.bringing.refresh()
            return
        self.results.show_survey(view)
        self.paper.show_survey(view)
        self.counts.show_survey(view)
        self.writing.show_survey(view)
        self.ambient.emit(status(view))
        self.bringing.refresh()
        self.grouping.refresh()

    @property
    def survey(self) -> str:
        """The key of the survey in hand; empty when there is none."""
        return self._survey

    def cover(self, view: QWidget, home: QWidget) -> None:
        """Put work that needs the whole room in place of the survey, until `uncover`; `home` takes the keys."""
        self.covered = view
        self.setFocusProxy(home)
        holder = view.parentWidget()
        if holder is not None:
            self._pages.setCurrentWidget(holder)

    def uncover(self, view: QWidget) -> None:
        """Back to the survey."""
        if self.covered is view:
            self.covered = None
            self.hints.emit("")
            self._pages.setCurrentIndex(0 if self._view is None else 1)
            self.ambient.emit(_NONE if self._view is None else status(self._view))
            self.setFocusProxy(self._nothing.button if self._view is None else self._home())
            self.show_part(self.tabs.here())

    def show_brought(self, key: str) -> None:
        """Answers came into a survey: show its results."""
        if key != self._survey:
            self._take(key)
        self.show_part("resultados")

    def seek(self, key: str) -> None:
        """Show a part, by its name, or choose the question with this key."""
        if key in self._parts:
            self.show_part(key)
        else:
            self.results.questions.table.select_key(key)

    def show_part(self, part: str) -> None:
        """Bring one of the four parts into sight, with the keys in it."""
        self.tabs.choose(part)
        self._stack.setCurrentWidget(self._parts[part])
        self.outputs.lead_to_acta(first=part == "resultados")
        if self._view is not None:
            self.setFocusProxy(self._home())
            self._home().setFocus(Qt.FocusReason.OtherFocusReason)

    def _home(self) -> QWidget:
        """What takes the keys in the part in sight."""
        homes: dict[str, QWidget] = {
            "resultados": self.results.questions.table,
            "digitacion": self.entry.box,
            "conteos": self.counts.questions.table,
            "formulario": self.writing.questions.table,
        }
        return homes[self.tabs.here()]

    # What commands ask for

    def offers(self, method: str) -> bool:
        """Without a survey one can only begin it."""
        part, _, name = method.partition(".")
        if name:
            return bool(getattr(self, part).offers(name))
        if self.covered is not None:
            return method == "save_form" and self.bringing.in_sight()
        return method in ("use_template", "begin_blank") or self._view is not None

    def use_template(self) -> None:
        """Begin with the questions of the evaluation survey."""
        self._begin(encuesta_de_evaluacion())

    def begin_blank(self) -> None:
        """Begin a survey without questions."""
        self._begin(Encuesta(titulo="Encuesta", preguntas=()))

    def to_results(self) -> None:
        """Go to the results."""
        self.show_part("resultados")

    def to_entry(self) -> None:
        """Go to typing forms."""
        self.show_part("digitacion")

    def to_counts(self) -> None:
        """Go to the counts."""
        self.show_part("conteos")

    def to_questions(self) -> None:
        """Go to the questions."""
        self.show_part("formulario")

    def write_text(self) -> None:
        """Go to what the acta says of the chosen question."""
        self.show_part("resultados")
        card = self.results.current()
        if card is not None:
            card.text.setFocus()

    def save_form(self) -> None:
        """Save the form that is being typed, or bring those of a file."""
        if self.bringing.in_sight():
            self.bringing.bring()
        elif self.covered is None and self._stack.currentWidget() is self.entry:
            self.entry.save()

    # Doing

    def _begin(self, survey: Encuesta) -> None:
        with self.attempt() as attempt:
            made = self.desk.do(encuestas.crear_encuesta, audiencia_id=self.audiencia_id, encuesta=survey)
        if attempt.ok:
            self._take(made)
            self.show_part("formulario")

    def _take(self, key: str) -> None:
        self._survey = key
        self.refresh()

    def _save_text(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.desk.do(
            editar_narrativa,
            tabla="preguntas_encuesta",
            id=key,
            campo="analisis",
            bloques=values["analisis"],
            seen=seen.get("analisis"),
        )

    def _count_people(self, people: int | None) -> None:
        with self.attempt():
            self.desk.do(encuestas.anotar_encuestados, id=self._survey, encuestados=people)

    def _count(self, key: str, base: int | None, written: dict[str, int | None]) -> None:
        with self.attempt():
            self.desk.do(encuestas.anotar_resultados, id=key, respondieron=base, cantidades=written)

    def _add(self, words: str) -> None:
        values = {"enunciado": words, "tipo": "si_no", "opciones": SI_NO}
        with self.attempt() as attempt:
            made = self.desk.do(encuestas.agregar_pregunta, encuesta_id=self._survey, valores=values)
        if attempt.ok:
            self.writing.added_done(made)

    def _save_question(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        """Store a field; a new kind brings the options that it needs, and a condition its first answer."""
        found = self.writing.questions.current()
        if found is not None and "tipo" in values and values["tipo"] != found.pregunta.tipo:
            values = {**values, "opciones": opciones_al_cambiar(found.pregunta, values["tipo"])}
        if values.get("condicion_pregunta") and self._view is not None:
            code = values["condicion_pregunta"]
            asked = next((row.pregunta for row in self._view.preguntas if row.pregunta.codigo == code), None)
            values = {**values, "condicion_es": opciones(asked)[:1] if asked else ()}
        self.desk.do(encuestas.corregir_pregunta, id=key, valores=values, seen=seen)

    def _save_survey(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.desk.do(corregir["encuestas"], id=key, valores=values, seen=seen)

    def _do(self, method: str) -> None:
        found = self.writing.questions.current()
        if method == "withdraw_survey":
            self._withdraw_survey()
        elif found is None:
            return
        elif method == "withdraw":
            reason = ask_reason(self, f"Retirar «{found.enunciado}»", "¿Por qué se retira la pregunta?", verb="Retirar")
            if reason is not None:
                with self.attempt():
                    self.desk.do(encuestas.retirar_pregunta, id=found.id, motivo=reason)
        else:
            with self.attempt():
                self.desk.do(encuestas.mover_pregunta, id=found.id, pasos=-1 if method == "up" else 1)

    def _withdraw_survey(self) -> None:
        reason = ask_reason(self, "Retirar la encuesta", "¿Por qué se retira, con sus respuestas?", verb="Retirar")
        if reason is not None:
            with self.attempt():
                self.desk.do(retirar["encuestas"], id=self._survey, motivo=reason)
