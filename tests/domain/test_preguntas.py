"""What may become of a question."""

from typing import get_args

import pytest

from rcdesk.domain.campos import LIMITE
from rcdesk.domain.errors import RuleError
from rcdesk.domain.preguntas import (
    MODERACIONES,
    PASOS,
    SALTO,
    Moderar,
    Paso,
    Pregunta,
    admite,
    falta_redactar,
    modera,
    plazo_de_traslado,
    turno_entre,
)
from rcdesk.domain.registro.preguntas import EstadoPregunta, Moderacion

NOW = "2026-11-20T15:00:00Z"


STATES: tuple[EstadoPregunta, ...] = get_args(EstadoPregunta)


def test_the_table_has_every_step_and_every_state_can_be_left() -> None:
    assert set(PASOS) == set(get_args(Paso))
    assert {state for change in PASOS.values() for state in change.desde} == set(STATES)
    assert {change.hacia for change in PASOS.values()} == set(STATES) - {"recibida"}  # one is only born received
    assert set(MODERACIONES) == set(get_args(Moderar))


def take(paso: Paso, ask: Pregunta) -> None:
    lead = Pregunta(numero=900, texto="otra")
    {
        "asignar": lambda: ask.asignar("Obras"),
        "aplazar": ask.aplazar,
        "dejar_pendiente": ask.dejar_pendiente,
        "trasladar": lambda: ask.trasladar("Gobernación", fecha="2026-11-20"),
        "responder": lambda: ask.responder("Sí.", cuando=NOW),
        "responder_en_vivo": lambda: ask.responder_en_vivo(cuando=NOW),
        "declarar_improcedente": lambda: ask.declarar_improcedente("De otra entidad"),
        "agrupar": lambda: ask.agrupar(lead),
        "desagrupar": ask.desagrupar,
        "reabrir": ask.reabrir,
    }[paso]()


@pytest.mark.parametrize("estado", STATES)
@pytest.mark.parametrize("paso", PASOS)
def test_the_entity_obeys_the_table(estado: EstadoPregunta, paso: Paso) -> None:
    ask = Pregunta(numero=1, texto="¿Y la vía?", estado=estado)
    if admite(estado, paso):
        take(paso, ask)
        assert ask.estado == PASOS[paso].hacia
    else:
        with pytest.raises(RuleError, match=r"La P-001 .+\."):
            take(paso, ask)
        assert ask.estado == estado


@pytest.mark.parametrize("paso", PASOS)
def test_an_annulled_question_takes_no_step(paso: Paso) -> None:
    ask = Pregunta(numero=1, texto="¿Y la vía?", estado="agrupada" if paso == "desagrupar" else "recibida")
    ask.anular("Repetida", cuando=NOW, quien="Eva")
    with pytest.raises(RuleError, match="La P-001 está anulada"):
        take(paso, ask)


@pytest.mark.parametrize("estado", STATES)
@pytest.mark.parametrize("present", [None, *get_args(Moderacion)])
@pytest.mark.parametrize("decision", MODERACIONES)
def test_moderation_is_of_open_questions_and_no_state(
    estado: EstadoPregunta, present: Moderacion | None, decision: Moderar
) -> None:
    ask = Pregunta(numero=1, texto="¿Y la vía?", estado=estado, moderacion=present)
    decide = {"aprobar": lambda: ask.aprobar(SALTO), "retener": ask.retener, "volver_a_revision": ask.volver_a_revision}
    if not modera(estado, present, decision):
        with pytest.raises(RuleError, match="ya "):
            decide[decision]()
        assert (ask.estado, ask.moderacion) == (estado, present)
        return
    decide[decision]()
    assert (ask.estado, ask.moderacion) == (estado, MODERACIONES[decision])
    assert ask.en_cola == (decision == "aprobar") == (ask.orden_en_cola == SALTO)


def test_one_that_no_longer_waits_leaves_its_turn_and_keeps_its_approval() -> None:
    ask = Pregunta(numero=1, texto="¿Y la vía?", estado="recibida")
    ask.aprobar(SALTO)
    ask.aplazar()
    assert (ask.en_cola, ask.orden_en_cola) == (True, SALTO)
    ask.responder_en_vivo(cuando=NOW)
    assert (ask.en_cola, ask.orden_en_cola, ask.moderacion) == (False, None, "aprobada")
    other = Pregunta(numero=2, texto="¿Y la luz?", estado="recibida")
    other.aprobar(SALTO)
    other.anular("Repetida", cuando=NOW, quien="Eva")
    assert (other.en_cola, other.orden_en_cola) == (False, None)


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [(None, None, SALTO), (4, None, 4 + SALTO), (None, 8, 4), (4, 8, 6), (4, 5, None), (None, 1, None), (5, 5, None)],
)
def test_a_place_between_two_is_found_while_there_is_room(
    before: int | None, after: int | None, place: int | None
) -> None:
    assert turno_entre(before, after) == place


def test_a_question_of_another_entity_goes_there_within_five_business_days() -> None:
    assert plazo_de_traslado("2026-11-20T15:00:00Z").isoformat() == "2026-11-27"  # a Friday
    ask = Pregunta(numero=1, texto="¿Y la gasolina?")
    with pytest.raises(RuleError) as refusal:
        ask.trasladar("  ", fecha="2026-11-23")
    assert refusal.value.field == "trasladada_a"
    ask.trasladar("Ministerio de Minas  y Energía", fecha="2026-11-23")
    assert ask.trasladada_a == "Ministerio de Minas y Energía"
    assert ask.observacion == "Trasladada el 23 de noviembre de 2026."


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


def test_a_reason_longer_than_a_field_admits_annuls_nothing() -> None:
    ask = Pregunta(numero=1, texto="a")
    with pytest.raises(RuleError, match=r"100\.001 caracteres y el límite es 100\.000") as refusal:
        ask.anular("x" * (LIMITE + 1), cuando=NOW, quien="Eva")
    assert refusal.value.field == "motivo"
    assert not ask.anulada


def test_people_name_a_question_by_its_code() -> None:
    assert Pregunta(numero=14).codigo == "P-014"
    assert Pregunta(numero=3, mesa="B").codigo == "B-003"


def test_a_question_without_text_is_refused_beside_the_line() -> None:
    with pytest.raises(RuleError) as refusal:
        Pregunta(numero=1, texto="a").corregir({"texto": "   "})
    assert refusal.value.field == "texto"
