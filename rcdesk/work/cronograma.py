"""The schedule of a plan: activities by stage, what each owes at a date, and the advances that prove what was done.

Stages are plain lines: `lineas` adds, corrects, moves and withdraws them (table `componentes`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any, Final, Literal, assert_never

from sqlalchemy import Column, Connection, select

from rcdesk.domain import cronograma, orden
from rcdesk.domain import registro as r
from rcdesk.domain.campos import leer
from rcdesk.domain.cifras import plan as cifras
from rcdesk.domain.cifras.redondeo import exacto, porcentaje
from rcdesk.domain.cronograma import Actividad, FechaMarcada, Situacion
from rcdesk.domain.errors import RuleError
from rcdesk.i18n import sin_tildes
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action
from rcdesk.work.gather import reunir_registro

_A, _C, _P = JOURNALED["actividades"].c, JOURNALED["componentes"].c, JOURNALED["programaciones"].c

Filtro = Literal["todas", "vencidas", "proximas", "anuladas"]
"""Which activities are listed: all, overdue, due within `PRONTO` days, or withdrawn."""

PRONTO: Final = 30
"""Days before a date in which it is said to be near."""


@dataclass(frozen=True, slots=True)
class AvanceRow:
    """What was programmed and done in a period."""

    id: str
    periodo: str
    programado: str | None
    ejecutado: str | None
    corte: str | None
    justificacion: str | None
    evidencias: tuple[r.Evidencia, ...]


@dataclass(frozen=True, slots=True)
class ActividadRow:
    """An activity in the table and in its pane. `titulo` is how it is called when it has no name of its own.

    `programado` and `ejecutado` are sums over the periods that say both, `porcentaje` the part done of them; `avance`
    the last percentage reported by an activity that programmes nothing.
    """

    id: str
    componente_id: str
    codigo: str | None
    nombre: str | None
    titulo: str
    responsables: tuple[str, ...]
    desde: str | None
    hasta: str | None
    fechas: tuple[str, ...]
    marcas: tuple[FechaMarcada, ...]
    meta_nombre: str | None
    meta_valor: str | None
    meta_unidad: str | None
    indicador_nombre: str | None
    programado: str | None
    ejecutado: str | None
    porcentaje: int | None
    avance: str | None
    situacion: Situacion
    proxima: date | None
    avances: tuple[AvanceRow, ...]
    anulada: str | None


@dataclass(frozen=True, slots=True)
class EtapaRow:
    """A stage with the activities that are listed; `total` and `vencidas` count all it has."""

    id: str
    nombre: str
    actividades: tuple[ActividadRow, ...]
    total: int
    vencidas: int


@dataclass(frozen=True, slots=True)
class CronogramaView:
    """The schedule of a plan at a date. The figures are those of `rcdesk resumen`, over the whole plan."""

    etapas: tuple[EtapaRow, ...]
    actividades: int
    situaciones: Mapping[Situacion, int]
    responsables: tuple[str, ...]
    """Everyone who answers for an activity, in alphabetical order."""
    sugeridos: tuple[str, ...]
    """The same, and the offices of the entity."""
    programado: str | None
    ejecutado: str | None
    cumplimiento: str | None
    cumplimiento_acotado: str | None
    avance_promedio: str | None
    """The last five are None when nothing was reported of what they measure."""


@action("Agregar actividad")
def agregar_actividad(unit: Unit, *, componente_id: str, nombre: str) -> str:
    """Add an activity at the end of a stage, numbered if the others are, and return its key."""
    actividad = Actividad(
        componente_id=componente_id,
        orden=orden.despues_de(unit.last_order("actividades", componente_id=componente_id)),
        codigo=_numero(unit, componente_id),
    )
    actividad.corregir({"nombre": nombre})
    return unit.add(actividad)


@action("Corregir actividad", merges=True)
def corregir_actividad(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of an activity; `seen` are the values that the person had on screen."""
    unit.get(Actividad, id, seen=seen).corregir(valores)


@action("Mover actividad")
def mover_actividad(unit: Unit, *, id: str, pasos: int) -> bool:
    """Move an activity up (negative) or down inside its stage; say whether there was where to go."""
    return _mover(unit, "actividades", _A.componente_id, id, pasos)


@action("Mover etapa")
def mover_etapa(unit: Unit, *, id: str, pasos: int) -> bool:
    """Move a stage up (negative) or down in its plan; say whether there was where to go."""
    return _mover(unit, "componentes", _C.plan_id, id, pasos)


@action("Cambiar de etapa")
def cambiar_de_etapa(unit: Unit, *, id: str, componente_id: str) -> None:
    """Move an activity to the end of another stage; its number stays."""
    _etapa(unit, componente_id)
    actividad = unit.get(Actividad, id)
    if actividad.componente_id != componente_id:
        actividad.componente_id = componente_id
        actividad.orden = orden.despues_de(unit.last_order("actividades", componente_id=componente_id))


