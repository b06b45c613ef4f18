"""The schedule of a plan: written row by row, read as its screen shows it and as `resumen` counts it."""

import pytest
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.domain.cifras.plan import cifras_de_plan
from rcdesk.domain.errors import RuleError
from rcdesk.store.schema import JOURNALED
from rcdesk.work.audiencias import listar_audiencias
from rcdesk.work.cronograma import (
    agregar_actividad,
    anular_actividad,
    cambiar_de_etapa,
    corregir_actividad,
    mover_actividad,
    mover_etapa,
    restaurar_actividad,
)
from rcdesk.work.filas_de_plan import ActividadRow
from rcdesk.work.gather import reunir
from rcdesk.work.planes import corregir_plan, crear_plan, listar_planes, proponer_codigo_de_plan, retirar_plan
from rcdesk.work.vista_de_plan import CronogramaView, Filtro, ver_cronograma

HOY = "2026-11-20"


@pytest.fixture
def plan_id(desk: Desk) -> str:
    return desk.ask(listar_planes)[0].id


def view(desk: Desk, plan_id: str, filtro: Filtro = "todas", responsable: str = "", corte: str = HOY) -> CronogramaView:
    found = desk.ask(ver_cronograma, plan_id=plan_id, corte=corte, filtro=filtro, responsable=responsable)
    assert found is not None
    return found


def numbered(desk: Desk, plan_id: str, codigo: str, filtro: Filtro = "todas") -> ActividadRow:
    stages = view(desk, plan_id, filtro).etapas
    return next(row for stage in stages for row in stage.actividades if row.codigo == codigo)


def numbers(found: CronogramaView) -> list[str | None]:
    return [row.codigo for stage in found.etapas for row in stage.actividades]


def test_what_the_screen_counts_is_what_resumen_counts(desk: Desk, plan_id: str) -> None:
    found = view(desk, plan_id)
    plan = desk.ask(reunir).planes[0]
    figures = cifras_de_plan(plan)
    assert found.actividades == figures["actividades"] == 17
    assert [stage.total for stage in found.etapas] == figures["actividades_por_componente"]
    assert (found.programado, found.ejecutado) == (figures["programado"], figures["ejecutado"])
    assert found.cumplimiento_acotado == figures["cumplimiento_acotado"]
    assert found.cumplimiento == figures["cumplimiento"]
    rows = [row for stage in found.etapas for row in stage.actividades]
    assert sum(int(row.programado or 0) for row in rows) == int(found.programado or 0)
    assert sum(found.situaciones.values()) == 17


def test_what_is_overdue_depends_on_the_date_of_the_cut(desk: Desk, plan_id: str) -> None:
    assert numbers(view(desk, plan_id, "vencidas")) == ["1.4", "3.3", "4.2"]
    assert numbers(view(desk, plan_id, "vencidas", corte="2026-11-11")) == ["1.3", "1.4", "5.3"]
    assert numbered(desk, plan_id, "3.3").situacion == "vencida"
    assert [mark.estado for mark in numbered(desk, plan_id, "4.2").marcas] == ["cumplida", "cumplida", "vencida"]
    assert numbers(view(desk, plan_id, "proximas")) == ["3.1", "3.2", "4.1", "4.3", "5.3"]


def test_the_list_of_one_office_leaves_the_counts_of_all(desk: Desk, plan_id: str) -> None:
    found = view(desk, plan_id, responsable="Secretaría de Gobierno")
    assert numbers(found) == ["1.1", "2.1", "3.1", "3.3", "4.1", "4.2", "5.1"]
    assert found.actividades == 17
    assert "Secretaría de Gobierno" in found.responsables


def test_a_new_activity_goes_last_in_its_stage_with_the_next_number(desk: Desk, plan_id: str) -> None:
    stage = view(desk, plan_id).etapas[2]
    key = desk.do(agregar_actividad, componente_id=stage.id, nombre="Alquilar sillas")
    added = view(desk, plan_id).etapas[2].actividades[-1]
    assert (added.id, added.codigo, added.nombre, added.situacion) == (key, "3.4", "Alquilar sillas", "sin_fecha")
    with pytest.raises(RuleError, match="Escriba la actividad") as refusal:
        desk.do(agregar_actividad, componente_id=stage.id, nombre="  ")
    assert refusal.value.field == "nombre"


def test_an_activity_is_corrected_field_by_field(desk: Desk, plan_id: str) -> None:
    row = numbered(desk, plan_id, "4.3")
    desk.do(
        corregir_actividad,
        id=row.id,
        valores={"responsables": ("Veeduría",), "hasta": "", "fechas": ("2026-12-11",), "meta_valor": "2"},
        seen={"hasta": row.hasta},
    )
    after = numbered(desk, plan_id, "4.3")
    assert (after.responsables, after.hasta, after.meta_valor) == (("Veeduría",), None, "2")
    assert after.fechas == ("2026-12-11",)
    with pytest.raises(RuleError, match="antes de empezar") as refusal:
        desk.do(corregir_actividad, id=row.id, valores={"hasta": "2026-01-01"})
    assert refusal.value.field == "hasta"
    with pytest.raises(RuleError, match="lo cambió"):
        desk.do(corregir_actividad, id=row.id, valores={"nombre": "Otra"}, seen={"nombre": "Nunca dijo esto"})


