"""Plans are made from a template or from another year, say what they measure, and share what was learnt."""

from decimal import Decimal
from pathlib import Path

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import cifras_de_plan
from rcdesk.domain.errors import RuleError
from rcdesk.exchange.read import read
from rcdesk.work.aprendizajes import listar_aprendizajes, traer_aprendizaje
from rcdesk.work.avances_de_actividad import programar_periodo
from rcdesk.work.cascada import listar_aportes, listar_opciones
from rcdesk.work.copiar_plan import copiar_plan, ver_copia
from rcdesk.work.ficha_del_plan import (
    anotar_recogidos,
    corregir_ficha,
    corregir_recogidos,
    listar_lideres,
    listar_recogidos,
    ver_ficha,
)
from rcdesk.work.gather import reunir
from rcdesk.work.indicadores import (
    IndicadoresView,
    IndicadorRow,
    agregar_indicador,
    corregir_indicador,
    ver_indicadores,
)
from rcdesk.work.intercambio import importar
from rcdesk.work.planes import PLANTILLAS, corregir_plan, crear_plan, listar_planes, plantilla
from tests.bases import open_desk
from tests.exchange.golden import golden

HOY = "2026-11-20"


def plan(desk: Desk, codigo: str) -> str:
    return next(row.id for row in desk.ask(listar_planes) if row.codigo == codigo)


def measured(desk: Desk, plan_id: str, corte: str = HOY) -> IndicadoresView:
    view = desk.ask(ver_indicadores, plan_id=plan_id, corte=corte)
    assert view is not None
    return view


def indicator(desk: Desk, codigo: str) -> IndicadorRow:
    view = measured(desk, plan(desk, "plan-estrategico-2024-2027"))
    return next(row for one in view.objetivos for row in one.indicadores if row.indicador_codigo == codigo)


def stored(desk: Desk, codigo: str) -> r.Plan:
    return next(one for one in desk.ask(reunir).planes if one.codigo == codigo)


def refused(desk: Desk, action: object, **values: object) -> str | None:
    with pytest.raises(RuleError) as refusal:
        desk.do(action, **values)  # type: ignore[arg-type]
    return refusal.value.field


def test_every_template_makes_a_whole_plan_without_dates(desk: Desk) -> None:
    for name in PLANTILLAS:
        model = plantilla(name)
        values = {"codigo": f"p-{name}", "nombre": "Uno nuevo", "tipo": model.tipo, "vigencia": 2027}
        desk.do(crear_plan, valores=values, modelo=name)
        made = stored(desk, f"p-{name}")
        rows = [row for one in made.componentes for row in one.actividades]
        assert [len(one.actividades) for one in made.componentes] == [len(one.actividades) for one in model.componentes]
        assert rows and not any(row.fechas or row.desde or row.programacion for row in rows)
        assert (made.nombre, made.vigencia) == ("Uno nuevo", 2027)


def test_last_years_plan_comes_with_its_dates_on_business_days_and_nothing_done(desk: Desk) -> None:
    last = plan(desk, "estrategia-rdc-2026")
    seen = desk.ask(ver_copia, origen=last, vigencia=2027)
    assert (seen.actividades, seen.nombre) == (17, "Estrategia de rendición de cuentas 2027")
    key = desk.do(
        copiar_plan,
        origen=last,
        valores={"codigo": "e-2027", "nombre": "Estrategia 2027", "tipo": "estrategia_rdc", "vigencia": 2027},
    )
    assert desk.ask(listar_planes)[0].id == key
    made, before = stored(desk, "e-2027"), stored(desk, "estrategia-rdc-2026")
    rows = {row.codigo: row for one in made.componentes for row in one.actividades}
    assert rows["2.1"].fechas == ("2027-02-04", "2027-02-11", "2027-02-18", "2027-02-25", "2027-03-04")
    assert seen.corridas and {one.queda for one in seen.corridas} <= {
        day for row in rows.values() for day in (row.desde, row.hasta, *row.fechas)
    }
    assert all(period.ejecutado is None for row in rows.values() for period in row.programacion)
    assert [one.nombre for one in made.equipo] == [one.nombre for one in before.equipo]
    assert (made.lecciones_aprendidas, made.compromisos, made.corte) == ((), (), None)
    assert refused(desk, copiar_plan, origen=last, valores={"codigo": "x", "nombre": "X", "tipo": "otro"}) == "vigencia"


