"""The reviewer of plans: what it finds in the documents of `golden`, in wrong plans of ours, and never a crash."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcdesk.domain import registro as r
from rcdesk.domain.hallazgos import Hallazgo, avisos
from rcdesk.domain.hallazgos.revisor import hallazgos_de_audiencia, hallazgos_de_plan
from rcdesk.domain.plazos import calendario
from rcdesk.domain.registro import Cantidad, Fecha, Periodo
from rcdesk.exchange.read import read
from tests.exchange.golden import SHARED, golden
from tests.exchange.trees import records

OF_PLANS = ("bogota_2020", "municipio_paac_2020", "participacion_2021", "plan_estrategico_2020_2024")


def found_in(archivo: r.Archivo) -> list[Hallazgo]:
    """What is found in every hearing and every plan of a file."""
    days, plans = calendario(archivo), archivo.planes
    found = [one for n, una in enumerate(archivo.audiencias) for one in hallazgos_de_audiencia(una, f"/audiencias/{n}")]
    for n, uno in enumerate(plans):
        found += hallazgos_de_plan(uno, days, otros=(*plans[:n], *plans[n + 1 :]), lugar=n)
    return found


@pytest.mark.parametrize("name", OF_PLANS)
def test_each_golden_plan_has_its_findings_and_no_other(name: str) -> None:
    archivo = read(golden(name)).archivo
    expected = json.loads((SHARED / "golden" / "expected.json").read_text("utf-8"))[f"{name}.json"]["findings"]
    assert sorted((h.codigo, h.gravedad, h.donde) for h in found_in(archivo)) == sorted(
        (found["id"], found["severity"], found["where"]) for found in expected
    )


def plan(*filas: r.Actividad, **rest: object) -> r.Plan:
    """A plan of 2026 with one component."""
    uno = r.Componente(codigo="1", nombre="Diálogo", actividades=filas)
    made = r.Plan(codigo="pp-2026", nombre="Plan", tipo="participacion", vigencia=2026, componentes=(uno,))
    return replace(made, **rest)  # type: ignore[arg-type]


def fila(codigo: str = "1.1", **rest: object) -> r.Actividad:
    return replace(r.Actividad(codigo=codigo, nombre=f"Hacer la mesa {codigo}"), **rest)  # type: ignore[arg-type]


def hecho(programado: str, ejecutado: str, **rest: object) -> r.Programacion:
    made = r.Programacion(periodo=Periodo("2026"), programado=Cantidad(programado), ejecutado=Cantidad(ejecutado))
    return replace(made, **rest)  # type: ignore[arg-type]


def recogidos(suyos: int | None, otros: int | None) -> r.CompromisosPorPeriodo:
    return r.CompromisosPorPeriodo(periodo=Periodo("2026-05"), recogidos=10, a_cargo=suyos, no_a_cargo=otros)


CUATRO = r.Meta(valor=Cantidad("4"), unidad="unidades")
PESOS = (fila("1.1", ponderacion=Cantidad("45")), fila("1.2", ponderacion=Cantidad("45")))
TARDE = r.Seguimiento(corte=Fecha("2026-03-02"), avance=Cantidad("1"))
CIRCULO = (fila("1.1", aporta_a="1.2"), fila("1.2", aporta_a="pp-2026/1.1"))
PRUEBA = (r.Evidencia(texto="Acta"),)


@pytest.mark.parametrize(
    ("plan_", "codigo", "gravedad", "donde", "campo", "says"),
    [
        (plan(*PESOS), "V38", "E", "/componentes/0", "ponderacion", "suman 90; deben sumar 100"),
        (
            plan(fila(meta=CUATRO, indicador=r.Indicador(nombre=r.TextoONoAplica("% de avance")))),
            "V30",
            "W",
            "/componentes/0/actividades/0",
            "meta_valor",
            "Escriba «4 %»",
        ),
        (plan(fila(fechas=(Fecha("2026-07-20"),))), "V31", "W", "/fechas/0", "fechas", "festivo"),
        (
            plan(fila(desde=Fecha("2026-09"), hasta=Fecha("2026-07"))),
            "V32",
            "E",
            "/hasta",
            "hasta",
            "termina en jul/2026, antes de empezar en sep/2026",
        ),
        (
            plan(fila(desde=Fecha("2026-04-01"), programacion=(hecho("3", "1", seguimientos=(TARDE,)),))),
            "V32",
            "W",
            "/programacion/0/seguimientos/0",
            "programacion",
            "tiene un avance del 02/mar/2026",
        ),
        (plan(*CIRCULO), "V39", "E", "/componentes/0/actividades/1/aporta_a", "aporta_a", "a ella misma"),
        (plan(fila("1.1"), fila("1.1")), "V39", "W", "/actividades/1/codigo", "codigo", "ya es el de"),
        (
            plan(fila(unidad="mesas", programacion=(hecho("20", "29", evidencias=PRUEBA),))),
            "V35",
            "W",
            "/programacion/0",
            "programacion",
            "145 % en 2026: 29 de 20, sin explicación",
        ),
        (
            plan(fila(programacion=(hecho("3", "3", seguimientos=(replace(TARDE, avance=Cantidad("3")),)),))),
            "V26",
            "W",
            "/programacion/0/evidencias",
            "programacion",
            "va en 100 % en 2026 sin evidencia",
        ),
        (
            plan(compromisos_por_periodo=(recogidos(4, 5),)),
            "V34",
            "E",
            "/compromisos_por_periodo/0",
            "recogidos",
            "4 a cargo y 5 de otra entidad no suman los 10",
        ),
        (plan(compromisos_por_periodo=(recogidos(None, None),)), "V34", "W", "/0", "a_cargo", "10 sin clasificar"),
        (
            plan(notas=("La mesa fue el jueves 10 de noviembre.",)),
            "V28",
            "E",
            "/notas/0",
            "notas",
            "el 10/nov/2026 es martes",
        ),
    ],
)
def test_each_mistake_is_told_where_it_is_and_what_to_do(
    plan_: r.Plan, codigo: str, gravedad: str, donde: str, campo: str, says: str
) -> None:
    found = [h for h in hallazgos_de_plan(plan_) if (h.codigo, h.gravedad) == (codigo, gravedad)]
    assert any(h.donde.endswith(donde) and h.campo == campo and says in h.nota for h in found), found
    assert all(h.nota.endswith((".", ")")) for h in hallazgos_de_plan(plan_))


@pytest.mark.parametrize(
    "plan_",
    [
        plan(fila("1.1", ponderacion=Cantidad("50")), fila("1.2", ponderacion=Cantidad("50"))),
        plan(fila(meta=CUATRO, indicador=r.Indicador(nombre=r.TextoONoAplica("Mesas realizadas")))),
        plan(fila(unidad="mesas", programacion=(hecho("20", "20"),))),
        plan(notas=("La mesa fue el martes 10 de noviembre.",), compromisos_por_periodo=(recogidos(4, 6),)),
        plan(fila(nombre="Divulgar la Ley 1757 de 2015", unidad="piezas", programacion=(hecho("3", "1"),))),
    ],
)
def test_nothing_is_said_of_what_is_right(plan_: r.Plan) -> None:
    assert hallazgos_de_plan(plan_) == ()


def test_what_was_annulled_is_not_looked_at() -> None:
    annulled = replace(PESOS[0], anulada=r.Anulada(motivo="Repetida"))
    found = hallazgos_de_plan(plan(annulled, replace(PESOS[1], ponderacion=Cantidad("100"))))
    assert found == ()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(records(r.Plan), records(r.Plan), st.integers(0, 3))
def test_any_plan_is_reviewed(one: r.Plan, other: r.Plan, lugar: int) -> None:
    found: tuple[Hallazgo, ...] = hallazgos_de_plan(one, otros=(other,), lugar=lugar)
    assert all(h.donde.startswith(f"/planes/{lugar}") and h.nota for h in found)


def test_what_lags_is_to_be_explained_once_its_period_is_over() -> None:
    behind = plan(fila(unidad="mesas", programacion=(hecho("25", "12"),)))
    over, running = (list(avisos.de_cumplimiento(behind, corte)) for corte in (date(2026, 12, 31), date(2026, 11, 20)))
    assert [(uno.grado, uno.nota) for uno in over] == [
        ("explicar", "1.1 va en 48 % en 2026: 12 de 25. Falta explicar el rezago.")
    ]
    assert [(uno.grado, uno.nota) for uno in running] == [
        ("revisar", "«Diálogo» va en 48 %. Vea si conviene explicar el rezago.")
    ]
    told = plan(fila(unidad="mesas", programacion=(hecho("25", "12", justificacion="Llovió"),)))
    assert not list(avisos.de_cumplimiento(told, date(2026, 12, 31)))


def test_a_report_tells_what_its_method_changes_and_the_months_without_commitments() -> None:
    mixed = plan(
        fila("1.1", unidad="mesas", programacion=(hecho("10", "15", justificacion="Pidieron más"),)),
        fila("1.2", unidad="mesas", programacion=(hecho("10", "10"),)),
        compromisos_por_periodo=(replace(recogidos(0, 0), recogidos=0),),
    )
    assert [uno.nota for uno in avisos.de_cumplimiento(mixed, date(2026, 12, 31))] == [
        "El cumplimiento cambia con el método: 100 % con tope, 125 % sin tope."
    ]
    assert [uno.nota for uno in avisos.de_compromisos(mixed, date(2026, 6, 30), None)] == [
        "En mayo de 2026 no se recogieron compromisos. Se imprime en cero."
    ]
    assert not list(avisos.de_compromisos(mixed, date(2026, 4, 30), None))
