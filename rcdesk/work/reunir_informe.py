"""What a report reads of the base, and no more: ten thousand activities have a hundred thousand advances.

Of the advances of a plan, a report that prints none of them reads only when and how much each says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, TypeAlias

from rcdesk.documents.informes.clase import Lectura
from rcdesk.domain import registro as r
from rcdesk.domain.publica import version_publica
from rcdesk.domain.registro.planes import TipoPlan
from rcdesk.domain.seguimiento import avance_al, plan_al
from rcdesk.store.reading import raw
from rcdesk.work.gather import reunir, reunir_planes, reunir_sin_actividades

Dichos: TypeAlias = Mapping[str, Sequence[tuple[r.Fecha | None, r.Cantidad | None]]]
"""Key of a period of an activity → when and how much each of its advances says, as they were written."""

_PLANES: Final = "SELECT codigo, nombre, tipo FROM planes WHERE anulada_motivo IS NULL ORDER BY orden, id"
_AVANCES: Final = """
    SELECT s.programacion_id, s.corte, s.avance FROM planes p
    JOIN componentes c ON c.plan_id = p.id JOIN actividades a ON a.componente_id = c.id
    JOIN programaciones o ON o.actividad_id = a.id JOIN seguimientos s ON s.programacion_id = o.id
    WHERE p.codigo = ? AND p.anulada_motivo IS NULL AND s.anulada_motivo IS NULL ORDER BY s.orden, s.id
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
    """The public version of what was read, the plan that is told, and what its advances say when they stand apart."""

    archivo: r.Archivo
    plan: r.Plan | None
    dichos: Dichos

    @property
    def cortes(self) -> frozenset[r.Fecha]:
        """Every day that somebody told of the plan."""
        filas = (fila for uno in (self.plan.componentes if self.plan else ()) for fila in uno.actividades)
        periodos = [periodo for fila in filas for periodo in fila.programacion]
        dentro = {uno.corte for periodo in periodos for uno in periodo.seguimientos}
        aparte = {cuando for dichos in self.dichos.values() for cuando, _ in dichos}
        return frozenset(filter(None, {uno.corte for uno in periodos} | dentro | aparte))

    def plan_al(self, corte: date) -> r.Plan | None:
        """The plan as it stood at the end of a day."""
        if self.plan is None:
            return None
        if not self.dichos:
            return plan_al(self.plan, corte)
        componentes = tuple(
            replace(uno, actividades=tuple(self._dicha(fila, corte) for fila in uno.actividades))
            for uno in self.plan.componentes
        )
        return plan_al(replace(self.plan, componentes=componentes), corte)

    def _dicha(self, fila: r.Actividad, corte: date) -> r.Actividad:
        """The row with what its advances had said."""
        dichas = [(uno, self.dichos.get(uno.id or "")) for uno in fila.programacion]
        programacion = tuple(
            uno if dicho is None else replace(uno, ejecutado=avance_al(dicho, corte), corte=None)
            for uno, dicho in dichas
        )
        return replace(fila, programacion=programacion)


def planes_que_hay(connection: Any) -> list[PlanQueHay]:
    """Return the plans that stand, in their order."""
    return [PlanQueHay(*row) for row in raw(connection).execute(_PLANES)]


def reunir_para(connection: Any, lee: Lectura, codigo: str | None) -> Leido:
    """Return the public version of what a report of that plan reads; of the whole base when it is of none."""
    if lee == "sin_actividades":
        archivo = _publica(connection, reunir_sin_actividades(connection))
        return Leido(archivo, _con(archivo, codigo), {})
    if lee == "todo" or codigo is None:
        archivo = version_publica(reunir(connection))
        return Leido(archivo, _con(archivo, codigo), {})
    if lee == "plan_y_audiencias":
        archivo = _publica(connection, reunir_planes(connection, [codigo], audiencias=True))
        return Leido(archivo, _con(archivo, codigo), {})
    codigos = [plan.codigo for plan in planes_que_hay(connection)] if lee == "planes" else [codigo]
    archivo = _publica(connection, reunir_planes(connection, codigos, but={("programaciones", "seguimientos")}))
    return Leido(archivo, _con(archivo, codigo), _dichos(connection, codigo))


def _con(archivo: r.Archivo, codigo: str | None) -> r.Plan | None:
    return next((plan for plan in archivo.planes if plan.codigo == codigo), None)


def _dichos(connection: Any, codigo: str) -> Dichos:
    found = defaultdict[str, list[tuple[r.Fecha | None, r.Cantidad | None]]](list)
    for key, cuando, cuanto in raw(connection).execute(_AVANCES, (codigo,)):
        found[key].append((cuando, cuanto))
    return found


def _publica(connection: Any, archivo: r.Archivo) -> r.Archivo:
    """The public version of a part of the base: it hides what is personal of anybody, not only of whom was read."""
    people = tuple(
        r.Persona(nombre=None, documento=r.Documento(numero=number), telefono=telephone, correo=email)
        for number, telephone, email in raw(connection).execute(_PERSONAL)
    )
    return version_publica(replace(archivo, personas=people))
