"""The controlled formats of the entity: each version of each document, and which one is printed now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import Connection, func, select

from rcdesk.documents.blocks import Document, Layout
from rcdesk.documents.formato import formato, formato_de, pie_de
from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.actas import Acta
from rcdesk.domain.formatos import EstadoDeFormato, Formato, mismo_documento
from rcdesk.domain.numeracion import SIN_NUMERO, siguiente
from rcdesk.i18n import COLOMBIA
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.archivos import imagenes
from rcdesk.work.entidad import clave_de_la_entidad, solo_la_entidad
from rcdesk.work.evidencias import anotar

FORMATO: Final = (
    "tipo_documental",
    "proceso",
    "subproceso",
    "sistema",
    "codigo",
    "version",
    "vigente_desde",
    "pie",
    "logo",
    "logo_derecho",
    "numeracion",
    "primer_numero",
)
"""The fields of a controlled format, in the order of the form."""

_ACTA: Final = "ACTA DE REUNIÓN"
_MOMENTO: Final = datetime(2000, 1, 1, tzinfo=COLOMBIA)  # a sample has no date

Lado: TypeAlias = Literal["logo", "logo_derecho"]
"""Where a logo stands in the head."""

_F, _A, _V = (JOURNALED[table].c for table in ("formatos", "actas", "versiones"))


@dataclass(frozen=True, slots=True)
class FormatoRow:
    """A format, its fields named as its columns, how it stands, and how many actas were made with it."""

    id: str
    orden: str
    estado: EstadoDeFormato
    actas: int
    tipo_documental: str | None
    proceso: str | None
    subproceso: str | None
    sistema: str | None
    codigo: str | None
    version: str | None
    vigente_desde: str | None
    pie: str | None
    logo: str | None
    logo_derecho: str | None
    numeracion: str | None
    primer_numero: int | None


@dataclass(frozen=True, slots=True)
class FormatoDelActa:
    """Whose the format of an acta is; when the entity has `otro`, which one, or `corregido`, of that version."""

    de_quien: Literal["ninguno", "propio", "de_la_entidad", "corregido", "otro"]
    codigo: str | None = None
    version: str | None = None
    vigente_desde: str | None = None


@action("Agregar formato")
def agregar_formato(unit: Unit, *, valores: Mapping[str, object]) -> str:
    """Add a format, and return its key; only the document that it is of is asked."""
    nuevo = Formato(entidad_id=clave_de_la_entidad(unit))
    nuevo.corregir(valores)
    return _agregar(unit, nuevo)


@action("Corregir formato", merges=True)
def corregir_formato(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of a format that were wrong; the actas that have it keep what they have."""
    unit.get(Formato, id, seen=seen).corregir(valores)


@action("Hacer versión nueva del formato")
def hacer_version_nueva(unit: Unit, *, id: str, hoy: str) -> str:
    """Add the next version of a format, in force since `hoy` (AAAA-MM-DD) until it is corrected; return its key."""
    nuevo = unit.get(Formato, id).version_nueva()
    nuevo.vigente_desde = hoy
    return _agregar(unit, nuevo)


@action("Retirar formato")
def retirar_formato(unit: Unit, *, id: str) -> None:
    """Take a format out; the actas that have it keep it."""
    unit.get(Formato, id).anular("retirado de la entidad", cuando=unit.clock(), quien=unit.quien)


@action("Poner el logo del formato")
def poner_logo_del_formato(unit: Unit, *, id: str, lado: Lado, adjunto: Adjunto | None) -> None:
    """Head the pages of a format with an attached picture, at the left or at the right; None takes it away."""
    if adjunto is not None:
        anotar(unit, [adjunto])
    setattr(unit.get(Formato, id), lado, adjunto.ruta if adjunto else None)


def listar_formatos(connection: Connection, *, hoy: str) -> list[FormatoRow]:
    """Return every format, the newest version of each document first; `hoy` is AAAA-MM-DD."""
    query = select(_F.id, _F.orden, *(_F[name] for name in FORMATO)).where(_F.anulada_motivo.is_(None))
    found = list(connection.execute(query.order_by(_F.orden.desc(), _F.id.desc())))
    found.sort(key=lambda row: row.vigente_desde or "", reverse=True)
    used = _usados(connection)
    rows = []
    for place, row in enumerate(found):
        earlier = any(mismo_documento(other.tipo_documental, row.tipo_documental) for other in found[:place])
        values = row._asdict()
        estado = _estado(row, earlier, hoy)
        rows.append(FormatoRow(estado=estado, actas=used.get((row.codigo, row.version), 0), **values))
    return sorted(rows, key=lambda row: _first(rows, row))


