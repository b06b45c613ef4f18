"""The points of a chart, and the open answers."""

from typing import Any

from rcdesk.domain.registro import PreguntaEncuesta
from rcdesk.domain.resultados import abiertas, puntos


def question(tipo: Any, *opciones: str, **fields: Any) -> PreguntaEncuesta:
    return PreguntaEncuesta(codigo="p", enunciado="¿P?", tipo=tipo, opciones=opciones, **fields)


def test_a_chart_shows_also_what_nobody_chose() -> None:
    grade = question("ordinal", "Excelente", "Bueno", "Regular")
    assert puntos(grade, {"Excelente": 5}) == (("Excelente", 5), ("Bueno", 0), ("Regular", 0))
    untold = question("si_no", "Sí", "No", respondieron=27)
    assert puntos(untold, {"Sí": 3}) == (("Sí", 3),)
    assert puntos(grade, {}) == ()


def test_many_different_ages_are_told_by_tens() -> None:
    ages = {str(age): 1 for age in range(18, 40)}
    assert puntos(question("numero"), ages) == (("10 a 19", 2), ("20 a 29", 10), ("30 a 39", 10))
    assert puntos(question("numero"), {"34.5": 2, "18": 1}) == (("18", 1), ("34,5", 2))


def test_the_open_answers_begin_with_those_chosen_for_the_acta() -> None:
    assert abiertas({"Vías": 2, "Agua": 1}, ("Agua", "Empleo")) == ("Agua", "Empleo", "Vías")
