"""What a plan says of itself besides its activities: its aim, its team, its self-assessment, what was learnt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, func, select

from rcdesk.domain import autodiagnostico, orden, recogidos
from rcdesk.domain import registro as r
from rcdesk.domain.autodiagnostico import Nivel
from rcdesk.domain.campos import leer
from rcdesk.domain.errors import RuleError
from rcdesk.domain.periodos import cubre
from rcdesk.domain.registro.planes import TipoActividad
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action
from rcdesk.work.consultas import vigentes

_P, _C, _A = JOURNALED["planes"].c, JOURNALED["componentes"].c, JOURNALED["actividades"].c
_R, _K = JOURNALED["compromisos_por_periodo"].c, JOURNALED["compromisos"].c

_CAMPOS: Final = (
    "id",
    "codigo",
    "nombre",
    "tipo",
    "objetivo",
    "retos",
    "grupos_de_valor",
    "sin_tope",
    "autodiagnostico_instrumento",
    "autodiagnostico_puntaje",
    "autodiagnostico_maximo",
    "autodiagnostico_fecha",
    "autodiagnostico_conclusiones",
    "conclusiones",
    "lecciones_aprendidas",
    "buenas_practicas",
    "notas",
)


@dataclass(frozen=True, slots=True)
class FichaRow:
    """What a plan says of itself. `acciones` counts its activities by kind, and those of none under None."""

    id: str
    codigo: str
    nombre: str
    tipo: str
    objetivo: str | None
    retos: tuple[str, ...]
    grupos_de_valor: tuple[str, ...]
    sin_tope: bool | None
    autodiagnostico_instrumento: str | None
    autodiagnostico_puntaje: r.Cantidad | None
    autodiagnostico_maximo: r.Cantidad | None
    autodiagnostico_fecha: str | None
    autodiagnostico_conclusiones: tuple[r.Bloque, ...]
    conclusiones: tuple[str, ...]
    lecciones_aprendidas: tuple[str, ...]
    buenas_practicas: tuple[str, ...]
    notas: tuple[str, ...]
    nivel: Nivel | None
    acciones: Mapping[TipoActividad | None, int]


@dataclass(frozen=True, slots=True)
class LiderRow:
    """One of the team that leads a plan."""

    id: str
    orden: str
    nombre: str | None
    cargo: str | None
    dependencia: str | None


@dataclass(frozen=True, slots=True)
class RecogidosRow:
    """Commitments collected in a period. `registrados` are those of the plan itself made in it, when it has any."""

    id: str
    orden: str
    periodo: str
    recogidos: int
    a_cargo: int | None
    no_a_cargo: int | None
    dependencia: str | None
    espacio: str | None
    corte: str | None
    nota: str | None
    registrados: int | None = None

    @property
    def sin_clasificar(self) -> int:
        """Those of which nobody has said who answers."""
        return recogidos.sin_clasificar(self.recogidos, self.a_cargo)

    @property
    def aviso(self) -> str:
        """What does not add up; empty when everything does."""
        split = recogidos.cuadre(self.recogidos, self.a_cargo, self.no_a_cargo)
        if split or self.registrados in (None, self.recogidos):
            return split
        return f"En el plan hay {self.registrados} con fecha de ese periodo."


@action("Escribir en la ficha del plan", merges=True)
def corregir_ficha(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of what a plan says of itself. `seen` as on screen."""
    unit.check_seen("planes", id, seen or {})
    scores = (_P.autodiagnostico_puntaje, _P.autodiagnostico_maximo)
    before = unit.connection.execute(select(*scores).where(_P.id == id)).one_or_none()
    if before is None:
        raise RuleError(GONE)
    row = {campo: leer(r.Plan, campo, valor) for campo, valor in valores.items()}
    after = {**before._mapping, **row}
    autodiagnostico.revisar(after["autodiagnostico_puntaje"], after["autodiagnostico_maximo"])
    unit.update("planes", id, **row)


