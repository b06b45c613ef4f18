"""The script of a hearing as a document to save or to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rcdesk.ui.pdf_work import PdfWork
from rcdesk.work.preparacion import ver_datos

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk
    from rcdesk.documents.blocks import Document


def script_work(desk: Desk, audiencia_id: str) -> PdfWork:
    """Return how the script of a hearing is made: read and written on another thread, whole or not at all."""
    found = desk.ask(ver_datos, id=audiencia_id)
    codigo = found.codigo if found is not None else ""

    def document() -> Document:
        from rcdesk.work.documentos import documento_guion

        return desk.ask(documento_guion, codigo=codigo, evidencias=desk.folder)

    return PdfWork("El guion", f"Guion {codigo}", document)
