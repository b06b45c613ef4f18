"""A list of people is looked at row by row and brought in one step; nothing of it is kept before that."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit import theme
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.ui.status import StatusLine
from rcdesk.work.asistentes import AsistenteRow
from tests.bases import PRIMERA, hearing_id
from tests.people import listar_asistentes
from tests.people_acts import LIST
from tests.running import put_on_air
from tests.typing import press, type_text
from tests.ui.conftest import ShowScreen
from tests.ui.saving import save_as
from tests.widgets import here

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(at_the_door: MainWindow) -> RegistroScreen:
    found = at_the_door.findChild(RegistroScreen)
    assert found is not None
    return found


@pytest.fixture
def alone(show_screen: ShowScreen, peopled_desk: Desk, segunda: str) -> RegistroScreen:
    """Registro without the window around it, whose keys some tests do not need: it is made much sooner."""
    shown = show_screen(RegistroScreen, peopled_desk, segunda)
    assert isinstance(shown, RegistroScreen)
    return shown


def read_list(screen: RegistroScreen, qtbot: QtBot, path: Path, content: str | bytes = LIST) -> None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    screen.batch.sheet.read(path)
    qtbot.waitUntil(lambda: not screen.batch.sheet.reading, timeout=10_000)


def fates(screen: RegistroScreen) -> list[str]:
    assert screen.batch.lista is not None
    return [one.destino for one in screen.batch.lista.renglones]


def in_hand(screen: RegistroScreen) -> int:
    line = screen.batch.view.lines.current()
    assert line is not None
    return line.n


def counts(screen: RegistroScreen) -> dict[str, int]:
    assert screen.batch.lista is not None
    return screen.batch.lista.contar()


def rows_of(many: int) -> str:
    lines = (f"{40_000_000 + n};Persona Número {n};JAC Piedra Clara;Sí" for n in range(many))
    return "\n".join(("Cédula;Nombre;Organización;¿Autoriza?", *lines))


def write_zoom(path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Nombre (nombre original)", "Correo electrónico", "Hora para unirse"],
                ["Nata Hrdz", "nata@correo.co", "20/11/2026 09:14:02"], ["Eva Paz", "eva@correo.co", ""]):  # fmt: skip
        sheet.append(row)
    book.create_sheet("Otra").append(["Nombre", "Documento"])
    book["Otra"].append(["Ana Ríos", 40820207])
    book.save(path)


def drop(screen: RegistroScreen, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none, left, copy = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    QApplication.sendEvent(screen, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(screen, QDropEvent(QPointF(5, 5), copy, data, left, none))


def people(screen: RegistroScreen) -> dict[str, AsistenteRow]:
    return {row.nombre: row for row in screen.desk.ask(listar_asistentes, audiencia_id=screen.audiencia_id)}


def test_a_list_is_looked_at_and_brought_with_the_keyboard(
    at_the_door: MainWindow, screen: RegistroScreen, qtbot: QtBot, tmp_path: Path
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
    assert in_hand(screen) == 6
    press(here(), KEY.Key_2, text="2")
    press(here(), KEY.Key_N, text="n")
    press(here(), KEY.Key_1, text="1")
    press(here(), KEY.Key_Up)
    press(here(), KEY.Key_Up)
    press(here(), KEY.Key_Space, text=" ")  # Pedro Pablo Chará
    screen.batch.view.keep_wrong.set_value(False)
    assert screen.batch.view.keep.text() == "Traer 6 personas"
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
    at_the_door.undoing.undo()
    assert people(screen) == before


def test_what_waits_stays_open_and_can_be_left_and_asked_back(
    qapp: QApplication, at_the_door: MainWindow, screen: RegistroScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    read_list(screen, qtbot, tmp_path / "inscritos.csv")
    screen.batch.view.keep_wrong.set_value(False)
    press(here(), KEY.Key_1, text="1")
    press(here(), KEY.Key_Return, CTRL)  # one still waits
    assert screen.covered is screen.batch.view
    assert counts(screen) == {"filas": 13, "nuevas": 0, "iguales": 10, "cambian": 0, "decidir": 1, "no_entran": 2}
    assert "queda una fila por decidir" in screen.batch.view.told.text()
    at_the_door.undoing.undo()
    assert counts(screen)["nuevas"] == 5 and fates(screen)[2] == "igual"  # compared again, and what was decided stays
    press(here(), KEY.Key_Escape)
    assert screen.covered is None and here() is screen.door.box.line
    assert screen.batch.offers("recover") and not screen.batch.offers("skip")
    screen.batch.recover()
    assert screen.covered is screen.batch.view and fates(screen)[2] == "igual"
    assert in_hand(screen) == 6
    theme.apply(qapp, "claro", 2.0)  # one pane at a time
    assert screen.batch.view.panes.folded
    press(here(), KEY.Key_Return)
    assert here() is screen.batch.view.pane.answer
    press(here(), KEY.Key_2, text="2")
    assert fates(screen)[2] == "cambia"
    press(here(), KEY.Key_Escape)
    assert here() is screen.batch.view.lines and in_hand(screen) == 6
    other = tmp_path / "otra.csv"
    other.write_text(LIST)
    screen.batch.sheet.read(other)
    assert screen.batch.view.told.text().startswith("Traiga o descarte primero")
    at_the_door.go("registro", hearing_id(screen.desk, PRIMERA))
    assert screen.covered is None and not screen.batch.offers("recover")  # of another hearing


def test_what_waits_is_decided_alike_and_what_cannot_come_in_is_saved_corrected_and_brought(
    screen: RegistroScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    read_list(screen, qtbot, tmp_path / "inscritos.csv")
    view = screen.batch.view
    view.counters.buttons["decidir"].click()
    assert [one.n for one in view.lines.lines.rows] == [6, 13]
    press(here(), KEY.Key_L, text="l")
    assert view.told.text().startswith("Decida primero")
    view.pane.the_rest.click()
    view.pane.answer.setFocus()
    press(here(), KEY.Key_2, text="2")
    assert counts(screen)["decidir"] == 0 and counts(screen)["cambian"] == 3
    assert [one.n for one in view.lines.lines.rows] == [6, 13]  # what was decided does not leave by itself
    view.lines.setFocus()
    press(here(), KEY.Key_N, text="n")
    assert view.told.text().startswith("Ninguna fila espera")
    view.counters.buttons["no_entran"].click()
    assert {one.destino for one in view.lines.lines.rows} == {"no_entra"}
    press(here(), KEY.Key_Space, text=" ")
    assert view.told.text().startswith("Esa fila no entra")
    saved = tmp_path / "por corregir.xlsx"
    save_as(saved)
    with qtbot.waitSignal(screen.saving.saved):
        press(here(), KEY.Key_Return, CTRL)
    book = load_workbook(saved)
    rows = [tuple(cell.value for cell in row) for row in book.active.iter_rows()]
    assert rows[0][-1] == "Qué pasa" and [row[-1] for row in rows[1:]] == [
        "Hay una letra O en el documento", "La fila no trae nombre"
    ]  # fmt: skip
    book.active["A2"], book.active["B3"] = "1107020557", "Luz Mina"
    book.save(saved)
    read_list(screen, qtbot, saved, saved.read_bytes())
    assert fates(screen) == ["nueva", "nueva"]


def test_what_is_said_of_a_file_and_of_its_columns_is_heeded_and_that_of_columns_remembered(
    alone: RegistroScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = alone
    write_zoom(tmp_path / "zoom.xlsx")
    read_list(screen, qtbot, tmp_path / "zoom.xlsx", (tmp_path / "zoom.xlsx").read_bytes())
    view = screen.batch.view
    assert view.mapping.fields() == ("nombre", "correo", "hora")
    view.came.setFocus()
    press(here(), KEY.Key_Right)
    view.mode.set_value("virtual")
    view.mode.edited.emit()
    screen.batch.bringing.bring()
    found = people(screen)
    assert (found["Nata Hrdz"].hora_llegada, found["Nata Hrdz"].modalidad) == ("09:14", "virtual")
    assert (found["Eva Paz"].hora_llegada, found["Eva Paz"].autorizacion_otorgada) == ("09:00", None)
    read_list(screen, qtbot, tmp_path / "zoom.xlsx", (tmp_path / "zoom.xlsx").read_bytes())
    assert fates(screen) == ["igual", "igual"]
    view.mapping.sheet.set_value("Otra")
    view.mapping.sheet.edited.emit()
    qtbot.waitUntil(lambda: not screen.batch.sheet.reading)
    assert fates(screen) == ["nueva"]

    screen.batch.discard()
    read_list(screen, qtbot, tmp_path / "a.csv")
    choice = screen.batch.view.mapping.findChild(Choice, "columna_f")
    assert choice is not None and choice.value() == ""
    choice.set_value("barrio")
    choice.edited.emit()
    screen.batch.discard()
    screen.cover(other := QWidget())
    screen.batch.sheet.read(tmp_path / "a.csv")
    assert screen.covered is other and screen.banner.text().startswith("Salga primero")
    screen.uncover()
    drop(screen, tmp_path / "a.csv")
    qtbot.waitUntil(lambda: not screen.batch.sheet.reading, timeout=10_000)
    assert screen.batch.view.mapping.fields()[-1] == "barrio"
    assert screen.batch.lista is not None and screen.batch.lista.ver(5).leida.valores["barrio"] == "No"


def test_files_that_cannot_be_read_are_told_and_nothing_is_half_stored(
    alone: RegistroScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = alone
    before, bomb = people(screen), tmp_path / "bomba.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 120_000_000)
    hostile = {
        "bomba.xlsx": bomb.read_bytes(),
        "rota.xlsx": b"PK\x03\x04" + b"\0" * 300,
        "clave.xls": b"\xd0\xcf\x11\xe0" + b"\0" * 300,
        "foto.csv": b"\x89PNG\r\n\x1a\n" + b"\0" * 300,
        "vacia.csv": b"",
    }
    for name, content in hostile.items():
        read_list(screen, qtbot, tmp_path / name, content)
        assert screen.covered is None and screen.batch.lista is None, name
        assert screen.banner.text().startswith("No se trajo nada"), name
    assert people(screen) == before
    spoilt = "Cédula;Nombre\n1;Ana\0 Ríos\n".encode() + "40820207;Iván Ñáñez\n".encode("cp1252")
    read_list(screen, qtbot, tmp_path / "latina.csv", spoilt)
    assert fates(screen) == ["no_entra", "nueva"]
    screen.batch.view.keep_wrong.set_value(False)
    screen.batch.bringing.bring()
    assert "Iván Ñáñez" in people(screen)
    read_list(screen, qtbot, tmp_path / "latina.csv", spoilt)
    assert fates(screen) == ["no_entra", "igual"]
    save_as(None)
    screen.batch.view.keep.click()  # nobody is left to bring: «Guardar las que no entran»
    assert screen.batch.view.keep.text() == "Guardar las que no entran" and screen.covered is screen.batch.view


def test_a_long_list_goes_in_one_step_and_while_a_hearing_runs_by_parts(
    at_the_door: MainWindow, screen: RegistroScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    before = len(people(screen))
    read_list(screen, qtbot, tmp_path / "larga.csv", rows_of(3_000))
    screen.batch.bringing.bring()
    screen.batch.view.progress.cancel.click()
    qtbot.waitUntil(lambda: not screen.batch.bringing.busy, timeout=10_000)
    assert len(people(screen)) == before and screen.covered is screen.batch.view  # stopped, nothing is written
    screen.batch.discard()
    read_list(screen, qtbot, tmp_path / "larga.csv", rows_of(1_100))
    screen.batch.bringing.bring()
    qtbot.waitUntil(lambda: screen.covered is None, timeout=10_000)
    assert len(people(screen)) == before + 1_100
    at_the_door.undoing.undo()  # so many, away from the screen's thread
    status = at_the_door.findChild(StatusLine)
    assert status is not None and status.text().startswith("Deshaciendo «Traer 1.100 personas»")
    qtbot.waitUntil(lambda: status.text().startswith("Deshecho: Traer 1.100 personas"), timeout=10_000)
    assert len(people(screen)) == before
    put_on_air(screen.desk, screen.audiencia_id)
    read_list(screen, qtbot, tmp_path / "larga.csv", rows_of(450))
    screen.batch.bringing.bring()
    assert screen.batch.bringing.busy and len(people(screen)) == before + 200
    qtbot.waitUntil(lambda: screen.covered is None, timeout=10_000)
    assert len(people(screen)) == before + 450
    assert "cada Ctrl Z quita una parte" in screen.banner.text()
    at_the_door.undoing.undo()
    assert len(people(screen)) == before + 400
