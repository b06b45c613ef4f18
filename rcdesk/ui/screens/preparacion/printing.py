"""The script of a hearing as a document to save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rcdesk.i18n import plural
from rcdesk.ui.saving import Work
from rcdesk.work.preparacion import ver_datos

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk


def script_work(desk: Desk, audiencia_id: str) -> Work:
    """Return how the script of a hearing is made: read and written on another thread, whole or not at all."""
    found = desk.ask(ver_datos, id=audiencia_id)
    codigo = found.codigo if found is not None else ""

    def make(path: Path) -> str:
        from rcdesk.render.pdf import to_pdf  # ReportLab takes 0.2 s to import
        from rcdesk.work.documentos import documento_guion

        document = desk.ask(documento_guion, codigo=codigo, evidencias=desk.folder)
        return plural(to_pdf(document, path), "página", "páginas")

    return Work("El guion", f"Guion {codigo}", "pdf", make)