def formato_vigente(connection: Connection, palabra: str = "acta") -> r.FormatoDocumental | None:
    """Return the format that a document prints now: the newest whose tipo documental has that word."""
    return formato_de(solo_la_entidad(connection), palabra)


def con_formato(acta: Acta, documental: r.FormatoDocumental) -> None:
    """Write a format in an acta."""
    for name in FORMATO:
        setattr(acta, f"formato_{name}", getattr(documental, name))


def comparar_formato(connection: Connection, *, audiencia_id: str) -> FormatoDelActa:
    """Return whose format an acta prints, and which one the entity has now when it is another.

    An acta that is not open, or has no format of its own, prints the entity's.
    """
    ahora = formato_vigente(connection)
    columns = [_A[f"formato_{name}"] for name in FORMATO]
    query = select(*columns).where(_A.audiencia_id == audiencia_id, _A.anulada_motivo.is_(None))
    suyo = connection.execute(query).first()
    if suyo is None or not any(suyo):
        return FormatoDelActa("de_la_entidad" if ahora else "ninguno")
    if ahora is None:
        return FormatoDelActa("propio")
    if all(getattr(ahora, name) == value for name, value in zip(FORMATO, suyo, strict=True)):
        return FormatoDelActa("de_la_entidad")
    misma = all(getattr(ahora, name) == getattr(suyo, f"formato_{name}") for name in ("codigo", "version"))
    return FormatoDelActa("corregido" if misma else "otro", ahora.codigo, ahora.version, ahora.vigente_desde)


def numero_siguiente(connection: Connection, *, id: str, vigencia: int) -> str:
    """Return the number that the next acta of that year would get by a format; «sin número», or empty without pattern.

    RuleError when its pattern gives no numbers, as one that was brought from elsewhere may.
    """
    row = connection.execute(select(_F.numeracion, _F.primer_numero).where(_F.id == id)).first()
    if row is None or row.numeracion in (None, SIN_NUMERO):
        return row.numeracion or "" if row else ""
    return siguiente(row.numeracion, numeros_dados(connection), vigencia, row.primer_numero or 1)


def numeros_dados(connection: Connection) -> list[str]:
    """Return every number that an approved acta has or had, also those of hearings annulled later."""
    versions = connection.scalars(select(_V.numero).where(_V.numero.is_not(None)))
    brought = connection.scalars(select(_A.numero).where(_A.numero.is_not(None), _A.fecha_aprobacion.is_not(None)))
    return list(dict.fromkeys([*versions, *brought]))


def muestra_del_encabezado(connection: Connection, *, id: str, evidencias: Path) -> Document:
    """The head and the foot of the documents that a format governs, on a page with nothing else.

    With an empty key, the head of an acta. `evidencias` is the folder of the base.
    """
    archivo = solo_la_entidad(connection)
    row = connection.execute(select(*(_F[name] for name in FORMATO)).where(_F.id == id)).first()
    documental = r.FormatoDocumental(**row._asdict()) if row else formato_de(archivo, "acta")
    pictures = imagenes(connection, archivo, evidencias)
    form = formato(archivo, documental, tipo=_ACTA, imagenes=pictures)
    return Document(
        title=form.kind,
        subject=form.kind,
        author=form.entity,
        created=_MOMENTO,
        form=form,
        blocks=(),
        layout=Layout(foot=pie_de(documental)),
    )


def _agregar(unit: Unit, nuevo: Formato) -> str:
    nuevo.orden = orden.despues_de(unit.last_order("formatos", entidad_id=nuevo.entidad_id))
    return unit.add(nuevo)


def _estado(row: Any, earlier: bool, hoy: str) -> EstadoDeFormato:
    """How a format stands; `earlier` says that there is a newer one of the same document."""
    if earlier:
        return "anterior"
    if not row.codigo:
        return "sin_codigo"
    return "futuro" if (row.vigente_desde or "") > hoy else "al_dia"


def _usados(connection: Connection) -> dict[tuple[str | None, str | None], int]:
    """How many actas were made with each code and version."""
    query = select(_A.formato_codigo, _A.formato_version, func.count()).where(
        _A.formato_codigo.is_not(None), _A.anulada_motivo.is_(None)
    )
    found = connection.execute(query.group_by(_A.formato_codigo, _A.formato_version))
    return {(codigo, version): count for codigo, version, count in found}


def _first(rows: Sequence[FormatoRow], row: FormatoRow) -> str:
    """Where the document of a format was written first: its versions stand together there."""
    return min(each.orden for each in rows if mismo_documento(each.tipo_documental, row.tipo_documental))
