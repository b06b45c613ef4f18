from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.dialog import ask_reason, ask_verb, plain_message
from rcdesk.ui.kit.fields import Field, Line, Text
from rcdesk.ui.kit.finding import Entry, likest, marks, matching
from rcdesk.ui.kit.keycap import KeyCap, spoken
from rcdesk.ui.kit.keys import KeySheet
from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.palette import Palette
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.strip import LiveStrip, OnAir
from tests.typing import press, type_text
from tests.ui.kit.conftest import Show

ENTRIES = [
    Entry("¿Por qué el alumbrado va en 48 %?", "Peña · Hacienda", number="P-009", group="Preguntas"),
    Entry("Ana María Ñáñez", "CC 12", group="Personas"),
    Entry("Nueva pregunta"),
    Entry("Imprimir el acta", key="Ctrl P"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", 4),
        ("ALUMBRÁDO", 1),
        ("nanez maria", 1),
        ("p-009 hacienda", 1),
        ("pregunta acta", 0),
        (">", 2),
        ("> acta", 1),
        (">alumbrado", 0),
    ],
)
def test_finding_minds_neither_accents_nor_order(typed: str, found: int) -> None:
    assert len(matching(ENTRIES, typed)) == found


def test_what_is_called_as_it_was_typed_comes_before_what_only_has_its_letters() -> None:
    places = [Entry("Escribir el texto para el acta"), Entry("Imprimir el acta"), Entry("Ir a Acta")]
    assert likest(matching(places, "ir a acta"), "ir a acta")[0].title == "Ir a Acta"
    dated = [Entry(f"{name} audiencia", group="Audiencias") for name in ("Segunda", "Primera")]
    found = [one.title for one in likest([*dated, Entry("Primera")], "primera aud")]
    assert found == ["Primera audiencia", "Segunda audiencia", "Primera"]
    promised = Entry("Publicar el acta aprobada", group="Compromisos")
    assert likest([promised, Entry("Publicar el acta")], "publicar el acta")[0].title == "Publicar el acta"
    assert likest([*dated, Entry("Resultados de la encuesta")], "resultados de")[0].title == "Resultados de la encuesta"


def test_the_letters_that_matched_are_marked_where_they_stand() -> None:
    assert marks("Educación sexual", "cion SEX") == [(5, 9), (10, 13)]
    assert marks("straße", "ass") == [(3, 5)]
    assert marks("Luis Eduardo Samudio", "s") == [(13, 14)]
    assert marks("nada", "zeta") == []


@pytest.fixture
def window(shown: Show) -> QWidget:
    return shown(Line(), Button("Guardar", kind="primary"), width=1000)


def test_the_palette_opens_the_chosen_answer_and_gives_the_keys_back(window: QWidget) -> None:
    ran: list[str] = []
    entries = [Entry("Uno", run=lambda: ran.append("uno")), Entry("Dos", run=lambda: ran.append("dos"))]
    line = window.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    palette = Palette(window)
    palette.offer(entries)
    assert palette.line.hasFocus()
    press(palette.line, Qt.Key.Key_Down)
    press(palette.line, Qt.Key.Key_Return, text="\r")
    assert ran == ["dos"]
    assert palette.isHidden()
    assert line.hasFocus()
    palette.offer(entries)
    spare = palette.sheet.height() - palette.list.height()
    type_text(palette.line, "ún")
    assert [entry.title for entry in palette.found()] == ["Uno"]
    assert palette.sheet.height() - palette.list.height() == spare, "it is as high as what is found now"
    press(palette.line, Qt.Key.Key_Return, text="\r")
    assert ran == ["dos", "uno"]


def test_the_palette_asks_for_more_as_it_is_typed_and_says_when_there_is_nothing(window: QWidget) -> None:
    asked: list[str] = []

    def search(typed: str) -> list[Entry]:
        asked.append(typed)
        return [Entry("Rosa Díaz", group="Personas")] if typed == "ro" else []

    palette = Palette(window)
    palette.offer(ENTRIES, search)
    type_text(palette.line, "ro")
    assert asked == ["r", "ro"]
    assert "Rosa Díaz" in [entry.title for entry in palette.found()]
    type_text(palette.line, "xyz")
    assert palette.found() == []
    assert any("Nada con «roxyz»" in label.text() for label in palette.findChildren(PlainLabel))
    press(palette.line, Qt.Key.Key_Return, text="\r")
    assert not palette.isHidden()


def test_escape_closes_a_panel_and_nothing_under_it_hears_keys_but_undo(window: QWidget, qtbot: QtBot) -> None:
    first, last = Line(), Button("Volver")
    panel = Panel(window, column(PlainLabel("Título"), first, last))
    panel.open()
    assert first.hasFocus()
    filled = window.findChildren(Button)[0]
    before = filled.grab().toImage()
    panel.focusNextPrevChild(True)
    assert last.hasFocus()
    panel.focusNextPrevChild(True)
    assert first.hasFocus()
    assert press(panel, Qt.Key.Key_A, text="a")
    control, kind = Qt.KeyboardModifier.ControlModifier, QEvent.Type.ShortcutOverride
    for key, heard in ((Qt.Key.Key_Z, True), (Qt.Key.Key_Y, True), (Qt.Key.Key_N, False)):
        asked = QKeyEvent(kind, key, control)
        asked.ignore()
        panel.event(asked)
        assert asked.isAccepted() is not heard
    with qtbot.waitSignal(panel.closed):
        press(panel, Qt.Key.Key_Escape)
    assert filled.grab().toImage() != before


