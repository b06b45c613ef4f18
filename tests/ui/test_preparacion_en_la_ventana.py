"""Preparación inside the window: its keys, undo, what is kept when one goes elsewhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.fields import Line, Text
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.preparacion import PreparacionScreen
from rcdesk.ui.screens.preparacion.lines import LinesTable
from rcdesk.work.preparacion import listar_temas, ver_orden_del_dia
from tests.bases import PRIMERA, SEGUNDA, hearing_id
from tests.typing import type_text
from tests.ui.conftest import OpenWindow
from tests.ui.preparando import ALT, data, find, rewrite

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window: OpenWindow, example: Path) -> MainWindow:
    """The window on the example, in the Preparación of the second hearing."""
    return open_window(example, "preparacion")


def desk_of(window: MainWindow) -> Desk:
    assert window.bases.desk is not None
    return window.bases.desk


def screen_of(window: MainWindow) -> PreparacionScreen:
    found = window.findChild(PreparacionScreen)
    assert found is not None
    return found


def hit(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as the window system would, so that shortcuts hear it."""
    QTest.keyClick(window.windowHandle(), key, modifiers)


def test_undo_takes_back_typing_first_and_then_what_was_saved(window: MainWindow) -> None:
    desk, key = desk_of(window), hearing_id(desk_of(window), SEGUNDA)
    before = data(desk, key)
    line = find(window, Line, "audiencias_preside")
    rewrite(line, "Ana Nova")
    assert data(desk, key).preside == "Ana Nova"
    type_text(line, "x")
    hit(window, Qt.Key.Key_Z, CTRL)
    assert (line.value(), data(desk, key).preside) == ("Ana Nova", "Ana Nova")
    hit(window, Qt.Key.Key_Z, CTRL)
    assert data(desk, key) == before
    assert line.value() == before.preside
    hit(window, Qt.Key.Key_Y, CTRL)
    assert data(desk, key).preside == "Ana Nova"


def test_parts_are_walked_with_the_keys(window: MainWindow) -> None:
    screen = screen_of(window)
    seen = []
    for _ in range(7):
        seen.append(screen.parts.here())
        hit(window, Qt.Key.Key_PageDown, CTRL)
    assert seen == ["datos", "orden", "temas", "informacion", "convocatoria", "equipo", "accesibilidad"]
    assert screen.parts.here() == "datos"
    hit(window, Qt.Key.Key_PageUp, CTRL)
    assert screen.parts.here() == "accesibilidad"


def test_alt_and_an_arrow_move_what_has_the_keys(window: MainWindow) -> None:
    desk, screen, key = desk_of(window), screen_of(window), hearing_id(desk_of(window), SEGUNDA)
    screen.show_part("orden")
    first, second = (p.id for p in desk.ask(ver_orden_del_dia, audiencia_id=key).puntos[:2])
    hit(window, Qt.Key.Key_Down, ALT)
    assert [p.id for p in desk.ask(ver_orden_del_dia, audiencia_id=key).puntos[:2]] == [second, first]
    find(window, Text, "puntos_titulo").setFocus()
    hit(window, Qt.Key.Key_Up, ALT)
    assert [p.id for p in desk.ask(ver_orden_del_dia, audiencia_id=key).puntos[:2]] == [first, second]
    screen.show_part("temas")
    group = desk.ask(listar_temas, audiencia_id=key)[0]
    topic = find(window, Text, f"temas_{group.temas[0].id}_texto")
    topic.setFocus()
    hit(window, Qt.Key.Key_Down, ALT)
    after = desk.ask(listar_temas, audiencia_id=key)[0]
    assert (after.id, after.temas[1].id) == (group.id, group.temas[0].id)


def test_supr_is_typing_in_a_field_and_withdraws_in_the_list(window: MainWindow) -> None:
    desk, screen, key = desk_of(window), screen_of(window), hearing_id(desk_of(window), SEGUNDA)
    screen.show_part("orden")
    count = len(desk.ask(ver_orden_del_dia, audiencia_id=key).puntos)
    title = find(window, Text, "puntos_titulo")
    title.setFocus()
    hit(window, Qt.Key.Key_Delete)
    assert len(desk.ask(ver_orden_del_dia, audiencia_id=key).puntos) == count
    find(window, LinesTable, "lista_puntos").setFocus()
    hit(window, Qt.Key.Key_Delete)
    assert len(desk.ask(ver_orden_del_dia, audiencia_id=key).puntos) == count - 1


def test_going_elsewhere_saves_what_was_typed(window: MainWindow) -> None:
    desk, key = desk_of(window), hearing_id(desk_of(window), SEGUNDA)
    rewrite(find(window, Text, "audiencias_objetivo"), "Contar y oír.", enter=False)
    window.go("inicio")
    assert data(desk, key).objetivo == "Contar y oír."
    window.go("preparacion", f"{hearing_id(desk, PRIMERA)}/equipo")
    assert screen_of(window).parts.here() == "equipo"
    QApplication.processEvents()
    assert find(window, QWidget, "lista_equipo").isVisible()


def test_a_line_half_typed_and_not_added_waits_where_it_was(
    window: MainWindow, open_window: OpenWindow, example: Path, qtbot: QtBot
) -> None:
    desk, screen = desk_of(window), screen_of(window)
    screen.show_part("orden")
    adder = find(window, Line, "agregar_puntos")
    adder.setFocus()
    type_text(adder, "Himno de la región")
    qtbot.waitUntil(lambda: any(key.startswith("puntos/nuevo") for key in desk.drafts.fresh()))
    window.close()
    again = open_window(example)
    again.go("preparacion", f"{hearing_id(desk_of(again), SEGUNDA)}/orden")
    waiting = find(again, Line, "agregar_puntos")
    assert waiting.value() == "Himno de la región"
    waiting.setFocus()
    hit(again, Qt.Key.Key_Return)
    assert desk_of(again).ask(ver_orden_del_dia, audiencia_id=hearing_id(desk_of(again), SEGUNDA)).puntos[
        -1
    ].titulo == ("Himno de la región")
    assert not [key for key in desk_of(again).drafts.fresh() if key.startswith("puntos/nuevo")]
