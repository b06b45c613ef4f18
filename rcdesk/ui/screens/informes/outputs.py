"""What leaves Informes: a report as PDF, Word, Excel or paper, and the open data of the whole base."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from rcdesk.domain.telling import Telling, silent
from rcdesk.i18n import fecha_corta
from rcdesk.ui.kit import moment
from rcdesk.ui.kit.icons import icon
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import escaped
from rcdesk.ui.pdf_work import OnPaper, PdfWork
from rcdesk.ui.saving import Saving, Work
from rcdesk.work.informes import CLASES, documento_informe

if TYPE_CHECKING:
    from rcdesk.documents.blocks import Document
    from rcdesk.ui.screens.informes.asked import Asked
    from rcdesk.ui.screens.informes.screen import InformesScreen


class Outputs(QObject):
    """Its methods are the commands `outputs.…` of Informes."""

    def __init__(self, screen: InformesScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._saving = Saving(screen)
        self._paper = OnPaper(screen, self._saving)

    def save_pdf(self) -> None:
        """Save the report in sight as PDF."""
        self._save("pdf")

    def save_word(self) -> None:
        """Save the report in sight as Word."""
        self._save("docx")

    def save_sheet(self) -> None:
        """Save the report in sight as Excel, its figures typed."""
        self._save("xlsx")

    def print_out(self) -> None:
        """Print the report in sight."""
        self._screen.with_report(lambda work: self._paper.print_out(work))

    def save_open_data(self) -> None:
        """Save what anybody may read of the whole base, as CSV and JSON with their dictionary."""
        self._pack(hide=False)

    def save_open_data_hiding(self) -> None:
        """Save it too where a text says something personal, which is hidden."""
        self._pack(hide=True)

    def _pack(self, *, hide: bool) -> None:
        day = moment.now().date()
        desk = self._screen.desk

        def pack(path: Path, progress: Telling) -> str:
            from rcdesk.work.datos_abiertos import empacar_datos_abiertos

            made = desk.ask(empacar_datos_abiertos, corte=day, salida=path, avance=progress, tapar=hide)
            return made.en_palabras

        name = f"datos-abiertos-{day.isoformat()}"
        self._saving.ask(Work("El paquete de datos abiertos", name, "zip", lambda path: pack(path, silent), steps=pack))

    def offer(self) -> None:
        """Offer what the report in sight can be kept as."""
        menu = named("menu_exportar_informe", QMenu(self._screen), label="Exportar")
        choices: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("Excel, con las cifras de este informe", "file-spreadsheet", self.save_sheet),
            ("Word (DOCX), para seguir editándolo", "file-text", self.save_word),
            ("PDF, para publicar o archivar", "download", self.save_pdf),
            ("Datos abiertos de toda la base, sin datos personales", "database", self.save_open_data),
            ("Datos abiertos, tapando lo que parezca personal", "database", self.save_open_data_hiding),
        )
        for words, name, run in choices:
            menu.addAction(icon(name), escaped(words)).triggered.connect(lambda _checked=False, run=run: run())
        menu.aboutToHide.connect(menu.deleteLater)
        at: QWidget = self._screen.bar.export
        menu.popup(at.mapToGlobal(QPoint(0, at.height() + 2)))

    def _save(self, kind: str) -> None:
        self._screen.with_report(lambda work: self._saving.ask(_by_steps(work, kind)))


def _by_steps(work: PdfWork, kind: str) -> Work:
    """A report to be kept, that tells how far it is and may be stopped: that of a large plan takes seconds."""

    def steps(path: Path, progress: Telling) -> str:
        progress(0, 2, "reuniendo las cifras")
        document = work.document()
        progress(1, 2, "escribiendo el archivo")
        return replace(work, document=lambda: document).to_save(kind).make(path)

    return replace(work.to_save(kind), steps=steps)


def make(screen: InformesScreen, asked: Asked, **rest: Any) -> Callable[[], Document]:
    """What makes a report, on any thread."""
    plan = asked.of_plan
    return partial(
        screen.desk.ask,
        documento_informe,
        clase=asked.clase,
        evidencias=screen.desk.folder,
        hoy=moment.now().date(),
        plan=plan.codigo if plan is not None else None,
        corte=asked.corte,
        periodo=asked.period,
        **rest,
    )


def work_of(screen: InformesScreen, asked: Asked, **rest: Any) -> PdfWork:
    """A report to be kept or printed, with the name that is proposed for it."""
    title, plan = CLASES[asked.clase].titulo, asked.of_plan
    cut = fecha_corta(asked.corte.isoformat()).replace("/", "-")
    name = " ".join(part for part in (title, plan.codigo if plan else "", asked.period or "", f"al {cut}") if part)
    return PdfWork(f"El informe «{title}»", name, make(screen, asked, **rest), also=("docx", "xlsx"))
