"""The schedule in sight on paper, or as a file to go on working with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rcdesk.ui.kit import moment
from rcdesk.ui.pdf_work import OnPaper, PdfWork
from rcdesk.ui.saving import Saving

if TYPE_CHECKING:
    from rcdesk.documents.blocks import Document
    from rcdesk.ui.screens.cronograma.screen import CronogramaScreen


class Printing(QObject):
    """Prints the plan in sight as it stood on the day of its cut; its PDF, Word and Excel are saved."""

    def __init__(self, screen: CronogramaScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.saving = Saving(screen)
        self._paper = OnPaper(screen, self.saving)

    def print_out(self) -> None:
        """Print the schedule; without a printer it is offered as PDF."""
        self._paper.print_out(self._work())

    def save(self) -> None:
        """Save the schedule as PDF, Word or Excel."""
        self.saving.ask(self._work().to_save())

    def _work(self) -> PdfWork:
        desk, plan, cut = self._screen.desk, self._screen.plan_code(), self._screen.bar.cut()
        today = moment.today()

        def document() -> Document:
            from rcdesk.work.informes import documento_informe

            return desk.ask(
                documento_informe,
                clase="cronograma",
                evidencias=desk.folder,
                hoy=date.fromisoformat(today),
                plan=plan,
                corte=date.fromisoformat(cut),
            )

        return PdfWork("El cronograma", f"Cronograma {plan} {cut}", document, also=("docx", "xlsx"))
