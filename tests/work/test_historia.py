"""The history of a question: every step in words, with who and at which desk; undone steps are said as such."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from rcdesk.app.desk import Desk
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.historia import PasoRow, historia_de_pregunta
from rcdesk.work.preguntas import (
    agrupar,
    anular_pregunta,
    aprobar,
    convertir_en_compromiso,
    corregir_pregunta,
    declarar_improcedente,
    desagrupar,
    registrar_pregunta,
    responder_en_vivo,
    responder_pregunta,
)


@pytest.fixture
def key(desk: Desk, segunda: str) -> str:
    """A question said in the room."""
    values: dict[str, object] = {"canal": "verbal_en_sala"}
    return desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿Cuándo arreglan la vía?", valores=values)


def story(desk: Desk, key: str) -> list[PasoRow]:
    return desk.ask(historia_de_pregunta, id=key)


def words(desk: Desk, key: str) -> list[str]:
    return [step.que for step in story(desk, key)]


def test_every_step_says_what_when_who_and_where(desk: Desk, key: str) -> None:
    [step] = story(desk, key)
    assert step.que == "Capturada: verbal en la sala"
    assert step.cuando.startswith("2026-11-20T15:41:07")
    assert step.quien
    assert step.puesto
    assert [(c.campo, c.antes, c.despues) for c in step.cambios] == [("La pregunta", "", "¿Cuándo arreglan la vía?")]


def test_the_newest_comes_first_in_the_words_of_the_office(desk: Desk, segunda: str, key: str) -> None:
    lead = desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿La otra?")
    desk.do(aprobar, id=key)
    desk.do(responder_en_vivo, id=key)
    desk.do(responder_pregunta, id=key, texto="En marzo.")
    desk.do(responder_pregunta, id=key, texto="En abril.")
    desk.do(corregir_pregunta, id=key, valores={"tema": "Vías", "acciones_a_desarrollar": "Reparar la vía"})
    desk.do(convertir_en_compromiso, id=key)
    desk.do(corregir_pregunta, id=key, valores={"texto_editado": "¿Cuándo se repara la vía?"})
    assert words(desk, key) == [
        "Redacción para el acta escrita",
        "Convertida en el compromiso 1",
        "Cambió el tema y las acciones a desarrollar",
        "Respuesta corregida",
        "Respuesta escrita",
        "Respondida verbalmente",
        "Aprobada",
        "Capturada: verbal en la sala",
    ]
    desk.do(declarar_improcedente, id=lead, razon="Es de otra entidad")
    assert words(desk, lead)[0] == "No procede: Es de otra entidad"


@pytest.mark.parametrize(
    ("do", "said"),
    [
        (lambda desk, key: desk.do(anular_pregunta, id=key, motivo="Repetida"), "Anulada: Repetida"),
        (lambda desk, key: desk.do(corregir_pregunta, id=key, valores={"tipo": "queja"}), "Cambió el tipo"),
    ],
)
def test_what_was_done_reads_as_it_was_meant(
    desk: Desk, key: str, do: Callable[[Desk, str], object], said: str
) -> None:
    do(desk, key)
    assert words(desk, key)[0] == said


def test_grouping_names_the_other_and_ungrouping_says_so(desk: Desk, segunda: str, key: str) -> None:
    lead = desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿La otra?")
    desk.do(agrupar, id=key, principal=lead)
    desk.do(desagrupar, id=key)
    assert words(desk, key)[:2] == ["Desagrupada", "Agrupada en la P-002"]


def test_a_step_taken_back_stays_and_says_so_until_it_is_done_again(desk: Desk, key: str) -> None:
    desk.do(responder_en_vivo, id=key)
    desk.undo()
    assert [(step.que, step.deshecho) for step in story(desk, key)] == [
        ("Se deshizo: respondida verbalmente", False),
        ("Respondida verbalmente", True),
        ("Capturada: verbal en la sala", False),
    ]
    desk.redo()
    assert words(desk, key)[0] == "Se rehízo: respondida verbalmente"
    assert not any(step.deshecho for step in story(desk, key))
    desk.undo()
    assert [step.que for step in story(desk, key) if step.deshecho] == ["Respondida verbalmente"]


def test_typing_taken_back_in_one_step_is_all_taken_back(desk: Desk, key: str) -> None:
    desk.do(responder_pregunta, id=key, texto="En marzo.")
    desk.do(responder_pregunta, id=key, texto="En abril.")
    desk.do(responder_pregunta, id=key, texto="En mayo.")
    desk.undo()
    assert [(step.que, step.deshecho) for step in story(desk, key)] == [
        ("Se deshizo: respuesta corregida", False),
        ("Respuesta corregida", True),
        ("Respuesta corregida", True),
        ("Respuesta escrita", False),
        ("Capturada: verbal en la sala", False),
    ]


def test_before_and_after_are_in_words(desk: Desk, key: str) -> None:
    desk.do(responder_en_vivo, id=key)
    told = {change.campo: (change.antes, change.despues) for change in story(desk, key)[0].cambios}
    assert told["El estado"] == ("recibida", "respondida")
    assert told["Cómo se respondió"] == ("", "en vivo")
    assert told["La hora de la respuesta"] == ("", "20/nov/2026 10:41")


@action("Proyectar")
def show_on_the_screen(unit: Unit, *, audiencia_id: str, pregunta: str | None, cuando: str) -> None:
    """Send a question, or nothing, to the screen of the room."""
    row = {"audiencia_id": audiencia_id, "papel": "pantalla", "orden": cuando, "cuando": cuando}
    unit.insert("proyecciones", [{**row, "tipo": "pregunta" if pregunta else "nada", "pregunta": pregunta}])


def test_the_time_on_the_screen_of_the_room_is_told(desk: Desk, segunda: str, key: str) -> None:
    desk.do(show_on_the_screen, audiencia_id=segunda, pregunta=key, cuando="2026-11-20T15:16:00Z")
    assert words(desk, key)[0] == "En pantalla ahora"
    desk.do(show_on_the_screen, audiencia_id=segunda, pregunta=None, cuando="2026-11-20T15:17:50Z")
    assert words(desk, key)[0] == "Mostrada en pantalla, 1 min 50 s"


def test_it_is_read_by_the_key_of_the_row(desk: Desk) -> None:
    plan = desk.ask(
        lambda connection: connection.execute(
            text(
                "EXPLAIN QUERY PLAN SELECT c.antes FROM cambios AS c JOIN bitacora AS b ON b.id = c.entrada "
                "WHERE c.fila = 'x' AND c.tabla = 'preguntas' ORDER BY b.hlc, c.id"
            )
        ).all()
    )
    assert any("ix_cambios_fila" in row.detail for row in plan)