@action("Anotar compromisos recogidos")
def anotar_recogidos(unit: Unit, *, plan_id: str, periodo: str, cuantos: int = 0) -> str:
    """Add a line for a period, in its place among the others, and return its key."""
    row = {"periodo": leer(r.CompromisosPorPeriodo, "periodo", periodo), "recogidos": cuantos}
    rows = unit.connection.execute(
        select(_R.id, _R.periodo, _R.orden).where(_R.plan_id == plan_id, _R.anulada_motivo.is_(None))
    ).all()
    recogidos.revisar(row, frozenset(one.periodo for one in rows))
    before = max((one.orden for one in rows if one.periodo < row["periodo"]), default="")
    after = min((one.orden for one in rows if one.orden > before), default="")
    return unit.insert("compromisos_por_periodo", [{**row, "plan_id": plan_id, "orden": orden.entre(before, after)}])[0]


@action("Corregir compromisos recogidos", merges=True)
def corregir_recogidos(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of the line of a period; a split that does not add up is written, and told."""
    unit.check_seen("compromisos_por_periodo", id, seen or {})
    found = unit.connection.execute(select(JOURNALED["compromisos_por_periodo"]).where(_R.id == id)).one_or_none()
    if found is None:
        raise RuleError(GONE)
    row = {campo: leer(r.CompromisosPorPeriodo, campo, valor) for campo, valor in valores.items()}
    others = select(_R.periodo).where(_R.plan_id == found.plan_id, _R.id != id, _R.anulada_motivo.is_(None))
    recogidos.revisar({**found._mapping, **row}, frozenset(unit.connection.scalars(others)))
    unit.update("compromisos_por_periodo", id, **row)


def ver_ficha(connection: Connection, *, plan_id: str) -> FichaRow | None:
    """Return what a plan says of itself; None when it is gone."""
    query = select(*(_P[name] for name in _CAMPOS)).where(_P.id == plan_id, _P.anulada_motivo.is_(None))
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    values: dict[str, Any] = {**row._mapping, **{name: row._mapping[name] or () for name in _LISTAS}}
    level = autodiagnostico.nivel(row.autodiagnostico_puntaje, row.autodiagnostico_maximo)
    return FichaRow(**values, nivel=level, acciones=_acciones(connection, plan_id))


def listar_lideres(connection: Connection, *, plan_id: str) -> list[LiderRow]:
    """Return the team that leads a plan, in order."""
    return [LiderRow(**row) for row in vigentes(connection, "firmantes", LiderRow, plan_id=plan_id)]


def listar_recogidos(connection: Connection, *, plan_id: str) -> list[RecogidosRow]:
    """Return the commitments collected by a plan, period by period."""
    query = select(_K.adquirido).where(_K.plan_id == plan_id, _K.anulada_motivo.is_(None), _K.adquirido.is_not(None))
    days = connection.scalars(query).all()
    rows = vigentes(connection, "compromisos_por_periodo", RecogidosRow, plan_id=plan_id)
    return [
        RecogidosRow(**row, registrados=sum(cubre(row["periodo"], day) for day in days) if days else None)
        for row in rows
    ]


_LISTAS: Final = frozenset(
    {
        "retos",
        "grupos_de_valor",
        "autodiagnostico_conclusiones",
        "conclusiones",
        "lecciones_aprendidas",
        "buenas_practicas",
        "notas",
    }
)


def _acciones(connection: Connection, plan_id: str) -> dict[TipoActividad | None, int]:
    query = (
        select(_A.tipo, func.count())
        .join(JOURNALED["componentes"], _C.id == _A.componente_id)
        .where(_C.plan_id == plan_id, _C.anulada_motivo.is_(None), _A.anulada_motivo.is_(None))
        .group_by(_A.tipo)
    )
    return {row[0]: row[1] for row in connection.execute(query)}