@action("Anular actividad")
def anular_actividad(unit: Unit, *, id: str, motivo: str) -> None:
    """Withdraw an activity; it stays in the base with the reason, and counts in no figure."""
    unit.get(Actividad, id).anular(motivo, cuando=unit.clock(), quien=unit.quien)


@action("Restaurar actividad")
def restaurar_actividad(unit: Unit, *, id: str) -> None:
    """Take back that an activity was withdrawn."""
    unit.get(Actividad, id).restaurar()


@action("Registrar avance")
def registrar_avance(
    unit: Unit, *, actividad_id: str, valores: Mapping[str, object], evidencia: str = "", enlace: str = ""
) -> str:
    """Write what was done in a period, with what proves it, and return its key.

    `valores` are fields of the period (periodo, programado, ejecutado, corte, justificacion); what was programmed for
    it is corrected, not repeated, and the evidence is added to the one it had.
    """
    row = _leidos(valores)
    query = select(JOURNALED["programaciones"]).where(
        _P.actividad_id == actividad_id, _P.periodo == row.get("periodo"), _P.anulada_motivo.is_(None)
    )
    found = unit.connection.execute(query).first()
    known = {} if found is None else {campo: found._mapping[campo] for campo in ("programado", "ejecutado")}
    cronograma.revisar_avance({**known, **row})
    proof = _evidencia(evidencia, enlace)
    if found is None:
        place = orden.despues_de(unit.last_order("programaciones", actividad_id=actividad_id))
        fresh = {**row, "actividad_id": actividad_id, "orden": place, "evidencias": proof}
        return unit.insert("programaciones", [fresh])[0]
    unit.update("programaciones", found.id, **row, evidencias=(*found.evidencias, *proof))
    return str(found.id)


