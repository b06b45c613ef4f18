"""What a person says of a commitment after it was made. What was said stays: more is added, or withdrawn with reason.

It works also when the acta that tells the commitment is approved; what the acta itself tells is not touched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import select

from rcdesk.domain import orden
from rcdesk.domain import registro as r
from rcdesk.domain.avances_de_compromiso import (
    Historia,
    estado_callado,
    revisar_avance,
    revisar_cierre,
    revisar_fecha,
    revisar_responsables,
    revisar_traslado,
)
from rcdesk.domain.campos import leer
from rcdesk.domain.compromisos import Compromiso, siguiente_codigo
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import motivo_escrito
from rcdesk.domain.periodos import primer_dia
from rcdesk.domain.plazos import dia_en_colombia
from rcdesk.domain.registro.compromisos import Alcance, EstadoCompromiso
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action
from rcdesk.work.adjunto import Adjunto
from rcdesk.work.codigos_de_compromiso import exigir_codigo_libre
from rcdesk.work.evidencias import anotar
from rcdesk.work.gather import reunir_registro
from rcdesk.work.instantaneas import version_vigente

_C: Final = JOURNALED["compromisos"].c
_S: Final = JOURNALED["seguimientos"].c
_A: Final = JOURNALED["audiencias"].c

Valores = Mapping[str, object]
"""Fields of an advance: corte, avance, texto, evidencias, estado, nueva_fecha, responsables; autor if it is another."""


@action("Registrar avance de compromiso")
def registrar_avance_de_compromiso(unit: Unit, *, id: str, valores: Valores, adjuntos: Sequence[Adjunto] = ()) -> str:
    """Add how a commitment advanced, and return the key of what was said. `adjuntos` are the files it names."""
    anotar(unit, adjuntos)
    return _decir(unit, id, valores, revisar_avance)


@action("Cerrar o reabrir compromiso")
def cambiar_estado_de_compromiso(unit: Unit, *, id: str, estado: EstadoCompromiso, valores: Valores) -> str:
    """Say that a commitment was met, was not, is called off or goes on; return the key of what was said."""
    return _decir(unit, id, {**valores, "estado": estado}, revisar_cierre)


@action("Correr la fecha de compromiso")
def correr_fecha(unit: Unit, *, id: str, valores: Valores) -> str:
    """Move the date of a commitment from a day on, with the reason (`texto`)."""
    return _decir(unit, id, valores, revisar_fecha)


@action("Cambiar quién responde por el compromiso")
def cambiar_responsables(unit: Unit, *, id: str, valores: Valores) -> str:
    """Say who answers for a commitment from a day on."""
    return _decir(unit, id, valores, revisar_responsables)


@action("Retirar avance de compromiso")
def retirar_avance_de_compromiso(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw something that was said of a commitment; it stays in the base, with the reason, and counts no more."""
    found = unit.connection.execute(select(_S.compromiso_id, _S.anulada_motivo).where(_S.id == id)).one_or_none()
    if found is None or found.compromiso_id is None:
        raise RuleError(GONE)
    if found.anulada_motivo is not None:
        raise RuleError("Ya estaba retirado.")
    unit.withdraw("seguimientos", id, motivo_escrito(motivo, "se retira"))
    _poner_al_dia(unit, found.compromiso_id)


@action("Trasladar compromiso")
def trasladar_compromiso(unit: Unit, *, id: str, entidad: str, fecha: str, motivo: str = "") -> None:
    """Hand a commitment over to the entity that must do it, from a day on; a reason stays among its advances."""
    historia = _historia(unit, id)
    dia: r.Fecha | None = leer(r.Compromiso, "fecha_traslado", fecha)
    revisar_traslado(historia, entidad, dia)
    competente = leer(r.Compromiso, "entidad_competente", entidad)
    unit.update("compromisos", id, entidad_competente=competente, fecha_traslado=dia)
    if motivo.strip():
        como = historia.al(date.fromisoformat(dia or ""))  # a whole day: it was looked at
        estado = como.estado if como else "pendiente"
        _decir(unit, id, {"corte": dia, "texto": motivo, "estado": estado}, revisar_avance)