def test_the_golden_strategic_plan_is_measured_as_resumen_measures_it(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "Base.rcdesk")
    desk.do(importar, archivo=read(golden("plan_estrategico_2020_2024")).archivo)
    [row] = desk.ask(listar_planes)
    view = measured(desk, row.id, "2024-12-31")
    figures = cifras_de_plan(desk.ask(reunir).planes[0])
    assert view.periodos == ("2020", "2021", "2022", "2023", "2024")
    weighted = [one for one in view.objetivos if one.pesos is not None]
    weights = {one.codigo: one.pesos.suma if one.pesos else None for one in view.objetivos}
    assert {k: Decimal(v) if v else None for k, v in weights.items()} == {
        code: Decimal(str(total)) if total is not None and code != "6" else None
        for code, total in figures["ponderaciones"].items()  # type: ignore[union-attr]
    }
    assert [one.pesos.estado for one in weighted if one.pesos].count("redondeo") == 2
    assert "suman 99,99: redondeo" in [one.pesos.dicho for one in weighted if one.pesos]
    rows = [one for objetivo in view.objetivos for one in objetivo.indicadores]
    assert [one.total for one in rows if one.ponderacion or one.componente_id == view.objetivos[5].id] == figures[
        "totales"
    ]
    assert [(one.indicador_codigo, one.total, one.declarado) for one in rows if one.difiere] == [("555", "100", "128")]
    desk.close()


def test_an_objective_is_met_by_its_weights_real_and_capped_and_what_nobody_reported_is_told(desk: Desk) -> None:
    first, second, third = measured(desk, plan(desk, "plan-estrategico-2024-2027")).objetivos
    by_year = {one.periodo: one for one in first.cumplimientos}
    assert (first.pesos.dicho if first.pesos else "") == "suman 99,99: redondeo"
    assert (by_year["2025"].real, by_year["2025"].acotado) == ("115.9", "100.0")
    assert "con tope" in by_year["2025"].formula
    late = {one.periodo: one for one in third.cumplimientos}["2026"]
    assert (late.sin_reporte, late.acotado) == (1, "51.4")  # 10 of 10,8 days: 92,6 % by 55,5 of 100
    assert [row.total for one in (second, third) for row in one.indicadores] == ["50", "13200000000", "8", "90"]


def test_a_period_is_programmed_in_its_place_and_the_total_follows_its_aggregation(desk: Desk) -> None:
    row = indicator(desk, "I-3")
    desk.do(programar_periodo, actividad_id=row.id, periodo="2023", programado="3")
    desk.do(programar_periodo, actividad_id=row.id, periodo="2027", programado="32.5")
    strategic = stored(desk, "plan-estrategico-2024-2027").componentes[0].actividades[2]
    assert [one.periodo for one in strategic.programacion] == ["2023", "2024", "2025", "2026", "2027"]
    assert indicator(desk, "I-3").total == "32.50"
    assert refused(desk, programar_periodo, actividad_id=row.id, periodo="2027", programado="-1") == "programado"
    assert refused(desk, corregir_indicador, id=row.id, valores={"ponderacion": "101"}) == "ponderacion"
    desk.do(corregir_indicador, id=row.id, valores={"ponderacion": "23.34"})
    view = measured(desk, plan(desk, "plan-estrategico-2024-2027"))
    assert view.objetivos[0].pesos and view.objetivos[0].pesos.dicho == "suman 90: faltan 10"
    made = desk.do(agregar_indicador, componente_id=row.componente_id, nombre="Visitas al portal")
    after = measured(desk, plan(desk, "plan-estrategico-2024-2027")).objetivos[0]
    assert (after.indicadores[-1].id, after.pesos.estado if after.pesos else "") == (made, "falta")


def test_the_cascade_says_who_contributes_follows_a_renaming_and_refuses_a_circle(desk: Desk) -> None:
    strategic = plan(desk, "plan-estrategico-2024-2027")
    to_four = [one.cita for one in desk.ask(listar_aportes, corte=HOY) if one.a_que == "plan-estrategico-2024-2027/I-4"]
    assert to_four == ["estrategia-rdc-2026/4.1", "estrategia-rdc-2026/4.2", "participacion-2026/2.1"]
    desk.do(corregir_indicador, id=indicator(desk, "I-4").id, valores={"indicador_codigo": "D-1"})
    desk.do(corregir_plan, id=strategic, valores={"codigo": "pe"})
    again = [one.cita for one in desk.ask(listar_aportes, corte=HOY) if one.a_que == "pe/D-1"]
    assert again == to_four
    first = desk.ask(listar_opciones, plan_id=strategic)[0]
    assert first.cita == "pe/I-1"
    one, two = indicator_of(desk, "pe", "I-1"), indicator_of(desk, "pe", "I-2")
    desk.do(corregir_indicador, id=one, valores={"aporta_a": "pe/I-2"})
    assert stored(desk, "pe").componentes[0].actividades[0].aporta_a == "I-2"
    assert refused(desk, corregir_indicador, id=two, valores={"aporta_a": "pe/I-1"}) == "aporta_a"
    assert refused(desk, corregir_indicador, id=two, valores={"aporta_a": "pe/I-2"}) == "aporta_a"
    assert refused(desk, corregir_indicador, id=two, valores={"aporta_a": "pe/no-hay"}) == "aporta_a"