@action("Corregir avance", merges=True)
def corregir_avance(
    unit: Unit,
    *,
    id: str,
    valores: Mapping[str, object],
    evidencia: str | None = None,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Write fields of an advance; `evidencia`, when given, is the text of its first evidence (empty takes it away)."""
    unit.check_seen("programaciones", id, seen or {})
    found = unit.connection.execute(select(JOURNALED["programaciones"]).where(_P.id == id)).one_or_none()
    if found is None or found.anulada_motivo is not None:
        raise RuleError(GONE)
    row = _leidos(valores)
    cronograma.revisar_avance({**found._mapping, **row})
    if evidencia is not None:
        row["evidencias"] = _con_texto(found.evidencias, evidencia)
    unit.update("programaciones", id, **row)


@action("Retirar avance")
def retirar_avance(unit: Unit, *, id: str, motivo: str = "registrado por error") -> None:
    """Withdraw an advance; it stays in the base and counts in no figure."""
    unit.update("programaciones", id, anulada_motivo=motivo, anulada_cuando=unit.clock(), anulada_quien=unit.quien)


def ver_cronograma(
    connection: Connection, *, plan_id: str, corte: str, filtro: Filtro = "todas", responsable: str = ""
) -> CronogramaView | None:
    """Return the schedule of a plan as it stands on `corte` (AAAA-MM-DD); None when the plan is gone."""
    plan: r.Plan | None = reunir_registro(connection, "planes", plan_id)
    if plan is None:
        return None
    etapas, counts = list[EtapaRow](), Counter[Situacion]()
    for componente in plan.componentes:
        rows = [_fila(componente, actividad, corte) for actividad in componente.actividades]
        standing = [row for row in rows if row.anulada is None]
        counts.update(row.situacion for row in standing)
        late = sum(row.situacion == "vencida" for row in standing)
        listed = tuple(row for row in rows if _entra(row, filtro, responsable, corte))
        etapas.append(EtapaRow(str(componente.id), componente.nombre, listed, len(standing), late))
    named = {who for actividad in cifras.actividades(plan) for who in actividad.responsables}
    figures = {**cifras.cifras_de_cumplimiento(plan), **cifras.cifras_de_avance(plan)}
    return CronogramaView(
        etapas=tuple(etapas),
        actividades=len(cifras.actividades(plan)),
        situaciones=counts,
        responsables=_en_orden(named),
        sugeridos=_en_orden(named | _dependencias(connection)),
        **{name: _texto(figures.get(name)) for name in _CIFRAS},
    )


_CIFRAS: Final = ("programado", "ejecutado", "cumplimiento", "cumplimiento_acotado", "avance_promedio")


def _texto(cifra: object) -> str | None:
    return None if cifra is None else str(cifra)


def _fila(componente: r.Componente, actividad: r.Actividad, corte: str) -> ActividadRow:
    meta = actividad.meta or r.Meta()
    pares = cifras.pares((actividad,))
    programado = sum((par.programado for par in pares), Fraction())
    ejecutado = sum((par.ejecutado for par in pares), Fraction())
    sueltos = [p.ejecutado for p in actividad.programacion if p.programado is None and p.ejecutado is not None]
    return ActividadRow(
        id=str(actividad.id),
        componente_id=str(componente.id),
        codigo=actividad.codigo,
        nombre=actividad.nombre,
        titulo=_titulo(actividad),
        responsables=actividad.responsables,
        desde=actividad.desde,
        hasta=actividad.hasta,
        fechas=actividad.fechas,
        marcas=cronograma.fechas_marcadas(actividad, corte),
        meta_nombre=meta.nombre,
        meta_valor=meta.valor,
        meta_unidad=meta.unidad,
        indicador_nombre=actividad.indicador.nombre if actividad.indicador else None,
        programado=exacto(programado) if pares else None,
        ejecutado=exacto(ejecutado) if pares else None,
        porcentaje=int(porcentaje(ejecutado, programado, 0)) if programado else None,
        avance=sueltos[-1] if sueltos else None,
        situacion=cronograma.situacion_de(actividad, corte),
        proxima=cronograma.proxima(actividad, corte),
        avances=tuple(_avance(periodo) for periodo in actividad.programacion),
        anulada=actividad.anulada.motivo if actividad.anulada else None,
    )


def _titulo(actividad: r.Actividad) -> str:
    """Its name; a row that has none is called by what it measures, or by its goal."""
    measured = actividad.indicador.nombre if actividad.indicador else None
    goal = actividad.meta.nombre if actividad.meta else None
    names = (actividad.nombre, measured, goal)
    return next((name for name in names if name and name != r.NO_APLICA), cifras.nombre_corto(actividad))


def _avance(periodo: r.Programacion) -> AvanceRow:
    return AvanceRow(
        str(periodo.id),
        periodo.periodo,
        periodo.programado,
        periodo.ejecutado,
        periodo.corte,
        periodo.justificacion,
        periodo.evidencias,
    )


def _entra(row: ActividadRow, filtro: Filtro, responsable: str, corte: str) -> bool:
    if responsable and responsable not in row.responsables:
        return False
    match filtro:
        case "todas":
            return row.anulada is None
        case "vencidas":
            return row.anulada is None and row.situacion == "vencida"
        case "proximas":
            days = (row.proxima - date.fromisoformat(corte)).days if row.proxima else -1
            return row.anulada is None and 0 <= days <= PRONTO
        case "anuladas":
            return row.anulada is not None
        case _:
            assert_never(filtro)


def _dependencias(connection: Connection) -> set[str]:
    offices = JOURNALED["dependencias"].c
    return set(connection.scalars(select(offices.nombre).where(offices.anulada_motivo.is_(None))))


def _en_orden(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=sin_tildes))


def _mover(unit: Unit, table: str, parent: Column[Any], id: str, pasos: int) -> bool:
    """Move a row among those of its parent that were not withdrawn."""
    c = JOURNALED[table].c
    mine = parent == select(parent).where(c.id == id).scalar_subquery()
    query = select(c.id, c.orden).where(mine, c.anulada_motivo.is_(None)).order_by(c.orden, c.id)
    rows = unit.connection.execute(query).all()
    here = next((place for place, row in enumerate(rows) if row.id == id), None)
    if here is None:
        raise RuleError(GONE)
    keys = [row.orden for row in rows]
    del keys[here]
    place = min(max(here + pasos, 0), len(keys))
    if place == here:
        return False
    before, after = keys[place - 1] if place else "", keys[place] if place < len(keys) else ""
    unit.update(table, id, orden=orden.entre(before, after))
    return True


def _leidos(valores: Mapping[str, object]) -> dict[str, Any]:
    return {campo: leer(r.Programacion, campo, valor) for campo, valor in valores.items()}


def _evidencia(texto: str, enlace: str) -> tuple[r.Evidencia, ...]:
    texto, enlace = texto.strip(), enlace.strip()
    return (r.Evidencia(texto=texto or None, url=enlace or None),) if texto or enlace else ()


def _con_texto(evidencias: tuple[r.Evidencia, ...], texto: str) -> tuple[r.Evidencia, ...]:
    """The evidences with another text in the first one; the others, and its link and pages, stay."""
    if not evidencias:
        return _evidencia(texto, "")
    kept = replace(evidencias[0], texto=texto.strip() or None)
    says = kept.texto or kept.url or kept.archivo
    return (kept, *evidencias[1:]) if says else evidencias[1:]


def _etapa(unit: Unit, componente_id: str) -> Any:
    row = unit.connection.execute(select(JOURNALED["componentes"]).where(_C.id == componente_id)).one_or_none()
    if row is None or row.anulada_motivo is not None:
        raise RuleError("La etapa ya no está en el plan.")
    return row


def _numero(unit: Unit, componente_id: str) -> str | None:
    """The number of a new activity of a stage, after those that its plan has."""
    plan = _etapa(unit, componente_id).plan_id
    stages = select(_C.id).where(_C.plan_id == plan, _C.anulada_motivo.is_(None)).order_by(_C.orden, _C.id)
    places = list(unit.connection.scalars(stages))
    query = select(_A.componente_id, _A.codigo).where(_A.componente_id.in_(places)).order_by(_A.orden)
    found = unit.connection.execute(query).all()
    hermanas = [row.codigo for row in found if row.componente_id == componente_id]
    return cronograma.proponer_numero(places.index(componente_id) + 1, hermanas, [row.codigo for row in found])
