"""Weights, totals and the cascade are exact, whatever a planner writes."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain import registro as r
from rcdesk.domain.autodiagnostico import nivel
from rcdesk.domain.cifras.plan import total_programado
from rcdesk.domain.cumplimiento import TOLERANCIA, en_circulo, objetivo_en
from rcdesk.domain.errors import RuleError
from rcdesk.domain.indicadores import cita, citada, formula, pesos_de, revisar_aporte
from rcdesk.domain.registro.planes import Agregacion

WEIGHTS = st.decimals("0", "100", places=2).map(lambda value: r.Cantidad(f"{value:f}"))
AMOUNTS = st.decimals("0", "99999999", places=3).map(lambda value: r.Cantidad(f"{value:f}"))
NAMES = st.sampled_from([f"p/{letter}" for letter in "abcdef"])


def rows(weights: list[r.Cantidad]) -> tuple[r.Actividad, ...]:
    return tuple(r.Actividad(ponderacion=weight) for weight in weights)


@given(st.lists(WEIGHTS, min_size=1, max_size=6))
def test_weights_are_exact_rounded_or_far_by_their_very_sum(weights: list[r.Cantidad]) -> None:
    found, total = pesos_de(rows(weights)), sum(map(Fraction, weights), Fraction())
    assert found is not None
    expected = "exacta" if total == 100 else "redondeo" if abs(total - 100) <= TOLERANCIA else "lejos"
    assert found.estado == expected


def test_how_far_weights_are_is_told_in_words() -> None:
    told = [
        found.dicho if (found := pesos_de(rows([r.Cantidad(w) for w in weights]))) else ""
        for weights in (["33.33"] * 3, ["50", "40"], ["60", "60"], ["100"])
    ]
    assert told == ["suman 99,99: redondeo", "suman 90: faltan 10", "suman 120: sobran 20", "suman 100"]
    missing = pesos_de((*rows([r.Cantidad("50")]), r.Actividad()))
    assert missing is not None and missing.dicho == "1 sin peso: no cuenta en el cumplimiento"
    assert pesos_de((r.Actividad(), r.Actividad())) is None


@given(st.lists(AMOUNTS, min_size=1, max_size=6), st.sampled_from(["suma", "acumulado", "constante", "decreciente"]))
def test_a_total_is_what_its_aggregation_says(amounts: list[r.Cantidad], how: Agregacion) -> None:
    periods = tuple(
        r.Programacion(periodo=r.Periodo(str(2020 + place)), programado=amount) for place, amount in enumerate(amounts)
    )
    values = [Fraction(amount) for amount in amounts]
    expected = {"suma": sum(values), "acumulado": max(values), "constante": values[-1], "decreciente": values[-1]}[how]
    assert total_programado(r.Actividad(agregacion=how, programacion=periods)) == expected


@given(st.dictionaries(NAMES, st.none() | NAMES), NAMES, NAMES)
def test_a_row_is_refused_what_would_make_a_circle_and_nothing_else(
    some: dict[str, str | None], row: str, wanted: str
) -> None:
    known: dict[str, str | None] = {**dict.fromkeys((f"p/{letter}" for letter in "abcdef"), None), **some, row: None}
    if row in en_circulo([*{**known, row: wanted}.items()]):
        with pytest.raises(RuleError):
            revisar_aporte(row, wanted, known)
    else:
        revisar_aporte(row, wanted, known)


def test_a_row_of_the_same_plan_is_named_alone() -> None:
    assert [citada("p", "p/1.1"), citada("p", "q/1.1"), citada("p", "p/a/b")] == ["1.1", "q/1.1", "p/a/b"]
    assert [cita("p", "1.1"), cita("p", "q/1.1"), cita("p", None)] == ["p/1.1", "q/1.1", None]


def test_the_five_levels_end_where_they_say() -> None:
    scores = ["0", "20", "20.01", "40", "60", "61", "80", "80.5", "100"]
    found = [nivel(r.Cantidad(score), None) for score in scores]
    assert [one.numero if one else None for one in found] == [1, 1, 2, 2, 3, 4, 4, 5, 5]
    half = nivel(r.Cantidad("44"), r.Cantidad("50"))
    assert half is not None and half.dicho == "Nivel 5 de 5 (81 a 100)"
    assert nivel(None, r.Cantidad("100")) is None


def test_a_formula_says_its_base_and_its_cap() -> None:
    done = r.Programacion(periodo=r.Periodo("2026"), programado=r.Cantidad("4"), ejecutado=r.Cantidad("5"))
    rows_ = tuple(r.Actividad(ponderacion=r.Cantidad(weight), programacion=(done,)) for weight in ("60", "39.99"))
    stage = r.Componente(nombre="O", actividades=rows_)
    assert formula(objetivo_en(stage, "2026"), sin_tope=False) == (
        "Suma de peso × cumplimiento, dividida entre la suma de los pesos (99,99), con tope de 100 % en cada indicador."
    )
    assert formula(objetivo_en(stage, "2025"), sin_tope=True) == "Ningún indicador programa nada en el periodo."
