"""A plan comes back from Excel over its screen: seen first, decided row by row, brought in one step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.documents.planilla import Planilla
from rcdesk.i18n import fecha_corta
from rcdesk.render.xlsx import to_xlsx
from rcdesk.store.sheets import read_table
from rcdesk.ui.excel.bringing import Excel
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Choice, Line
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.compromisos import CompromisosScreen
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.work.cuadro_de_plan import planilla_de_plan
from rcdesk.work.estados_al_corte import estados_al
from rcdesk.work.planes import listar_planes
from tests.excel_acts import matrix
from tests.typing import press
from tests.ui.saving import save_as
from tests.work.cuadro_actions import HOY, edited, plan_id

Show = Callable[..., CronogramaScreen]
K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(desk: Desk, show_screen: Show) -> CronogramaScreen:
    return show_screen(CronogramaScreen, desk)


@pytest.fixture
def sheet(desk: Desk) -> Planilla:
    return desk.ask(planilla_de_plan, plan_id=plan_id(desk))


def opened(excel: Excel, path: Path, qtbot: QtBot) -> list[tuple[str, bool]]:
    """Bring a file as if it were dropped, and return what becomes of each row."""
    excel._sheet.read(path)
    qtbot.waitUntil(lambda: not excel._sheet.reading, timeout=10_000)
    return [(line.renglon.suerte, line.entra) for line in excel._lines]


def said(screen: CronogramaScreen) -> str:
    return " ".join(label.text() for label in screen.banner.findChildren(QLabel) if label.isVisible())


def part(view: QWidget, name: str) -> QWidget:
    found = view.findChild(QWidget, name)
    assert found is not None, name
    return found


def test_what_came_back_edited_is_seen_decided_and_brought_in_one_step(
    screen: CronogramaScreen, sheet: Planilla, tmp_path: Path, qtbot: QtBot
) -> None:
    cells = {(0, "Actividad"): "Conformar el equipo", (1, "Actividad"): "Otra", (2, "Desde"): "31/02/2026"}
    to_xlsx(edited(sheet, cells, ("9.9", "Evaluación", "Encuesta")), tmp_path / "Plan.xlsx")
    excel, desk = screen.excel, screen.desk
    fates = opened(excel, tmp_path / "Plan.xlsx", qtbot)
    assert fates[:3] == [("cambia", True), ("cambia", True), ("no_entra", False)]
    assert fates[-1] == ("nueva", True)
    view = excel.view
    assert view.keep.text() == "Traer 3 filas"
    assert "salió de aquí" in view.source.text()
    view.lines.select_key(3)
    press(view.lines, K.Key_Space)
    assert view.keep.text() == "Traer 2 filas"
    press(view.lines, K.Key_N)
    line = view.lines.current()
    assert line is not None and line.id == 4
    assert "«31/02/2026» no es una fecha" in part(view.pane, "que_pasa_con_la_fila").text()  # type: ignore[attr-defined]
    press(view.lines, K.Key_Return, CTRL)
    assert screen.banner.isVisible() and not view.isVisible()
    now = desk.ask(planilla_de_plan, plan_id=plan_id(desk))
    assert [row[2] for row in now.filas[:2]] == ["Conformar el equipo", sheet.filas[1][2]]
    assert now.filas[-1][2] == "Encuesta"
    step = desk.undo_step
    assert step is not None and step.name == "Traer 2 filas de Excel"
    desk.undo()
    assert desk.ask(planilla_de_plan, plan_id=plan_id(desk)) == sheet


def test_the_matrix_of_any_entity_says_what_its_columns_are_and_asks_about_what_is_hidden(
    screen: CronogramaScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    excel = screen.excel
    assert opened(excel, matrix(tmp_path / "Matriz.xlsx"), qtbot) == [
        ("nueva", True),
        ("nueva", True),
        ("no_entra", False),
    ]
    view = excel.view
    assert view.mapping.fields() == ("etapa", "nombre", "meta_nombre", "indicador_nombre", "responsables", "fechas")
    assert view.hidden.text() == "Traer también lo oculto: 1 fila oculta"
    view.hidden.set_value(True)
    view.hidden_wanted.emit()
    assert len(excel._lines) == 4
    press(view.lines, K.Key_Escape)
    assert not view.isVisible()
    assert opened(excel, matrix(tmp_path / "Otra.xlsx"), qtbot)[0] == ("nueva", True)
    excel.close()


def test_rows_copied_in_excel_are_pasted_and_what_is_none_says_so(screen: CronogramaScreen, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText('Actividad\tResponsable\r\n"Taller\nde Excel"\tPlaneación\r\n')
    screen.excel.paste()
    qtbot.waitUntil(lambda: not screen.excel._sheet.reading)
    assert [(line.renglon.titulo, line.entra) for line in screen.excel._lines] == [("Taller\nde Excel", True)]
    press(screen.excel.view.lines, K.Key_Return, CTRL)
    step = screen.desk.undo_step
    assert step is not None and step.name == "Traer 1 fila de Excel"
    QGuiApplication.clipboard().setText("")
    screen.excel.paste()
    assert "No hay nada copiado: elija las filas en Excel" in said(screen)


def test_a_file_that_cannot_be_read_changes_nothing_and_says_why(
    screen: CronogramaScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "malo.xlsx").write_bytes(b"PK\x03\x04 roto")
    assert opened(screen.excel, tmp_path / "malo.xlsx", qtbot) == []
    assert "está dañado o incompleto" in said(screen)
    assert not screen.excel.view.isVisible()


def test_a_copied_activity_says_all_who_answer_and_all_its_dates(screen: CronogramaScreen) -> None:
    line = next(line for line in screen.work.lines if line.actividad and len(line.actividad.fechas) > 2)
    screen.table.select_key(line.id)
    screen.table.setFocus()
    press(screen.table, K.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text()
    assert line.actividad is not None and "y 2 más" not in copied
    assert all(fecha_corta(day) in copied for day in line.actividad.fechas)


def test_its_button_offers_to_take_to_bring_and_to_paste(screen: CronogramaScreen) -> None:
    button = screen.findChild(Button, "excel")
    assert button is not None
    button.click()
    menu = button.findChild(QMenu, "menu_excel")
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Llevar a Excel…", "Traer de Excel…", "Pegar de Excel"]
    menu.close()


def test_a_new_plan_may_begin_with_the_matrix_of_the_entity(
    screen: CronogramaScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    screen.new_plan()
    start, name = part(screen.window(), "empezar_con"), part(screen.window(), "nombre")
    assert isinstance(start, Choice) and isinstance(name, Line)
    start.set_value("excel")
    start.edited.emit()
    name.setText("Plan de la matriz")
    save_as(matrix(tmp_path / "Matriz.xlsx"))  # the window of the files, to open it
    press(name, K.Key_Return)
    excel = screen.excel
    qtbot.waitUntil(lambda: bool(excel._lines))
    press(excel.view.lines, K.Key_Return, CTRL)
    plan = next(row for row in screen.desk.ask(listar_planes) if row.nombre == "Plan de la matriz")
    assert [row[2] for row in screen.desk.ask(planilla_de_plan, plan_id=plan.id).filas] == [
        "Publicar el informe de gestión",
        "Actualizar la página",
    ]


def test_the_commitments_are_pasted_with_what_was_done_of_each(
    desk: Desk, show_screen: Callable[..., CompromisosScreen], qtbot: QtBot
) -> None:
    screen = show_screen(CompromisosScreen, desk)
    open_one = next(row for row in desk.ask(estados_al, corte=HOY) if row.avance == "70")
    QGuiApplication.clipboard().setText(f"Compromiso\tAvance\n{open_one.que_hacer}\t85%\nNo es ninguno\t5\n")
    screen.excel.paste()
    qtbot.waitUntil(lambda: not screen.excel._sheet.reading)
    first, second = screen.excel._lines
    assert [(one.antes, one.despues) for one in first.renglon.cambios] == [("70 %", "85 %")]
    assert second.renglon.motivo == "Diga de dónde viene: el código de la audiencia o del plan."
    press(screen.excel.view.lines, K.Key_Return, CTRL)
    assert next(row.avance for row in desk.ask(estados_al, corte=HOY) if row.id == open_one.id) == "85"


def test_in_the_window_any_table_is_saved_and_the_plan_is_taken_whole(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.go("audiencias")
    table = window.findChild(QWidget, "lista_audiencias")
    assert table is not None
    table.setFocus()
    save_as(tmp_path / "lista.xlsx")
    press(table, K.Key_E, CTRL)
    qtbot.waitUntil((tmp_path / "lista.xlsx").exists)
    assert read_table(tmp_path / "lista.xlsx").total == 3
    window.go("cronograma")
    window.activateWindow()  # the window of the files took it
    qtbot.waitUntil(window.isActiveWindow)
    save_as(tmp_path / "plan.xlsx")
    press(window, K.Key_E, CTRL)
    qtbot.waitUntil((tmp_path / "plan.xlsx").exists)
    assert "rcdesk" in read_table(tmp_path / "plan.xlsx").filas[0].celdas
    screen = window.findChild(CronogramaScreen)
    assert screen is not None
    QGuiApplication.clipboard().setText("Taller de Excel")
    line = part(screen, "nueva_actividad_linea")
    assert isinstance(line, Line)
    line.setFocus()
    QTest.keyClick(line, K.Key_V, CTRL)
    assert (line.text(), screen.excel._lines) == ("Taller de Excel", [])  # what is being typed keeps its keys
    line.clear()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    screen.table.setFocus()
    QTest.keyClick(screen.table, K.Key_V, CTRL)
    qtbot.waitUntil(lambda: bool(screen.excel._lines))
    press(screen.excel.view.lines, K.Key_Escape)
    assert not screen.excel.view.isVisible()