def test_a_click_outside_closes_a_panel(window: QWidget, qtbot: QtBot) -> None:
    panel = Panel(window, column(PlainLabel("Título")))
    panel.open()
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=panel.sheet.geometry().center())
    assert not panel.isHidden()
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert panel.isHidden()


def test_what_is_on_air_is_neither_dimmed_nor_covered(shown: Show) -> None:
    strip = LiveStrip()
    strip.show_now(OnAir(item="Preguntas", left="+12 min", of="sobre 30:00", over=True))
    window = shown(strip, width=1000)
    panel = Panel(window, column(PlainLabel("Título")), where="top", keep=strip)
    panel.open()
    on_strip = strip.mapTo(window, strip.rect().center())
    assert not panel.mask().contains(on_strip)
    assert panel.sheet.y() > strip.geometry().bottom()
    assert "tiempo cumplido" in strip.accessibleName()


def test_a_panel_that_is_open_lets_its_window_go(shown: Show) -> None:
    strip = LiveStrip()
    strip.show_now(OnAir(item="Preguntas", left="12:00"))
    window = shown(strip, width=1000)
    panel = Panel(window, column(PlainLabel("Aún falta algo")), where="top", keep=strip)
    panel.open()
    delete(strip)  # Qt takes the widgets of a window one by one, and lays out those left
    panel.place()
    assert panel.mask().boundingRect() == panel.rect()


def test_a_panel_follows_its_window(window: QWidget) -> None:
    panel = Panel(window, column(PlainLabel("Título")), where="right", width=300)
    panel.open()
    window.resize(700, 500)
    QApplication.processEvents()
    assert panel.rect() == window.rect()
    assert panel.sheet.geometry().right() < 700


@dataclass(frozen=True)
class Command:
    title: str
    keys: str


def test_the_sheet_of_keys_speaks_as_the_keyboard_and_leaves_out_what_has_none(window: QWidget) -> None:
    assert spoken("Ctrl+Return") == ["Ctrl", "Enter"]
    assert spoken("Alt+Up") == ["Alt", "↑"]
    assert spoken("Ctrl++") == ["Ctrl", "+"]
    sheet = KeySheet(window, "Teclas", [("Todo", [Command("Guardar", "Ctrl+S"), Command("Sin tecla", "")])])
    sheet.show_keys()
    assert [cap.accessibleName() for cap in sheet.findChildren(KeyCap)] == ["Ctrl", "S"]
    press(sheet, Qt.Key.Key_F1)
    assert sheet.isHidden()


def answer(act: Callable[[QWidget], None]) -> None:
    """Act on the dialog as soon as it is in sight."""

    def find() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(5, find)
            return
        try:
            act(dialog)
        finally:
            dialog.close()  # a test that fails must not wait for a person

    QTimer.singleShot(0, find)


def go_back(dialog: QWidget) -> None:
    press(dialog, Qt.Key.Key_Escape)


def test_a_reason_is_asked_until_there_is_one(window: QWidget) -> None:
    said: list[str] = []

    def act(dialog: QWidget) -> None:
        text, field = dialog.findChild(Text), dialog.findChild(Field)
        assert text is not None
        assert field is not None
        type_text(text, "  \n", gap=0)
        said.append(field.error())
        type_text(text, "No es <b>pública</b>\n", gap=0)

    answer(act)
    assert ask_reason(window, "¿Por qué se anula P-007?", "Motivo") == "No es <b>pública</b>"
    assert said == ["Escriba el motivo."]


def test_going_back_from_a_reason_does_nothing(window: QWidget) -> None:
    answer(go_back)
    assert ask_reason(window, "¿Por qué?", "Motivo") is None


def test_a_question_is_answered_with_a_verb(window: QWidget) -> None:
    def act(dialog: QWidget) -> None:
        button = dialog.findChild(Button, "otra")
        assert button is not None
        button.click()

    answer(act)
    assert ask_verb(window, "¿Cuál?", ("Hay dos.",), (("esta", "Esta"), ("otra", "La otra"))) == "otra"
    answer(go_back)
    assert ask_verb(window, "¿Cuál?", (), (("esta", "Esta"),)) == ""


def test_a_message_shows_every_letter(window: QWidget) -> None:
    seen: list[str] = []

    def act(dialog: QWidget) -> None:
        seen.extend(label.text() for label in dialog.findChildren(PlainLabel))
        press(dialog, Qt.Key.Key_Escape)

    answer(act)
    plain_message(window, "Título", "<i>uno</i> & dos")
    assert "<i>uno</i> & dos" in seen
