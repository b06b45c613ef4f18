"""What Registro gives out is asked from its button or by name, saved as Excel or CSV, and told."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit import theme
from rcdesk.ui.kit.banner import Banner
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.work.exportar import planilla_de_asistencia, planilla_de_contactos
from tests.bases import PRIMERA, hearing_id
from tests.ui.conftest import OpenWindow
from tests.ui.saving import save_as


@pytest.fixture
def window(open_window: OpenWindow, example: Path, qtbot: QtBot) -> MainWindow:
    """The main window on the door of the hearing that took place."""
    opened = open_window(example)
    qtbot.waitUntil(opened.isActiveWindow)
    opened.go("registro", hearing_id(desk_of(opened), PRIMERA))
    return opened


def desk_of(window: MainWindow) -> Desk:
    assert window.bases.desk is not None
    return window.bases.desk


def choose(window: MainWindow, words: str) -> None:
    """Open the menu of the button, and choose."""
    button = window.findChild(Button, "exportar")
    assert button is not None
    assert button.accessibleName()
    button.click()
    menu = window.findChild(QMenu, "menu_exportar")
    assert menu is not None
    [action] = [one for one in menu.actions() if one.text() == words]
    action.trigger()  # and the menu goes away


def told(window: MainWindow) -> str:
    screen = window.findChild(RegistroScreen)
    assert screen is not None
    return next((banner.text() for banner in screen.findChildren(Banner) if banner.isVisible()), "")


def test_the_list_is_saved_for_excel(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "lista.xlsx"
    save_as(path)
    choose(window, "Lista de asistencia…")
    qtbot.waitUntil(lambda: "Se guardó la lista de asistencia" in told(window))
    expected = desk_of(window).ask(planilla_de_asistencia, audiencia_id=hearing_id(desk_of(window), PRIMERA))
    assert f"{len(expected.filas)} personas" in told(window)
    found = [tuple(cell or "" for cell in row) for row in load_workbook(path).worksheets[0].values]
    assert found == [expected.columnas, *expected.filas]


def test_the_contacts_are_saved_as_text_and_who_is_not_there_is_told(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "contactos.csv"
    save_as(path)
    choose(window, "Contactos que autorizaron…")
    qtbot.waitUntil(lambda: "Se guardó la lista de contactos" in told(window))
    expected = desk_of(window).ask(planilla_de_contactos, audiencia_id=hearing_id(desk_of(window), PRIMERA))
    assert all(line in told(window) for line in expected.en_palabras().splitlines())
    assert path.read_bytes().startswith(b"\xef\xbb\xbfNombre;")
    assert len(path.read_text("utf-8-sig").splitlines()) == len(expected.planilla.filas) + 1


def test_going_back_saves_nothing(window: MainWindow, tmp_path: Path) -> None:
    save_as(None)
    choose(window, "Lista de asistencia…")
    assert not list(tmp_path.glob("*.xlsx"))
    assert "Se guardó" not in told(window)


def test_what_is_told_never_makes_the_window_larger_than_the_screen_at_large_text(
    qapp: QApplication, open_window: OpenWindow, example: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    theme.apply(qapp, "claro", 2.0)
    window = open_window(example)
    window.resize(1366, 768)
    window.go("registro", hearing_id(desk_of(window), PRIMERA))
    save_as(tmp_path / "contactos.xlsx")
    choose(window, "Contactos que autorizaron…")
    qtbot.waitUntil(lambda: "Se guardó la lista de contactos" in told(window))
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1366, 768)
