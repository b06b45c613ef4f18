"""What is missing is told beside the work, on another thread, and nothing is forced."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.work.audiencias import ver_audiencia
from tests.acts import hearing_of, running
from tests.typing import type_text
from tests.ui.conftest import OpenWindow
from tests.ui.seen import in_sight, of, press
from tests.widgets import find


@pytest.fixture
def window(open_window: OpenWindow, example: Path, qtbot: QtBot) -> MainWindow:
    """A hearing on air, half a question typed."""
    opened = open_window(example)
    qtbot.waitUntil(opened.isActiveWindow)
    running("en_vivo")(opened)
    type_text(find(opened, EnVivoScreen, "pantalla_en_vivo").capture.line, "¿Cuándo rep")
    return opened


@pytest.fixture
def looked(window: MainWindow, qtbot: QtBot) -> EnVivoScreen:
    """F12 was pressed and the answer came."""
    screen = find(window, EnVivoScreen, "pantalla_en_vivo")
    press(window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: find(screen, Button, "cerrar_ahora").isVisible())
    return screen


def test_f12_names_what_is_missing_and_esc_returns_to_the_half_typed_line(
    window: MainWindow, looked: EnVivoScreen
) -> None:
    assert "de todos modos" in find(looked, PlainLabel, "falta_para_cerrar").text()
    assert "falta redactar" not in find(looked, QWidget, "punto_redactar").accessibleName()
    assert find(looked, QWidget, "punto_redactar").accessibleName().startswith("Falta: Respuestas por redactar, P-00")
    press(window, Qt.Key.Key_Escape)
    assert not looked.closing.isVisible()
    assert looked.capture.line.hasFocus()
    assert looked.capture.line.value() == "¿Cuándo rep"


def test_the_hearing_is_closed_with_things_missing_without_being_asked_again(
    window: MainWindow, looked: EnVivoScreen
) -> None:
    find(looked, Button, "cerrar_ahora").click()
    row = of(window).ask(ver_audiencia, id=hearing_of(window))
    assert row is not None and row.estado == "cerrada"
    assert looked.capture.line.value() == "¿Cuándo rep"
    of(window).undo()
    row = of(window).ask(ver_audiencia, id=hearing_of(window))
    assert row is not None and row.estado == "en_curso"


def test_answers_that_are_owed_are_listed_where_one_is(window: MainWindow, looked: EnVivoScreen) -> None:
    find(looked, Button, "ir_redactar").click()
    assert not looked.closing.isVisible()
    assert looked.queue.filter.value() == "falta_redactar"
    assert looked.queue.table.hasFocus()
    assert [looked.queue.model.row(looked.queue.model.index(n, 0)).codigo for n in range(2)] == ["P-001", "P-003"]


def test_what_is_mended_elsewhere_is_one_press_away(window: MainWindow, looked: EnVivoScreen) -> None:
    find(looked, Button, "ir_compromisos").click()
    assert in_sight(window) == "acta"
