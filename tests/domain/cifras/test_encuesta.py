"""Figures of a survey, from single answers and from typed results."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.cifras.encuesta import (
    base,
    cifras_de_encuesta,
    conteos,
    encuestados,
    porcentajes,
    sin_discriminar,
    suma_declarada,
)
from rcdesk.domain.registro import (
    NO_APLICA,
    NO_RESPONDE,
    Cantidad,
    Declarado,
    Encuesta,
    PreguntaEncuesta,
    RespuestaEncuesta,
    Resultado,
    TipoPreguntaEncuesta,
    ValorDeRespuesta,
)

OPCIONES = ("Excelente", "Bueno", "Regular")


def unica(tipo: TipoPreguntaEncuesta = "unica", **campos: object) -> PreguntaEncuesta:
    return PreguntaEncuesta(codigo="q", tipo=tipo, opciones=OPCIONES, **campos)  # type: ignore[arg-type]


def dicen(*valores: ValorDeRespuesta) -> tuple[RespuestaEncuesta, ...]:
    return tuple(RespuestaEncuesta(valores={"q": valor}) for valor in valores)


def resultados(**cantidades: int) -> tuple[Resultado, ...]:
    return tuple(Resultado(opcion=opcion, cantidad=n) for opcion, n in cantidades.items())


def test_single_answers_are_counted_in_the_order_of_the_options() -> None:
    respuestas = dicen("Bueno", "Otro", "Excelente", "Bueno")
    assert list(conteos(unica(), respuestas).items()) == [("Excelente", 1), ("Bueno", 2), ("Otro", 1)]
    assert porcentajes(unica(), respuestas) == {"Excelente": "25.0", "Bueno": "50.0", "Otro": "25.0"}


def test_who_says_nothing_is_in_no_base() -> None:
    respuestas = (*dicen("Bueno", None, NO_APLICA, NO_RESPONDE, ()), RespuestaEncuesta(valores={}))
    assert base(unica(), respuestas) == 1
    assert conteos(unica(), respuestas) == {"Bueno": 1}


def test_in_multiple_each_element_counts_and_percentages_may_pass_one_hundred() -> None:
    respuestas = dicen(("Excelente", "Bueno"), ("Bueno", NO_RESPONDE), (NO_RESPONDE,))
    assert base(unica("multiple"), respuestas) == 2
    assert porcentajes(unica("multiple"), respuestas) == {"Excelente": "50.0", "Bueno": "100.0"}
    assert sin_discriminar(unica("multiple"), respuestas) is None


def test_numbers_and_truths_are_options_as_text() -> None:
    assert conteos(unica("numero"), dicen(34, 34.0, 2.5, True, False)) == {"34": 2, "2.5": 1, "Sí": 1, "No": 1}


def test_typed_results_are_used_only_when_there_are_no_single_answers() -> None:
    pregunta = unica(respondieron=27, resultados=resultados(Excelente=19, Regular=0))
    assert conteos(pregunta, ()) == {"Excelente": 19, "Regular": 0}
    assert sin_discriminar(pregunta, ()) == 8
    assert conteos(pregunta, dicen("Bueno")) == {"Bueno": 1}
    assert base(pregunta, dicen("Bueno")) == 1


@pytest.mark.parametrize("respondieron", [None, 0])
def test_results_without_a_base_have_counts_and_no_percentage(respondieron: int | None) -> None:
    encuesta = Encuesta(preguntas=(unica(respondieron=respondieron, resultados=resultados(Bueno=3)),))
    cifras = cifras_de_encuesta(encuesta)
    assert cifras["conteos"] == {"q": {"Bueno": 3}}
    assert cifras["bases"] == cifras["porcentajes"] == cifras["sin_discriminar"] == {}


def test_a_base_smaller_than_its_counts_leaves_fewer_than_none() -> None:
    assert sin_discriminar(unica(respondieron=2, resultados=resultados(Bueno=3)), ()) == -1


def test_printed_percentages_are_added_exactly() -> None:
    dichos = tuple(
        Declarado(concepto=concepto, valor=Cantidad(valor) if valor else None)
        for concepto, valor in (("porcentaje", "70.4"), ("porcentaje", "29.8"), ("cantidad", "19"), ("porcentaje", ""))
    )
    assert suma_declarada(unica(declarado=dichos)) == "100.2"
    assert suma_declarada(unica()) is None


def test_surveyed_people_are_those_who_answered_or_those_that_the_file_says() -> None:
    assert encuestados(Encuesta(preguntas=(), respuestas=dicen("Bueno", None), encuestados=9)) == 2
    assert encuestados(Encuesta(preguntas=(), encuestados=9)) == 9
    assert encuestados(Encuesta(preguntas=())) is None


def test_the_rate_against_the_peak_needs_both_above_zero() -> None:
    assert cifras_de_encuesta(Encuesta(preguntas=(), encuestados=27), 70)["porcentaje_del_pico"] == "38.6"
    for encuesta, pico in (
        (Encuesta(preguntas=(), encuestados=27), None),
        (Encuesta(preguntas=(), encuestados=27), 0),
        (Encuesta(preguntas=()), 70),
    ):
        assert "porcentaje_del_pico" not in cifras_de_encuesta(encuesta, pico)
    assert "encuestados" not in cifras_de_encuesta(Encuesta(preguntas=()))


@given(st.lists(st.sampled_from([*OPCIONES, None, NO_RESPONDE])))
def test_the_counts_of_single_answers_add_up_to_their_base(valores: Sequence[str | None]) -> None:
    respuestas = dicen(*valores)
    cuenta = conteos(unica(), respuestas)
    assert sum(cuenta.values()) == (base(unica(), respuestas) or 0)
    assert cuenta == Counter(valor for valor in valores if valor in OPCIONES)
    assert sin_discriminar(unica(), respuestas) is None
    tolerancia = Fraction(len(cuenta), 20)
    total = sum(map(Fraction, porcentajes(unica(), respuestas).values()), Fraction())
    assert not cuenta or abs(total - 100) <= tolerancia
