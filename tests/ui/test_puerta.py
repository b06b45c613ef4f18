"""What else is answered at the door: who was in, who goes out and comes back, who must be looked at; and its sounds."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.domain.autorizaciones import Respuesta
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.fields import Field, TimeField
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.work.asistentes import AsistenteRow, registrar_asistente
from rcdesk.work.movimientos import listar_movimientos
from tests.bases import SEGUNDA, copied, hearing_id
from tests.people import listar_asistentes
from tests.typing import press, type_text
from tests.ui.conftest import OpenWindow
from tests.ui.reasons import answer_reason
from tests.ui.test_registro import named_so, said
from tests.widgets import find, here

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(at_the_door: MainWindow) -> MainWindow:
    """The main window on Registro of the hearing that is being prepared, with people in."""
    return at_the_door


@pytest.fixture
def screen(window: MainWindow) -> RegistroScreen:
    return find(window, RegistroScreen)


def write(text: str) -> None:
    for letter in text:
        type_text(here(), letter, gap=0)


def held(window: MainWindow, key: Qt.Key) -> None:
    """Press Ctrl and a key as the window system would."""
    QTest.keyClick(window.windowHandle(), key, CTRL)


def moves(screen: RegistroScreen, nombre: str) -> list[tuple[str, str]]:
    id = named_so(screen, nombre).id
    return [(row.paso, row.hora) for row in screen.desk.ask(listar_movimientos, asistente_id=id)]


def test_who_goes_out_and_comes_back_is_noted_from_the_keys(window: MainWindow, screen: RegistroScreen) -> None:
    write("zulma")
    held(window, KEY.Key_4)
    assert said(screen, "ultimo_ingreso") == "Salió Zulma Yaneth Portocarrero, 10:41:07"
    assert said(screen, "contadores").startswith("10 presentes, 14 registradas")
    assert here() is screen.door.box.line
    write("zulma")
    assert find(screen, QAbstractButton, "registrar_ingreso").accessibleName() == "Registrar reingreso"
    write("\n")
    assert said(screen, "ultimo_ingreso").startswith("Volvió Zulma Yaneth Portocarrero")
    assert moves(screen, "Zulma Yaneth Portocarrero") == [("salida", "10:41"), ("reingreso", "10:41")]
    assert said(screen, "contadores").startswith("11 presentes, 14 registradas")
    window.undoing.undo()
    assert said(screen, "contadores").startswith("10 presentes, 14 registradas")
    assert said(screen, "ultimo_ingreso") == "Deshecho Zulma Yaneth Portocarrero, Volvió  ·  10:41:07"
    window.undoing.redo()
    assert said(screen, "ultimo_ingreso") == "Volvió Zulma Yaneth Portocarrero, 10:41:07"
    write("julian")
    assert said(screen, "ultimo_ingreso") == "Lo último Zulma Yaneth Portocarrero, Volvió  ·  10:41:07"


def test_of_who_was_in_a_return_and_a_mistake_have_their_keys(window: MainWindow, screen: RegistroScreen) -> None:
    held(window, KEY.Key_1)
    held(window, KEY.Key_2)  # nobody is said to be in: nothing is done
    assert screen.door.newcomer.isHidden()
    write("66310182\n")
    assert not screen.door.more.isHidden() and screen.people.isHidden()
    held(window, KEY.Key_1)
    assert moves(screen, "Zulma Yaneth Portocarrero") == [("reingreso", "10:41")]
    assert screen.door.already.isHidden() and not screen.people.isHidden()
    write("66310182\n")
    answer_reason("Entró otra persona")
    find(screen, QAbstractButton, "anular_ingreso").click()
    people = screen.desk.ask(listar_asistentes, audiencia_id=screen.audiencia_id, filtro="anuladas")
    assert [(one.nombre, one.anulada) for one in people] == [("Zulma Yaneth Portocarrero", "Entró otra persona")]


def test_someone_else_with_the_same_document_is_registered_apart(window: MainWindow, screen: RegistroScreen) -> None:
    press(here(), KEY.Key_Insert)
    write("CC 66.310.182\n")
    around = Field.around(here())
    assert around is not None
    assert "ya está: Zulma Yaneth Portocarrero" in around.error()  # as soon as it is left
    write("\n")
    assert here().objectName() == "nombre"
    press(here(), KEY.Key_Escape)
    write("66310182\n")
    held(window, KEY.Key_2)
    assert here().objectName() == "nombre"
    write("Rosa Balanta\n\ns\n")
    same = [row for row in _people(screen) if row.documento_numero == "66310182"]
    assert [(row.nombre, row.hora_llegada) for row in same] == [
        ("Rosa Balanta", "10:41"),
        ("Zulma Yaneth Portocarrero", "09:15"),
    ]


def test_the_person_beside_the_list_goes_out_and_comes_back(window: MainWindow, screen: RegistroScreen) -> None:
    row = named_so(screen, "Marta Lucía Echeverry")
    screen.seek(row.id)
    find(screen, QAbstractButton, "salida_persona").click()
    assert moves(screen, row.nombre) == [("salida", "10:41")]
    assert find(screen, QAbstractButton, "salida_persona").isHidden()
    find(screen, QAbstractButton, "reingreso_persona").click()
    screen.people.table.setFocus()
    held(window, KEY.Key_4)
    assert [paso for paso, _ in moves(screen, row.nombre)] == ["salida", "reingreso", "salida"]
    assert named_so(screen, row.nombre).fuera == "10:41"
    screen.people.filter.set_value("salieron")
    screen.people.filtered.emit()
    assert [row.nombre for row in screen.people.model.rows] == ["Marta Lucía Echeverry"]
    assert find(screen, PlainLabel, "movimientos_persona").text() == "Salió 10:41  ·  Volvió 10:41  ·  Salió 10:41"
    screen.side.show_part("datos")
    told = find(screen, PlainLabel, "presentes_a_esa_hora")
    assert told.text() == "Hay ahora 10 personas con nombre."
    find(screen, TimeField, "hora_de_presentes").setFocus()
    write("9:00")
    assert told.text() == "Había 6 personas con nombre a las 09:00."


def test_enter_passes_by_what_is_missing_and_keeps_the_person_at_the_end(screen: RegistroScreen) -> None:
    write("Maricel Balanta\n")
    keys = [here().objectName()]
    for typed in ("1.130.664.200\n", "JAC El Jardín\n", "n\n"):
        write(typed)
        keys.append(here().objectName())
    assert keys == ["documento_numero", "organizacion", "autoriza_nueva", "buscar_persona"]
    row = named_so(screen, "Maricel Balanta")
    assert (row.documento_numero, row.organizacion, row.autorizacion_otorgada) == ("1130664200", "JAC El Jardín", False)


def test_who_is_found_by_any_word_begun_and_who_is_alike_may_be_taken(screen: RegistroScreen) -> None:
    values: dict[str, object] = {"nombre": "Felipe Peñaranda", "organizacion": "Cabildo El Mirador"}
    screen.desk.do(registrar_asistente, audiencia_id=screen.audiencia_id, valores=values)
    for typed in ("pen fel", "FELIPE peñ", "cab mir fel"):
        write(typed)
        assert said(screen, "quien").startswith("Felipe Peñaranda."), typed
        press(here(), KEY.Key_Escape)
    press(here(), KEY.Key_Insert)
    find(screen.door.newcomer, QWidget, "nombre").setFocus()
    write("julian zul")
    found = screen.people.found
    assert [row.nombre for row in found.model.rows] == ["Julián Andrés Zuluaga Peña"]
    assert found.chosen() is None
    press(here(), KEY.Key_Down)
    assert here() is found.table
    press(here(), KEY.Key_Up)
    assert here().objectName() == "nombre"
    press(here(), KEY.Key_Down)
    press(here(), KEY.Key_Return)
    assert said(screen, "ultimo_ingreso").startswith("Ingresó Julián Andrés Zuluaga Peña")
    assert screen.door.newcomer.draft() == ""


def test_at_large_text_who_is_alike_is_one_key_away(
    open_window: OpenWindow, peopled_folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "preferencias.json").write_text('{"texto": 2.0}', "utf-8")
    window = open_window(copied(peopled_folder, tmp_path / "Ejemplo.rcdesk"))
    qtbot.waitUntil(window.isActiveWindow)
    assert window.bases.desk is not None
    window.go("registro", hearing_id(window.bases.desk, SEGUNDA))
    screen = find(window, RegistroScreen)
    press(here(), KEY.Key_Insert)
    find(screen.door.newcomer, QWidget, "nombre").setFocus()
    write("julian zul")
    assert screen.people.isHidden()
    press(here(), KEY.Key_Down)
    assert (screen.people.isHidden(), here()) == (False, screen.people.found.table)
    press(here(), KEY.Key_Escape)
    assert (screen.people.isHidden(), here().objectName()) == (True, "nombre")
    assert screen.door.newcomer.name() == "julian zul"


def test_what_is_read_comes_in_by_its_key_or_is_told(screen: RegistroScreen) -> None:
    door, julian = screen.door, named_so(screen, "Julián Andrés Zuluaga Peña")
    assert door.let_in_by_key(julian.id, Respuesta("si"), how="con código QR")
    assert said(screen, "ultimo_ingreso") == "Ingresó Julián Andrés Zuluaga Peña, 10:41:07  ·  con código QR"
    assert named_so(screen, julian.nombre).autorizacion_otorgada is True
    assert not door.let_in_by_key(julian.id)
    assert said(screen, "ya_estaba").startswith("Ya estaba: Julián Andrés Zuluaga Peña. Ingresó a las 10:41")
    assert not door.let_in_by_key("de-otra-audiencia")
    assert said(screen, "revisar").startswith("No está en la lista. ")
    write("m")
    assert door.review.isHidden()
    press(here(), KEY.Key_Escape)
    # somebody new is confirmed in the same fields
    values = {
        "documento_tipo": "TI",
        "documento_numero": "1107052556",
        "nombre": "Ana Milena Ríos",
        "modalidad": "virtual",
    }
    screen.door.begin_with(values)
    assert here().objectName() == "organizacion"
    assert not screen.door.newcomer.consent.guardian.isHidden()  # a TI is a minor's
    write("\nn\n\n")
    row = named_so(screen, "Ana Milena Ríos")
    assert (row.documento_tipo, row.documento_numero, row.modalidad) == ("TI", "1107052556", "virtual")


def test_another_card_holds_the_room_until_something_is_typed_and_the_sound_is_remembered(
    screen: RegistroScreen, tmp_path: Path
) -> None:
    door, card, below, entered = screen.door, Card(), Card(), list[int]()
    door.cards.hold(card, below)
    door.show_card(card, below, enter=lambda: entered.append(1))
    assert (card.isHidden(), below.isHidden(), screen.people.isHidden()) == (False, False, True)
    write("\n")
    assert entered == [1]
    write("a")
    assert (card.isHidden(), below.isHidden(), screen.people.isHidden()) == (True, True, False)
    button = find(screen, QAbstractButton, "sonido")
    assert button.accessibleName() == "Sonido: apagado"
    button.click()
    assert (button.accessibleName(), screen.door.voice.on) == ("Sonido: encendido", True)
    kept = json.loads((tmp_path / "preferencias.json").read_text("utf-8"))
    assert kept["elegido"] == {"registro.sonido": "sí"}
    screen.door.tell_review("No se leyó bien")
    screen.door.sound()
    assert not screen.door.voice.on


def _people(screen: RegistroScreen) -> list[AsistenteRow]:
    return screen.desk.ask(listar_asistentes, audiencia_id=screen.audiencia_id)


def test_with_nothing_typed_the_arrow_goes_down_to_the_list_where_the_row_of_the_keys_is_seen(
    screen: RegistroScreen,
) -> None:
    table = screen.people.table
    QTest.keyClick(here(), KEY.Key_Down)
    assert here() is table and table.selectionModel().selectedRows()[0].row() == table.currentIndex().row() == 0
    QTest.keyClick(here(), KEY.Key_Escape)
    assert here() is screen.door.box.line
