"""Codes and crosses of the matrix."""

from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.dofa import (
    CRUCES,
    codigos_dofa,
    cruces_sin_estrategia,
    estrategias_sin_compromiso,
    factores_del_cruce,
)
from rcdesk.domain.registro import Cruce, Dofa, Estrategia

MATRIZ = Dofa(fortalezas=("f1", "f2"), debilidades=("d1",), oportunidades=("o1",), amenazas=("a1",))


def _estrategias(*cruces: Cruce) -> tuple[Estrategia, ...]:
    return tuple(Estrategia(cruce=cruce, texto=cruce) for cruce in cruces)


def test_the_code_of_a_strategy_is_its_cross_and_its_place_in_it() -> None:
    cruces: tuple[Cruce, ...] = ("FO", "DA", "FO", "DO", "FA", "DA")
    assert codigos_dofa(_estrategias(*cruces)) == ("FO1", "DA1", "FO2", "DO1", "FA1", "DA2")


def test_a_cross_puts_an_internal_list_before_an_external_one() -> None:
    assert [factores_del_cruce(MATRIZ, cruce) for cruce in CRUCES] == [
        (("f1", "f2"), ("o1",)),
        (("d1",), ("o1",)),
        (("f1", "f2"), ("a1",)),
        (("d1",), ("a1",)),
    ]


def test_a_cross_lacks_a_strategy_only_if_it_has_factors_to_cross() -> None:
    assert cruces_sin_estrategia(MATRIZ) == CRUCES
    matriz = Dofa(fortalezas=("f",), oportunidades=("o",), amenazas=("a",), estrategias=_estrategias("FO"))
    assert cruces_sin_estrategia(matriz) == ("FA",)
    assert cruces_sin_estrategia(Dofa()) == ()


def test_a_strategy_is_carried_out_by_the_commitment_it_names() -> None:
    suelta, atada = Estrategia(cruce="FO", texto="a"), Estrategia(cruce="FO", texto="b", compromiso="1")
    assert estrategias_sin_compromiso((suelta, atada)) == (suelta,)


@given(st.lists(st.sampled_from(CRUCES)))
def test_no_two_strategies_have_the_same_code(cruces: list[Cruce]) -> None:
    codigos = codigos_dofa(_estrategias(*cruces))
    assert len(set(codigos)) == len(cruces)
