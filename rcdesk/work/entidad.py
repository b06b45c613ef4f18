"""The entity: its data, its logo, and who usually signs its actas. It is made by the first thing written of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from sqlalchemy import Connection, select

from rcdesk.documents.formato import formato_de
from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.actas import APROBADA
from rcdesk.domain.entidades import Entidad
from rcdesk.domain.palabras_del_acta import ListaDeFirmantes
from rcdesk.store.records import from_row
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.evidencias import anotar
from rcdesk.work.lineas import agregar

_E, _F, _S, _D = (JOURNALED[table].c for table in ("entidades", "formatos", "firmantes", "dependencias"))
_A, _H = JOURNALED["actas"].c, JOURNALED["audiencias"].c
_COPIED: Final = ("lista", "orden", "nombre", "cargo", "dependencia")


@dataclass(frozen=True, slots=True)
class EntidadRow:
    """The entity, its fields named as its columns; with an empty `id` while nobody has written it."""

    id: str = ""
    nombre: str | None = None
    nit: str | None = None
    sigla: str | None = None
    municipio: str | None = None
    departamento: str | None = None
    sitio_web: str | None = None
    correo: str | None = None
    logo: str | None = None


@dataclass(frozen=True, slots=True)
class HabitualRow:
    """Who usually signs, prepares, reviews or approves."""

    id: str
    orden: str
    lista: ListaDeFirmantes
    nombre: str
    cargo: str | None
    dependencia: str | None


@dataclass(frozen=True, slots=True)
class DependenciaRow:
    """An office of the entity."""

    id: str
    orden: str
    nombre: str
    sigla: str | None
    codigo: str | None


@dataclass(frozen=True, slots=True)
class Falta:
    """What a head is printed without: the name of the entity, the code of the format, or both."""

    nombre: bool
    codigo: bool


@action("Corregir la entidad", merges=True)
def editar_entidad(unit: Unit, *, valores: Mapping[str, object], seen: Mapping[str, object] | None = None) -> None:
    """Write fields of the entity; `seen` are the values that the person had on screen."""
    unit.get(Entidad, clave_de_la_entidad(unit), seen=seen).corregir(valores)


@action("Poner el logo de la entidad")
def poner_logo_de_la_entidad(unit: Unit, *, adjunto: Adjunto | None) -> None:
    """Head the documents with an attached picture; None leaves them without one."""
    if adjunto is not None:
        anotar(unit, [adjunto])
    unit.get(Entidad, clave_de_la_entidad(unit)).logo = adjunto.ruta if adjunto else None


@action("Agregar firmante habitual")
def agregar_habitual(unit: Unit, *, lista: ListaDeFirmantes, valores: Mapping[str, object]) -> str:
    """Add someone who usually signs, prepares, reviews or approves, and return the key."""
    return agregar["firmantes"].run(unit, valores=valores, lista=lista, entidad_id=clave_de_la_entidad(unit))


@action("Agregar dependencia")
def agregar_dependencia(unit: Unit, *, valores: Mapping[str, object]) -> str:
    """Add an office of the entity, and return its key."""
    return agregar["dependencias"].run(unit, valores=valores, entidad_id=clave_de_la_entidad(unit))


def copiar_habituales(unit: Unit, acta_id: str) -> int:
    """Write in an acta those who usually sign it and are not in the same list of it; return how many."""
    there = {(row.lista, row.nombre) for row in _firmantes(unit.connection, _S.acta_id == acta_id)}
    last: dict[str, str] = {}
    rows = []
    for row in _firmantes(unit.connection, _S.entidad_id.is_not(None)):
        if (row.lista, row.nombre) in there:
            continue
        before = last.get(row.lista) or unit.last_order("firmantes", acta_id=acta_id, lista=row.lista)
        last[row.lista] = orden.despues_de(before)
        values = {name: getattr(row, name) for name in _COPIED}
        rows.append(values | {"acta_id": acta_id, "orden": last[row.lista]})
    unit.insert("firmantes", rows)
    return len(rows)


def ver_entidad(connection: Connection) -> EntidadRow:
    """Return the entity; an empty one while nobody has written it."""
    names = [field.name for field in fields(EntidadRow)]
    found = connection.execute(select(*(_E[name] for name in names)).order_by(_E.orden, _E.id).limit(1)).first()
    return EntidadRow(**found._asdict()) if found else EntidadRow()


def listar_habituales(connection: Connection) -> list[HabitualRow]:
    """Return who usually signs, prepares, reviews and approves, each list in its order."""
    return [
        HabitualRow(row.id, row.orden, row.lista, row.nombre or "", row.cargo, row.dependencia)
        for row in _firmantes(connection, _S.entidad_id.is_not(None))
    ]


def listar_dependencias(connection: Connection) -> list[DependenciaRow]:
    """Return the offices of the entity, in their order."""
    query = select(_D.id, _D.orden, _D.nombre, _D.sigla, _D.codigo).where(_D.anulada_motivo.is_(None))
    return [DependenciaRow(*row) for row in connection.execute(query.order_by(_D.orden, _D.id))]


def solo_la_entidad(connection: Connection) -> r.Archivo:
    """Return a file with the entity and its formats and nothing else: what the head of a document needs."""
    formatos = connection.execute(
        select(JOURNALED["formatos"]).where(_F.anulada_motivo.is_(None)).order_by(_F.orden, _F.id)
    )
    todos = tuple(from_row("formatos", row._asdict(), {}) for row in formatos)
    row = connection.execute(select(JOURNALED["entidades"]).order_by(_E.orden, _E.id).limit(1)).first()
    if row is None:
        return r.Archivo(entidad=r.Entidad(nombre=None, formatos=todos))
    return r.Archivo(entidad=from_row("entidades", row._asdict(), {("formatos",): todos}))


def falta_en_el_encabezado(connection: Connection, *, codigo: str, palabra: str) -> Falta | None:
    """Return what the head of a document of a hearing is printed without; None when nothing, or its acta is approved.

    `palabra` is the word of its tipo documental («acta», «asistencia»).
    """
    acta = connection.execute(
        select(_A.estado, _A.formato_codigo)
        .join(_H.id.table, _H.id == _A.audiencia_id)
        .where(_H.codigo == codigo, _A.anulada_motivo.is_(None))
    ).first()
    if palabra == "acta" and acta is not None and acta.estado in APROBADA:
        return None
    archivo = solo_la_entidad(connection)
    formato = formato_de(archivo, palabra)
    propio = acta.formato_codigo if acta is not None and palabra == "acta" else None
    sin_nombre = not (archivo.entidad and archivo.entidad.nombre)
    sin_codigo = not (propio or (formato and formato.codigo))
    return Falta(nombre=sin_nombre, codigo=sin_codigo) if sin_nombre or sin_codigo else None


def clave_de_la_entidad(unit: Unit) -> str:
    """Return the key of the entity, made without a name when nobody wrote it yet."""
    found = unit.connection.scalar(select(_E.id).order_by(_E.orden, _E.id).limit(1))
    return found or unit.insert("entidades", [{"orden": orden.despues_de("")}])[0]


def _firmantes(connection: Connection, whose: Any) -> list[Any]:
    query = select(JOURNALED["firmantes"]).where(whose, _S.anulada_motivo.is_(None))
    return list(connection.execute(query.order_by(_S.orden, _S.id)))
