"""Sentences that the figures write: read as they print, reworded, marked when they part, and brought back."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.domain.registro import Inserto, Parrafo
from rcdesk.ui.kit.blocks.prose import Prose
from rcdesk.ui.kit.blocks.warning import FigureWarning
from rcdesk.ui.kit.blocks_editor import BlocksEditor
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.acta import ActaScreen
from rcdesk.ui.screens.encuesta import EncuestaScreen
from rcdesk.ui.screens.encuesta.result_card import ResultCard
from rcdesk.work.actas import SeccionRow, editar_acta, listar_secciones, ver_acta
from rcdesk.work.cierre import ver_cierre
from rcdesk.work.narrativa import editar_narrativa
from rcdesk.work.preguntas import registrar_pregunta
from tests.bases import PRIMERA, hearing_id
from tests.typing import press, type_text
from tests.ui.acta import NONE, Open, drawn, of, open_at
from tests.ui.conftest import OpenWindow, ShowScreen

RECIBIDAS = "Se recibieron catorce (14) preguntas y se respondieron todas (100 %)."


@pytest.fixture
def primera(desk: Desk) -> str:
    return hearing_id(desk, PRIMERA)


@pytest.fixture
def open_acta(show_screen: ShowScreen, desk: Desk, qtbot: QtBot) -> Open:
    return partial(open_at, show_screen, desk, qtbot)


def section(desk: Desk, hearing: str) -> SeccionRow:
    return desk.ask(listar_secciones, audiencia_id=hearing)[6]


def warned(screen: QWidget) -> list[str]:
    """What is said against the texts in sight."""
    shown = [one for one in screen.findChildren(FigureWarning) if one.isVisibleTo(screen)]
    return [label.text() for one in shown for label in one.findChildren(PlainLabel) if label.text()]


def indexed(screen: ActaScreen, key: str) -> str:
    return of(screen, QWidget, f"parte_{key}").accessibleName()


def choose(editor: BlocksEditor, words: str) -> None:
    """Choose in the menu what to put in; each offer says what it would print."""
    editor.tools.insert.click()
    menus = editor.tools.findChildren(QMenu)
    said = {action.text(): action for menu in menus for action in menu.actions()}
    assert "Preguntas y respuestas: 14 preguntas, 14 con respuesta." in said
    said[words].trigger()
    for menu in menus:
        menu.close()


def test_a_sentence_is_reworded_by_typing_on_it_compared_and_brought_back(
    open_acta: Open, primera: str, desk: Desk, qtbot: QtBot
) -> None:
    mine = section(desk, primera)
    screen = open_acta(primera, f"seccion/{mine.id}")
    editor = of(screen, BlocksEditor, "seccion_texto_bloques")
    assert isinstance(editor, BlocksEditor)
    choose(editor, "Preguntas recibidas y respondidas: Se recibieron catorce (14) preguntas y se respondieron todas…")
    with qtbot.waitActive(screen):
        screen.activateWindow()
    sentence = of(screen, Prose, "frase_generada")
    assert isinstance(sentence, Prose) and sentence.value() == RECIBIDAS and sentence.hasFocus()
    assert section(desk, primera).bloques[-1] == Inserto(dato="frase_de_preguntas")

    sentence.place_caret(-1)
    type_text(sentence, " ")
    typing = QApplication.focusWidget()
    assert isinstance(typing, Prose)
    type_text(typing, "Gracias.")
    assert typing.value() == f"{RECIBIDAS} Gracias."
    assert section(desk, primera).bloques[-1] == Parrafo(texto=f"{RECIBIDAS} ", dato="frase_de_preguntas")
    assert warned(screen) == []

    typing.place_caret(RECIBIDAS.index("(14)") + 2)
    press(typing, Qt.Key.Key_Delete)
    type_text(typing, "5")
    assert warned(screen) == ["No coincide con las cifras. Dice catorce (15); las palabras y la cifra no son iguales."]
    screen.focusNextChild()
    qtbot.waitUntil(lambda: "no coincide" in indexed(screen, f"seccion/{mine.id}"))
    assert "1 texto no coincide" in indexed(screen, "desarrollo")
    point = next(p for p in desk.ask(ver_cierre, audiencia_id=primera).lista.despues if p.clave == "textos")
    assert (point.nota, point.lugar) == ("1 texto no coincide con las cifras", f"seccion/{mine.id}")

    before = section(desk, primera)
    screen.restore()
    assert section(desk, primera).bloques[-1] == Inserto(dato="frase_de_preguntas")
    assert warned(screen) == [] and "no coincide" not in indexed(screen, "desarrollo")
    desk.undo()
    assert section(desk, primera) == before, "one step"
    drawn(qtbot, screen)


def test_a_reworded_sentence_parts_when_the_data_change_and_f8_is_the_key_to_write(
    open_acta: Open, primera: str, desk: Desk, qtbot: QtBot
) -> None:
    mine = section(desk, primera)
    screen = open_acta(primera, f"seccion/{mine.id}")
    editor = of(screen, BlocksEditor, "seccion_texto_bloques")
    assert isinstance(editor, BlocksEditor)
    editor.tools.inserted.emit("frase_de_analisis")
    assert screen.offers("reword") and screen.offers("restore")
    screen.reword()
    assert isinstance(section(desk, primera).bloques[-1], Parrafo)
    desk.do(registrar_pregunta, audiencia_id=primera, texto="¿Cuándo abre el puente?")
    qtbot.waitUntil(lambda: bool(warned(screen)))
    (said,) = warned(screen)
    assert "Dice 35,7 %; en la base: 33,3 %" in said
    of(screen, Button, "volver_al_generado").click()  # type: ignore[attr-defined]
    assert section(desk, primera).bloques[-1] == Inserto(dato="frase_de_analisis")
    screen.open_part("encabezado")
    assert not screen.offers("restore")
    drawn(qtbot, screen)


def test_what_closes_the_acta_is_compared_and_prints_by_itself_again(
    open_acta: Open, primera: str, desk: Desk, qtbot: QtBot
) -> None:
    said = {"responsabilidad": "Quedan 2 de las 15 preguntas.", "notas": ("Se anexan cuatro (4) folios.", "Nota 9.")}
    desk.do(editar_acta, audiencia_id=primera, valores=said)
    screen = open_acta(primera, "cierre")
    assert warned(screen) == [
        "No coincide con las cifras. Dice 15; en la base: 14.",
        "No coincide con las cifras. Dice cuatro; en la base: 3.",
    ]
    assert "2 textos no coinciden" in indexed(screen, "cierre")
    of(screen, QWidget, "acta_notas").setFocus()
    screen.restore()
    assert desk.ask(ver_acta, audiencia_id=primera).notas == ()
    of(screen, QWidget, "acta_responsabilidad").setFocus()
    screen.restore()
    assert desk.ask(ver_acta, audiencia_id=primera).responsabilidad is None
    assert warned(screen) == []
    screen.reword()
    assert desk.ask(ver_acta, audiencia_id=primera).responsabilidad
    drawn(qtbot, screen)


def test_percentages_that_add_up_are_chosen_in_the_analysis_and_undone(
    open_acta: Open, primera: str, desk: Desk, qtbot: QtBot
) -> None:
    screen = open_acta(primera, "analisis")
    choice = of(screen, Choice, "analisis_porcentajes")
    assert isinstance(choice, Choice)
    choice.setFocus()
    press(choice, Qt.Key.Key_End)
    assert desk.ask(ver_acta, audiencia_id=primera).porcentajes == "suman_100"
    qtbot.waitUntil(lambda: "22\u00a0%" in of(screen, QWidget, "preguntas_por_tema").accessibleName())
    desk.undo()
    assert desk.ask(ver_acta, audiencia_id=primera).porcentajes is None
    drawn(qtbot, screen)


def test_what_is_written_of_a_survey_question_is_compared_and_ctrl_g_brings_its_figures_back(
    show_screen: ShowScreen, desk: Desk, primera: str, qtbot: QtBot
) -> None:
    screen = show_screen(EncuestaScreen, desk, primera)

    def asked() -> list[str]:
        rows = [card.row for card in screen.findChildren(ResultCard) if card.row is not None]
        return [row.id for row in rows if "califica la" in row.enunciado]

    qtbot.waitUntil(lambda: bool(asked()))
    screen.seek(asked()[0])
    card = screen.results.current()
    assert card is not None
    card.text.setFocus()
    card.text.selectAll()
    type_text(card.text, "El 70.4% la calificó como excelente y el 29.8% como buena.")
    assert warned(screen) == ["No coincide con las cifras. Dice 29.8%; lo más cercano: 8 de 27 es el 29,6 %."]
    assert screen.offers("results.restore")
    screen.results.restore()
    assert warned(screen) == [] and "29,6 %" in card.text.value()


def test_f8_ctrl_g_and_ctrl_z_are_the_keys_in_the_window(
    open_window: OpenWindow, example: Path, desk: Desk, qtbot: QtBot
) -> None:
    desk.close()
    window = open_window(example)
    mine = window.bases.desk
    assert mine is not None
    hearing = hearing_id(mine, PRIMERA)
    row = section(mine, hearing)
    blocks = (*row.bloques, Inserto(dato="frase_de_preguntas"))
    mine.do(editar_narrativa, tabla="secciones", id=row.id, campo="bloques", bloques=blocks)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.go("acta", f"{hearing}/seccion/{row.id}")
    screen = window.findChild(ActaScreen)
    assert screen is not None
    of(screen, Prose, "frase_generada").setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    keys = ((Qt.Key.Key_F8, NONE, Parrafo), (Qt.Key.Key_G, control, Inserto), (Qt.Key.Key_Z, control, Parrafo))
    for key, modifiers, kind in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)
        assert isinstance(section(mine, hearing).bloques[-1], kind), key
    drawn(qtbot, screen)
