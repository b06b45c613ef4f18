"""Weighted compliance: real and capped, divided by what the weights add up to, whatever it is."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain import registro as r
from rcdesk.domain.cumplimiento import en_circulo, objetivo_en, promedio_de_objetivos, razon_de

CANTIDADES = st.integers(0, 400).map(lambda n: r.Cantidad(str(n)))


def fila(peso: str | None, programado: str, ejecutado: str | None, **fields: object) -> r.Actividad:
    periodo = r.Programacion(
        periodo=r.Periodo("2021"),
        programado=r.Cantidad(programado),
        ejecutado=r.Cantidad(ejecutado) if ejecutado is not None else None,
    )
    return r.Actividad(ponderacion=r.Cantidad(peso) if peso else None, programacion=(periodo,), **fields)  # type: ignore[arg-type]


def objetivo(*filas: r.Actividad) -> r.Componente:
    return r.Componente(nombre="Gobierno abierto", clase="objetivo", actividades=filas)


def test_an_objective_divides_by_the_sum_of_its_weights_and_leaves_out_what_programmes_nothing() -> None:
    found = objetivo_en(objetivo(fila("33.33", "2", "3"), fila("33.33", "4", "2"), fila("33.33", "0", "9")), "2021")
    assert (found.real, found.acotado) == (Fraction(1), Fraction(3, 4))
    assert found.pesos == Fraction("99.99")
    assert (found.valor(sin_tope=True), found.valor(sin_tope=False)) == (found.real, found.acotado)


def test_what_nobody_reported_counts_as_nothing_done_and_is_told() -> None:
    found = objetivo_en(objetivo(fila("50", "4", "4"), fila("50", "4", None)), "2021")
    assert (found.acotado, found.sin_reporte) == (Fraction(1, 2), 1)


def test_a_row_alone_weighs_all_and_where_only_some_weigh_there_is_no_sum() -> None:
    assert objetivo_en(objetivo(fila(None, "20", "20")), "2021").pesos == 100
    some = objetivo_en(objetivo(fila("60", "1", "1"), fila(None, "1", "0")), "2021")
    assert (some.pesos, some.acotado) == (None, Fraction(1))
    assert objetivo_en(objetivo(fila(None, "1", "1"), fila(None, "1", "0")), "2021").acotado == Fraction(1, 2)


def test_what_should_fall_is_met_when_it_is_as_low_as_was_programmed() -> None:
    done = [fila("1", "10", hecho, agregacion="decreciente") for hecho in ("5", "10", "20", "0")]
    found = [razon_de(una, una.programacion[0]) for una in done]
    assert [uno.acotada for uno in found if uno] == [1, 1, Fraction(1, 2), 1]


@given(st.lists(st.tuples(st.integers(1, 100), CANTIDADES, CANTIDADES), min_size=1, max_size=6))
def test_the_capped_mean_is_between_nothing_and_all_and_never_above_the_real_one(
    rows: list[tuple[int, str, str]],
) -> None:
    found = objetivo_en(objetivo(*(fila(str(peso), *pair) for peso, *pair in rows)), "2021")
    if found.acotado is None or found.real is None:
        assert all(programado == "0" for _, programado, _ in rows)
    else:
        assert 0 <= found.acotado <= min(found.real, Fraction(1))


def test_a_plan_is_the_plain_mean_of_its_objectives_by_its_own_policy() -> None:
    objectives = (objetivo(fila(None, "2", "4")), objetivo(fila(None, "2", "1")), objetivo(fila(None, "0", "1")))
    plan = r.Plan(codigo="pei", nombre="Plan", tipo="estrategico", componentes=objectives)
    assert promedio_de_objetivos(plan, "2021") == Fraction(3, 4)
    loose = r.Plan(codigo="pei", nombre="Plan", tipo="estrategico", componentes=objectives, sin_tope=True)
    assert promedio_de_objetivos(loose, "2021") == Fraction(5, 4)


def test_a_cascade_that_bites_its_tail_names_its_rows() -> None:
    assert en_circulo([("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", None)]) == ("a", "b", "c")
    assert en_circulo([("a", "a")]) == ("a",)
