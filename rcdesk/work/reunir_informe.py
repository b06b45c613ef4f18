"""What a report reads of the base, and no more: ten thousand activities have a hundred thousand advances.

Of the advances of a plan, a report that prints none of them reads only those of the periods of which something was said
after its day: what a period says of itself is what the last of them said.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from rcdesk.documents.informes.clase import Lectura
from rcdesk.domain import registro as r
from rcdesk.domain.periodos import ultimo_dia
from rcdesk.domain.publica import version_publica
from rcdesk.domain.registro.planes import TipoPlan
from rcdesk.domain.seguimiento import plan_al
from rcdesk.store.reading import raw
from rcdesk.work.filas_de_plan import dichos_al
from rcdesk.work.gather import reunir, reunir_planes, reunir_sin_actividades

_PLANES: Final = "SELECT codigo, nombre, tipo FROM planes WHERE anulada_motivo IS NULL ORDER BY orden, id"
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
    """The public version of what was read, and the plan that is told; `sin_avances` when those of its rows were not."""

    archivo: r.Archivo
    plan: r.Plan | None
    sin_avances: bool = False

    @property
    def cortes(self) -> frozenset[r.Fecha]:
        """Every day that somebody told of the plan."""
        filas = (fila for uno in (self.plan.componentes if self.plan else ()) for fila in uno.actividades)
        periodos = [periodo for fila in filas for periodo in fila.programacion]
        dentro = {uno.corte for periodo in periodos for uno in periodo.seguimientos}
        return frozenset(filter(None, {uno.corte for uno in periodos} | dentro))


def planes_que_hay(connection: Any) -> list[PlanQueHay]:
    """Return the plans that stand, in their order."""
    return [PlanQueHay(*row) for row in raw(connection).execute(_PLANES)]


def reunir_para(connection: Any, lee: Lectura, codigo: str | None) -> Leido:
    """Return the public version of what a report of that plan reads; of the whole base when it is of none."""
    if lee == "sin_actividades":
        archivo = _publica(connection, reunir_sin_actividades(connection))
        return Leido(archivo, _con(archivo, codigo))
    if lee == "todo" or codigo is None:
        archivo = version_publica(reunir(connection))
        return Leido(archivo, _con(archivo, codigo))
    if lee == "plan_y_audiencias":
        archivo = _publica(connection, reunir_planes(connection, [codigo], audiencias=True))
        return Leido(archivo, _con(archivo, codigo))
    codigos = [plan.codigo for plan in planes_que_hay(connection)] if lee == "planes" else [codigo]
    archivo = _publica(connection, reunir_planes(connection, codigos, but={("programaciones", "seguimientos")}))
    return Leido(archivo, _con(archivo, codigo), sin_avances=True)


def plan_leido_al(connection: Any, leido: Leido, corte: date) -> r.Plan | None:
    """Return the plan of what was read, as it stood at the end of a day."""
    plan = leido.plan
    if plan is None or not leido.sin_avances:
        return plan and plan_al(plan, corte)
    despues = frozenset(cuando for cuando in leido.cortes if ultimo_dia(cuando) > corte)
    filas = (fila for uno in plan.componentes for fila in uno.actividades)
    tarde = [uno.id or "" for fila in filas for uno in fila.programacion if uno.corte in despues]
    dichos = dichos_al(raw(connection), tarde, corte.isoformat())
    componentes = tuple(
        replace(uno, actividades=tuple(_dicha(fila, despues, dichos) for fila in uno.actividades))
        for uno in plan.componentes
    )
    return replace(plan, corte=r.Fecha(corte.isoformat()), componentes=componentes)


def _dicha(fila: r.Actividad, despues: Collection[r.Fecha], dichos: Mapping[str, str]) -> r.Actividad:
    """The row with what had been said of it by then; the same one when nothing was said later."""
    if all(uno.corte not in despues for uno in fila.programacion):
        return fila
    programacion = tuple(
        replace(uno, ejecutado=dichos.get(uno.id or "")) if uno.corte in despues else uno for uno in fila.programacion
    )
    return replace(fila, programacion=programacion)


def _con(archivo: r.Archivo, codigo: str | None) -> r.Plan | None:
    return next((plan for plan in archivo.planes if plan.codigo == codigo), None)


def _publica(connection: Any, archivo: r.Archivo) -> r.Archivo:
    """The public version of a part of the base: it hides what is personal of anybody, not only of whom was read."""
    people = tuple(
        r.Persona(nombre=None, documento=r.Documento(numero=number), telefono=telephone, correo=email)
        for number, telephone, email in raw(connection).execute(_PERSONAL)
    )
    return version_publica(replace(archivo, personas=people))
