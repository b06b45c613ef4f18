"""The list of hearings as a person uses it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.check import Check
from rcdesk.ui.kit.dialog import Dialog
from rcdesk.ui.kit.fields import Choice, DateField, Field, Line, Text, TypedLine
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.audiencias import AudienciasScreen
from rcdesk.work.audiencias import anular_audiencia, crear_audiencia, listar_audiencias
from rcdesk.work.copiar_audiencia import ver_que_viene
from tests.bases import PRIMERA, SEGUNDA, hearing_id
from tests.typing import type_text
from tests.ui.conftest import ShowScreen
from tests.ui.saving import save_as
from tests.widgets import find


def codes(screen: AudienciasScreen) -> list[str]:
    """The codes of the hearings listed."""
    return [row.codigo for row in screen.table._model.rows]


def test_a_hearing_is_made_with_its_name_and_enter(show_screen: ShowScreen, empty_desk: Desk, qtbot: QtBot) -> None:
    screen = show_screen(AudienciasScreen, empty_desk)
    screen._nothing.button.click()
    name = find(screen, Line, "nombre")
    type_text(name, "Diálogo con la comunidad, año 2026")
    with qtbot.waitSignal(screen.wants) as wanted:
        type_text(name, "\n")
    [row] = empty_desk.ask(listar_audiencias)
    assert (row.nombre, row.codigo, row.estado) == ("Diálogo con la comunidad, año 2026", "rdc-2026-1", "planeada")
    assert wanted.args == ["preparacion", row.id]
    assert not screen._form.isVisible()


def test_the_code_follows_the_year_of_the_date_until_a_hand_writes_it(show_screen: ShowScreen, desk: Desk) -> None:
    screen = show_screen(AudienciasScreen, desk)
    screen.new_hearing()
    code, date = find(screen, Line, "codigo"), find(screen, DateField, "fecha")
    assert code.text() == "rdc-2026-3"
    type_text(date, "15/03/2027")
    assert code.text() == "rdc-2027-1"
    code.set_value("mi-codigo")
    date.clear()
    type_text(date, "15/03/2028")
    assert code.text() == "mi-codigo"


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("nombre", "", "Escriba el nombre"),
        ("codigo", "con espacios", "El código lleva solo"),
        ("codigo", PRIMERA, "ya es de otra audiencia"),
        ("fecha", "31/02/2026", "no es una fecha"),
        ("hora_inicio_programada", "25:00", "no es una hora"),
    ],
)
def test_what_is_refused_is_said_under_its_field_and_nothing_is_lost(
    show_screen: ShowScreen, desk: Desk, field: str, typed: str, says: str
) -> None:
    screen = show_screen(AudienciasScreen, desk)
    screen.new_hearing()
    if field != "nombre":
        type_text(find(screen, Line, "nombre"), "Otra más")
    editor: TypedLine[str] = find(screen, TypedLine, field)
    editor.clear()
    type_text(editor, typed)
    screen._form.make.click()
    around = Field.around(editor)
    assert around is not None
    assert says in around.error()
    assert editor.text() == typed
    assert len(desk.ask(listar_audiencias)) == 2


def test_the_list_is_filtered_and_says_when_nothing_is_left(show_screen: ShowScreen, desk: Desk) -> None:
    screen = show_screen(AudienciasScreen, desk)
    assert codes(screen) == [SEGUNDA, PRIMERA]
    state = find(screen, Choice, "estado_buscado")
    state.set_value("cerrada")
    state.edited.emit()
    assert codes(screen) == [PRIMERA]
    type_text(find(screen, Line, "buscar_audiencia"), "inexistente")
    assert codes(screen) == []
    assert screen._pages.currentIndex() == 0
    screen.seek(hearing_id(desk, SEGUNDA))
    assert screen.table.current().codigo == SEGUNDA


def test_annulling_asks_the_reason_and_shows_it_struck_among_the_annulled(
    show_screen: ShowScreen, desk: Desk, qtbot: QtBot
) -> None:
    screen = show_screen(AudienciasScreen, desk)
    screen.seek(hearing_id(desk, SEGUNDA))

    def answer() -> None:
        dialog = find(screen, Dialog, "pedir_motivo")
        type_text(find(dialog, Text, "motivo"), "Se creó dos veces\n")

    QTimer.singleShot(0, answer)
    screen.table.setFocus()
    screen.annul()
    assert codes(screen) == [PRIMERA]
    state = find(screen, Choice, "estado_buscado")
    state.set_value("anulada")
    state.edited.emit()
    assert codes(screen) == [SEGUNDA]
    assert "Se creó dos veces" in [label.text() for label in screen._detail.findChildren(PlainLabel)]
    find(screen, Button, "hacer_restore").click()
    assert codes(screen) == []
    assert [row.codigo for row in desk.ask(listar_audiencias)] == [SEGUNDA, PRIMERA]


def test_the_steps_offered_are_those_of_the_state(show_screen: ShowScreen, desk: Desk, qtbot: QtBot) -> None:
    screen = show_screen(AudienciasScreen, desk)
    screen.seek(hearing_id(desk, SEGUNDA))
    find(screen, Button, "hacer_convene").click()
    assert screen.table.current().estado == "convocada"
    assert "quedó convocada" in screen.banner.text()
    find(screen, Button, "hacer_call_off").click()
    assert screen.table.current().estado == "cancelada"
    qtbot.wait(1)
    names = {button.objectName() for button in screen._detail.findChildren(Button) if button.isVisible()}
    assert "hacer_start" not in names
    assert "hacer_plan" in names


def test_enter_opens_the_chosen_hearing(show_screen: ShowScreen, desk: Desk, qtbot: QtBot) -> None:
    screen = show_screen(AudienciasScreen, desk)
    screen.seek(hearing_id(desk, PRIMERA))
    screen.table.setFocus()
    with qtbot.waitSignal(screen.wants) as wanted:
        QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert wanted.args == ["preparacion", hearing_id(desk, PRIMERA)]


def test_the_choice_survives_what_others_do(show_screen: ShowScreen, desk: Desk) -> None:
    screen = show_screen(AudienciasScreen, desk)
    screen.seek(hearing_id(desk, PRIMERA))
    made = desk.do(crear_audiencia, valores={"codigo": "rdc-2026-8", "nombre": "Octava", "fecha": "2026-12-30"})
    assert codes(screen)[0] == "rdc-2026-8"
    assert screen.table.current().codigo == PRIMERA
    desk.do(anular_audiencia, id=made, motivo="no era")
    assert screen.table.current().codigo == PRIMERA


def test_a_hearing_is_made_from_the_chosen_one_with_what_is_ticked(
    show_screen: ShowScreen, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = show_screen(AudienciasScreen, desk)
    screen.seek(hearing_id(desk, PRIMERA))
    find(screen, Button, "hacer_copy").click()
    assert find(screen, Choice, "a_partir_de").value() == hearing_id(desk, PRIMERA)
    assert find(screen, Check, "traer_orden").text() == "Orden del día (9 puntos)"
    find(screen, Check, "traer_temas").click()
    with qtbot.waitSignal(screen.wants) as wanted:
        type_text(find(screen, Line, "nombre"), "Tercera audiencia\n")
    assert wanted.args is not None
    made = desk.ask(ver_que_viene, origen=wanted.args[1])
    assert {"orden", "equipo", "encuesta"} <= {row.pieza for row in made}
    assert "temas" not in {row.pieza for row in made}
    screen.seek(hearing_id(desk, SEGUNDA))
    path = tmp_path / "cita.ics"
    save_as(path)
    with qtbot.waitSignal(screen.saving.saved):
        find(screen, Button, "hacer_save_calendar").click()
    assert b"DTSTART;TZID=America/Bogota:20261210T090000\r\n" in path.read_bytes()
