"""A plan in one period: what falls whole in it counts, once, and what reaches further is told."""

from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.plan import actividades, pares
from rcdesk.domain.periodos import con_articulo, del_periodo, en_corto
from rcdesk.domain.plan_en_periodo import cae_en, plan_en, se_cruzan, sin_contar

MESES = [f"2026-{mes:02}" for mes in range(1, 13)]
CUATRIMESTRES = ["2026-C1", "2026-C2", "2026-C3"]
TODOS = [*MESES, *CUATRIMESTRES, "2026-T1", "2026-T4", "2026-S1", "2026-S2", "2026", "2025", "2025-12"]


def plan(*periodos: str) -> r.Plan:
    """A plan of one row, with as much done as programmed in each period."""
    uno = r.Cantidad("1")
    hechos = tuple(r.Programacion(periodo=r.Periodo(p), programado=uno, ejecutado=uno) for p in periodos)
    fila = r.Actividad(nombre="Publicar", programacion=hechos)
    return r.Plan(
        codigo="p", nombre="Plan", tipo="accion", componentes=(r.Componente(nombre="Uno", actividades=(fila,)),)
    )


@given(st.lists(st.sampled_from(TODOS), unique=True))
def test_the_parts_of_a_year_share_out_what_falls_in_them_and_tell_the_rest(periodos: list[str]) -> None:
    whole = plan(*periodos)
    for parte in CUATRIMESTRES:
        inside = [uno.periodo for fila in actividades(plan_en(whole, parte)) for uno in fila.programacion]
        assert inside == [uno for uno in periodos if cae_en(uno, parte)]
        assert {*inside, *sin_contar(whole, parte)} == {uno for uno in periodos if se_cruzan(uno, parte)}
    counted = sum(len(pares(actividades(plan_en(whole, parte)))) for parte in CUATRIMESTRES)
    assert counted == sum(any(cae_en(uno, parte) for parte in CUATRIMESTRES) for uno in periodos)
    assert plan_en(whole, None) is whole


def test_a_period_is_told_as_there_is_room() -> None:
    assert [en_corto(uno) for uno in ("2026", "2026-C3", "2026-11")] == [
        "2026",
        "III cuatrimestre 2026",
        "noviembre 2026",
    ]
    told = [con_articulo(uno) for uno in ("2026", "2026-T4", "2026-11")]
    assert told == ["2026", "el cuarto trimestre de 2026", "noviembre de 2026"]
    titles = [del_periodo(uno) for uno in ("2026", "2026-S1", "2026-11")]
    assert titles == ["de 2026", "del primer semestre de 2026", "de noviembre de 2026"]
