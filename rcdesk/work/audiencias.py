"""Hearings: making one, correcting it, moving it through its states, withdrawing it; what lists and headers show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Text, cast, func, select

from rcdesk.domain import orden
from rcdesk.domain.audiencias import Audiencia, proponer_codigo, vigencia_de
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro.audiencias import EstadoAudiencia, Modalidad
from rcdesk.store.schema import JOURNALED
from rcdesk.store.search import filas
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.lineas import agregar
from rcdesk.work.turnos import terminar_todo

_A = JOURNALED["audiencias"].c
_LUGARES = JOURNALED["lugares"].c


@dataclass(frozen=True, slots=True)
class AudienciaRow:
    """A hearing in the list. `lugar` is its first venue."""

    id: str
    codigo: str
    nombre: str
    estado: EstadoAudiencia
    vigencia: int | None
    modalidad: Modalidad | None
    fecha: str | None
    hora: str | None
    hora_fin: str | None
    lugar: str | None
    anulada: str | None
    """Why it was withdrawn."""


@action("Crear audiencia")
def crear_audiencia(unit: Unit, *, valores: Mapping[str, object], lugar: str = "") -> str:
    """Add a hearing, planned, with its venue when it is known, and return its key.

    `valores` are fields of the hearing; without `vigencia` it is the year of its date.
    """
    audiencia = Audiencia(estado="planeada", orden=orden.despues_de(unit.last_order("audiencias")))
    audiencia.corregir(valores)
    if not (audiencia.nombre or "").strip():
        raise RuleError("Escriba el nombre de la audiencia.", field="nombre")
    exigir_codigo_libre(unit, audiencia)
    if audiencia.vigencia is None:
        audiencia.vigencia = vigencia_de(audiencia.fecha)
    unit.add(audiencia)
    unit.audiencia_id = audiencia.id
    if lugar.strip():
        agregar["lugares"].run(unit, valores={"nombre": lugar}, audiencia_id=audiencia.id)
    return audiencia.id


@action("Editar audiencia", merges=True)
def editar_audiencia(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of a hearing; `seen` are the values that the person had on screen."""
    audiencia = unit.get(Audiencia, id, seen=seen)
    audiencia.corregir(valores)
    if "nombre" in valores and not audiencia.nombre:
        raise RuleError("Escriba el nombre de la audiencia.", field="nombre")
    if "codigo" in valores:
        exigir_codigo_libre(unit, audiencia)


@action("Cambiar estado de la audiencia")
def cambiar_estado(unit: Unit, *, id: str, estado: EstadoAudiencia, hoy: str, hora: str) -> None:
    """Move a hearing to another state. On its day, starting and closing it stamp the hour, unless it is written.

    Closing it ends the point and the turn that run.

    `hoy` is AAAA-MM-DD and `hora` HH:MM, of Bogotá.
    """
    audiencia = unit.get(Audiencia, id)
    audiencia.pasar_a(estado)
    if estado == "en_curso":
        audiencia.fecha = audiencia.fecha or hoy
    elif estado == "cerrada":
        terminar_todo(unit, id)
    if audiencia.fecha != hoy:
        return
    if estado == "en_curso":
        audiencia.hora_inicio = audiencia.hora_inicio or hora
    elif estado == "cerrada" and hora > (audiencia.hora_inicio or ""):
        audiencia.hora_fin = audiencia.hora_fin or hora


@action("Empezar la grabación")
def empezar_grabacion(unit: Unit, *, id: str) -> None:
    """Note that the recording begins now; its hour is corrected with the other data of the hearing."""
    unit.get(Audiencia, id).empezar_grabacion(cuando=unit.clock())


