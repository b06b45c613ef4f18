"""What Registro puts on paper: made on another thread, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from rcdesk.i18n import plural
from rcdesk.ui.saving import Work
from rcdesk.work.asistencia import ver_hojas

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk
    from rcdesk.ui.screens.registro.screen import RegistroScreen


class Printing(QObject):
    """Its methods are the commands `printing.…`."""

    def __init__(self, screen: RegistroScreen) -> None:
        super().__init__(screen)
        self._screen = screen

    def save_list(self) -> None:
        """Save the attendance list to be printed and signed."""
        codigo = self._screen.desk.ask(ver_hojas, audiencia_id=self._screen.audiencia_id).codigo
        self._screen.saving.ask(_list_work(self._screen.desk, codigo))


def _list_work(desk: Desk, codigo: str) -> Work:
    def make(path: Path) -> str:
        from rcdesk.render.pdf import to_pdf  # ReportLab takes 0.2 s to import
        from rcdesk.work.documentos import documento_lista

        document = desk.ask(documento_lista, codigo=codigo, evidencias=desk.folder)
        return plural(to_pdf(document, path), "página", "páginas")

    return Work("El listado de asistencia", f"Listado de asistencia {codigo}", "pdf", make)
