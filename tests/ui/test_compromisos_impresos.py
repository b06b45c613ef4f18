"""What leaves Compromisos as the planner asks for it: on paper, and for the calendar."""

from pathlib import Path

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.screens.compromisos import CompromisosScreen
from tests.ui.conftest import ShowScreen
from tests.ui.saving import save_as
from tests.widgets import find


def test_letters_sheets_and_dates_are_saved_where_the_person_says(
    show_screen: ShowScreen, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = show_screen(CompromisosScreen, desk)
    find(screen, Button, "imprimir_compromisos").click()
    menu = find(screen, QMenu, "menu_imprimir")
    assert [action.text() for action in menu.actions()] == [
        "Guardar los oficios de requerimiento…",
        "Imprimir los oficios…",
        "Guardar un correo para cada responsable…",
        "Guardar una hoja por responsable…",
        "Guardar los vencimientos para el calendario…",
    ]
    menu.close()
    for number, ask, name in (
        (0, screen.printing.save_letters, "oficios.pdf"),
        (1, screen.printing.save_mine, "hojas.docx"),
        (3, screen.printing.save_mails, "correos.zip"),
        (2, screen.printing.save_calendar, "fechas.ics"),
    ):
        save_as(tmp_path / name)
        with qtbot.waitSignal(screen.printing.saving.saved):
            ask()
        assert (tmp_path / name).stat().st_size > 1000, number
    screen.open(screen.list.rows[0].id)
    save_as(tmp_path / "ficha.pdf")
    with qtbot.waitSignal(screen.printing.saving.saved):
        find(screen, Button, "ficha_de_compromiso").click()
    assert (tmp_path / "ficha.pdf").read_bytes().startswith(b"%PDF-")
    screen.list.bar.only("responsable", "Nadie de aquí")
    save_as(tmp_path / "nadie.pdf")
    screen.printing.save_letters()
    qtbot.waitUntil(lambda: "no tiene compromisos vencidos" in screen.banner.text())
