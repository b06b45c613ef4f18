"""What leaves Encuesta: its form to print, its charts, and its results and answers as sheets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from rcdesk.i18n import plural
from rcdesk.ui.chart_work import ChartWork
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.choices import chosen, keep_choice
from rcdesk.ui.kit.icons import icon
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import escaped
from rcdesk.ui.kit.theme import look
from rcdesk.ui.pdf_work import OnPaper, PdfWork
from rcdesk.ui.saving import Saving, Work
from rcdesk.work.asistencia import ver_hojas

if TYPE_CHECKING:
    from rcdesk.documents.blocks import Document
    from rcdesk.documents.planilla import Planilla
    from rcdesk.ui.screens.encuesta.screen import EncuestaScreen
    from rcdesk.work.resultados import PreguntaRow

_PAPER: Final = "encuesta.papel"
_PAPERS: Final = (("carta", "En papel carta"), ("oficio", "En papel oficio"))
_Choice = tuple[str, str, Callable[[], None]]


class Outputs(QObject):
    """Its methods are the commands `outputs.…` of Encuesta."""

    def __init__(self, screen: EncuestaScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.saving = Saving(screen)
        self._paper = OnPaper(screen, self.saving)
        self._export = named("exportar_encuesta", Button("", "download", kind="quiet", small=True))
        self._export.set_words("" if look().large else "Exportar", "Exportar los resultados o las respuestas")
        self._export.clicked.connect(self._offer_sheets)
        self._form = named("formulario_en_papel", Button("", "printer", kind="quiet", small=True))
        self._form.set_words("" if look().large else "Para papel", "Imprimir o guardar el formulario en papel")
        self._form.clicked.connect(self._offer_form)
        self._acta = named("ver_en_el_acta", Button("", "file-text", kind="primary", small=True))
        self._acta.set_words("" if look().large else "Ver en el acta", "Ver los resultados en el acta")
        self._acta.clicked.connect(lambda: screen.wants.emit("acta", "/analisis"))
        for button in (self._form, self._export, self._acta):
            screen.tools.addWidget(button)

    def lead_to_acta(self, *, first: bool) -> None:
        """Fill the way to the acta where it is the next step; where one types, the filled button is another."""
        self._acta.set_kind("primary" if first else "quiet")

    def offers(self, method: str) -> bool:
        """Say whether a command can be asked for now."""
        screen = self._screen
        if not screen.survey or screen.covered is not None:
            return False
        card = screen.results.current()
        return method != "save_chart" or (card is not None and card.row is not None and card.row.grafica is not None)

    def print_form(self) -> None:
        """Print the form to be filled in by hand."""
        self._paper.print_out(self._form_work())

    def save_form(self) -> None:
        """Save the form to be filled in by hand, as PDF or Word."""
        self.saving.ask(self._form_work().to_save())

    def save_results(self) -> None:
        """Save the results of every question as a sheet."""
        from rcdesk.work.exportar_encuesta import planilla_de_resultados

        self._save_sheet("Los resultados", "Resultados de la encuesta", planilla_de_resultados)

    def save_answers(self) -> None:
        """Save the forms, one in a row, as a sheet."""
        from rcdesk.work.exportar_encuesta import planilla_de_respuestas

        self._save_sheet("Las respuestas", "Respuestas de la encuesta", planilla_de_respuestas)

    def save_chart(self) -> None:
        """Save the chart of the chosen question."""
        card = self._screen.results.current()
        if card is not None and card.row is not None:
            self.save_chart_of(card.row)

    def save_chart_of(self, found: PreguntaRow) -> None:
        """Save the chart of a question, with its words, its base and its notes."""
        if found.grafica is not None:
            name = f"Gráfica {found.numero} {found.enunciado.strip('¿?')}"
            work = ChartWork(found.grafica, name, found.enunciado, found.base_dicha, found.notas_impresas)
            self.saving.ask(work.to_save())

    def _save_sheet(self, what: str, name: str, query: Callable[..., Planilla]) -> None:
        desk, survey = self._screen.desk, self._screen.survey

        def make(path: Path) -> str:
            return _written(desk.ask(query, encuesta_id=survey), path)

        self.saving.ask(Work(what, f"{name} {self._code()}", "xlsx", make, also=("csv",)))

    def _form_work(self) -> PdfWork:
        desk, codigo, survey = self._screen.desk, self._code(), self._screen.survey
        papel = chosen(self._screen, _PAPER, _PAPERS[0][0])

        def document() -> Document:
            from rcdesk.documents.blocks import Paper
            from rcdesk.work.documentos import documento_formulario

            made: Document = desk.ask(
                documento_formulario, codigo=codigo, evidencias=desk.folder, encuesta=survey, papel=Paper(papel)
            )
            return made

        return PdfWork("El formulario", f"Formulario de la encuesta {codigo}", document, also=("docx",))

    def _code(self) -> str:
        return self._screen.desk.ask(ver_hojas, audiencia_id=self._screen.audiencia_id).codigo

    def _offer_sheets(self) -> None:
        choices = (
            ("Resultados, en Excel o CSV…", "chart-column", self.save_results),
            ("Respuestas una por una, en Excel o CSV…", "file-spreadsheet", self.save_answers),
            ("Gráfica de la pregunta, en PNG o SVG…", "image", self.save_chart),
        )
        self._pop(self._export, "menu_exportar_encuesta", choices)

    def _offer_form(self) -> None:
        choices = (
            ("Imprimir el formulario…", "printer", self.print_form),
            ("Guardar el formulario en PDF o Word…", "download", self.save_form),
        )
        menu = self._pop(self._form, "menu_formulario", choices)
        menu.addSeparator()
        now = chosen(self._screen, _PAPER, _PAPERS[0][0])
        for papel, words in _PAPERS:
            action = menu.addAction(escaped(words))
            action.setCheckable(True)
            action.setChecked(papel == now)
            action.triggered.connect(partial(keep_choice, self._screen, _PAPER, papel))

    def _pop(self, button: Button, name: str, choices: tuple[_Choice, ...]) -> QMenu:
        menu = named(name, QMenu(button), label=button.accessibleName())
        for words, glyph, run in choices:
            menu.addAction(icon(glyph), escaped(words)).triggered.connect(lambda _checked=False, run=run: run())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
        return menu


def _written(planilla: Planilla, path: Path) -> str:
    """Write a sheet as the end of the name says, and return what is to be told of it."""
    from rcdesk.render.csv import to_csv
    from rcdesk.render.xlsx import to_xlsx

    cut = (to_csv if path.suffix.lower() == ".csv" else to_xlsx)(planilla, path)
    more = f"\n{plural(cut, 'celda no cupo entera', 'celdas no cupieron enteras')}: en «…» se cortó." if cut else ""
    return plural(len(planilla.filas), "fila", "filas") + more
