"""The pane of the question in hand: answered, told, worded, grouped, promised and looked back at, with the keyboard."""

from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.domain.campos import LIMITE
from rcdesk.store.clean import clean
from rcdesk.ui.kit.diff import Diff
from rcdesk.ui.kit.rows import Table
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.work.audiencias import editar_audiencia
from rcdesk.work.compromisos import listar_compromisos
from rcdesk.work.expansiones import guardar_abreviatura, listar_abreviaturas
from rcdesk.work.pregunta import PreguntaVista, ver_pregunta
from rcdesk.work.preguntas import agrupar, corregir_pregunta, registrar_pregunta, responder_en_vivo, responder_pregunta
from tests.bases import SEGUNDA, hearing_id
from tests.corpus import corpus
from tests.lengths import LARGO
from tests.typing import press, type_text
from tests.ui.conftest import OpenWindow, ShowScreen
from tests.widgets import here

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def keys(desk: Desk, audiencia_id: str) -> list[str]:
    """Four questions of the hearing that is being prepared."""
    said = (("¿El alumbrado?", "Rosalba"), ("¿Y la luz?", "Marisol"), ("¿La vía?", "Hernán"), ("¿La escuela?", "Luz"))
    return [desk.do(registrar_pregunta, audiencia_id=audiencia_id, texto=text, autor=who) for text, who in said]


@pytest.fixture
def screen(show_screen: ShowScreen, desk: Desk, audiencia_id: str, keys: list[str]) -> EnVivoScreen:
    """The screen alone, with the first of them in hand."""
    shown: EnVivoScreen = show_screen(EnVivoScreen, desk, audiencia_id)
    shown.seek(keys[0])
    return shown


def part(screen: QWidget, name: str) -> Any:
    found = screen.findChild(QWidget, name)
    assert found is not None, name
    return found


def said(screen: QWidget, name: str) -> str:
    label = part(screen, name)
    return str(label.text()) if label.isVisibleTo(screen) else ""


def vista(screen: EnVivoScreen, key: str = "") -> PreguntaVista:
    found = screen.desk.ask(ver_pregunta, id=key or screen.detail.key)
    assert found is not None
    return found


def test_f8_again_saves_the_answer_without_leaving_it(screen: EnVivoScreen) -> None:
    screen.hand.write_answer()
    assert here() is screen.detail.answer
    type_text(here(), "En marzo.", gap=0)
    assert part(screen, "guardar_respuesta").isEnabled()
    screen.hand.write_answer()
    assert vista(screen).respuesta_texto == "En marzo."
    assert here() is screen.detail.answer
    assert not part(screen, "guardar_respuesta").isEnabled()


def test_answered_aloud_and_written_later_keeps_its_hour_and_mode(
    screen: EnVivoScreen, desk: Desk, keys: list[str]
) -> None:
    desk.do(responder_en_vivo, id=keys[0])
    before = vista(screen).respuesta_fecha
    screen.hand.write_answer()
    type_text(here(), "En marzo.", gap=0)
    part(screen, "guardar_respuesta").click()
    assert (vista(screen).respuesta_modo, vista(screen).respuesta_fecha) == ("en_vivo", before)
    line = part(screen, "pregunta_respuesta_fecha")
    line.setFocus()
    line.selectAll()
    type_text(line, "10:16\n", gap=0)
    assert vista(screen).respuesta_fecha == "2026-11-20T10:16-05:00"


def test_ctrl_f8_takes_the_next_owed_text_and_its_answer_has_the_keys(
    screen: EnVivoScreen, desk: Desk, keys: list[str]
) -> None:
    for key in (keys[0], keys[2], keys[3]):
        desk.do(responder_en_vivo, id=key)
    screen.hand.write_answer()
    type_text(here(), "En marzo.", gap=0)
    screen.pen.next_owed()
    assert vista(screen, keys[0]).respuesta_texto == "En marzo."
    assert screen.detail.key == keys[2]
    assert here() is screen.detail.answer
    type_text(here(), "En abril.", gap=0)
    screen.pen.next_owed()
    type_text(here(), "En mayo.", gap=0)
    screen.pen.next_owed()
    assert screen.detail.key == keys[3]
    assert not screen.pen.offers("next_owed")
    assert not part(screen, "siguiente_por_redactar").isVisibleTo(screen)