@action("Anular audiencia")
def anular_audiencia(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw a hearing made by mistake; it stays in the base and counts in no figure."""
    unit.get(Audiencia, id).anular(motivo, cuando=unit.clock(), quien=unit.quien)


@action("Restaurar audiencia")
def restaurar_audiencia(unit: Unit, *, id: str) -> None:
    """Take back that a hearing was withdrawn."""
    audiencia = unit.get(Audiencia, id)
    if not audiencia.anulada:
        raise RuleError("La audiencia no está anulada.")
    audiencia.anulada_motivo = audiencia.anulada_cuando = audiencia.anulada_quien = None


def listar_audiencias(
    connection: Connection, *, vigencia: int | None = None, estado: str = "", texto: str = ""
) -> list[AudienciaRow]:
    """Return the hearings, the latest first. Withdrawn ones come only when `estado` is «anulada»."""
    conditions: list[ColumnElement[bool]] = [
        _A.anulada_motivo.is_not(None) if estado == "anulada" else _A.anulada_motivo.is_(None)
    ]
    if estado and estado != "anulada":
        conditions.append(func.coalesce(_A.estado, "planeada") == estado)
    if vigencia is not None:
        conditions.append(_YEAR.is_(str(vigencia)))
    if texto.strip():
        conditions.append(_A.id.in_(filas("audiencias", texto)))
    query = select(*_SHOWN).where(*conditions).order_by(_A.fecha.desc().nulls_first(), _A.orden.desc())
    return [_row(found) for found in connection.execute(query)]


def ver_audiencia(connection: Connection, *, id: str) -> AudienciaRow | None:
    """Return one hearing, withdrawn or not; None when there is none with that key."""
    found = connection.execute(select(*_SHOWN).where(_A.id == id)).one_or_none()
    return None if found is None else _row(found)


def listar_vigencias(connection: Connection) -> list[int]:
    """Return the years that have hearings, the latest first."""
    query = select(_YEAR).where(_YEAR.is_not(None)).distinct().order_by(_YEAR.desc())
    return [int(year) for year in connection.scalars(query)]


def hay_audiencia_en_curso(connection: Connection) -> bool:
    """Say whether a hearing is running now."""
    query = select(_A.id).where(_A.estado == "en_curso", _A.anulada_motivo.is_(None)).limit(1)
    return connection.execute(query).first() is not None


def proponer_codigo_de_audiencia(connection: Connection, *, vigencia: int) -> str:
    """Return a code that no hearing has: rdc-2026-1, rdc-2026-2…"""
    return proponer_codigo(vigencia, connection.scalars(select(_A.codigo)))


_YEAR = func.coalesce(cast(_A.vigencia, Text), func.substr(_A.fecha, 1, 4))
_LUGAR = (
    select(_LUGARES.nombre)
    .where(_LUGARES.audiencia_id == _A.id, _LUGARES.anulada_motivo.is_(None))
    .order_by(_LUGARES.orden)
    .limit(1)
    .scalar_subquery()
)
_SHOWN: Sequence[Any] = (
    _A.id,
    _A.codigo,
    _A.nombre,
    _A.estado,
    _A.vigencia,
    _A.modalidad,
    _A.fecha,
    _A.hora_inicio,
    _A.hora_inicio_programada,
    _A.hora_fin,
    _A.hora_fin_programada,
    _LUGAR.label("lugar"),
    _A.anulada_motivo,
)


def _row(found: Row[Any]) -> AudienciaRow:
    return AudienciaRow(
        found.id,
        found.codigo,
        found.nombre or found.codigo,
        found.estado or "planeada",
        found.vigencia,
        found.modalidad,
        found.fecha,
        found.hora_inicio or found.hora_inicio_programada,
        found.hora_fin or found.hora_fin_programada,
        found.lugar,
        found.anulada_motivo,
    )


def exigir_codigo_libre(unit: Unit, audiencia: Audiencia) -> None:
    """Refuse a code that another hearing has, annulled or not."""
    query = select(_A.anulada_motivo).where(_A.codigo == audiencia.codigo, _A.id != audiencia.id)
    other = unit.connection.execute(query).first()
    if other is not None:
        which = "una audiencia anulada" if other.anulada_motivo else "otra audiencia"
        raise RuleError(f"El código «{audiencia.codigo}» ya es de {which}. Escriba otro.", field="codigo")
