"""Análisis: what people asked about and what they answered, as figures; and the sections that comment on them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from rcdesk.documents.blocks import Chart
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.palabras_del_acta import PORCENTAJES
from rcdesk.i18n import plural
from rcdesk.ui.chart_work import ChartWork
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.chart import ChartView
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Choice, Field
from rcdesk.ui.kit.form import Form, or_none
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.saving import Saving
from rcdesk.ui.screens.acta.figures import question_words, survey_words
from rcdesk.ui.screens.acta.part import DataCard, Part, heading
from rcdesk.work.actas import editar_acta, ver_acta
from rcdesk.work.estado_del_acta import EstadoDelActa


class AnalysisPart(Part):
    """The figures come by themselves; `opened` goes to the section where they are commented on."""

    opened = Signal(str)  # the key of a section

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._questions = DataCard(tab, "preguntas", "Ver preguntas", "en_vivo")
        self._survey = DataCard(tab, "encuesta", "Ver encuesta", "encuesta")
        self._chart = named("preguntas_por_tema", ChartView())
        self._saving, self._drawn = Saving(tab), Chart("", (), 0)
        self._keep = named("guardar_grafica_de_temas", Button("Guardar la gráfica…", "image", kind="quiet", small=True))
        self._keep.clicked.connect(self._save_chart)
        self._form = Form(tab, "analisis", self._save)
        options = [("", "Con un decimal"), *((value, con_mayuscula(words)) for value, words in PORCENTAJES.items())]
        self._rounding = self._form.bind(
            "porcentajes", Field("Porcentajes", Choice(options)), shown=lambda value: value or "", stored=or_none
        )
        self._sections: QVBoxLayout = column(gap=6)
        self._nothing = EmptyState(
            "chart-column",
            "Ninguna sección comenta estas cifras",
            "Se imprimen solas. Para escribir el análisis, traiga las secciones del formato.",
            "Usar las nueve secciones",
        )
        self._nothing.started.connect(self.use_standard)
        top = heading("Análisis", note="Las cuentas y los porcentajes salen de las preguntas y de la encuesta.")
        self.setLayout(
            column(
                top,
                4,
                self._questions,
                self._chart,
                row((self._rounding, 1), None, column(None, self._keep)),
                8,
                self._survey,
                8,
                self._sections,
                self._nothing,
                None,
                gap=8,
            )
        )

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show the figures, and a button for each section that analyses."""
        datos = estado.datos
        self._questions.show_words(question_words(datos))
        self._survey.show_words(survey_words(datos))
        chart = datos.grafica_de_temas
        if chart is not None:
            self._drawn = chart
            self._chart.show_chart(chart, _base(chart))
        for widget in (self._chart, self._rounding, self._keep):
            widget.setVisible(chart is not None)
        self._form.show(self.audiencia_id, self.tab.desk.ask(ver_acta, audiencia_id=self.audiencia_id))
        mine = [parte for parte in estado.partes if parte.seccion in estado.analisis]
        self.landmark = estado.titulos.get("preguntas_por_tema", "")
        self._nothing.setVisible(not mine)
        emptied(self._sections)
        if mine:
            self._sections.addWidget(PlainLabel("Secciones que las comentan", "lead"))
        for parte in mine:
            button = named(f"escribir_{parte.seccion}", Button("Escribir", "pen-line", small=True))
            button.clicked.connect(lambda _checked=False, key=parte.seccion: self.opened.emit(key))
            number = PlainLabel(str(parte.numero), "body", "ink3")
            self._sections.addLayout(row(number, (PlainLabel(parte.titulo, "body", wrap=True), 1), button, gap=10))

    def leave(self) -> None:
        """Save what is unsaved."""
        self._form.leave()

    def _save(self, key: str, values: dict[str, Any], seen: dict[str, Any]) -> None:
        self.tab.desk.do(editar_acta, audiencia_id=key, valores=values, seen=seen)

    def _save_chart(self) -> None:
        """Save the chart of the questions, as a picture or a drawing."""
        chart = self._drawn
        self._saving.ask(ChartWork(chart, chart.title or "Preguntas por tema", chart.title, _base(chart)).to_save())


def _base(chart: Chart) -> str:
    return f"Base: {plural(chart.base, 'pregunta', 'preguntas')}"
