"""A file that another program has open is not lost: the person is told what to do, or saves with a name beside it."""

from __future__ import annotations

import errno
from pathlib import Path

from pytestqt.qtbot import QtBot

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.saving import Work
from rcdesk.ui.screens.acta import ActaScreen
from tests.bases import PRIMERA, hearing_id
from tests.ui.conftest import ShowScreen


def test_a_pdf_open_in_another_program_is_told_and_saved_under_a_name_that_is_free(
    show_screen: ShowScreen, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    in_use, taken = tmp_path / "acta.pdf", tmp_path / "acta (1).pdf"
    for path in (in_use, taken):
        path.write_bytes(b"de ayer")

    def make(path: Path) -> str:
        if path == in_use:  # as Windows refuses to replace a file that a reader holds
            raise PermissionError(errno.EACCES, "en uso")
        path.write_bytes(b"de hoy")
        return "1 página"

    screen: ActaScreen = show_screen(ActaScreen, desk, hearing_id(desk, PRIMERA))
    screen.saving.save(Work("El acta", "acta", "pdf", make), in_use)
    qtbot.waitUntil(lambda: "No se pudo guardar el acta" in screen.banner.text())
    assert "Si el archivo está abierto en otro programa, ciérrelo" in screen.banner.text()
    again = screen.banner.findChild(Button, "guardar_con_otro_nombre")
    assert again is not None and again.text() == "Guardar como «acta (2).pdf»"
    again.click()
    qtbot.waitUntil(lambda: "Se guardó el acta" in screen.banner.text())
    written = {path.name: path.read_bytes() for path in tmp_path.glob("*.pdf")}
    assert written == {"acta.pdf": b"de ayer", "acta (1).pdf": b"de ayer", "acta (2).pdf": b"de hoy"}
