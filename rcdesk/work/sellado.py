"""The PDF files of an approved version: made from its data, kept by their SHA-256, sealed by an entry, and given back.

They are made after the approval is safe. After a crash in between they are made again, byte for byte the same.
Nothing here needs SQLAlchemy: a command does not wait for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rcdesk.domain.errors import StoreError
from rcdesk.domain.telling import Telling, silent
from rcdesk.store.evidence import read_evidence, store_evidence
from rcdesk.store.reading import raw
from rcdesk.work.gather import clave_de
from rcdesk.work.instantaneas import aprobada, ver_version, version_vigente

_SIN_SELLAR: Final = "SELECT id FROM versiones WHERE pdf IS NULL AND anulada_motivo IS NULL ORDER BY id"
_PERDIDO: Final = (
    "El archivo no está en la base o fue alterado: no se entrega uno distinto del que se guardó. "
    "Busque en «copias» una copia de la base que lo tenga, o la base donde se aprobó."
)


@dataclass(frozen=True, slots=True)
class Sellado:
    """The SHA-256 of the PDF files of a version: the internal one and that which anybody may read."""

    pdf: str
    pdf_publico: str


def sin_sellar(connection: Any) -> list[str]:
    """Return the keys of the approved versions whose PDF files were not sealed: the program ended in between."""
    return [id for (id,) in raw(connection).execute(_SIN_SELLAR).fetchall()]


def hacer_pdf(connection: Any, *, version_id: str, evidencias: Path, avance: Telling = silent) -> Sellado:
    """Make both PDF files of a version and keep them in the base, on any thread. StoreError when it cannot."""
    from rcdesk.render.pdf import to_bytes  # ReportLab takes 0.2 s to import
    from rcdesk.work.documentos import acta_aprobada  # nor are documents for who only asks what is not sealed

    version = aprobada(evidencias, ver_version(connection, version_id))
    avance(0, 2, "Haciendo el PDF interno")
    interno = store_evidence(evidencias, to_bytes(acta_aprobada(version)))
    avance(1, 2, "Haciendo el PDF público")
    publico = store_evidence(evidencias, to_bytes(acta_aprobada(version, publica=True)))
    return Sellado(interno, publico)


def pdf_sellado(connection: Any, *, version_id: str, evidencias: Path, publica: bool = False) -> bytes | None:
    """Return the sealed PDF of a version, the very bytes; None before it is sealed. StoreError when it is gone."""
    version = ver_version(connection, version_id)
    sha256 = version.pdf_publico if publica else version.pdf
    return leer_guardado(evidencias, sha256) if sha256 else None


def pdf_vigente(connection: Any, *, codigo: str, evidencias: Path, publica: bool = False) -> bytes | None:
    """Return the sealed PDF of the approved acta of a hearing; None while it is not approved, or not sealed yet."""
    audiencia_id = clave_de(connection, codigo=codigo)
    vigente = version_vigente(connection, audiencia_id) if audiencia_id else None
    if vigente is None:
        return None
    return pdf_sellado(connection, version_id=vigente.id, evidencias=evidencias, publica=publica)


def leer_guardado(evidencias: Path, sha256: str) -> bytes:
    """Return the very bytes of a file of the base at `evidencias`. StoreError when they are not there any more."""
    data = read_evidence(evidencias, sha256)
    if data is None:
        raise StoreError(_PERDIDO)
    return data
