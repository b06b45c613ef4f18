"""What happens to a question: captured, moderated, grouped, answered, promised, withdrawn; and what is told of it."""

import threading
from typing import Any

import pytest
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.store.schema import JOURNALED
from rcdesk.work.cola import (
    buscar_por_numero,
    contar_preguntas,
    ofrecer,
    siguiente_numero,
    ver_aire,
)
from rcdesk.work.documentos import cifras
from rcdesk.work.incidentes import registrar_incidente
from rcdesk.work.pregunta import ver_pregunta
from rcdesk.work.preguntas import (
    agrupar,
    anular_pregunta,
    aprobar,
    convertir_en_compromiso,
    corregir_pregunta,
    declarar_improcedente,
    desagrupar,
    reabrir_pregunta,
    registrar_pregunta,
    responder_en_vivo,
    responder_pregunta,
)
from tests.bases import PRIMERA
from tests.questions import listar_preguntas


def capture(desk: Desk, audiencia_id: str, texto: str = "¿Cuándo arreglan la vía?", **kwargs: object) -> str:
    return desk.do(registrar_pregunta, audiencia_id=audiencia_id, texto=texto, **kwargs)  # type: ignore[arg-type]


def codes(desk: Desk, audiencia_id: str) -> list[str]:
    return [row.codigo for row in desk.ask(listar_preguntas, audiencia_id=audiencia_id)]


def test_questions_are_numbered_without_gaps_and_stamped(desk: Desk, segunda: str) -> None:
    keys = [capture(desk, segunda) for _ in range(3)]
    assert codes(desk, segunda) == ["P-001", "P-002", "P-003"]
    assert desk.ask(siguiente_numero, audiencia_id=segunda) == "P-004"
    vista = desk.ask(ver_pregunta, id=keys[0])
    assert vista is not None
    assert vista.recibida == "2026-11-20T10:41:07-05:00"
    assert (vista.estado, vista.moderacion) == ("recibida", "sin_revisar")


def test_a_number_given_back_by_undo_is_taken_again_and_one_annulled_is_not(desk: Desk, segunda: str) -> None:
    capture(desk, segunda)
    last = capture(desk, segunda)
    desk.undo()
    assert desk.ask(siguiente_numero, audiencia_id=segunda) == "P-002"
    last = capture(desk, segunda)
    desk.do(anular_pregunta, id=last, motivo="Repetida por error")
    assert codes(desk, segunda) == ["P-001", "P-002"]
    assert desk.ask(siguiente_numero, audiencia_id=segunda) == "P-003"


