"""What is done in Cierre, so that it can be drawn."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.cierre import CierreScreen
from rcdesk.work.sellado import pdf_sellado
from tests.approved import approve_and_seal
from tests.bases import PRIMERA, hearing_id
from tests.pause import pause
from tests.typing import press


def other_documents(window: MainWindow) -> None:
    """Go with Tab to the last of the documents that are made apart from the acta."""
    assert window.bases.desk is not None
    window.go("cierre", hearing_id(window.bases.desk, PRIMERA))
    for _ in range(6):
        QApplication.processEvents()
    before = window.findChild(Button, "guardar_encuesta")
    assert before is not None
    before.setFocus()
    press(before, Qt.Key.Key_Tab)
    for _ in range(6):
        QApplication.processEvents()


def leaving(window: MainWindow) -> None:
    """Approve and seal the acta of a hearing, and give its file to the place that tells whether it is the acta."""
    desk = window.bases.desk
    assert desk is not None
    version = approve_and_seal(desk, hearing_id(desk, PRIMERA))
    sealed = desk.ask(pdf_sellado, version_id=version, evidencias=desk.folder, publica=True)
    assert sealed is not None
    with tempfile.TemporaryDirectory() as folder:
        acta = Path(folder) / "Acta pública.pdf"
        acta.write_bytes(sealed)
        _check(window, acta, "Es el acta")


def not_the_acta(window: MainWindow) -> None:
    """Give that place a file that is no acta."""
    assert window.bases.desk is not None
    _check(window, window.bases.desk.folder / "LEEME.txt", "No es")


def _check(window: MainWindow, path: Path, said: str) -> None:
    """Look at what was found out of a file in the hearing that took place."""
    assert window.bases.desk is not None
    window.go("cierre", hearing_id(window.bases.desk, PRIMERA))
    QApplication.processEvents()
    screen = window.findChild(CierreScreen)
    assert screen is not None
    screen.leaving.check(path)
    seen, until = screen.leaving.answer, time.monotonic() + 5
    while not seen.text().startswith(said) and time.monotonic() < until:
        QApplication.processEvents()
    pause(150)
