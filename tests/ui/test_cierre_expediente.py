"""What leaves the house from Cierre: the expediente, with its progress, and telling whether a file is the acta."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.app.progress import Progress
from rcdesk.store.package_check import check_package
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.saving import Saving, Work
from rcdesk.ui.screens.cierre import CierreScreen
from rcdesk.work.sellado import pdf_sellado
from tests.approved import approve_and_seal
from tests.bases import PRIMERA, hearing_id
from tests.typing import press
from tests.ui.conftest import ShowScreen
from tests.ui.saving import save_as


@pytest.fixture
def screen(show_screen: ShowScreen, desk: Desk) -> CierreScreen:
    shown = show_screen(CierreScreen, desk, hearing_id(desk, PRIMERA))
    assert isinstance(shown, CierreScreen)
    return shown


def button(screen: CierreScreen, name: str) -> Button:
    found = screen.findChild(Button, name)
    assert found is not None, name
    return found


def drop(screen: CierreScreen, path: Path) -> None:
    """Let a file go over the card, as a hand does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), copy, data, left, none)
    QApplication.sendEvent(screen.leaving, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(screen.leaving, QDropEvent(QPointF(5, 5), copy, data, left, none))


def answer(screen: CierreScreen, qtbot: QtBot, path: Path) -> str:
    drop(screen, path)
    qtbot.waitUntil(lambda: path.name in screen.leaving.answer.text() and "Comprobando" not in seen(screen))
    return seen(screen)


def seen(screen: CierreScreen) -> str:
    return screen.leaving.answer.text()


def test_an_approved_hearing_gives_its_sealed_acta_and_both_expedientes_and_knows_them_again(
    screen: CierreScreen, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    key = hearing_id(desk, PRIMERA)
    version = approve_and_seal(desk, key)
    for name, target in (
        ("guardar_publica", tmp_path / "publica.pdf"),
        ("guardar_expediente", tmp_path / "todo.zip"),
        ("guardar_expediente_publico", tmp_path / "publico.zip"),
        ("guardar_memoria", tmp_path / "memoria.pdf"),
    ):
        save_as(target)
        press(button(screen, name), Qt.Key.Key_Space)
        qtbot.waitUntil(lambda t=target: f"{t}" in screen.banner.text(), timeout=10_000)  # type: ignore[misc]
        qtbot.waitUntil(lambda: "Se guardó" in screen.banner.text(), timeout=10_000)
    sealed = desk.ask(pdf_sellado, version_id=version, evidencias=desk.folder, publica=True)
    assert (tmp_path / "publica.pdf").read_bytes() == sealed
    assert [check_package(tmp_path / f"{name}.zip").clase for name in ("todo", "publico")] == ["interno", "publico"]
    assert answer(screen, qtbot, tmp_path / "publica.pdf").startswith("Es el acta aprobada «publica.pdf»")
    assert answer(screen, qtbot, tmp_path / "todo.zip").startswith("Íntegro «todo.zip» está íntegro")
    assert answer(screen, qtbot, tmp_path / "memoria.pdf").startswith("No es un acta aprobada de esta base")
    with (tmp_path / "publica.pdf").open("ab") as file:
        file.write(b" ")
    assert answer(screen, qtbot, tmp_path / "publica.pdf").startswith("No es el acta aprobada, aunque lo dice")
    (tmp_path / "todo.zip").write_bytes(b"")
    assert "No se pudo comprobar «todo.zip»" in answer(screen, qtbot, tmp_path / "todo.zip")


def test_without_an_approved_acta_there_is_no_memoria_and_it_says_why(
    screen: CierreScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    save_as(tmp_path / "m.pdf")
    button(screen, "guardar_memoria").click()
    qtbot.waitUntil(lambda: "no está aprobada" in screen.banner.text(), timeout=10_000)
    assert not (tmp_path / "m.pdf").exists()


def test_what_takes_long_says_how_far_it_is_and_stops_when_asked(
    screen: CierreScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    def steps(path: Path, progress: Progress) -> str:
        for step in range(10_000):
            progress(step, 10_000, "Acta aprobada")
            time.sleep(0.002)
        raise AssertionError("nobody stopped it")

    target = tmp_path / "todo.zip"
    target.write_bytes(b"el de antes")
    saving = Saving(screen)
    saving.save(Work("El expediente", "Expediente", "zip", str, steps=steps), target)
    qtbot.waitUntil(lambda: "de 10000: Acta aprobada" in screen.banner.text())
    stop = screen.findChild(Button, "detener_el_guardado")
    assert stop is not None
    stop.click()
    qtbot.waitUntil(lambda: "se canceló" in screen.banner.text())
    assert target.read_bytes() == b"el de antes"
