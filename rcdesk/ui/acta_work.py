"""How the acta of a hearing is saved and printed, from Acta and from Cierre."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from rcdesk.ui.pdf_work import PdfWork
from rcdesk.work.documentos import documento_acta
from rcdesk.work.entidad import falta_en_el_encabezado
from rcdesk.work.sellado import pdf_vigente

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk


def acta_work(desk: Desk, codigo: str, numero: str | None, *, publica: bool = False) -> PdfWork:
    """Return how it is made, or the version that anybody may read; of an approved one, the PDF that was sealed."""
    asked: dict[str, Any] = {"codigo": codigo, "evidencias": desk.folder, "publica": publica}
    what, kind = ("La versión pública del acta", " pública") if publica else ("El acta", "")
    return PdfWork(
        what,
        f"Acta {numero or codigo}{kind}",
        partial(desk.ask, documento_acta, **asked),
        also=("docx",),
        sealed=partial(desk.ask, pdf_vigente, **asked),
        lacks=partial(desk.ask, falta_en_el_encabezado, codigo=codigo, palabra="acta"),
    )
