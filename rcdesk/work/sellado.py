"""The PDF files of an approved version: made from its data, kept by their SHA-256, and sealed by an entry of their own.

They are made after the approval is safe. After a crash in between they are made again, byte for byte the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from rcdesk.domain.telling import Telling, silent
from rcdesk.store.evidence import store_evidence
from rcdesk.store.schema import JOURNALED
from rcdesk.work.instantaneas import aprobada, ver_version

_V = JOURNALED["versiones"].c


@dataclass(frozen=True, slots=True)
class Sellado:
    """The SHA-256 of the PDF files of a version: the internal one and that which anybody may read."""

    pdf: str
    pdf_publico: str


def sin_sellar(connection: Connection) -> list[str]:
    """Return the keys of the approved versions whose PDF files were not sealed: the program ended in between."""
    query = select(_V.id).where(_V.pdf.is_(None), _V.anulada_motivo.is_(None)).order_by(_V.id)
    return list(connection.scalars(query))


def hacer_pdf(connection: Connection, *, version_id: str, evidencias: Path, avance: Telling = silent) -> Sellado:
    """Make both PDF files of a version and keep them in the base, on any thread. StoreError when it cannot."""
    from rcdesk.render.pdf import to_bytes  # ReportLab takes 0.2 s to import
    from rcdesk.work.documentos import acta_aprobada  # nor are documents for who only asks what is not sealed

    version = aprobada(evidencias, ver_version(connection, version_id))
    avance(0, 2, "Haciendo el PDF interno")
    interno = store_evidence(evidencias, to_bytes(acta_aprobada(version)))
    avance(1, 2, "Haciendo el PDF público")
    publico = store_evidence(evidencias, to_bytes(acta_aprobada(version, publica=True)))
    return Sellado(interno, publico)
