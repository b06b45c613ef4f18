"""Análisis: what people asked about and what they answered, as figures; and the sections that comment on them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.chart import BarChart, Slice
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.hearing import HearingScreen
from rcdesk.ui.kit.layout import column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.acta.figures import question_words, survey_words
from rcdesk.ui.screens.acta.part import DataCard, Part, heading
from rcdesk.work.actas import usar_secciones_estandar
from rcdesk.work.estado_del_acta import EstadoDelActa


class AnalysisPart(Part):
    """The figures come by themselves; `opened` goes to the section where they are commented on."""

    opened = Signal(str)  # the key of a section

    def __init__(self, tab: HearingScreen) -> None:
        super().__init__(tab)
        self._questions = DataCard(tab, "preguntas", "Ver preguntas", "en_vivo")
        self._survey = DataCard(tab, "encuesta", "Ver encuesta", "encuesta")
        self._chart = named("preguntas_por_tema", BarChart())
        self._sections: QVBoxLayout = column(gap=6)
        self._nothing = EmptyState(
            "chart-column",
            "Ninguna sección comenta estas cifras",
            "Se imprimen solas. Para escribir el análisis, traiga las secciones del formato.",
            "Usar las nueve secciones",
        )
        self._nothing.started.connect(self._use_standard)
        top = heading("Análisis", note="Las cuentas y los porcentajes salen de las preguntas y de la encuesta.")
        self.setLayout(
            column(top, 4, self._questions, self._chart, self._survey, 8, self._sections, self._nothing, None, gap=8)
        )

    def refresh(self, estado: EstadoDelActa) -> None:
        """Show the figures, and a button for each section that analyses."""
        datos = estado.datos
        self._questions.show_words(question_words(datos))
        self._survey.show_words(survey_words(datos))
        untold = datos.preguntas - sum(n for _, n in datos.preguntas_por_tema)
        slices = [Slice(tema, n) for tema, n in datos.preguntas_por_tema]
        slices += [Slice("Sin tema", untold)] if untold and slices else []
        self._chart.show_slices(slices, datos.preguntas)
        self._chart.setVisible(bool(slices))
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

    def _use_standard(self) -> None:
        with self.tab.attempt():
            self.tab.desk.do(usar_secciones_estandar, audiencia_id=self.audiencia_id)
