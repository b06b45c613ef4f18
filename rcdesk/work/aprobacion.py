"""The life of an acta after it is written: reviewed, approved with its number and its data, published, corrected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, func, or_, select

from rcdesk import i18n
from rcdesk.documents.formato import formato_de, que_numera
from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.actas import Acta
from rcdesk.domain.errors import RuleError
from rcdesk.domain.numeracion import SIN_NUMERO, saltos, siguiente
from rcdesk.domain.plazos import dia_en_colombia
from rcdesk.domain.sello import Instantanea
from rcdesk.exchange import canonical
from rcdesk.store import bitacora
from rcdesk.store.evidence import has_evidence, store_evidence
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.actas import abrir_acta
from rcdesk.work.archivos import listar_adjuntos, rutas
from rcdesk.work.cierre import reunir_como_se_cuenta, reunir_por_id
from rcdesk.work.formatos import con_formato, numeros_dados
from rcdesk.work.instantaneas import ver_version

_A, _F, _O, _V = (JOURNALED[table].c for table in ("actas", "firmantes", "observaciones", "versiones"))


@dataclass(frozen=True, slots=True)
class ActaAprobada:
    """What approving gave: the key of the version, its number, and the SHA-256 of its data."""

    version_id: str
    numero: str
    sha256: str


@action("Enviar el acta a revisión")
def enviar_a_revision(unit: Unit, *, audiencia_id: str) -> int:
    """Hand over a copy to be reviewed, and return which one it is."""
    acta = unit.get(Acta, _acta(unit, audiencia_id))
    query = select(func.max(_O.revision)).where(_O.acta_id == acta.id, _O.anulada_motivo.is_(None))
    return acta.enviar_a_revision(unit.connection.scalar(query) or 0)


@action("Devolver el acta a borrador")
def devolver_a_borrador(unit: Unit, *, audiencia_id: str) -> None:
    """Take the acta back from its reviewers."""
    unit.get(Acta, _acta(unit, audiencia_id)).devolver()


@action("Aprobar el acta", final=True)
def aprobar_acta(unit: Unit, *, audiencia_id: str, hoy: str, evidencias: Path) -> ActaAprobada:
    """Give the acta its number and make it final, with the data that it tells; all in one transaction.

    `hoy` is AAAA-MM-DD, of Bogotá; `evidencias` the folder of the base, where the data are kept before the commit.
    RuleError when a remark of its reviewers is not decided, its number is of another acta, or the clock went back.
    """
    acta = unit.get(Acta, _acta(unit, audiencia_id))
    _exigir_decididas(unit, acta.id)
    _exigir_reloj(unit, acta.id, hoy)
    archivo = reunir_como_se_cuenta(unit.connection, audiencia_id)
    numero = acta.numero or numero_que_sigue(unit.connection, archivo)
    _exigir_numero_libre(unit.connection, acta.id, numero)
    patron = patron_vigente(archivo)
    _quedarse_con_el_formato(acta, archivo)
    acta.aprobar(numero, hoy, numerada=patron != SIN_NUMERO)
    unit.update("audiencias", audiencia_id, compromisos_anteriores=archivo.audiencias[0].compromisos_anteriores)
    unit.flush()
    archivo = replace(reunir_por_id(unit.connection, audiencia_id), generado=r.FechaHora(unit.clock()))
    sha256 = _tomar_instantanea(unit, archivo, version=acta.version or 1, evidencias=evidencias)
    row = {
        "acta_id": acta.id,
        "orden": orden.despues_de(unit.last_order("versiones", acta_id=acta.id)),
        "version": acta.version or 1,
        "numero": acta.numero,
        "aprobada": unit.clock(),
        "quien": unit.quien,
        "motivo": acta.motivo_correccion,
        "instantanea": sha256,
    }
    return ActaAprobada(unit.insert("versiones", [row])[0], numero.strip(), sha256)


@action("Sellar el PDF del acta", final=True)
def sellar_acta(unit: Unit, *, version_id: str, pdf: str, pdf_publico: str) -> None:
    """Write the SHA-256 of the PDF files of an approved version, both already kept in the base.

    RuleError when the version has others: what was sealed once is what it is.
    """
    row = ver_version(unit.connection, version_id)
    if row.pdf is not None:
        if (row.pdf, row.pdf_publico) != (pdf, pdf_publico):
            raise RuleError(
                "El PDF de esta versión ya está sellado, y este no es igual. Guarde el que está en la base."
            )
        return
    unit.update("versiones", version_id, pdf=pdf, pdf_publico=pdf_publico)
    unit.update("actas", row.acta_id, sha256=pdf)


@action("Publicar el acta", final=True)
def publicar_acta(unit: Unit, *, audiencia_id: str, hoy: str, url: str | None = None) -> None:
    """Say that the acta was published, and where; `hoy` is AAAA-MM-DD, of Bogotá."""
    unit.get(Acta, _acta(unit, audiencia_id)).publicar(url, hoy)


@action("Corregir el acta: versión nueva")
def corregir_version(unit: Unit, *, audiencia_id: str, motivo: str) -> int:
    """Begin a new version of an approved acta, with the reason; the approved one stays as it is.

    Nobody has signed the new one: how and when each signed the other is in the history, and in its scanned paper.
    """
    acta = unit.get(Acta, _acta(unit, audiencia_id))
    version = acta.corregir_version(motivo)
    signed = or_(_F.medio.is_not(None), _F.fecha.is_not(None))
    for firmante_id in unit.connection.scalars(select(_F.id).where(_F.acta_id == acta.id, signed)).all():
        unit.update("firmantes", firmante_id, medio=None, fecha=None)
    return version


def numero_que_sigue(connection: Connection, archivo: r.Archivo) -> str:
    """Return the number that the acta of the one hearing of a file would get now; empty without a pattern."""
    serie = _serie(archivo)
    return siguiente(serie.patron, numeros_dados(connection), serie.vigencia, serie.primero) if serie else ""


def numeros_sin_dar(connection: Connection, archivo: r.Archivo, numero: str) -> tuple[str, ...]:
    """Return the numbers of the series that nobody would have, once the acta of the one hearing of a file has this."""
    serie = _serie(archivo) if numero else None
    if serie is None:
        return ()
    return saltos(serie.patron, [*numeros_dados(connection), numero], serie.vigencia, serie.primero)


def patron_vigente(archivo: r.Archivo) -> str | None:
    """Return the pattern with which the acta of the one hearing of a file is numbered; None when nobody wrote it."""
    formato = que_numera(archivo, archivo.audiencias[0].acta)
    return formato.numeracion if formato else None


def _tomar_instantanea(unit: Unit, archivo: r.Archivo, *, version: int, evidencias: Path) -> str:
    """Keep the data of a hearing in the base at `evidencias` and return their SHA-256. StoreError when it cannot."""
    kept = listar_adjuntos(unit.connection)
    text = canonical(
        Instantanea(
            aprobada=r.FechaHora(unit.clock()),
            quien=unit.quien,
            version=version,
            cabezas=bitacora.written(bitacora.heads(unit.connection)),
            adjuntos={ruta: kept[ruta] for ruta in rutas(archivo) if has_evidence(evidencias, kept.get(ruta, ""))},
            archivo=archivo,
        )
    )
    return store_evidence(evidencias, text.encode())


def _quedarse_con_el_formato(acta: Acta, archivo: r.Archivo) -> None:
    """Write in an acta the format of the entity that it prints, or is numbered with: it keeps the one it has now."""
    formato, escrita = formato_de(archivo, "acta"), archivo.audiencias[0].acta
    if formato is not None and (escrita is None or escrita.formato is None):
        con_formato(acta, formato)
    acta.formato_numeracion = acta.formato_numeracion or patron_vigente(archivo)


class _Serie(NamedTuple):
    patron: str
    vigencia: int | None
    primero: int


def _serie(archivo: r.Archivo) -> _Serie | None:
    """The series that the acta of the one hearing of a file is numbered in; None when it bears no number."""
    formato = que_numera(archivo, archivo.audiencias[0].acta)
    if formato is None or not formato.numeracion or formato.numeracion == SIN_NUMERO:
        return None
    return _Serie(formato.numeracion, archivo.audiencias[0].vigencia, formato.primer_numero or 1)


def _acta(unit: Unit, audiencia_id: str) -> str:
    """The key of the acta of a hearing, opened if nobody had."""
    return abrir_acta.run(unit, audiencia_id=audiencia_id)


def _exigir_decididas(unit: Unit, acta_id: str) -> None:
    query = select(_O.id).where(_O.acta_id == acta_id, _O.disposicion.is_(None), _O.anulada_motivo.is_(None))
    abiertas = len(unit.connection.execute(query).fetchall())
    if abiertas:
        cuales = "Queda una observación" if abiertas == 1 else f"Quedan {abiertas} observaciones"
        raise RuleError(f"{cuales} sin decidir. Diga en Revisión si se acoge o no, y por qué.")


def _exigir_reloj(unit: Unit, acta_id: str, hoy: str) -> None:
    """Approving is not taken back, so its day is not one before the version that it corrects."""
    query = select(func.max(_V.aprobada)).where(_V.acta_id == acta_id, _V.anulada_motivo.is_(None))
    antes = unit.connection.scalar(query)
    if antes and hoy < dia_en_colombia(r.FechaHora(antes)).isoformat():
        raise RuleError(
            f"El reloj del computador dice {i18n.fecha_larga(hoy)}, antes de aprobarse la versión anterior. "
            "Corrija la fecha del computador y apruebe de nuevo."
        )


def _exigir_numero_libre(connection: Connection, acta_id: str, numero: str) -> None:
    taken = select(_V.acta_id).where(_V.numero == numero.strip(), _V.acta_id != acta_id).limit(1)
    brought = select(_A.id).where(_A.numero == numero.strip(), _A.id != acta_id, _A.fecha_aprobacion.is_not(None))
    if any(connection.execute(query).first() is not None for query in (taken, brought.limit(1))):
        raise RuleError(
            f"El número {numero.strip()} ya es de otra acta. Escriba otro, o déjelo en blanco.", field="numero"
        )