def test_two_hands_at_once_never_take_the_same_number(desk: Desk, segunda: str) -> None:
    hands = [threading.Thread(target=lambda: [capture(desk, segunda) for _ in range(5)]) for _ in range(3)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert codes(desk, segunda) == [f"P-{n:03}" for n in range(1, 16)]


def test_only_the_text_is_required(desk: Desk, segunda: str) -> None:
    with pytest.raises(RuleError, match="Escriba la pregunta") as refused:
        capture(desk, segunda, "   ")
    assert refused.value.field == "texto"
    assert codes(desk, segunda) == []


@pytest.mark.parametrize("texto", ["<b>hola</b> & «x»", "Robert'); DROP TABLE preguntas;--", "=1+1", "🐟 ¿ñ?\nsegunda"])
def test_what_a_citizen_says_is_kept_letter_by_letter(desk: Desk, segunda: str, texto: str) -> None:
    key = capture(desk, segunda, texto, autor=texto.split("\n")[0])
    vista = desk.ask(ver_pregunta, id=key)
    assert vista is not None
    assert (vista.texto, vista.autor) == (texto, " ".join(texto.split("\n")[0].split()))


def test_an_author_who_is_registered_is_linked_whatever_the_accents(desk: Desk, primera: str) -> None:
    key = capture(desk, primera, autor="alvaro enrique nieto salgar")
    table = JOURNALED["preguntas"].c
    row = desk.ask(lambda c: c.execute(select(table.autor_nombre, table.autor_asistente).where(table.id == key)).one())
    assert row.autor_nombre == "Álvaro Enrique Nieto Salgar"
    assert row.autor_asistente is not None
    desk.do(corregir_pregunta, id=key, valores={"autor_nombre": "Anónimo"})
    vista = desk.ask(ver_pregunta, id=key)
    assert vista is not None
    assert vista.autor == "Anónimo"


def test_the_words_of_the_citizen_stay_and_another_wording_goes_apart(desk: Desk, segunda: str) -> None:
    key = capture(desk, segunda)
    with pytest.raises(RuleError, match="queda como se dijo"):
        desk.do(corregir_pregunta, id=key, valores={"texto": "Otra"})
    desk.do(corregir_pregunta, id=key, valores={"texto_editado": "¿Cuándo se repara la vía?"})
    vista = desk.ask(ver_pregunta, id=key)
    assert vista is not None
    assert vista.texto == "¿Cuándo arreglan la vía?"
    assert vista.texto_editado == "¿Cuándo se repara la vía?"


def test_what_changed_under_ones_eyes_is_refused_naming_the_hand(desk: Desk, segunda: str) -> None:
    key = capture(desk, segunda)
    desk.do(corregir_pregunta, id=key, valores={"tema": "Vías"})
    with pytest.raises(RuleError, match="lo cambió"):
        desk.do(corregir_pregunta, id=key, valores={"tema": "Salud"}, seen={"tema": None})


def test_answered_aloud_owes_its_text_and_keeps_its_mode_when_it_comes(desk: Desk, segunda: str) -> None:
    key = capture(desk, segunda)
    desk.do(responder_en_vivo, id=key)
    assert desk.ask(contar_preguntas, audiencia_id=segunda).falta_redactar == 1
    desk.do(responder_pregunta, id=key, texto="En marzo.", responde="Yolima")
    vista = desk.ask(ver_pregunta, id=key)
    assert vista is not None
    assert (vista.respuesta_modo, vista.respuesta_texto) == ("en_vivo", "En marzo.")
    assert not vista.falta_redactar
    desk.do(reabrir_pregunta, id=key)
    assert desk.ask(contar_preguntas, audiencia_id=segunda).pendientes == 1


def test_an_answered_question_can_not_be_declared_out_of_place(desk: Desk, segunda: str) -> None:
    key = capture(desk, segunda)
    desk.do(responder_pregunta, id=key, texto="En marzo.")
    with pytest.raises(RuleError, match="ya está respondida"):
        desk.do(declarar_improcedente, id=key, razon="No es de aquí")
    with pytest.raises(RuleError, match="ya no espera turno"):
        desk.do(aprobar, id=key)


def test_a_question_out_of_place_says_why(desk: Desk, segunda: str) -> None:
    key = capture(desk, segunda)
    with pytest.raises(RuleError, match="por qué"):
        desk.do(declarar_improcedente, id=key, razon=" ")
    desk.do(declarar_improcedente, id=key, razon="Es de la nación.")
    vista = desk.ask(ver_pregunta, id=key)
    assert vista is not None
    assert (vista.estado, vista.observacion) == ("fuera_de_alcance", "Es de la nación.")


def test_a_group_answers_once_and_keeps_who_asked(desk: Desk, segunda: str) -> None:
    lead, second, third = (capture(desk, segunda, f"¿Vía {n}?", autor=f"Vecina {n}") for n in range(3))
    desk.do(agrupar, id=third, principal=second)
    desk.do(agrupar, id=second, principal=lead)  # who was grouped in it goes along
    vista = desk.ask(ver_pregunta, id=lead)
    assert vista is not None
    assert [row.autor for row in vista.agrupadas] == ["Vecina 1", "Vecina 2"]
    assert vista.juntas == 2
    with pytest.raises(RuleError, match="desagrúpelas primero"):
        desk.do(anular_pregunta, id=lead, motivo="x")
    desk.do(desagrupar, id=third)
    rows = {row.id: row for row in desk.ask(listar_preguntas, audiencia_id=segunda)}
    assert (rows[lead].juntas, rows[third].estado) == (1, "pendiente")
    with pytest.raises(RuleError, match="no está agrupada"):
        desk.do(desagrupar, id=third)


def test_a_question_is_never_grouped_with_itself_nor_with_a_withdrawn_one(desk: Desk, segunda: str) -> None:
    one, other = capture(desk, segunda), capture(desk, segunda)
    with pytest.raises(RuleError, match="consigo misma"):
        desk.do(agrupar, id=one, principal=one)
    desk.do(anular_pregunta, id=other, motivo="Repetida")
    with pytest.raises(RuleError, match="está anulada"):
        desk.do(agrupar, id=one, principal=other)


def test_a_commitment_and_its_question_name_each_other(desk: Desk, segunda: str) -> None:
    key = capture(desk, segunda)
    with pytest.raises(RuleError, match="qué se va a hacer") as refused:
        desk.do(convertir_en_compromiso, id=key)
    assert refused.value.field == "acciones_a_desarrollar"
    desk.do(corregir_pregunta, id=key, valores={"acciones_a_desarrollar": "Reparar la vía", "responsable": "Obras"})
    made = desk.do(convertir_en_compromiso, id=key)
    table = JOURNALED["compromisos"].c
    row = desk.ask(lambda c: c.execute(select(*table).where(table.id == made)).one())
    vista = desk.ask(ver_pregunta, id=key)
    assert vista is not None
    assert (row.que_hacer, row.preguntas, row.origen, row.responsables) == (
        "Reparar la vía",
        (1,),
        "pregunta",
        ("Obras",),
    )
    assert vista.compromiso == row.codigo == "1"
    with pytest.raises(RuleError, match="ya tiene el compromiso 1"):
        desk.do(convertir_en_compromiso, id=key)


def test_the_counts_are_those_of_the_acta(desk: Desk, primera: str) -> None:
    told = cifras_of(desk)
    counted = desk.ask(contar_preguntas, audiencia_id=primera)
    assert (counted.preguntas, counted.respondidas, counted.pendientes) == (
        told["preguntas"],
        told["respondidas"],
        told["pendientes"],
    )
    key = capture(desk, primera)
    capture(desk, primera)
    desk.do(anular_pregunta, id=key, motivo="Prueba")
    counted, told = desk.ask(contar_preguntas, audiencia_id=primera), cifras_of(desk)
    assert (counted.preguntas, counted.pendientes) == (told["preguntas"], told["pendientes"])
    assert (counted.anuladas, counted.por_moderar) == (1, 1)


def cifras_of(desk: Desk) -> dict[str, Any]:
    tree: dict[str, Any] = dict(desk.ask(cifras, codigo=PRIMERA))
    [told] = tree["audiencias"].values()
    return dict(told)


def test_a_question_is_found_by_its_number_unless_it_was_withdrawn(desk: Desk, segunda: str) -> None:
    key = capture(desk, segunda)
    found = desk.ask(buscar_por_numero, audiencia_id=segunda, mesa=None, numero=1)
    assert found is not None
    assert found.id == key
    desk.do(anular_pregunta, id=key, motivo="Prueba")
    assert desk.ask(buscar_por_numero, audiencia_id=segunda, mesa=None, numero=1) is None


def test_typing_is_completed_with_what_the_hearing_has(desk: Desk, primera: str) -> None:
    offered = desk.ask(ofrecer, audiencia_id=primera)
    assert "Álvaro Enrique Nieto Salgar" in offered.autores
    assert "Cooperación y alianzas" in offered.temas
    assert "Oficina de Cooperación y Alianzas" in offered.dependencias
    assert "Amparo Villalba Rengifo" in offered.responden


def test_an_incident_keeps_its_hour(desk: Desk, segunda: str) -> None:
    key = desk.do(registrar_incidente, audiencia_id=segunda, hora="10:05", tipo="receso", texto="Refrigerio")
    table = JOURNALED["incidentes"].c
    row = desk.ask(lambda c: c.execute(select(table.hora, table.tipo, table.texto).where(table.id == key)).one())
    assert tuple(row) == ("10:05", "receso", "Refrigerio")
    air = desk.ask(ver_aire, audiencia_id=segunda)
    assert air is not None
    assert (air.estado, air.hora_inicio_programada) == ("planeada", "09:00")
