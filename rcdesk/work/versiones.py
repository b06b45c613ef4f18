"""The approved versions of an acta as the base keeps them: their sealed PDF files, the signed paper, who signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from rcdesk.documents.blocks import Document
from rcdesk.domain.campos import leer
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import Firmante
from rcdesk.domain.sello import codigo_corto
from rcdesk.store.evidence import require_fit
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.actas import acta_de
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.archivos import listar_adjuntos
from rcdesk.work.documentos import acta_aprobada
from rcdesk.work.evidencias import anotar, tomar
from rcdesk.work.instantaneas import aprobada, ver_version
from rcdesk.work.sellado import leer_guardado

_A, _V = JOURNALED["actas"].c, JOURNALED["versiones"].c
_BEGINS: Final[Mapping[str, bytes]] = {
    ".pdf": b"%PDF-",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".png": b"\x89PNG\r\n\x1a\n",
}
"""How a scanned paper ends its name → how its bytes begin."""
_EARLY: Final = 1024  # bytes before which a PDF may say what it is


@dataclass(frozen=True, slots=True)
class VersionRow:
    """An approved version: `codigo` is what its acta prints, `archivo` the scanned paper, if it is there."""

    id: str
    version: int
    numero: str
    aprobada: str | None
    quien: str
    motivo: str
    codigo: str
    sellada: bool
    archivo: str | None


@action("Adjuntar el acta firmada")
def adjuntar_firmada(unit: Unit, *, version_id: str, adjunto: Adjunto) -> None:
    """Keep the scanned paper of an approved version; the one that it had before stays among the evidence."""
    anotar(unit, [adjunto])
    unit.update("versiones", version_id, archivo=adjunto.ruta)


@action("Registrar firma", merges=True)
def registrar_firma(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write how and when somebody signed: `medio` and `fecha`, all that an approved acta lets change of its signers."""
    other = set(valores) - {"medio", "fecha"}
    if other:
        raise RuleError("De quien firma solo se anota cómo y cuándo firmó.", field=min(other))
    unit.check_seen("firmantes", id, seen or {})
    unit.update("firmantes", id, **{campo: leer(Firmante, campo, valor) for campo, valor in valores.items()})


def tomar_firmada(folder: Path, origen: Path, usadas: Mapping[str, str]) -> Adjunto:
    """Copy the scanned paper of an acta into the base in `folder`, byte for byte, before the action that names it.

    RuleError when it is not a PDF, JPG or PNG of at most 50 MB; StoreError when it cannot be read or written.
    """
    begins = _BEGINS.get(origen.suffix.lower())
    try:
        require_fit(origen)
        with origen.open("rb") as file:
            head = file.read(_EARLY)
    except OSError:
        head = None
    if head is None:
        raise RuleError(f"No se pudo leer «{origen.name}». Revise que el archivo siga ahí y vuelva a adjuntarlo.")
    found = begins is not None and (begins in head if begins == b"%PDF-" else head.startswith(begins))
    if not found:
        raise RuleError(f"«{origen.name}» no es un PDF, JPG o PNG. Digitalice el acta firmada en uno de ellos.")
    return tomar(folder, origen, usadas)


def listar_versiones(connection: Connection, *, audiencia_id: str) -> list[VersionRow]:
    """Return the approved versions of the acta of a hearing, the last one first."""
    query = (
        select(JOURNALED["versiones"])
        .join(JOURNALED["actas"], _V.acta_id == _A.id)
        .where(acta_de(audiencia_id), _V.anulada_motivo.is_(None))
    )
    return [
        VersionRow(
            id=row.id,
            version=row.version,
            numero=row.numero or "",
            aprobada=row.aprobada,
            quien=row.quien or "",
            motivo=row.motivo or "",
            codigo=codigo_corto(row.instantanea),
            sellada=row.pdf is not None,
            archivo=row.archivo,
        )
        for row in connection.execute(query.order_by(_V.version.desc(), _V.orden.desc()))
    ]


def documento_version(connection: Connection, *, version_id: str, evidencias: Path, publica: bool = False) -> Document:
    """The acta of an approved version, made of its data alone; with `publica`, the one that anybody may read."""
    return acta_aprobada(aprobada(evidencias, ver_version(connection, version_id)), publica=publica)


def acta_firmada(connection: Connection, *, version_id: str, evidencias: Path) -> bytes:
    """Return the scanned paper of a version as it was attached. RuleError when there is none; StoreError if gone."""
    ruta = connection.scalar(select(_V.archivo).where(_V.id == version_id))
    if not ruta:
        raise RuleError("Esta versión no tiene adjunta el acta firmada. Adjúntela en Versiones.")
    return leer_guardado(evidencias, listar_adjuntos(connection).get(ruta, ""))
