"""What may become of a question."""

from typing import get_args

import pytest

from rcdesk.domain.errors import RuleError
from rcdesk.domain.preguntas import ABIERTOS, SIGUIENTES, Pregunta, falta_redactar
from rcdesk.domain.registro.preguntas import EstadoPregunta

NOW = "2026-11-20T15:00:00Z"


def test_every_state_says_what_may_follow_it() -> None:
    states = set(get_args(EstadoPregunta))
    assert set(SIGUIENTES) == states
    assert all(following <= states for following in SIGUIENTES.values())
    assert states > ABIERTOS


def test_what_was_answered_aloud_owes_its_text_and_keeps_its_moment() -> None:
    ask = Pregunta(numero=1, texto="¿Y la vía?")
    ask.responder_en_vivo(cuando=NOW)
    assert falta_redactar(ask.estado, ask.respuesta_modo, ask.respuesta_texto)
    ask.responder("En obra.", cuando="2026-11-21T15:00:00Z", responde="Luz")
    assert not falta_redactar(ask.estado, ask.respuesta_modo, ask.respuesta_texto)
    assert (ask.respuesta_modo, ask.respuesta_fecha, ask.respuesta_responde) == ("en_vivo", NOW, "Luz")


def test_grouping_names_the_question_that_answers_for_it() -> None:
    first, second = Pregunta(numero=3, texto="a"), Pregunta(numero=8, texto="b", mesa="A")
    second.agrupar(first)
    assert (second.estado, second.agrupada_en) == ("agrupada", 3)
    with pytest.raises(RuleError, match="ya está agrupada en otra"):
        Pregunta(numero=9, texto="c").agrupar(second)
    with pytest.raises(RuleError, match="desagrúpela primero"):
        second.responder("x", cuando=NOW)
    second.desagrupar()
    assert (second.estado, second.agrupada_en) == ("pendiente", None)
    first.agrupar(second)
    assert first.agrupada_en == "A-8"


def test_a_question_is_not_grouped_with_itself() -> None:
    ask = Pregunta(numero=3, texto="a")
    with pytest.raises(RuleError, match="consigo misma"):
        ask.agrupar(ask)


def test_leaving_a_question_out_needs_a_reason() -> None:
    ask = Pregunta(numero=1, texto="a")
    with pytest.raises(RuleError) as refusal:
        ask.declarar_improcedente(" ")
    assert refusal.value.field == "observacion"
    ask.declarar_improcedente("Es de otro municipio")
    assert ask.estado == "fuera_de_alcance"


def test_people_name_a_question_by_its_code() -> None:
    assert Pregunta(numero=14).codigo == "P-014"
    assert Pregunta(numero=3, mesa="B").codigo == "B-003"


def test_a_question_without_text_is_refused_beside_the_line() -> None:
    with pytest.raises(RuleError) as refusal:
        Pregunta(numero=1, texto="a").corregir({"texto": "   "})
    assert refusal.value.field == "texto"
