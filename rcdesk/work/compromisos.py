"""The commitments of a hearing: what will be done, by whom, by when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from rcdesk.domain import orden, plazos
from rcdesk.domain import registro as r
from rcdesk.domain.compromisos import Compromiso, siguiente_codigo
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro.compromisos import Alcance, EstadoCompromiso, OrigenCompromiso
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.avances_de_compromiso import anotar_estado
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.codigos_de_compromiso import exigir_codigo_libre
from rcdesk.work.dofa import listar_estrategias

_C = JOURNALED["compromisos"].c


@dataclass(frozen=True, slots=True)
class CompromisoRow:
    """A commitment in the list. `dias_habiles` are the business days from the hearing to its date, if both are known.

    `preguntas` are the questions it comes from, and `estrategias` the codes of the DOFA strategies it carries out.
    """

    id: str
    orden: str
    codigo: str
    que_hacer: str
    responsables: tuple[str, ...]
    fecha: str | None
    dias_habiles: int | None
    estado: EstadoCompromiso
    origen: OrigenCompromiso | None
    origen_detalle: str | None
    alcance: Alcance | None
    entidad_competente: str | None
    preguntas: tuple[r.RefPregunta, ...]
    estrategias: tuple[str, ...]
    anulada: str | None
    """Why it was annulled; it is shown struck."""


@action("Crear compromiso")
def crear_compromiso(unit: Unit, *, audiencia_id: str, valores: Mapping[str, object]) -> str:
    """Add a commitment at the end of the list, with the next number, and return its key."""
    compromiso = Compromiso(
        audiencia_id=audiencia_id,
        orden=orden.despues_de(unit.last_order("compromisos", audiencia_id=audiencia_id)),
        codigo=siguiente_codigo(unit.connection.scalars(select(_C.codigo).where(_C.audiencia_id == audiencia_id))),
        alcance="a_cargo",
        estado="pendiente",
        origen="acta",
    )
    compromiso.corregir(valores)
    exigir_codigo_libre(unit, compromiso)
    unit.audiencia_id = audiencia_id
    return unit.add(compromiso)


@action("Hacer compromiso de una estrategia")
def comprometer_estrategia(unit: Unit, *, id: str, valores: Mapping[str, object] | None = None) -> str:
    """Make the commitment that carries out a strategy, linked both ways, and return its key.

    It says what the strategy says, unless `valores` say otherwise.
    """
    table = JOURNALED["estrategias"]
    row = unit.connection.execute(select(table).where(table.c.id == id)).one_or_none()
    if row is None or row.anulada_motivo is not None:
        raise RuleError("La estrategia ya no está en la matriz.")
    if row.compromiso and _es_vigente(unit, row.audiencia_id, row.compromiso):
        raise RuleError(f"La estrategia ya es el compromiso {row.compromiso}.")
    said: dict[str, object] = {"que_hacer": row.texto, "origen": "estrategia", "origen_detalle": row.texto}
    key = crear_compromiso.run(unit, audiencia_id=row.audiencia_id, valores={**said, **(valores or {})})
    unit.update("estrategias", id, compromiso=unit.get(Compromiso, key).codigo)
    return key


@action("Corregir compromiso", merges=True)
def corregir_compromiso(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of a commitment; `seen` are the values that the person had on screen.

    Another state of what was promised before today is said with its day, so that the days before keep theirs.
    """
    compromiso = unit.get(Compromiso, id, seen=seen)
    antes = compromiso.estado
    compromiso.corregir(valores)
    if "codigo" in valores:
        exigir_codigo_libre(unit, compromiso, id)
    if compromiso.estado and compromiso.estado != antes:
        anotar_estado(unit, id=id, estado=compromiso.estado)
    unit.audiencia_id = compromiso.audiencia_id


@action("Mover compromiso")
def mover_compromiso(unit: Unit, *, id: str, antes: str, despues: str) -> None:
    """Put it between two others: their order keys, empty at the ends of the list."""
    unit.update("compromisos", id, orden=orden.entre(antes, despues))


@action("Anular compromiso")
def anular_compromiso(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw a commitment; its number is not used again."""
    unit.get(Compromiso, id).anular(motivo, cuando=unit.clock(), quien=unit.quien)


@action("Restaurar compromiso")
def restaurar_compromiso(unit: Unit, *, id: str) -> None:
    """Take back that a commitment was annulled."""
    compromiso = unit.get(Compromiso, id)
    if not compromiso.anulada:
        raise RuleError("El compromiso no está anulado.")
    exigir_codigo_libre(unit, compromiso, id)
    compromiso.anulada_motivo = compromiso.anulada_cuando = compromiso.anulada_quien = None


def listar_compromisos(connection: Connection, *, audiencia_id: str) -> list[CompromisoRow]:
    """Return the commitments of a hearing in their order, the annulled ones in their place."""
    hearing = JOURNALED["audiencias"].c
    fecha = connection.scalar(select(hearing.fecha).where(hearing.id == audiencia_id))
    calendar = leer_calendario(connection)
    cited = _estrategias(connection, audiencia_id)
    found = connection.execute(
        select(JOURNALED["compromisos"]).where(_C.audiencia_id == audiencia_id).order_by(_C.orden, _C.id)
    )
    return [_row(row, fecha, calendar, cited) for row in found]


def _estrategias(connection: Connection, audiencia_id: str) -> dict[str, tuple[str, ...]]:
    """Number of a commitment → the codes of the strategies that it carries out."""
    found: dict[str, tuple[str, ...]] = {}
    for strategy in listar_estrategias(connection, audiencia_id=audiencia_id):
        if strategy.compromiso:
            found[strategy.compromiso] = (*found.get(strategy.compromiso, ()), strategy.codigo)
    return found


def _es_vigente(unit: Unit, audiencia_id: str, codigo: str) -> bool:
    query = select(_C.id).where(_C.audiencia_id == audiencia_id, _C.codigo == codigo, _C.anulada_motivo.is_(None))
    return unit.connection.execute(query).first() is not None


def _row(
    found: Row[Any], fecha: str | None, calendar: plazos.Calendario, cited: Mapping[str, Iterable[str]]
) -> CompromisoRow:
    return CompromisoRow(
        id=found.id,
        orden=found.orden,
        codigo=found.codigo or "",
        que_hacer=found.que_hacer,
        responsables=found.responsables or (),
        fecha=found.fecha,
        dias_habiles=_dias(fecha, found.fecha, calendar),
        estado=found.estado or "pendiente",
        origen=found.origen,
        origen_detalle=found.origen_detalle,
        alcance=found.alcance,
        entidad_competente=found.entidad_competente,
        preguntas=found.preguntas or (),
        estrategias=tuple(cited.get(found.codigo or "", ())),
        anulada=found.anulada_motivo,
    )


def _dias(desde: str | None, hasta: str | None, calendar: plazos.Calendario) -> int | None:
    first = plazos.dia_exacto(r.Fecha(desde)) if desde else None
    last = plazos.dia_exacto(r.FechaONoAplica(hasta)) if hasta else None
    return plazos.habiles_entre(first, last, calendar) if first and last else None