@action("Clasificar compromiso")
def clasificar_compromiso(unit: Unit, *, id: str, alcance: Alcance) -> None:
    """Say whether the entity answers for a commitment; taken back as its own, it is no longer handed over."""
    compromiso = unit.get(Compromiso, id)
    if alcance == "no_a_cargo" and _congelado(unit, compromiso):
        raise RuleError("Lo que dice el acta aprobada no cambia: use «Trasladar».", field="alcance")
    if alcance == "a_cargo":
        compromiso.fecha_traslado = compromiso.entidad_competente = None
    if compromiso.alcance != alcance:
        compromiso.alcance = alcance
    unit.audiencia_id = compromiso.audiencia_id


@action("Crear compromiso de un plan")
def crear_compromiso_de_plan(unit: Unit, *, plan_id: str, valores: Mapping[str, object]) -> str:
    """Add a commitment made out of any hearing, in a table or a visit, at the end of those of a plan."""
    compromiso = Compromiso(
        plan_id=plan_id,
        orden=orden.despues_de(unit.last_order("compromisos", plan_id=plan_id)),
        codigo=siguiente_codigo(unit.connection.scalars(select(_C.codigo).where(_C.plan_id == plan_id))),
        alcance="a_cargo",
        estado="pendiente",
        origen="mesa",
    )
    compromiso.corregir(valores)
    if not compromiso.adquirido:
        raise RuleError("Escriba cuándo se hizo el compromiso.", field="adquirido")
    exigir_codigo_libre(unit, compromiso)
    return unit.add(compromiso)


def anotar_estado(unit: Unit, *, id: str, estado: EstadoCompromiso) -> None:
    """Say today that a commitment made before has another state, which whoever calls writes in its row."""
    historia = _historia(unit, id)
    if historia.adquirido is not None and primer_dia(historia.adquirido) < historia.hoy:
        nuevo = r.Seguimiento(corte=r.Fecha(historia.hoy.isoformat()), estado=estado, autor=unit.quien)
        for uno in filter(None, (estado_callado(historia), nuevo)):
            _escribir(unit, id, uno)


def _decir(unit: Unit, id: str, valores: Valores, revisar: Callable[[Historia, r.Seguimiento], r.Seguimiento]) -> str:
    """Add to what was said of a commitment, once its rules let it, and keep its own state in step."""
    historia = _historia(unit, id)
    fields: dict[str, Any] = {name: leer(r.Seguimiento, name, value) for name, value in valores.items()}
    nuevo = revisar(historia, r.Seguimiento(**{"autor": unit.quien, **fields}))
    callado = estado_callado(historia)
    for uno in filter(None, (callado, nuevo)):
        key = _escribir(unit, id, uno)
    _poner_al_dia(unit, id)
    return key


def _escribir(unit: Unit, id: str, uno: r.Seguimiento) -> str:
    place = orden.despues_de(unit.last_order("seguimientos", compromiso_id=id))
    names = ("corte", "avance", "texto", "evidencias", "estado", "nueva_fecha", "responsables", "autor")
    row = {name: getattr(uno, name) for name in names}
    return unit.insert("seguimientos", [row | {"compromiso_id": id, "orden": place}])[0]


def _poner_al_dia(unit: Unit, id: str) -> None:
    """Write the state that its advances tell today, for whoever reads only the row."""
    estado = _historia(unit, id).hoy_mismo()
    if estado is not None:
        unit.update("compromisos", id, estado=estado)


def _historia(unit: Unit, id: str) -> Historia:
    compromiso: r.Compromiso | None = reunir_registro(unit.connection, "compromisos", id)
    if compromiso is None:
        raise RuleError(GONE)
    if compromiso.anulada is not None:
        raise RuleError("El compromiso está anulado: restáurelo para seguirlo.")
    hearing = select(_C.audiencia_id, _A.fecha).outerjoin(JOURNALED["audiencias"], _A.id == _C.audiencia_id)
    audiencia_id, fecha = unit.connection.execute(hearing.where(_C.id == id)).one()
    unit.audiencia_id = audiencia_id
    return Historia(compromiso, compromiso.adquirido or fecha, _hoy(unit))


def _congelado(unit: Unit, compromiso: Compromiso) -> bool:
    hearing = compromiso.audiencia_id
    return hearing is not None and version_vigente(unit.connection, hearing) is not None


def _hoy(unit: Unit) -> date:
    return dia_en_colombia(r.FechaHora(unit.clock()))
