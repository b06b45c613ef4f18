"""Files of questions are brought with their columns and dates; what is spoilt is told, and nothing of it is kept."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rcdesk.ui.screens.en_vivo import EnVivoScreen
from tests.acts_triage import BAD, CHAT, TABLE
from tests.questions import listar_preguntas
from tests.ui.triando import CTRL, KEY, fates, key, texts


def read_file(screen: EnVivoScreen, qtbot: QtBot, path: Path) -> None:
    screen.batch.sheet.read(path)
    qtbot.waitUntil(lambda: not screen.batch.sheet.reading, timeout=5000)


def test_a_file_comes_with_its_columns_and_its_dates(screen: EnVivoScreen, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "previas.csv"
    path.write_text(TABLE)
    read_file(screen, qtbot, path)
    view = screen.batch.view
    assert view.mapping.isVisible()
    assert view.mapping.fields() == ("recibida", "autor", "texto", "canal", "tema", "")
    assert fates(screen) == ["entra", "entra", "entra", "salta", "entra", "salta"]
    key(screen, KEY.Key_Return, CTRL)
    rows = screen.desk.ask(listar_preguntas, audiencia_id=screen.audiencia_id)
    assert [(row.canal, (row.recibida or "")[:16]) for row in rows[:2]] == [
        ("formulario_web", "2026-11-18T16:20"),
        ("correo", "2026-11-18T17:02"),
    ]
    read_file(screen, qtbot, path)
    assert set(fates(screen)) == {"salta"}  # what was kept is known


def test_what_is_said_of_a_column_is_remembered(screen: EnVivoScreen, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "previas.csv"
    path.write_text(TABLE)
    read_file(screen, qtbot, path)
    choice = screen.batch.view.mapping.findChild(type(screen.batch.view.channel), "columna_e")
    assert choice is not None
    choice.set_value("")
    choice.edited.emit()
    assert screen.batch.tanda is not None and screen.batch.tanda.ver("2").tema == ""
    screen.batch.discard()
    read_file(screen, qtbot, path)
    assert screen.batch.view.mapping.fields()[4] == ""


def test_a_spoilt_row_is_told_and_a_spoilt_file_brings_nothing(
    screen: EnVivoScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "mala.csv"
    path.write_bytes(BAD)
    read_file(screen, qtbot, path)
    assert fates(screen)[-3:] == ["revisar", "revisar", "entra"]
    assert "Hay 2 filas por mirar" in screen.batch.view.told.text()
    screen.batch.discard()
    path.write_bytes(b"PK\x03\x04" + b"\0" * 200)
    read_file(screen, qtbot, path)
    assert screen.panes.isVisible() and not screen.banner.isHidden()
    assert texts(screen) == []


def test_what_is_open_is_not_lost_for_another_file(screen: EnVivoScreen, qtbot: QtBot, tmp_path: Path) -> None:
    path, other = tmp_path / "previas.csv", tmp_path / "otras.csv"
    path.write_text(TABLE)
    other.write_text(TABLE)
    read_file(screen, qtbot, path)
    screen.batch.sheet.read(other)
    QGuiApplication.clipboard().setText(CHAT)
    screen.batch.paste()
    assert screen.batch.view.title.text() == "previas.csv"
    assert screen.batch.view.told.text().startswith("Guarde o descarte")


def test_a_file_is_dropped_on_the_screen(screen: EnVivoScreen, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_bytes(CHAT.replace("¿Quién", "¿Qui\0n", 1).encode())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(screen, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    QApplication.sendEvent(screen, QDropEvent(QPointF(5, 5), copy, data, left, none))
    qtbot.waitUntil(lambda: screen.batch.tanda is not None, timeout=5000)
    assert fates(screen).count("revisar") == 2
    assert "Hay una fila por mirar" in screen.batch.view.told.text()
