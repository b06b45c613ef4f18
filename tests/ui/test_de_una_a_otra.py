"""From one hearing to the next, as the planner sees it: what was left, in Preparación and in the acta."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.dialog import Dialog
from rcdesk.ui.kit.fields import Text
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.screens.acta import ActaScreen
from rcdesk.ui.screens.acta.promises import PromisesPart
from rcdesk.ui.screens.preparacion import PreparacionScreen
from tests.bases import SEGUNDA, hearing_id
from tests.typing import type_text
from tests.ui.conftest import ShowScreen
from tests.widgets import find


def test_what_was_left_is_one_step_from_where_it_is_used(show_screen: ShowScreen, desk: Desk, qtbot: QtBot) -> None:
    segunda = hearing_id(desk, SEGUNDA)
    screen = show_screen(PreparacionScreen, desk, segunda)
    find(screen, Button, "ultima_vez").click()
    panel = find(screen, QWidget, "panel_ultima_vez")
    said = " ".join(label.text() for label in panel.findChildren(PlainLabel))
    assert "9 compromisos abiertos" in said
    assert "Una sola intérprete de lengua de señas" in said
    assert "Lección: " in said
    with qtbot.waitSignal(screen.wants) as wanted:
        find(panel, Button, "ir_dofa").click()
    assert wanted.args == ["acta", f"{segunda}/dofa"]
    assert not panel.isVisible()


def test_an_earlier_commitment_is_left_out_of_the_acta_and_brought_back(
    show_screen: ShowScreen, desk: Desk, qtbot: QtBot
) -> None:
    screen = show_screen(ActaScreen, desk, hearing_id(desk, SEGUNDA))
    screen.seek("compromisos")
    part = screen._parts["compromisos"]
    assert isinstance(part, PromisesPart)
    carried = part.carried
    words = find(carried, PlainLabel, "frase_de_anteriores")
    assert words.text().startswith("Se da cuenta de 15 compromisos")

    def answer() -> None:
        type_text(find(find(carried, Dialog, "pedir_motivo"), Text, "motivo"), "Se contó en el informe\n")

    QTimer.singleShot(0, answer)
    carried.out.click()
    assert words.text().startswith("Se da cuenta de 14 compromisos")
    assert carried.out.isHidden()
    carried.back.click()
    assert words.text().startswith("Se da cuenta de 15 compromisos")
    with qtbot.waitSignal(screen.wants) as wanted:
        find(carried, Button, "ver_compromiso").click()
    current = carried.table.current()
    assert current is not None
    assert wanted.args == ["compromisos", current.id]
