"""What a survey admits: questions that can be asked, answers that fit, conditions that are met."""

from typing import Any

import pytest

from rcdesk.domain.encuestas import (
    aplica,
    con_parrafos,
    condicion_en_palabras,
    leer_formulario,
    leer_respuesta,
    opciones_al_cambiar,
    parrafos,
    proponer_codigo,
    respondidas,
    revisar_pregunta,
    revisar_resultados,
)
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import Cita, Condicion, Figura, Parrafo, PreguntaEncuesta, ValorDeRespuesta


def question(codigo: str = "p", tipo: Any = "unica", *opciones: str, **fields: Any) -> PreguntaEncuesta:
    return PreguntaEncuesta(codigo=codigo, enunciado=f"¿{codigo}?", tipo=tipo, opciones=opciones, **fields)


SAW = question("saw", "si_no")
WHERE = question("where", "texto", condicion=Condicion(pregunta="saw", es=("Sí",)))
MEDIA = question("media", "multiple", "Radio", "Prensa")


@pytest.mark.parametrize(
    ("asked", "given", "kept"),
    [
        (SAW, "si", "Sí"),
        (SAW, True, "Sí"),
        (SAW, "", None),
        (SAW, "No responde", "No responde"),
        (MEDIA, ("prensa", "Radio", "Prensa"), ("Prensa", "Radio")),
        (MEDIA, "Radio", ("Radio",)),
        (question("n", "numero"), "47", 47),
        (question("n", "numero"), "3,5", 3.5),
        (WHERE, "  En la radio ", "En la radio"),
        (question("u", "unica", "A", "B", admite_otro=True), "Otra cosa", "Otra cosa"),
        (question("u", "unica", opciones_incompletas=True), "17", "17"),
    ],
)
def test_an_answer_is_kept_as_the_survey_writes_it(
    asked: PreguntaEncuesta, given: ValorDeRespuesta, kept: ValorDeRespuesta
) -> None:
    assert leer_respuesta(asked, given) == kept


@pytest.mark.parametrize(
    ("asked", "given"), [(SAW, "Tal vez"), (MEDIA, ("Radio", "Fax")), (question("n", "numero"), "x")]
)
def test_an_answer_that_does_not_fit_names_its_question(asked: PreguntaEncuesta, given: ValorDeRespuesta) -> None:
    with pytest.raises(RuleError) as refusal:
        leer_respuesta(asked, given)
    assert refusal.value.field == asked.codigo


def test_what_does_not_apply_says_so_whatever_was_written() -> None:
    assert leer_formulario([SAW, WHERE], {"saw": "No", "where": "Radio"}) == {"saw": "No", "where": "N.A."}
    assert leer_formulario([SAW, WHERE], {"saw": "Sí", "where": "Radio"}) == {"saw": "Sí", "where": "Radio"}
    assert leer_formulario([SAW, MEDIA], {"media": ("Radio",)}) == {"saw": None, "media": ("Radio",)}
    assert respondidas({"saw": "No", "where": "N.A."}, [SAW, WHERE, MEDIA]) == (1, 1)


def test_a_form_that_says_nothing_is_refused() -> None:
    with pytest.raises(RuleError, match="vacío"):
        leer_formulario([SAW, WHERE], {"saw": "No responde"})


def test_a_condition_is_met_by_any_of_several_answers() -> None:
    asked = question("why", "texto", condicion=Condicion(pregunta="media", es=("Radio", "Prensa")))
    assert aplica(asked, {"media": ("Fax", "Radio")})
    assert not aplica(asked, {"media": ("Fax",)})
    assert not aplica(asked, {})
    assert condicion_en_palabras(asked.condicion, [MEDIA]) == "Solo si respondió «Radio» o «Prensa» en la 1"


def test_the_code_of_a_question_comes_from_its_words_and_is_its_own() -> None:
    assert proponer_codigo("¿Cómo se enteró de la audiencia?", []) == "como_se_entero_de_la_audiencia"
    assert proponer_codigo("¿Por qué?", ["por_que"]) == "por_que_2"
    assert proponer_codigo("¿?", []) == "pregunta"
    assert len(proponer_codigo("palabra " * 40, [])) <= 40


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (PreguntaEncuesta(codigo="p", tipo="texto"), "enunciado"),
        (question("p", "unica", "Una"), "opciones"),
        (question("p", "multiple", "Sí", "si"), "opciones"),
        (question("p", "texto", condicion=Condicion(pregunta="later", es=("Sí",))), "condicion_pregunta"),
        (question("p", "texto", condicion=Condicion(pregunta="saw", es=("Quizá",))), "condicion_es"),
        (question("p", "texto", condicion=Condicion(pregunta="saw", es=())), "condicion_es"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_beside_its_field(asked: PreguntaEncuesta, field: str) -> None:
    revisar_pregunta(SAW, [])
    revisar_pregunta(WHERE, [SAW])
    with pytest.raises(RuleError) as refusal:
        revisar_pregunta(asked, [SAW])
    assert refusal.value.field == field


def test_a_question_of_another_kind_keeps_the_options_that_were_written_for_it() -> None:
    assert opciones_al_cambiar(MEDIA, "unica") == ("Radio", "Prensa")
    assert opciones_al_cambiar(MEDIA, "si_no") == ("Sí", "No")
    assert opciones_al_cambiar(SAW, "ordinal")[0] == "Excelente"
    assert len(opciones_al_cambiar(WHERE, "multiple")) == 2
    assert opciones_al_cambiar(MEDIA, "numero") == opciones_al_cambiar(MEDIA, "texto") == ()


def test_counts_cannot_be_more_than_the_people_who_answered() -> None:
    revisar_resultados(SAW, 27, {"Sí": 25, "No": 2})
    revisar_resultados(SAW, None, {"Sí": 25})
    revisar_resultados(MEDIA, 10, {"Radio": 10, "Prensa": 9})
    with pytest.raises(RuleError, match="suman 28") as refusal:
        revisar_resultados(SAW, 27, {"Sí": 25, "No": 3})
    assert refusal.value.field == "respondieron"
    with pytest.raises(RuleError, match="«Radio» hay 11"):
        revisar_resultados(MEDIA, 10, {"Radio": 11})


def test_other_paragraphs_leave_every_other_block_where_it_was() -> None:
    picture, quote = Figura(leyenda="Gráfica"), Cita(texto="Muy bien")
    blocks = (Parrafo(texto="Uno."), picture, Parrafo(texto="Dos."), quote)
    assert parrafos(blocks) == "Uno.\n\nDos."
    assert con_parrafos(blocks, "Uno.\n\nDos.") == blocks
    assert con_parrafos(blocks, "A\n\nB\n\nC") == (
        Parrafo(texto="A"),
        picture,
        Parrafo(texto="B"),
        Parrafo(texto="C"),
        quote,
    )
    assert con_parrafos(blocks, "Solo") == (Parrafo(texto="Solo"), picture, quote)
    assert con_parrafos((picture,), "Nuevo") == (Parrafo(texto="Nuevo"), picture)
    assert con_parrafos(blocks, " ") == (picture, quote)