def test_an_activity_moves_in_its_stage_and_to_another(desk: Desk, plan_id: str) -> None:
    row = numbered(desk, plan_id, "3.3")
    assert desk.do(mover_actividad, id=row.id, pasos=-1)
    assert numbers(view(desk, plan_id))[7:10] == ["3.1", "3.3", "3.2"]
    assert desk.do(mover_actividad, id=row.id, pasos=-5)
    assert not desk.do(mover_actividad, id=row.id, pasos=-1)
    assert desk.do(mover_actividad, id=row.id, pasos=2)
    assert numbers(view(desk, plan_id))[7:10] == ["3.1", "3.2", "3.3"]
    desk.do(cambiar_de_etapa, id=row.id, componente_id=view(desk, plan_id).etapas[3].id)
    assert [one.codigo for one in view(desk, plan_id).etapas[3].actividades] == ["4.1", "4.2", "4.3", "3.3"]


def test_a_stage_moves_among_the_stages_of_its_plan(desk: Desk, plan_id: str) -> None:
    first = view(desk, plan_id).etapas[0]
    assert desk.do(mover_etapa, id=first.id, pasos=1)
    assert [stage.nombre for stage in view(desk, plan_id).etapas][:2] == ["Diseño", "Aprestamiento"]
    assert not desk.do(mover_etapa, id=view(desk, plan_id).etapas[-1].id, pasos=1)
    with pytest.raises(RuleError, match="ya no existe"):
        desk.do(mover_etapa, id="no-está", pasos=1)


def test_a_withdrawn_activity_waits_among_the_withdrawn(desk: Desk, plan_id: str) -> None:
    row = numbered(desk, plan_id, "1.4")
    desk.do(anular_actividad, id=row.id, motivo="No hay presupuesto")
    assert "1.4" not in numbers(view(desk, plan_id))
    assert numbered(desk, plan_id, "1.4", "anuladas").anulada == "No hay presupuesto"
    desk.do(restaurar_actividad, id=row.id)
    assert numbers(view(desk, plan_id, "anuladas")) == []
    with pytest.raises(RuleError, match="por qué") as refusal:
        desk.do(anular_actividad, id=row.id, motivo=" ")
    assert refusal.value.field == "motivo"


def test_a_plan_is_made_with_the_five_stages_of_the_murc(desk: Desk) -> None:
    code = desk.ask(proponer_codigo_de_plan, tipo="estrategia_rdc", vigencia=2026)
    assert code == "estrategia-rdc-2026-2"
    values = {"codigo": code, "nombre": "Estrategia, versión 2", "tipo": "estrategia_rdc", "vigencia": 2027}
    key = desk.do(crear_plan, valores=values, modelo="estrategia")
    assert desk.ask(listar_planes)[0].id == key
    stages = view(desk, key).etapas
    assert [stage.nombre for stage in stages] == [
        "Aprestamiento",
        "Diseño",
        "Preparación",
        "Ejecución",
        "Seguimiento y evaluación",
    ]
    assert view(desk, key).cumplimiento is None
    exported = next(plan for plan in desk.ask(reunir).planes if plan.codigo == code)
    assert [stage.etapas for stage in exported.componentes][4] == ("seguimiento_y_evaluacion",)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"nombre": " "}, "nombre"),
        ({"codigo": "con espacios"}, "codigo"),
        ({"codigo": "estrategia-rdc-2026"}, "codigo"),
        ({"tipo": ""}, "tipo"),
        ({"tipo": "otra cosa"}, "tipo"),
        ({"vigencia": 1812}, "vigencia"),
        ({"desde": "2026-05", "hasta": "2026-01"}, "hasta"),
    ],
)
def test_what_a_plan_does_not_admit_is_refused_beside_its_field(
    desk: Desk, values: dict[str, object], field: str
) -> None:
    given: dict[str, object] = {"codigo": "plan-1", "nombre": "Plan", "tipo": "accion", "vigencia": 2026}
    with pytest.raises(RuleError) as refusal:
        desk.do(crear_plan, valores={**given, **values})
    assert refusal.value.field == field


def test_a_plan_that_changes_its_code_is_still_that_of_its_hearings(desk: Desk, plan_id: str) -> None:
    desk.do(corregir_plan, id=plan_id, valores={"codigo": "rdc-valle"}, seen={"codigo": "estrategia-rdc-2026"})
    hearings = JOURNALED["audiencias"].c
    assert set(desk.ask(lambda connection: list(connection.scalars(select(hearings.plan))))) == {"rdc-valle"}
    with pytest.raises(RuleError, match="hace parte de este plan"):
        desk.do(retirar_plan, id=plan_id, motivo="Prueba")


def test_a_plan_made_by_mistake_is_withdrawn(desk: Desk) -> None:
    before = desk.ask(listar_planes)
    key = desk.do(crear_plan, valores={"codigo": "p", "nombre": "P", "tipo": "otro"})
    desk.do(retirar_plan, id=key, motivo="Estaba repetido")
    assert desk.ask(listar_planes) == before
    assert desk.ask(ver_cronograma, plan_id=key, corte=HOY) is None
    assert len(desk.ask(listar_audiencias)) == 2


def test_who_contributes_to_an_activity_follows_it_when_it_takes_another_number(desk: Desk, plan_id: str) -> None:
    other = numbered(desk, plan_id, "5.4")
    desk.do(corregir_actividad, id=other.id, valores={"aporta_a": "1.4"})
    desk.do(corregir_actividad, id=numbered(desk, plan_id, "1.4").id, valores={"codigo": "1.9"})
    assert numbered(desk, plan_id, "5.4").aporta_a == "1.9"
