"""A list of people is looked at row by row and brought in one step; nothing of it is kept before that."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.work.asistentes import AsistenteRow
from tests.bases import SEGUNDA, hearing_id
from tests.people import listar_asistentes
from tests.people_acts import LIST
from tests.running import let_people_in
from tests.typing import press, type_text
from tests.ui.conftest import OpenWindow
from tests.widgets import here

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window: OpenWindow, example: Path, qtbot: QtBot) -> MainWindow:
    """The main window on Registro of the hearing that is being prepared, with people in."""
    opened = open_window(example)
    qtbot.waitUntil(opened.isActiveWindow)
    assert opened.bases.desk is not None
    let_people_in(opened.bases.desk, hearing_id(opened.bases.desk, SEGUNDA))
    opened.go("registro", hearing_id(opened.bases.desk, SEGUNDA))
    return opened


@pytest.fixture
def screen(window: MainWindow) -> RegistroScreen:
    found = window.findChild(RegistroScreen)
    assert found is not None
    return found


def read_list(screen: RegistroScreen, qtbot: QtBot, path: Path, content: str | bytes = LIST) -> None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    screen.batch.sheet.read(path)
    qtbot.waitUntil(lambda: not screen.batch.sheet.reading, timeout=10_000)


def fates(screen: RegistroScreen) -> list[str]:
    assert screen.batch.lista is not None
    return [one.destino for one in screen.batch.lista.renglones]


def people(screen: RegistroScreen) -> dict[str, AsistenteRow]:
    return {row.nombre: row for row in screen.desk.ask(listar_asistentes, audiencia_id=screen.audiencia_id)}


def test_a_list_is_looked_at_and_brought_with_the_keyboard(
    window: MainWindow, screen: RegistroScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    before = people(screen)
    type_text(here(), "Nueva Persona\n", gap=0)  # a half-typed newcomer
    typed = screen.door.newcomer.draft()
    read_list(screen, qtbot, tmp_path / "inscritos.csv")
    assert here() is screen.batch.view.lines
    assert fates(screen) == [
        "igual", "nueva", "decidir", "igual", "no_entra", "nueva", "nueva", "nueva", "igual", "decidir", "nueva",
        "no_entra", "cambia",
    ]  # fmt: skip
    assert people(screen) == before  # nothing is kept yet
    assert screen.batch.view.lines.current().n == 6
    press(here(), KEY.Key_2, text="2")
    press(here(), KEY.Key_N, text="n")
    press(here(), KEY.Key_1, text="1")
    press(here(), KEY.Key_Up)
    press(here(), KEY.Key_Up)
    press(here(), KEY.Key_Space, text=" ")  # Pedro Pablo Chará
    screen.batch.view.keep_wrong.set_value(False)
    assert screen.batch.view.bring.text() == "Traer 6 personas"
    press(here(), KEY.Key_Return, CTRL)
    qtbot.waitUntil(lambda: screen.covered is None)
    after = people(screen)
    assert set(after) - set(before) == {
        "Héctor Fabio Lugo", "Zully Vanessa Arroyo", "Ramiro Velasco", "Ligia Stella Mina"
    }  # fmt: skip
    lugo = after["Héctor Fabio Lugo"]
    assert (lugo.hora_llegada, lugo.autorizacion_otorgada, lugo.telefono) == (None, True, "315 555 01 02")
    assert after["Zully Vanessa Arroyo"].autorizacion_otorgada is False
    assert after["Ligia Stella Mina"].autorizacion_otorgada is None  # «talvez» is not a yes
    assert after["Zulma Yaneth Portocarrero"].organizacion == "Asocomunal El Jardín"
    assert after["Marta Lucía Echeverry"].organizacion == "Veeduría Salud"
    assert after["María Zulú Angulo Castro"].organizacion == "Ciudadana"
    assert "Se trajeron 6 personas" in screen.banner.text()
    assert screen.door.newcomer.draft() == typed and screen.door.newcomer.isAncestorOf(here())
    window.undoing.undo()
    assert people(screen) == before
