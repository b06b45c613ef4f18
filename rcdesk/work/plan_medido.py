"""A plan with only what is measured of it, as it stood on a day: read from narrow rows, whatever its advances are.

Records of it are those of rcdesk/1, so that the figures are worked out by the same functions as everywhere else.
"""

from __future__ import annotations

import json
from typing import Any, Final

from rcdesk.domain import registro as r
from rcdesk.store.days import last_day
from rcdesk.store.reading import raw
from rcdesk.uncollected import uncollected
from rcdesk.work.filas_de_plan import dichos_al, lista

_PLAN: Final = (
    "SELECT codigo, nombre, tipo, vigencia, desde, hasta, sin_tope FROM planes WHERE id = ? AND anulada_motivo IS NULL"
)
_STAGES: Final = (
    "SELECT id, codigo, nombre, clase FROM componentes WHERE plan_id = ? AND anulada_motivo IS NULL ORDER BY orden, id"
)
_FROM: Final = (
    "FROM actividades AS a JOIN componentes AS c ON c.id = a.componente_id "
    "WHERE c.plan_id = ? AND c.anulada_motivo IS NULL AND a.anulada_motivo IS NULL"
)
_ROWS: Final = (
    "SELECT a.componente_id, a.id, a.codigo, a.nombre, a.unidad, a.agregacion, a.ponderacion, a.responsables, "
    "a.aporta_a, a.indicador_codigo, a.indicador_nombre, a.indicador_formula, a.meta_codigo, a.meta_nombre, "
    f"a.declarado {_FROM} ORDER BY a.componente_id, a.orden, a.id"
)
_PERIODS: Final = (
    f"SELECT t.id, t.actividad_id, t.periodo, t.programado, t.ejecutado, {last_day('t.corte')}, t.justificacion "
    f"FROM programaciones AS t WHERE t.anulada_motivo IS NULL AND t.actividad_id IN (SELECT a.id {_FROM}) "
    "ORDER BY t.orden, t.id"
)


@uncollected()
def leer_plan_medido(connection: Any, plan_id: str, corte: str) -> r.Plan | None:
    """Return a plan as it stood on `corte` (AAAA-MM-DD); None when it is gone."""
    driver = raw(connection)
    head = driver.execute(_PLAN, (plan_id,)).fetchone()
    if head is None:
        return None
    periods = _periodos(driver, plan_id, corte)
    rows: dict[str, list[r.Actividad]] = {}
    for stage, *row in driver.execute(_ROWS, (plan_id,)):
        rows.setdefault(stage, []).append(_actividad(row, tuple(periods.get(row[0], ()))))
    codigo, nombre, tipo, vigencia, desde, hasta, sin_tope = head
    return r.Plan(
        codigo=codigo,
        nombre=nombre,
        tipo=tipo,
        vigencia=vigencia,
        desde=desde,
        hasta=hasta,
        sin_tope=bool(sin_tope) if sin_tope is not None else None,
        componentes=tuple(
            r.Componente(id=id, codigo=code, nombre=name, clase=kind, actividades=tuple(rows.get(id, ())))
            for id, code, name, kind in driver.execute(_STAGES, (plan_id,))
        ),
    )


def _periodos(driver: Any, plan_id: str, corte: str) -> dict[str, list[r.Programacion]]:
    rows = driver.execute(_PERIODS, (plan_id,)).fetchall()
    said = dichos_al(driver, [row[0] for row in rows if row[5] > corte], corte)
    found: dict[str, list[r.Programacion]] = {}
    for id, actividad, periodo, programado, ejecutado, day, why in rows:
        done: Any = ejecutado if day <= corte else said.get(id)
        one = r.Programacion(periodo=periodo, programado=programado, ejecutado=done, justificacion=why)
        found.setdefault(actividad, []).append(one)
    return found


def _actividad(row: list[Any], programacion: tuple[r.Programacion, ...]) -> r.Actividad:
    id, codigo, nombre, unidad, agregacion, peso, responsables, aporta_a, *measured = row
    code, name, formula, goal_code, goal, declared = measured
    return r.Actividad(
        id=id,
        codigo=codigo,
        nombre=nombre,
        unidad=unidad,
        agregacion=agregacion,
        ponderacion=peso,
        responsables=lista(responsables),
        aporta_a=aporta_a,
        indicador=r.Indicador(codigo=code, nombre=name, formula=formula) if code or name or formula else None,
        meta=r.Meta(codigo=goal_code, nombre=goal) if goal_code or goal else None,
        declarado=tuple(r.Declarado(**one) for one in json.loads(declared)) if declared else (),
        programacion=programacion,
    )
