"""The data of an acta as it was approved, read back to make its documents; without SQLAlchemy, as commands read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from rcdesk.domain.actas import APROBADA
from rcdesk.domain.errors import RuleError, StoreError
from rcdesk.domain.registro import Archivo, Sha256
from rcdesk.domain.sello import Instantanea, Sello
from rcdesk.exchange import decode_text
from rcdesk.store.evidence import evidence_path, has_evidence, read_evidence
from rcdesk.store.reading import raw


class Version(NamedTuple):
    """An approved version as the base has it; `pdf` is None until its files are sealed."""

    id: str
    acta_id: str
    version: int
    numero: str | None
    instantanea: str
    pdf: str | None
    pdf_publico: str | None


_VERSION: Final = f"SELECT {', '.join(f'v.{name}' for name in Version._fields)} FROM versiones AS v"
_VIGENTE: Final = (
    f"{_VERSION} JOIN actas AS a ON a.id = v.acta_id AND coalesce(a.version, 1) = v.version "
    "WHERE a.audiencia_id = ? AND a.anulada_motivo IS NULL AND v.anulada_motivo IS NULL "
    f"AND a.estado IN ({', '.join(f'{state!r}' for state in sorted(APROBADA))}) ORDER BY v.orden DESC LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Aprobada:
    """An approved version as its documents are made: its data, where its pictures are, and what it prints of itself."""

    id: str
    archivo: Archivo
    imagenes: dict[str, Path]
    sello: Sello


def version_vigente(connection: Any, audiencia_id: str) -> Version | None:
    """Return the approved version in force of a hearing; None while its acta is not approved.

    `connection` may be the driver's own, as the command line opens it.
    """
    row = raw(connection).execute(_VIGENTE, (audiencia_id,)).fetchone()
    return Version(*row) if row else None


def ver_version(connection: Any, id: str) -> Version:
    """Return an approved version by its key. RuleError when it is gone."""
    row = raw(connection).execute(f"{_VERSION} WHERE v.id = ?", (id,)).fetchone()
    if row is None:
        from rcdesk.store.unit import GONE  # a command that only reads does without SQLAlchemy

        raise RuleError(GONE)
    return Version(*row)


def leer_instantanea(evidencias: Path, sha256: Sha256) -> Instantanea:
    """Read the data of an approved version. StoreError when they are not in the base, or are not those."""
    found: Instantanea = decode_text(Instantanea, octetos_aprobados(evidencias, sha256).decode())
    return found


def octetos_aprobados(evidencias: Path, sha256: Sha256) -> bytes:
    """Read those data as they were kept. StoreError when they are not in the base, or are not those."""
    data = read_evidence(evidencias, sha256)
    if data is None:
        raise StoreError(
            "Los datos con que se aprobó el acta no están en la base o fueron alterados: sus documentos no se pueden "
            "hacer de nuevo. Busque en «copias» una copia de la base que los tenga, o la base donde se aprobó."
        )
    return data


def aprobada(evidencias: Path, version: Version) -> Aprobada:
    """Return an approved version ready to be printed. StoreError when its data or one of its pictures are not there."""
    taken = leer_instantanea(evidencias, version.instantanea)
    for ruta, sha256 in taken.adjuntos.items():
        if not has_evidence(evidencias, sha256):
            raise StoreError(
                f"Falta el archivo «{ruta}» con que se aprobó el acta, o fue alterado: sin él no sería la misma. "
                "Busque en «copias» una copia de la base que lo tenga."
            )
    pictures = {ruta: evidence_path(evidencias, sha256) for ruta, sha256 in taken.adjuntos.items()}
    seal = Sello(version.instantanea, taken.version, taken.aprobada, taken.cabezas)
    return Aprobada(version.id, taken.archivo, pictures, seal)
