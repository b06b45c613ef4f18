"""Whether a file is an acta that was approved in this base, or only says so: by its bytes, never by what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, NamedTuple

from sqlalchemy import Connection, select

from rcdesk import i18n
from rcdesk.domain.actas import APROBADA
from rcdesk.domain.errors import StoreError, reason
from rcdesk.domain.plazos import dia_en_colombia
from rcdesk.domain.registro import FechaHora
from rcdesk.domain.sello import codigo_corto, leer_qr
from rcdesk.store import bitacora
from rcdesk.store.evidence import LARGEST, evidence_path, is_digest
from rcdesk.store.files import sha256_of
from rcdesk.store.history import differences
from rcdesk.store.schema import JOURNALED
from rcdesk.work.instantaneas import leer_instantanea

Veredicto = Literal["aprobada", "reparos", "alterada", "distinta", "desconocida"]
"""It is the approved one; it is, but something came after; what would prove it was altered; it only says to be one; it
is none of here."""

_A, _H, _V = JOURNALED["actas"].c, JOURNALED["audiencias"].c, JOURNALED["versiones"].c
_E = JOURNALED["adjuntos"].c
_TOLD: Final = 3  # problems of the bitácora that are told


class _Version(NamedTuple):
    """An approved version, and how its acta and its hearing stand now."""

    id: str
    acta_id: str
    version: int
    numero: str | None
    aprobada: str | None
    instantanea: str
    pdf: str | None
    pdf_publico: str | None
    archivo: str | None
    actual: int | None
    estado: str | None
    anulada: str | None
    nombre: str | None
    codigo: str


_ITS_OWN: Final = _Version._fields[: _Version._fields.index("actual")]
"""The columns of the version itself."""


@dataclass(frozen=True, slots=True)
class Comprobacion:
    """What was found out about a file: the verdict, in a sentence, and what it rests on."""

    veredicto: Veredicto
    dicho: str
    detalles: tuple[str, ...] = ()


def comprobar(connection: Connection, *, archivo: Path, evidencias: Path) -> Comprobacion:
    """Look at a file beside the base at `evidencias`, on any thread. StoreError when the file cannot be read."""
    size, sha256 = _look(connection, archivo, evidencias)
    name = archivo.name
    if size == 0:
        return Comprobacion("desconocida", f"«{name}» está vacío: no es un acta.")
    if not sha256:
        return Comprobacion(
            "desconocida",
            f"«{name}» pesa {i18n.numero(round(size / 1_000_000))} MB: ningún acta de esta base pesa tanto.",
        )
    known = _known(connection, sha256)
    if known is not None:
        return _es_la_aprobada(connection, evidencias, name, *known)
    kept = connection.scalar(select(_E.ruta).where(_E.sha256 == sha256).limit(1))
    if kept is not None:
        return Comprobacion(
            "desconocida",
            f"«{name}» está entre los archivos adjuntos de esta base («{kept}»), pero no es un acta aprobada.",
            ("Si era el acta firmada, después se adjuntó otra en su lugar.",),
        )
    return _no_es(connection, archivo, evidencias)


def _look(connection: Connection, archivo: Path, evidencias: Path) -> tuple[int, str]:
    """The size of a file and its SHA-256, empty when it is not worth reading: nothing here is so large."""
    try:
        if not archivo.is_file():
            raise StoreError(f"No se encontró el archivo «{archivo.name}».")
        size = archivo.stat().st_size
        worth = 0 < size <= LARGEST or size in _sealed_sizes(connection, evidencias)
        return size, sha256_of(archivo) if worth else ""
    except OSError as error:
        raise StoreError(f"No se pudo leer «{archivo.name}»: {reason(error)}.") from error


def _sealed_sizes(connection: Connection, evidencias: Path) -> Iterator[int]:
    """The bytes of each sealed PDF that is there: an acta with many pictures may be larger than any attachment."""
    for row in _versions(connection):
        for sha256 in filter(is_digest, (row.pdf or "", row.pdf_publico or "")):
            path = evidence_path(evidencias, sha256)
            if path.is_file():
                yield path.stat().st_size


def _known(connection: Connection, sha256: str) -> tuple[_Version, str] | None:
    """The version that a file is of, and which of its files it is; None when it is of none."""
    for row in _versions(connection):
        if sha256 == row.pdf:
            return row, "el acta aprobada (documento interno)"
        if sha256 == row.pdf_publico:
            return row, "el acta aprobada, en su versión pública"
        if row.archivo and sha256 in _attached(connection, row.archivo):
            return row, "el acta firmada en papel que se adjuntó"
    return None


def _versions(connection: Connection) -> list[_Version]:
    """Every approved version of the base, also of a hearing annulled later; the newest first."""
    query = (
        select(*(_V[name] for name in _ITS_OWN), _A.version, _A.estado, _H.anulada_motivo, _H.nombre, _H.codigo)
        .join(JOURNALED["actas"], _V.acta_id == _A.id)
        .join(JOURNALED["audiencias"], _A.audiencia_id == _H.id)
        .where(_V.anulada_motivo.is_(None))
        .order_by(_V.version.desc(), _V.id)
    )
    return [_Version._make(row) for row in connection.execute(query)]


def _attached(connection: Connection, ruta: str) -> list[str]:
    query = select(_E.sha256).where(_E.ruta == ruta, _E.anulada_motivo.is_(None))
    return list(connection.scalars(query))


def _es_la_aprobada(connection: Connection, evidencias: Path, name: str, row: _Version, which: str) -> Comprobacion:
    said = f"«{name}» es {which}: {_called(row)}."
    altered = list(_altered(connection, evidencias, row))
    if altered:
        said = f"«{name}» está guardado como {which}, pero lo que lo prueba falta o fue alterado: {_called(row)}."
        return Comprobacion("alterada", said, tuple(altered))
    later = tuple(_later(connection, row))
    good = (
        f"Aprobada el {_day(row.aprobada)}. Código de verificación {codigo_corto(row.instantanea)}.",
        "El archivo es exactamente el que se guardó.",
        "Los datos con que se aprobó y la cadena de la bitácora hasta entonces están intactos.",
    )
    return Comprobacion("reparos" if later else "aprobada", said, (*later, *good))


def _no_es(connection: Connection, archivo: Path, evidencias: Path) -> Comprobacion:
    from rcdesk.render.pdf.claims import claims  # what reads PDF is loaded when one is looked at

    name = archivo.name
    try:
        found = claims(archivo)
    except StoreError as error:
        return Comprobacion("desconocida", str(error), ("Tampoco es un archivo que se haya guardado con un acta.",))
    codes = [code for code in map(leer_qr, found.codes) if code is not None]
    if not codes:
        return _without_code(name, of_ours=found.producer == "rcdesk")
    _, sha256 = codes[0]
    row = next((row for row in _versions(connection) if row.instantanea == sha256), None)
    if row is None:
        return Comprobacion(
            "distinta",
            f"«{name}» dice ser un acta aprobada (código {codigo_corto(sha256)}), pero en esta base no hay ninguna "
            "con ese código.",
            ("Puede ser de otra base, o falsa. Compruébelo en la base de la entidad que la aprobó.",),
        )
    if row.pdf is None:
        return Comprobacion(
            "distinta",
            f"«{name}» dice ser {_called(row)}, cuyos PDF todavía no están sellados: no hay con qué compararlo.",
            ("Séllelos en Acta, Versiones, y compruébelo de nuevo.",),
        )
    details = [
        "Alguien lo cambió después, o se hizo o guardó de nuevo con otro programa. El que vale está en Acta, "
        "Versiones.",
        _data_told(evidencias, row, found.data),
        *(["Trae códigos de más de un acta."] if len(codes) > 1 else []),
        *_later(connection, row),
    ]
    return Comprobacion("distinta", f"«{name}» dice ser {_called(row)}, pero no es ese archivo.", tuple(details))


def _without_code(name: str, *, of_ours: bool) -> Comprobacion:
    if of_ours:
        return Comprobacion(
            "desconocida",
            f"«{name}» lo hizo rcdesk, pero no lleva el código de un acta aprobada.",
            ("Es un borrador, una copia de revisión u otro documento.",),
        )
    return Comprobacion(
        "desconocida",
        f"«{name}» no es un acta aprobada en esta base, ni dice serlo.",
        ("Del papel firmado y digitalizado solo se reconoce el mismo archivo que se adjuntó, sin cambios.",),
    )


def _data_told(evidencias: Path, row: _Version, data: bytes | None) -> str:
    """Whether the open data that a file carries are those of the version that it says to be."""
    from rcdesk.render.pdf.claims import claims

    if data is None:
        return "No lleva adentro los datos abiertos que el acta aprobada lleva."
    for sha256 in (row.pdf, row.pdf_publico):
        try:
            kept = claims(evidence_path(evidencias, sha256)).data if sha256 else None
        except StoreError:
            kept = None
        if kept == data:
            return "Los datos abiertos que lleva adentro sí son los de esa versión: lo que cambió es el documento."
    return "Los datos abiertos que lleva adentro tampoco son los de esa versión."


def _later(connection: Connection, row: _Version) -> Iterator[str]:
    """What came after a version: another one that corrects it, approved or being written."""
    newer = (_V.acta_id == row.acta_id, _V.version > row.version, _V.anulada_motivo.is_(None))
    query = select(_V.version, _V.motivo).where(*newer).order_by(_V.version.desc()).limit(1)
    last = connection.execute(query).first()
    if last is not None:
        why = f" Motivo: {last.motivo}" if last.motivo else ""
        yield f"Ya no es la vigente: la reemplazó la versión {last.version}.{why}"
    elif (row.actual or 1) > row.version and row.estado not in APROBADA:
        yield f"Se está corrigiendo: la versión {row.actual} todavía no se aprueba, y esta sigue siendo la última."
    if row.anulada:
        yield "La audiencia fue anulada después en el programa."


def _altered(connection: Connection, evidencias: Path, row: _Version) -> Iterator[str]:
    """What somebody changed from outside of what proves a version: its data, its row, the chain before it."""
    try:
        known = bitacora.read_heads(leer_instantanea(evidencias, row.instantanea).cabezas)
    except StoreError as error:
        yield str(error)
        known = {}
    if any(key == row.id for key, _, _ in differences(connection, "versiones")):
        yield "El registro de esta versión no corresponde a su historia: lo cambiaron por fuera del programa."
    for told in bitacora.verify((entry for _, entry in bitacora.read(connection)), known)[:_TOLD]:
        yield f"{told[0].upper()}{told[1:]}."


def _called(row: _Version) -> str:
    number = f" No. {row.numero}" if row.numero else ""
    return f"la versión {row.version} del acta{number} de «{row.nombre or row.codigo}»"


def _day(instant: str | None) -> str:
    return i18n.fecha_larga(dia_en_colombia(FechaHora(instant)).isoformat()) if instant else "día que no se conoce"