def test_the_pane_tells_the_term_and_hides_what_is_past(screen: EnVivoScreen, desk: Desk, keys: list[str]) -> None:
    pill = part(screen, "plazo_pregunta")
    assert pill.accessibleName() == "Vence el 14 dic 2026 · faltan 15 días hábiles"
    desk.do(responder_pregunta, id=keys[0], texto="Sí.")
    assert pill.accessibleName() == "Respondida el mismo día"


def test_the_recording_begins_now_once_and_each_question_has_its_minute(
    screen: EnVivoScreen, desk: Desk, audiencia_id: str
) -> None:
    assert "grabación" not in said(screen, "datos_pregunta")
    assert screen.pen.offers("start_recording")
    screen.pen.start_recording()
    assert "min 0:00 de la grabación" in said(screen, "datos_pregunta")
    assert "La grabación empieza a las 10:41" in screen.banner.text()
    assert not screen.pen.offers("start_recording")
    desk.do(editar_audiencia, id=audiencia_id, valores={"grabacion_inicio": "2026-11-20T10:28:20-05:00"})
    assert "min 12:47 de la grabación" in said(screen, "datos_pregunta")


def test_all_who_ask_are_named_and_one_of_them_leads_to_who_answers(
    screen: EnVivoScreen, desk: Desk, keys: list[str]
) -> None:
    for key in keys[1:3]:
        desk.do(agrupar, id=key, principal=keys[0])
    assert said(screen, "quien_pregunta") == "Rosalba y 2 más"
    assert said(screen, "tambien_preguntan").splitlines() == ["P-002  Marisol  ·  10:41", "P-003  Hernán  ·  10:41"]
    screen.seek(keys[1])
    assert said(screen, "responde_por_ella") == "La P-001 responde por ella: ¿El alumbrado?"
    assert not screen.detail.answer.isVisibleTo(screen)
    part(screen, "ir_a_la_principal").click()
    assert screen.detail.key == keys[0]
    assert screen.detail.answer.isVisibleTo(screen)
    screen.seek(keys[1])
    part(screen, "desagrupar").click()
    assert vista(screen, keys[1]).estado == "pendiente"


def test_another_wording_shows_what_left_and_what_came_and_the_words_stay(screen: EnVivoScreen) -> None:
    diff = part(screen, "diferencia_redaccion")
    assert isinstance(diff, Diff)
    assert not diff.isVisibleTo(screen)
    field = part(screen, "pregunta_texto_editado")
    field.setFocus()
    type_text(field, "¿Y el alumbrado público?", gap=0)
    field.commit()
    assert (vista(screen).texto, vista(screen).texto_editado) == ("¿El alumbrado?", "¿Y el alumbrado público?")
    assert diff.isVisibleTo(screen)
    assert diff.toPlainText() == "¿El Y el alumbrado público?"
    assert said(screen, "pregunta_dicha") == "¿El alumbrado?"


def test_the_last_steps_stand_under_the_answer_and_ctrl_h_shows_all(
    screen: EnVivoScreen, desk: Desk, keys: list[str]
) -> None:
    desk.do(responder_en_vivo, id=keys[0])
    desk.do(responder_pregunta, id=keys[0], texto="En marzo.")
    assert [said(screen, f"paso_{i}") for i in range(3)] == ["Respuesta escrita", "Respondida verbalmente", "Capturada"]
    desk.undo()
    assert [said(screen, f"paso_{i}") for i in range(2)] == ["Respondida verbalmente", "Capturada"]
    screen.pen.history()
    assert said(screen, "historia_cuantos").startswith("4 pasos")
    assert here() is part(screen, "historia")
    press(here(), KEY.Key_Escape)
    assert not part(screen, "historia").isVisibleTo(screen)


def test_f9_opens_the_commitment_that_is_made_already(screen: EnVivoScreen, desk: Desk, qtbot: QtBot) -> None:
    desk.do(corregir_pregunta, id=screen.detail.key, valores={"acciones_a_desarrollar": "Cambiar las luminarias"})
    screen.hand.promise()
    [row] = desk.ask(listar_compromisos, audiencia_id=screen.audiencia_id)
    assert part(screen, "compromiso").accessibleName() == "Compromiso 1"
    assert said(screen, "compromiso_hecho") == ""
    assert row.preguntas == (1,)
    with qtbot.waitSignal(screen.wants) as asked:
        screen.hand.promise()
    assert asked.args == ["acta", f"{screen.audiencia_id}/compromisos/{row.id}"]
    assert len(desk.ask(listar_compromisos, audiencia_id=screen.audiencia_id)) == 1


