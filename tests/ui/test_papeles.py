"""What Registro puts on paper is asked for beside the list, as the person asked for it last, and saved whole."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import NumberField, Segmented
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.work.hojas import preparar_hojas
from tests.bases import SEGUNDA, hearing_id
from tests.typing import press, type_text
from tests.ui.conftest import OpenWindow
from tests.ui.saving import save_as


@pytest.fixture
def screen(open_window: OpenWindow, example: Path, qtbot: QtBot) -> RegistroScreen:
    """Registro with its papers in sight."""
    opened: MainWindow = open_window(example)
    qtbot.waitUntil(opened.isActiveWindow)
    desk = opened.bases.desk
    assert desk is not None
    desk.do(preparar_hojas, audiencia_id=hearing_id(desk, SEGUNDA), cuantas=2, renglones=10)
    opened.go("registro", hearing_id(desk, SEGUNDA))
    found = opened.findChild(RegistroScreen)
    assert found is not None
    found.side.show_part("hojas")
    return found


def saved(screen: RegistroScreen, button: str, path: Path, qtbot: QtBot) -> list[tuple[int, int]]:
    """Press the button, choose a file, and return the sizes of the pages that came out, in points."""
    found = screen.findChild(Button, button)
    assert found is not None
    save_as(path)
    found.click()
    qtbot.waitUntil(lambda: "Se guard" in screen.banner.text() and str(path) in screen.banner.text(), timeout=15000)
    document = pypdfium2.PdfDocument(path)
    try:
        return [(round(wide), round(high)) for wide, high in map(document.get_page_size, range(len(document)))]
    finally:
        document.close()


def test_each_paper_comes_out_as_it_was_asked_for(screen: RegistroScreen, tmp_path: Path, qtbot: QtBot) -> None:
    letter, lying = (612, 792), (792, 612)
    assert saved(screen, "guardar_listado", tmp_path / "listado.pdf", qtbot)[0] == lying
    assert saved(screen, "guardar_hojas", tmp_path / "hojas.pdf", qtbot)[:2] == [lying, lying]
    assert letter in saved(screen, "guardar_tarjetas", tmp_path / "tarjetas.pdf", qtbot)
    many = screen.findChild(NumberField, "cuantas_tarjetas")
    assert many is not None
    many.selectAll()
    type_text(many, "400\n", gap=0)
    usual = len(saved(screen, "guardar_kit", tmp_path / "kit.pdf", qtbot))
    many.selectAll()
    type_text(many, "4\n", gap=0)
    assert len(saved(screen, "guardar_kit", tmp_path / "kit corto.pdf", qtbot)) < usual
    paper = screen.findChild(Segmented, "papel")
    assert paper is not None
    paper.setFocus()
    press(paper, Qt.Key.Key_Right)
    assert saved(screen, "guardar_hojas", tmp_path / "oficio.pdf", qtbot)[0][0] > 792
    window = screen.window()
    assert isinstance(window, MainWindow)
    assert [window.recall(name) for name in ("registro.papel", "registro.tarjetas")] == ["oficio", "4"]

    screen.desk.undo()  # there are no sheets any more, and none to print
    for name in ("guardar_hojas", "imprimir_hojas"):
        button = screen.findChild(QWidget, name)
        assert button is not None
        assert not button.isEnabled()
