"""What is measured of a plan: its indicators by objective, period by period, and what they amount to.

What was done is never written here: it is told as an advance (`work.avances_de_actividad`), and stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, overload

from sqlalchemy import Connection, select

from rcdesk.domain import indicadores, orden
from rcdesk.domain import registro as r
from rcdesk.domain.campos import leer
from rcdesk.domain.cifras.plan import actividades, total_programado
from rcdesk.domain.cifras.redondeo import exacto, numero, porcentaje
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.cumplimiento import Objetivo, media_de, objetivo_en, periodos_de, razon_de
from rcdesk.domain.errors import RuleError
from rcdesk.domain.indicadores import SumaDePesos
from rcdesk.domain.periodos import meses
from rcdesk.domain.registro.planes import Agregacion, ClaseComponente
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import GONE, Unit
from rcdesk.work import action
from rcdesk.work.citas import recitar_fila
from rcdesk.work.plan_medido import leer_plan_medido

_A, _C = JOURNALED["actividades"].c, JOURNALED["componentes"].c
_P = JOURNALED["planes"].c
_MAS_ANIOS: Final = 19
"""Years after the first that a plan may offer: a wrong date does not make a thousand columns."""
_NOMBRAN: Final = ("codigo", "indicador_codigo", "nombre")
"""What names a row, in the order in which it does: a change of one may change its name."""


@dataclass(frozen=True, slots=True)
class CeldaRow:
    """A row in a period: what was programmed and done, and their ratio in whole percent; texts as typed."""

    periodo: str
    programado: str | None = None
    ejecutado: str | None = None
    real: int | None = None
    justificacion: str | None = None


@dataclass(frozen=True, slots=True)
class IndicadorRow:
    """An indicator. `total` is derived from its periods by its aggregation; `declarado` is what its source prints."""

    id: str
    componente_id: str
    titulo: str
    codigo: str | None
    nombre: str | None
    indicador_codigo: str | None
    indicador_nombre: str | None
    indicador_formula: str | None
    meta_codigo: str | None
    meta_nombre: str | None
    unidad: str | None
    agregacion: Agregacion | None
    ponderacion: str | None
    responsables: tuple[str, ...]
    aporta_a: str | None
    celdas: tuple[CeldaRow, ...]
    total: str
    declarado: str | None

    @property
    def difiere(self) -> bool:
        """Whether its source prints another total."""
        return self.declarado is not None and numero(r.Cantidad(self.declarado)) != numero(r.Cantidad(self.total))


@dataclass(frozen=True, slots=True)
class CumplimientoRow:
    """How an objective stood in a period, real and capped, in percent with one decimal; None where none programmes."""

    periodo: str
    real: str | None
    acotado: str | None
    sin_reporte: int
    formula: str
    reportado: bool = True
    """Whether anything was said of what was programmed in it."""


@dataclass(frozen=True, slots=True)
class ObjetivoRow:
    """An objective with its indicators. `pesos` is None when no row has a weight."""

    id: str
    codigo: str | None
    nombre: str
    clase: ClaseComponente | None
    indicadores: Sequence[IndicadorRow]
    claves: tuple[str, ...]
    """The keys of its indicators, in order."""
    pesos: SumaDePesos | None
    cumplimientos: tuple[CumplimientoRow, ...]


@dataclass(frozen=True, slots=True)
class IndicadoresView:
    """The indicators of a plan as they stood on a day.

    `promedios` are those of its objectives, by its policy, in the periods of which something was reported.
    """

    periodos: tuple[str, ...]
    objetivos: tuple[ObjetivoRow, ...]
    sin_tope: bool
    promedios: Mapping[str, str]


class Indicadores(Sequence[IndicadorRow]):
    """The indicators of an objective, each made when it is looked at: a grid shows twenty of ten thousand."""

    def __init__(self, componente_id: str, filas: Sequence[r.Actividad], periods: tuple[str, ...]) -> None:
        self._componente_id, self._filas, self._periods = componente_id, filas, periods
        self._made: dict[int, IndicadorRow] = {}

    def __len__(self) -> int:
        return len(self._filas)

    @overload
    def __getitem__(self, place: int) -> IndicadorRow: ...
    @overload
    def __getitem__(self, place: slice) -> Indicadores: ...
    def __getitem__(self, place: int | slice) -> IndicadorRow | Indicadores:
        if isinstance(place, slice):
            return Indicadores(self._componente_id, self._filas[place], self._periods)
        if place not in self._made:
            self._made[place] = _indicador(self._componente_id, self._filas[place], self._periods)
        return self._made[place]


@action("Agregar indicador")
def agregar_indicador(unit: Unit, *, componente_id: str, nombre: str) -> str:
    """Add an indicator at the end of an objective and return its key."""
    if not nombre.strip():
        raise RuleError("Escriba el nombre del indicador.", field="indicador_nombre")
    place = orden.despues_de(unit.last_order("actividades", componente_id=componente_id))
    row = {"componente_id": componente_id, "orden": place, "indicador_nombre": nombre.strip(), "agregacion": "suma"}
    return unit.insert("actividades", [row])[0]


@action("Corregir indicador", merges=True)
def corregir_indicador(
    unit: Unit, *, id: str, valores: Mapping[str, object], seen: Mapping[str, object] | None = None
) -> None:
    """Write fields of an indicator; whoever cites it by its name cites it by the new one. `seen` as on screen."""
    unit.check_seen("actividades", id, seen or {})
    found = unit.connection.execute(select(JOURNALED["actividades"]).where(_A.id == id)).one_or_none()
    if found is None or found.anulada_motivo is not None:
        raise RuleError(GONE)
    row = {campo: leer(r.Actividad, campo, valor) for campo, valor in valores.items()}
    after: dict[str, Any] = {**found._mapping, **row}
    indicadores.revisar(after)
    if row.get("aporta_a"):
        row["aporta_a"] = _aporte(unit.connection, after, row["aporta_a"])
    unit.update("actividades", id, **row)
    era, es = (next((str(v[n]) for n in _NOMBRAN if v[n]), "") for v in (found._mapping, after))
    if era and es and era != es:
        plan = unit.connection.execute(_plan_de(found.componente_id)).one()
        recitar_fila(unit, plan.id, plan.codigo, era, es)


def ver_indicadores(connection: Connection, *, plan_id: str, corte: str) -> IndicadoresView | None:
    """Return the indicators of a plan as they stood on `corte` (AAAA-MM-DD); None when the plan is gone."""
    plan = leer_plan_medido(connection, plan_id, corte)
    if plan is None:
        return None
    periods = _periodos(plan)
    told = {uno.periodo for row in actividades(plan) for uno in row.programacion if uno.ejecutado is not None}
    uncapped = plan.sin_tope is True
    found = [[objetivo_en(uno, periodo) for periodo in periods] for uno in plan.componentes]
    means = {
        periodo: media_de((row[place] for row in found), sin_tope=uncapped)
        for place, periodo in enumerate(periods)
        if periodo in told
    }
    stages = zip(plan.componentes, found, strict=True)
    return IndicadoresView(
        periods,
        tuple(_objetivo(uno, periods, row, sin_tope=uncapped) for uno, row in stages),
        uncapped,
        {periodo: porcentaje(mean, 1) for periodo, mean in means.items() if mean is not None},
    )


def _periodos(plan: r.Plan) -> tuple[str, ...]:
    """The periods of its rows; of a plan of several years, also each of its years."""
    years: set[str] = set()
    begins, ends = plan.desde or "", plan.hasta or ""
    if begins and begins[:4] < ends[:4]:
        first, last = int(begins[:4]), int(ends[:4])
        years = {f"{year:04}" for year in range(first, min(last, first + _MAS_ANIOS) + 1)}
    known = set(periodos_de(plan))
    if not known and not years and plan.vigencia:
        years = {str(plan.vigencia)}
    return tuple(sorted(known | years, key=lambda periodo: (meses(periodo), periodo)))


def _objetivo(
    componente: r.Componente, periods: tuple[str, ...], found: Sequence[Objetivo], *, sin_tope: bool
) -> ObjetivoRow:
    rows = vigentes(componente.actividades)
    return ObjetivoRow(
        str(componente.id),
        componente.codigo,
        componente.nombre,
        componente.clase,
        Indicadores(str(componente.id), rows, periods),
        tuple(str(fila.id) for fila in rows),
        indicadores.pesos_de(rows),
        tuple(_cumplimiento(periodo, one, sin_tope=sin_tope) for periodo, one in zip(periods, found, strict=True)),
    )


def _cumplimiento(periodo: str, found: Objetivo, *, sin_tope: bool) -> CumplimientoRow:
    real = porcentaje(found.real, 1) if found.real is not None else None
    capped = porcentaje(found.acotado, 1) if found.acotado is not None else None
    said = indicadores.formula(found, sin_tope=sin_tope)
    return CumplimientoRow(periodo, real, capped, found.sin_reporte, said, found.sin_reporte < len(found.razones))


def _indicador(componente_id: str, fila: r.Actividad, periods: tuple[str, ...]) -> IndicadorRow:
    meta, indicador = fila.meta or r.Meta(), fila.indicador or r.Indicador()
    declared = next((d.valor for d in fila.declarado if d.concepto == "total_programado" and d.valor), None)
    by_period = {uno.periodo: uno for uno in fila.programacion}
    return IndicadorRow(
        id=str(fila.id),
        componente_id=componente_id,
        titulo=indicadores.titulo(fila),
        codigo=fila.codigo,
        nombre=fila.nombre,
        indicador_codigo=indicador.codigo,
        indicador_nombre=indicador.nombre,
        indicador_formula=indicador.formula,
        meta_codigo=meta.codigo,
        meta_nombre=meta.nombre,
        unidad=fila.unidad,
        agregacion=fila.agregacion,
        ponderacion=fila.ponderacion,
        responsables=fila.responsables,
        aporta_a=fila.aporta_a,
        celdas=tuple(_celda(fila, periodo, by_period.get(r.Periodo(periodo))) for periodo in periods),
        total=exacto(total_programado(fila)),
        declarado=declared,
    )


def _celda(fila: r.Actividad, periodo: str, uno: r.Programacion | None) -> CeldaRow:
    if uno is None:
        return CeldaRow(periodo)
    ratio = razon_de(fila, uno)
    real = int(Decimal(porcentaje(ratio.real, 1, 0))) if ratio is not None and ratio.ejecutado is not None else None
    return CeldaRow(periodo, uno.programado, uno.ejecutado, real, uno.justificacion)


def _plan_de(componente_id: str) -> Any:
    return select(_P.id, _P.codigo).join(JOURNALED["componentes"], _C.plan_id == _P.id).where(_C.id == componente_id)


def _aporte(connection: Connection, fila: Mapping[str, Any], entera: str) -> str:
    """What a row contributes to, as it is written; refused when it would contribute to itself through others."""
    plan = connection.execute(_plan_de(fila["componente_id"])).one()
    name = next((str(fila[n]) for n in _NOMBRAN if fila[n]), "")
    whole = indicadores.cita(plan.codigo, entera) or ""
    indicadores.revisar_aporte(f"{plan.codigo}/{name}", whole, filas_citables(connection))
    return indicadores.citada(plan.codigo, whole)


def filas_citables(connection: Connection) -> dict[str, str | None]:
    """The rows of every plan that stands, as PLAN/ROW, with what each contributes to."""
    query = (
        select(_P.codigo.label("plan"), *(_A[n] for n in _NOMBRAN), _A.aporta_a)
        .join(JOURNALED["componentes"], _C.id == _A.componente_id)
        .join(JOURNALED["planes"], _P.id == _C.plan_id)
        .where(_A.anulada_motivo.is_(None), _C.anulada_motivo.is_(None), _P.anulada_motivo.is_(None))
        .order_by(_P.vigencia.desc().nulls_first(), _P.orden, _C.orden, _A.orden)
    )
    found: dict[str, str | None] = {}
    for row in connection.execute(query):
        name = next((str(value) for value in (row.codigo, row.indicador_codigo, row.nombre) if value), "")
        found[f"{row.plan}/{name}"] = indicadores.cita(row.plan, row.aporta_a)
    return found
