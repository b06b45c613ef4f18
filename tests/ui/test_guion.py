"""The private note is written with its point, and the script of who moderates is saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Text
from rcdesk.ui.main_window import MainWindow
from rcdesk.work.preparacion import ver_orden_del_dia
from tests.bases import SEGUNDA, hearing_id
from tests.typing import press, type_text
from tests.ui.conftest import OpenWindow
from tests.ui.saving import save_as


@pytest.fixture
def window(open_window: OpenWindow, example: Path, qtbot: QtBot) -> MainWindow:
    """The main window on the agenda that is being prepared."""
    opened = open_window(example)
    qtbot.waitUntil(opened.isActiveWindow)
    opened.go("preparacion", f"{hearing_id(desk_of(opened), SEGUNDA)}/orden")
    return opened


def desk_of(window: MainWindow) -> Desk:
    assert window.bases.desk is not None
    return window.bases.desk


def test_the_note_of_a_point_is_kept(window: MainWindow) -> None:
    note = window.findChild(Text, "puntos_guion")
    assert note is not None
    note.setFocus()
    type_text(note, "Saludar primero", gap=0)
    other = window.findChild(QWidget, "puntos_titulo")
    assert other is not None
    press(note, Qt.Key.Key_Tab)
    other.setFocus()
    agenda = desk_of(window).ask(ver_orden_del_dia, audiencia_id=hearing_id(desk_of(window), SEGUNDA))
    assert agenda.puntos[0].guion == "Saludar primero"


def test_the_script_is_saved_as_pdf(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    save = window.findChild(Button, "guardar_guion")
    assert save is not None
    path = tmp_path / "guion.pdf"
    save_as(path)
    save.click()
    qtbot.waitUntil(path.exists, timeout=15000)
    assert path.read_bytes().startswith(b"%PDF-")
