"""A copy of the acta for those who review it: the same pages with their lines numbered, said to be no approved acta."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from rcdesk import i18n
from rcdesk.documents.blocks import Document, Paragraph


def copia_de_revision(acta: Document, revision: int, hecha: datetime) -> Document:
    """The copy `revision` of an acta (the first is 1), made at an hour of Colombia; it carries no open data."""
    aviso = Paragraph(
        f"**COPIA DE REVISIÓN {revision}, SIN APROBAR.** Hecha el {i18n.fecha_y_hora(hecha)}. "
        "Para hacer una observación diga la página y el renglón, que está numerado al margen."
    )
    return replace(
        acta,
        title=f"Copia de revisión {revision}. {acta.title}",
        blocks=(aviso, *acta.blocks),
        attachment=None,
        layout=replace(acta.layout, line_numbers=True, foot=f"Copia de revisión {revision}, sin aprobar."),
    )
