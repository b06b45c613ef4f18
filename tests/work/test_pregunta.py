"""One question whole: its term, its minute, its commitment, who answers for it, and whose text is owed next."""

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.render.text import to_text
from rcdesk.work.audiencias import empezar_grabacion
from rcdesk.work.compromisos import listar_compromisos
from rcdesk.work.documentos import documento_acta
from rcdesk.work.gather import reunir_audiencia
from rcdesk.work.pregunta import PreguntaVista, siguiente_por_redactar, ver_pregunta
from rcdesk.work.preguntas import (
    agrupar,
    convertir_en_compromiso,
    corregir_pregunta,
    registrar_pregunta,
    responder_en_vivo,
    responder_pregunta,
)
from tests.bases import SEGUNDA


def capture(desk: Desk, audiencia_id: str, texto: str = "¿Cuándo arreglan la vía?", **kwargs: object) -> str:
    return desk.do(registrar_pregunta, audiencia_id=audiencia_id, texto=texto, **kwargs)  # type: ignore[arg-type]


def look(desk: Desk, key: str) -> PreguntaVista:
    vista = desk.ask(ver_pregunta, id=key, hoy="2026-11-20")
    assert vista is not None
    return vista


def test_two_questions_with_one_promise_share_its_commitment(desk: Desk, segunda: str) -> None:
    said = ("Reparar la vía en marzo.", "reparar  la via en marzo")
    keys = [capture(desk, segunda, valores={"acciones_a_desarrollar": one}) for one in said]
    made = [desk.do(convertir_en_compromiso, id=key) for key in keys]
    assert made[0] == made[1]
    [row] = desk.ask(listar_compromisos, audiencia_id=segunda)
    assert row.preguntas == (1, 2)
    vista = look(desk, keys[1])
    assert vista.promesa is not None
    assert (vista.promesa.codigo, vista.promesa.con) == ("1", ("P-001",))
    desk.undo()
    assert desk.ask(listar_compromisos, audiencia_id=segunda)[0].preguntas == (1,)


def test_a_question_carries_its_term_and_its_minute(desk: Desk, segunda: str) -> None:
    early = capture(desk, segunda, valores={"recibida": "2026-11-20T10:41:06-05:00"})
    desk.do(empezar_grabacion, id=segunda)
    key = capture(desk, segunda)
    vista = look(desk, key)
    assert vista.plazo is not None
    assert vista.plazo.en_palabras == "Vence el 14 dic 2026 · faltan 15 días hábiles"
    assert vista.grabacion is not None
    assert vista.grabacion.en_palabras == "min 0:00 de la grabación"
    assert look(desk, early).grabacion is None
    with pytest.raises(RuleError, match="ya tiene hora de inicio"):
        desk.do(empezar_grabacion, id=segunda)


def test_the_next_owed_text_goes_round_and_leaves_out_the_one_in_hand(desk: Desk, segunda: str) -> None:
    keys = [capture(desk, segunda) for _ in range(4)]
    assert desk.ask(siguiente_por_redactar, audiencia_id=segunda) is None
    for key in (keys[0], keys[2]):
        desk.do(responder_en_vivo, id=key)
    for here, there in ((keys[0], keys[2]), (keys[1], keys[2]), (keys[3], keys[0]), ("", keys[0])):
        found = desk.ask(siguiente_por_redactar, audiencia_id=segunda, despues_de=here)
        assert found is not None
        assert (found.id, found.cuantas) == (there, 2)
    desk.do(responder_pregunta, id=keys[2], texto="Sí.")
    assert desk.ask(siguiente_por_redactar, audiencia_id=segunda, despues_de=keys[0]) is None


def test_one_that_is_grouped_names_who_answers_for_it_with_the_answer(desk: Desk, segunda: str) -> None:
    lead = capture(desk, segunda, "¿El alumbrado?", autor="Rosalba")
    others = [capture(desk, segunda, "¿Y la luz?", autor=name) for name in ("Marisol", "Hernán")]
    for key in others:
        desk.do(agrupar, id=key, principal=lead)
    desk.do(responder_pregunta, id=lead, texto="En marzo.")
    assert [(one.autor, one.codigo) for one in look(desk, lead).agrupadas] == [
        ("Marisol", "P-002"),
        ("Hernán", "P-003"),
    ]
    shared = look(desk, others[0]).comparte
    assert shared is not None
    assert (shared.id, shared.codigo, shared.respuesta) == (lead, "P-001", "En marzo.")
    assert look(desk, others[0]).plazo is None


def test_no_aplica_is_not_an_empty_action_nor_a_promise(desk: Desk, segunda: str) -> None:
    key = capture(desk, segunda)
    assert look(desk, key).acciones_a_desarrollar is None
    desk.do(corregir_pregunta, id=key, valores={"acciones_a_desarrollar": "n/a"})
    assert look(desk, key).acciones_a_desarrollar == "N.A."
    with pytest.raises(RuleError, match="Escriba qué se va a hacer"):
        desk.do(convertir_en_compromiso, id=key)


def test_the_acta_prints_the_other_wording_and_the_words_of_the_citizen_travel(desk: Desk, segunda: str) -> None:
    key = capture(desk, segunda, "qe día areglan la bia")
    desk.do(corregir_pregunta, id=key, valores={"texto_editado": "¿Qué día arreglan la «bia» (sic)?"})
    printed = to_text(desk.ask(documento_acta, codigo=SEGUNDA, evidencias=desk.folder / "evidencias"))
    assert "¿Qué día arreglan la «bia» (sic)?" in printed
    assert "areglan" not in printed
    file = desk.ask(lambda connection: reunir_audiencia(connection, SEGUNDA))
    assert file is not None
    assert [one.texto for one in file.audiencias[0].preguntas] == ["qe día areglan la bia"]
