"""People written twice are looked at side by side and joined or told apart, with the keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.work.asistentes import registrar_asistente, ver_asistente
from rcdesk.work.audiencias import cambiar_estado, editar_audiencia
from tests.doubles_acts import write_twice
from tests.people import listar_asistentes
from tests.typing import press, type_text
from tests.ui.conftest import OpenWindow
from tests.widgets import here

KEY = Qt.Key


@pytest.fixture
def window(open_window: OpenWindow, example: Path) -> MainWindow:
    """The main window on Registro."""
    return open_window(example, "registro")


@pytest.fixture
def screen(window: MainWindow) -> RegistroScreen:
    found = window.findChild(RegistroScreen)
    assert found is not None
    return found


def test_the_same_citizen_registered_three_times_becomes_one_with_five_keys(
    window: MainWindow, screen: RegistroScreen, qtbot: QtBot
) -> None:
    keys = write_twice(screen.desk, screen.audiencia_id)
    doubles, view = screen.doubles, screen.doubles.view
    doubles.watch.note(soon=True)
    qtbot.waitUntil(lambda: doubles.button.text() == "3 parejas por mirar", timeout=5000)
    screen.people.table.setFocus()
    press(here(), KEY.Key_R)
    assert screen.covered is view and here() is view.table
    assert view.title.text() == "¿Es la misma persona?"
    told = {row.id: row for row in view.model.rows}
    assert told["nombre"].said == ("Nhora Yaneth Mondragón Ortiz", "Nora Mondragón")
    assert told["correo"].stays == "nora@puertosereno.example"
    press(here(), KEY.Key_2)
    assert view.model.rows[0].stays == "Nora Mondragón"
    press(here(), KEY.Key_Left)
    assert view.model.rows[0].stays == "Nhora Yaneth Mondragón Ortiz"
    press(here(), KEY.Key_Return)

    stayed = screen.desk.ask(ver_asistente, id=keys["Nora Mondragón"])
    assert stayed is not None and (stayed.nombre, stayed.hora_llegada) == ("Nhora Yaneth Mondragón Ortiz", "08:41")
    assert (stayed.correo, stayed.organizacion) == ("nora@puertosereno.example", "JAC El Jardín")
    gone = screen.desk.ask(ver_asistente, id=keys["Nhora Yaneth Mondragón Ortiz"])
    assert gone is not None and gone.anulada == "Es la misma persona que Nhora Yaneth Mondragón Ortiz."

    qtbot.waitUntil(lambda: doubles.button.text() == "2 parejas por mirar", timeout=5000)
    assert "Ana M. Zuluaga" in view.model.rows[0].said  # what is being looked at stays
    press(here(), KEY.Key_X)
    assert "Mondragon Nhora Yhanet" in view.model.rows[0].said
    press(here(), KEY.Key_Return)
    qtbot.waitUntil(lambda: view.title.text() == "Personas repetidas", timeout=5000)
    assert doubles.button.text() == "Repetidas"
    press(here(), KEY.Key_Escape)
    assert screen.covered is None and here() is screen.door.box.line

    press(here(), KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    doubles.watch.note(soon=True)
    qtbot.waitUntil(lambda: doubles.button.text() == "1 pareja por mirar", timeout=5000)


def test_each_row_of_a_pair_is_read_aloud_and_the_view_is_reached_without_a_mouse(
    window: MainWindow, screen: RegistroScreen, qtbot: QtBot
) -> None:
    screen.doubles.look()
    assert screen.doubles.view.title.text() == "Personas repetidas"
    write_twice(screen.desk, screen.audiencia_id)
    qtbot.waitUntil(lambda: len(screen.doubles.view.model.rows) > 3, timeout=5000)
    for name in ("pareja", "cual_queda", "no_son_la_misma", "pareja_siguiente", "unir_pareja", "volver_a_la_puerta"):
        widget = screen.doubles.view.findChild(QWidget, name)
        assert widget is not None and widget.accessibleName()
    assert screen.offers("doubles.first") and screen.offers("doubles.join")


def test_before_its_day_it_is_told_and_after_the_hearing_ended_who_comes_in_has_its_hour_and_the_day_they_were_added(
    window: MainWindow, screen: RegistroScreen, qtbot: QtBot
) -> None:
    desk, hearing = screen.desk, screen.audiencia_id
    soon = screen.late.strip.findChild(QWidget, "aviso_de_agregados")
    assert isinstance(soon, QLabel) and screen.late.strip.isVisible()
    assert soon.text().startswith("La audiencia es el 10/dic/2026: quien registre aquí queda como ingresado hoy.")
    desk.do(editar_audiencia, id=hearing, valores={"fecha": "2026-11-20"})
    assert screen.late.strip.isHidden()
    desk.do(cambiar_estado, id=hearing, estado="en_curso", hoy="2026-11-20", hora="09:00")
    desk.do(editar_audiencia, id=hearing, valores={"hora_inicio": "09:00"})
    desk.do(cambiar_estado, id=hearing, estado="cerrada", hoy="2026-11-20", hora="10:30")
    told = screen.late.strip.findChild(QWidget, "aviso_de_agregados")
    assert isinstance(told, QLabel) and screen.late.strip.isVisible()
    assert "«agregado el 20/nov/2026», con ingreso a las 09:00" in told.text()
    screen.door.box.line.setFocus()
    type_text(here(), "alvaro nie", gap=0)
    press(here(), KEY.Key_Return)
    [row] = [one for one in desk.ask(listar_asistentes, audiencia_id=hearing) if one.agregado]
    assert row.hora_llegada == "09:00"


def test_two_names_of_an_organisation_are_joined_and_parted_in_their_view(
    window: MainWindow, screen: RegistroScreen, qtbot: QtBot
) -> None:
    write_twice(screen.desk, screen.audiencia_id)
    view = screen.organizations.view
    screen.people.table.setFocus()
    press(here(), KEY.Key_O)
    qtbot.waitUntil(lambda: len(view.model.rows) >= 3, timeout=5000)
    assert here() is view.table and view.model.rows[0].parecidas == ("Junta de Acción Comunal El Jardin",)
    press(here(), KEY.Key_Return)
    qtbot.waitUntil(lambda: any(row.personas == 2 and row.otros_nombres for row in view.model.rows), timeout=5000)
    view.table.select_key("jac el jardin")
    press(here(), KEY.Key_S)
    qtbot.waitUntil(lambda: not any(row.otros_nombres for row in view.model.rows), timeout=5000)
    view.table.select_key("jac el jardin")
    press(here(), KEY.Key_Space)
    view.table.select_key("universidad del litoral")
    press(here(), KEY.Key_Return)
    qtbot.waitUntil(lambda: any(row.otros_nombres == ("JAC El Jardín",) for row in view.model.rows), timeout=5000)
    press(here(), KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not any(row.otros_nombres for row in view.model.rows), timeout=5000)


def test_hostile_names_are_looked_at_as_the_plain_text_they_are(
    window: MainWindow, screen: RegistroScreen, qtbot: QtBot
) -> None:
    hostile = ("<b>Eva</b> =HYPERLINK(1) Mina", "../../Eva Mina \u202e Lugo", "Eva Mina Lugo " + "x" * 50_000)
    for name in (*hostile, "<img src=x> Eva Mina", "Eva \x00Mina Lugo"):
        values = {"nombre": name, "organizacion": name, "documento_numero": "'; DROP TABLE x"}
        screen.desk.do(registrar_asistente, audiencia_id=screen.audiencia_id, valores=values)
    screen.doubles.look()
    qtbot.waitUntil(lambda: len(screen.doubles.view.model.rows) >= 2, timeout=5000)

    def joined() -> bool:
        """Enter joins the pair in sight, once it is found; of one document there is one person at the end."""
        press(here(), KEY.Key_Return)
        listed = screen.desk.ask(listar_asistentes, audiencia_id=screen.audiencia_id)
        return sum(row.documento_numero == "';DROPTABLEX" for row in listed) == 1

    qtbot.waitUntil(joined, timeout=10_000)
    screen.organizations.look()
    qtbot.waitUntil(lambda: len(screen.organizations.view.model.rows) >= 1, timeout=5000)
    assert screen.organizations.view.table.grab().width() > 0
