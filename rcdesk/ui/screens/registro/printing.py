"""The attendance list as a document to save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rcdesk.i18n import plural
from rcdesk.ui.saving import Work

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk


def list_work(desk: Desk, codigo: str) -> Work:
    """Return how the list of a hearing is made: read and written on another thread, whole or not at all."""

    def make(path: Path) -> str:
        from rcdesk.render.pdf import to_pdf  # ReportLab takes 0.2 s to import
        from rcdesk.work.documentos import documento_lista

        document = desk.ask(documento_lista, codigo=codigo, evidencias=desk.folder)
        return plural(to_pdf(document, path), "página", "páginas")

    return Work("El listado de asistencia", f"Listado de asistencia {codigo}", "pdf", make)