def indicator_of(desk: Desk, codigo: str, indicador: str) -> str:
    view = measured(desk, plan(desk, codigo))
    return next(row.id for one in view.objetivos for row in one.indicadores if row.indicador_codigo == indicador)


def test_the_record_of_a_plan_computes_its_level_and_counts_its_actions(desk: Desk) -> None:
    key = plan(desk, "estrategia-rdc-2026")
    found = desk.ask(ver_ficha, plan_id=key)
    assert found is not None and found.nivel is not None
    assert found.nivel.dicho == "Nivel 4 de 5 (61 a 80)"
    assert (found.acciones["informacion"], found.acciones["dialogo"], found.acciones["incentivo"]) == (6, 5, 2)
    assert desk.ask(listar_lideres, plan_id=key)[0].nombre == "Marcela Inés Bravo Toro"
    desk.do(corregir_ficha, id=key, valores={"autodiagnostico_puntaje": "88", "retos": ("Llegar lejos",)})
    again = desk.ask(ver_ficha, plan_id=key)
    assert again and again.nivel and (again.nivel.numero, again.retos) == (5, ("Llegar lejos",))
    field = refused(desk, corregir_ficha, id=key, valores={"autodiagnostico_puntaje": "101"})
    assert field == "autodiagnostico_puntaje"


def test_commitments_by_period_that_do_not_add_up_are_told_and_keep_their_order(desk: Desk) -> None:
    key = plan(desk, "participacion-2026")
    rows = desk.ask(listar_recogidos, plan_id=key)
    assert [(one.periodo, one.recogidos, one.sin_clasificar, one.aviso) for one in rows] == [
        ("2026-06", 3, 0, ""),
        ("2026-07", 2, 0, ""),
        ("2026-08", 0, 0, ""),
        ("2026-09", 3, 0, ""),
        ("2026-10", 2, 2, ""),
    ]
    desk.do(corregir_recogidos, id=rows[0].id, valores={"recogidos": 5})
    assert desk.ask(listar_recogidos, plan_id=key)[0].aviso == (
        "2 a cargo + 1 no a cargo = 3, y se recogieron 5: faltan 2."
    )
    desk.do(corregir_recogidos, id=rows[0].id, valores={"a_cargo": 4})
    assert desk.ask(listar_recogidos, plan_id=key)[0].aviso == "En el plan hay 3 con fecha de ese periodo."
    made = desk.do(anotar_recogidos, plan_id=key, periodo="2026-05")
    assert desk.ask(listar_recogidos, plan_id=key)[0].id == made
    assert refused(desk, anotar_recogidos, plan_id=key, periodo="2026-05") == "periodo"


def test_what_was_learnt_in_a_year_is_found_and_brought_to_another(desk: Desk) -> None:
    key = plan(desk, "estrategia-rdc-2026")
    found = desk.ask(listar_aprendizajes, texto="interpretes", sin_plan=key)
    assert [(row.planes, row.vigencia, row.quien) for row in found] == [
        (("Estrategia de rendición de cuentas 2025",), 2025, "Elena Mora")
    ]
    desk.do(traer_aprendizaje, plan_id=key, clase=found[0].clase, texto=found[0].texto)
    assert desk.ask(listar_aprendizajes, texto="interpretes", sin_plan=key) == []
    [row] = desk.ask(listar_aprendizajes, texto="interpretes")
    assert (len(row.claves), row.vigencia) == (2, 2026)
    assert refused(desk, traer_aprendizaje, plan_id=key, clase=row.clase, texto=row.texto) == ""
    years = [one.vigencia for one in desk.ask(listar_aprendizajes, clase="buenas_practicas")]
    assert years == sorted(years, key=lambda year: -(year or 0))
