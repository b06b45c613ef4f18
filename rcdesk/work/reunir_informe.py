"""What a report reads of the base, and no more: ten thousand activities have a hundred thousand advances.

Of the advances of a plan, a report that prints none of them reads only those of the periods of which something was said
after its day: what a period says of itself is what the last of them said.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, assert_never

from rcdesk.documents.informes.clase import Lectura
from rcdesk.domain import registro as r
from rcdesk.domain.periodos import ultimo_dia
from rcdesk.domain.publica import version_publica
from rcdesk.domain.registro.planes import TipoPlan
from rcdesk.domain.seguimiento import plan_al
from rcdesk.store.reading import raw
from rcdesk.work.filas_de_plan import dichos_al
from rcdesk.work.gather import reunir, reunir_planes, reunir_sin_actividades
from rcdesk.work.nombres_reservados import de_quienes_dicen
from rcdesk.work.plan_medido import leer_plan_medido

_PLANES: Final = "SELECT codigo, nombre, tipo FROM planes WHERE anulada_motivo IS NULL ORDER BY orden, id"
_CORTES: Final = """
    SELECT DISTINCT t.corte FROM componentes AS c JOIN actividades AS a ON a.componente_id = c.id
    JOIN programaciones AS t ON t.actividad_id = a.id
    WHERE c.plan_id = ? AND t.corte IS NOT NULL
    AND c.anulada_motivo IS NULL AND a.anulada_motivo IS NULL AND t.anulada_motivo IS NULL
"""
_PERSONAL: Final = """
    SELECT documento_numero, telefono, correo FROM personas UNION
    SELECT documento_numero, telefono, correo FROM asistentes UNION
    SELECT NULL, autor_telefono, autor_correo FROM preguntas
"""


@dataclass(frozen=True, slots=True)
class PlanQueHay:
    """A plan that a report may be of."""

    codigo: str
    nombre: str
    tipo: TipoPlan


@dataclass(frozen=True, slots=True)
class Leido:
    """The public version of what was read, and the plan that is told.

    `cortes` are the days that somebody told of it. `lee` says what was read of its rows.
    """

    archivo: r.Archivo
    plan: r.Plan | None
    lee: Lectura
    cortes: frozenset[r.Fecha]


def planes_que_hay(connection: Any) -> list[PlanQueHay]:
    """Return the plans that stand, in their order."""
    return [PlanQueHay(*row) for row in raw(connection).execute(_PLANES)]


def reunir_para(connection: Any, lee: Lectura, codigo: str | None) -> Leido:
    """Return the public version of what a report of that plan reads; of the whole base when it is of none."""
    archivo = _archivo(connection, lee, codigo)
    plan = next((plan for plan in archivo.planes if plan.codigo == codigo), None)
    if plan is not None and lee == "plan_medido":
        found = raw(connection).execute(_CORTES, (plan.id,))
        return Leido(archivo, plan, lee, frozenset(cuando for (cuando,) in found))
    return Leido(archivo, plan, lee, _cortes(plan))


def _archivo(connection: Any, lee: Lectura, codigo: str | None) -> r.Archivo:
    if lee == "sin_actividades":
        return _publica(connection, reunir_sin_actividades(connection))
    if lee == "todo" or codigo is None:
        return version_publica(reunir(connection))
    if lee == "plan_y_audiencias":
        return _publica(connection, reunir_planes(connection, [codigo], audiencias=True))
    if lee == "plan_medido":
        return _publica(connection, reunir_planes(connection, [codigo], but={("planes", "componentes")}))
    codigos = [plan.codigo for plan in planes_que_hay(connection)] if lee == "planes" else [codigo]
    return _publica(connection, reunir_planes(connection, codigos, but={("programaciones", "seguimientos")}))


def _cortes(plan: r.Plan | None) -> frozenset[r.Fecha]:
    """Every day that somebody told of a plan."""
    filas = (fila for uno in (plan.componentes if plan else ()) for fila in uno.actividades)
    periodos = [periodo for fila in filas for periodo in fila.programacion]
    dentro = {uno.corte for periodo in periodos for uno in periodo.seguimientos}
    return frozenset(filter(None, {uno.corte for uno in periodos} | dentro))


def plan_leido_al(connection: Any, leido: Leido, corte: date) -> r.Plan | None:
    """Return the plan of what was read, as it stood at the end of a day."""
    if leido.plan is None:
        return None
    match leido.lee:
        case "plan_medido":
            return _medido_al(connection, leido.archivo, leido.plan, corte)
        case "plan" | "planes":
            return _sin_avances_al(connection, leido.plan, leido.cortes, corte)
        case "plan_y_audiencias" | "sin_actividades" | "todo":
            return plan_al(leido.plan, corte)
        case _:
            assert_never(leido.lee)


def _medido_al(connection: Any, archivo: r.Archivo, plan: r.Plan, corte: date) -> r.Plan:
    """The plan with only what is measured of its rows."""
    dia = r.Fecha(corte.isoformat())
    medido = leer_plan_medido(connection, plan.id or "", dia)
    assert medido is not None  # it was read a moment ago, in the same look at the base
    publico = _publica(connection, r.Archivo(entidad=archivo.entidad, planes=(medido,))).planes[0]
    return replace(plan, corte=dia, componentes=publico.componentes)


def _sin_avances_al(connection: Any, plan: r.Plan, cortes: Collection[r.Fecha], corte: date) -> r.Plan:
    """The plan whose advances were not read: of its periods of which something was said later, what was said before."""
    despues = frozenset(cuando for cuando in cortes if ultimo_dia(cuando) > corte)
    filas = (fila for uno in plan.componentes for fila in uno.actividades)
    tarde = [uno.id or "" for fila in filas for uno in fila.programacion if uno.corte in despues]
    found = dichos_al(raw(connection), tarde, corte.isoformat())
    dichos = {clave: r.Cantidad(cuanto) for clave, cuanto in found.items()}
    componentes = tuple(
        replace(uno, actividades=tuple(_dicha(fila, despues, dichos) for fila in uno.actividades))
        for uno in plan.componentes
    )
    return replace(plan, corte=r.Fecha(corte.isoformat()), componentes=componentes)


def _dicha(fila: r.Actividad, despues: Collection[r.Fecha], dichos: Mapping[str, r.Cantidad]) -> r.Actividad:
    """The row with what had been said of it by then; the same one when nothing was said later."""
    if all(uno.corte not in despues for uno in fila.programacion):
        return fila
    programacion = tuple(
        replace(uno, ejecutado=dichos.get(uno.id or "")) if uno.corte in despues else uno for uno in fila.programacion
    )
    return replace(fila, programacion=programacion)


def _publica(connection: Any, archivo: r.Archivo) -> r.Archivo:
    """The public version of a part of the base: it hides what is personal of anybody, not only of whom was read."""
    people = tuple(
        r.Persona(nombre=None, documento=r.Documento(numero=number), telefono=telephone, correo=email)
        for number, telephone, email in raw(connection).execute(_PERSONAL)
    )
    hearings = archivo.audiencias or de_quienes_dicen(connection, archivo.planes)
    public = version_publica(replace(archivo, personas=people, audiencias=hearings))
    return public if archivo.audiencias else replace(public, audiencias=())