def test_abbreviations_work_in_the_pane_and_in_the_line(screen: EnVivoScreen, desk: Desk) -> None:
    desk.do(guardar_abreviatura, nombre="plan", texto="Plan de Desarrollo")
    names = ("pregunta_respuesta_texto", "pregunta_acciones_a_desarrollar", "pregunta_texto_editado", "linea_captura")
    for name in names:
        editor = part(screen, name)
        editor.setFocus()
        type_text(editor, "el ;plan x", gap=0)
        assert editor.typed() == "el Plan de Desarrollo x", name


def test_a_semicolon_and_a_question_mark_list_them_and_enter_puts_one(screen: EnVivoScreen, desk: Desk) -> None:
    for name, text in (("ipc", "índice de precios"), ("plan", "Plan de Desarrollo")):
        desk.do(guardar_abreviatura, nombre=name, texto=text)
    screen.hand.write_answer()
    type_text(here(), "Según el ;?", gap=0)
    table = here()
    assert isinstance(table, Table)
    press(table, KEY.Key_Down)
    press(table, KEY.Key_Return)
    assert here() is screen.detail.answer
    assert screen.detail.answer.typed() == "Según el Plan de Desarrollo"


def test_abbreviations_are_added_corrected_and_withdrawn_in_their_panel(screen: EnVivoScreen, desk: Desk) -> None:
    def kept() -> list[tuple[str, str]]:
        return [(one.nombre, one.texto) for one in desk.ask(listar_abreviaturas)]

    screen.pen.abbreviations()
    assert here() is part(screen, "abreviatura_nombre")
    type_text(here(), "plan", gap=0)
    part(screen, "guardar_abreviatura").click()
    assert kept() == []
    assert here() is part(screen, "abreviatura_texto")
    type_text(here(), "Plan", gap=0)
    part(screen, "guardar_abreviatura").click()
    assert kept() == [("plan", "Plan")]
    table = part(screen, "abreviaturas")
    table.select_key("plan")
    part(screen, "abreviatura_texto").selectAll()
    type_text(part(screen, "abreviatura_texto"), "Plan de Desarrollo", gap=0)
    part(screen, "guardar_abreviatura").click()
    assert kept() == [("plan", "Plan de Desarrollo")]
    table.select_key("plan")
    part(screen, "retirar_abreviatura").click()
    assert kept() == []


LONG = LARGO  # each text in each field, instead of in two of them by turns
SHORT = (
    "texto_editado",
    "acciones_a_desarrollar",
    "respuesta_responde",
    "tema",
    "dependencia",
    "responsable",
    "respuesta_dependencia",
)


def test_what_is_typed_in_the_pane_stays_letter_by_letter(screen: EnVivoScreen, desk: Desk, keys: list[str]) -> None:
    turns = cycle(SHORT)
    for text in [bad.text for bad in corpus("campo") if len(bad.text) < LIMITE]:
        short = SHORT if LONG else (next(turns), next(turns))
        for name in ("respuesta_texto", *(short if len(text) < 1_000 else ())):
            editor = part(screen, f"pregunta_{name}")
            editor.setFocus()
            editor.retype(text)
            meant = clean(editor.typed()).strip()
            editor.commit()
            stored = getattr(vista(screen), name)
            assert stored == meant or not meant, (name, text)
            assert editor.typed() == (stored or "") or not meant
    screen.pen.history()
    assert said(screen, "historia_cuantos")


def test_the_keys_of_the_pane_are_heard_in_the_window(open_window: OpenWindow, example: Path, qtbot: QtBot) -> None:
    window: MainWindow = open_window(example)
    qtbot.waitUntil(window.isActiveWindow)
    assert window.bases.desk is not None
    hearing = hearing_id(window.bases.desk, SEGUNDA)
    asked = [window.bases.desk.do(registrar_pregunta, audiencia_id=hearing, texto=f"¿{n}?") for n in range(2)]
    for key in asked:
        window.bases.desk.do(responder_en_vivo, id=key)
    window.go("en_vivo", f"{hearing}/{asked[0]}")
    screen = window.findChild(EnVivoScreen)
    assert screen is not None
    press(here(), KEY.Key_F8, CTRL)
    assert screen.detail.key == asked[1]
    press(here(), KEY.Key_H, CTRL)
    assert here() is part(screen, "historia")
