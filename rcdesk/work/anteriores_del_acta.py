"""The earlier commitments of an acta as its author sees them: told one by one, or left out with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from rcdesk.domain import orden
from rcdesk.domain.actas import APROBADA
from rcdesk.domain.compromisos_anteriores import (
    DESCARTE,
    Anterior,
    como_va,
    contados,
    edad,
    esta_abierto,
    frase_de_anteriores,
    lugar,
    tardanza,
)
from rcdesk.domain.errors import RuleError
from rcdesk.domain.plazos import dia_exacto
from rcdesk.domain.registro.compromisos import EstadoCompromiso
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.actas import acta_de
from rcdesk.work.calendario import leer_calendario
from rcdesk.work.compromisos_anteriores import Previa, reunir_anteriores

_A = JOURNALED["actas"].c


@dataclass(frozen=True, slots=True)
class AnteriorRow:
    """An earlier commitment as an acta tells it. `id` is its key, or where it is told when this base has it not.

    `edad` says when it was made and how long ago, `tardanza` how late it
    was; `avanzo` that something was said of it since the last hearing.
    """

    id: str
    conocido: bool
    codigo: str
    que_hacer: str
    procedencia: str
    responsables: tuple[str, ...]
    edad: str
    fecha: str | None
    estado: EstadoCompromiso
    trasladado: bool
    como_va: str
    abierto: bool
    tardanza: str
    texto: str | None
    avanzo: bool
    descartado: str | None
    """Why the acta leaves it out."""


@dataclass(frozen=True, slots=True)
class Anteriores:
    """What an acta tells of earlier commitments, in its sentence and one by one; `fijos` once it is approved."""

    dia: str | None
    """The day of the hearing: they are told as they stand on it, be it past or to come."""
    previa: Previa | None
    frase: str
    filas: tuple[AnteriorRow, ...]
    fijos: bool


@action("Dejar un compromiso anterior fuera del acta")
def dejar_fuera(unit: Unit, *, audiencia_id: str, compromiso_id: str, motivo: str) -> None:
    """Say why the acta of a hearing leaves out an earlier commitment, which goes on as it was."""
    if not motivo.strip():
        raise RuleError("Escriba por qué no va en esta acta.", field="motivo")
    donde = _lugar(unit.connection, audiencia_id, compromiso_id)
    _exigir_borrador(unit, audiencia_id)
    if _descartes(unit.connection, audiencia_id, donde):
        raise RuleError("Ese compromiso ya está fuera de esta acta.")
    unit.audiencia_id = audiencia_id
    place = orden.despues_de(unit.last_order("hallazgos_descartados", audiencia_id=audiencia_id))
    said = {"motivo": motivo.strip(), "fecha": unit.clock(), "persona": unit.quien}
    row = {"audiencia_id": audiencia_id, "orden": place, "codigo": DESCARTE, "donde": donde}
    unit.insert("hallazgos_descartados", [row | said])


@action("Volver a traer un compromiso anterior")
def volver_a_traer(unit: Unit, *, audiencia_id: str, compromiso_id: str) -> None:
    """Tell again in the acta an earlier commitment that was left out."""
    _exigir_borrador(unit, audiencia_id)
    found = _descartes(unit.connection, audiencia_id, _lugar(unit.connection, audiencia_id, compromiso_id))
    if not found:
        raise RuleError("Ese compromiso ya está en esta acta.")
    unit.audiencia_id = audiencia_id
    for id in found:
        unit.withdraw("hallazgos_descartados", id, "se vuelve a traer")


def listar_anteriores(connection: Connection, *, audiencia_id: str) -> Anteriores:
    """Return what a hearing tells of earlier commitments, those left out among them."""
    found = reunir_anteriores(connection, audiencia_id)
    if found is None:
        return Anteriores(None, None, "", (), fijos=True)
    calendar, dia = leer_calendario(connection), dia_exacto(found.audiencia.fecha)
    dichos = contados(uno.dicho for uno in found.compromisos)
    return Anteriores(
        dia=found.audiencia.fecha,
        previa=found.previa,
        frase=frase_de_anteriores(dichos, dia, calendar) if dichos else "",
        filas=tuple(_fila(uno, dia, tardanza(uno.dicho, dia, calendar)) for uno in found.compromisos),
        fijos=found.fijos,
    )


def _fila(uno: Anterior, dia: date | None, tarde: str) -> AnteriorRow:
    dicho = uno.dicho
    return AnteriorRow(
        id=uno.id,
        conocido=not uno.id.startswith("/"),
        codigo=dicho.codigo or "",
        que_hacer=dicho.que_hacer,
        procedencia=dicho.procedencia_nombre or dicho.procedencia,
        responsables=dicho.responsables,
        edad=edad(dicho, dia),
        fecha=dicho.fecha,
        estado=dicho.estado or "pendiente",
        trasladado=dicho.fecha_traslado is not None,
        como_va=como_va(dicho),
        abierto=esta_abierto(dicho),
        tardanza=tarde,
        texto=dicho.texto,
        avanzo=uno.avanzo,
        descartado=dicho.descartado,
    )


def _exigir_borrador(unit: Unit, audiencia_id: str) -> None:
    """What an approved acta told of them is kept in it: leaving one out afterwards would change nothing."""
    query = select(_A.estado).where(acta_de(audiencia_id))
    if unit.connection.scalar(query) in APROBADA:
        raise RuleError("El acta está aprobada: lo que ella cuenta ya no cambia. Haga una versión nueva del acta.")


def _lugar(connection: Connection, audiencia_id: str, compromiso_id: str) -> str:
    """Where an earlier commitment is told. RuleError when it is gone."""
    c = JOURNALED["compromisos"].c
    found = connection.execute(
        select(c.codigo, c.audiencia_id, c.plan_id).where(c.id == compromiso_id, c.anulada_motivo.is_(None))
    ).one_or_none()
    if found is None or found.audiencia_id == audiencia_id:
        raise RuleError("Ese compromiso ya no está entre los anteriores.")
    table = JOURNALED["audiencias" if found.audiencia_id else "planes"].c
    place = connection.scalar(select(table.codigo).where(table.id == (found.audiencia_id or found.plan_id)))
    return lugar(place or "", found.codigo or compromiso_id)


def _descartes(connection: Connection, audiencia_id: str, donde: str) -> list[str]:
    c = JOURNALED["hallazgos_descartados"].c
    mine = (c.audiencia_id == audiencia_id, c.codigo == DESCARTE, c.donde == donde, c.anulada_motivo.is_(None))
    return list(connection.scalars(select(c.id).where(*mine)))
