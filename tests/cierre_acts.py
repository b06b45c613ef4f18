"""What is done in Cierre, so that it can be drawn."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.cierre import CierreScreen
from tests.bases import PRIMERA, hearing_id
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
    """Give the place of expedientes a file that is no acta, and go to what was found out."""
    assert window.bases.desk is not None
    window.go("cierre", hearing_id(window.bases.desk, PRIMERA))
    QApplication.processEvents()
    screen = window.findChild(CierreScreen)
    assert screen is not None
    screen.leaving.check(window.bases.desk.folder / "LEEME.txt")
    seen, until = screen.leaving.answer, time.monotonic() + 5
    while not seen.text().startswith("No es") and time.monotonic() < until:
        QApplication.processEvents()
    for area in screen.findChildren(QScrollArea):
        if area.isAncestorOf(seen):
            area.ensureWidgetVisible(seen)
    for _ in range(6):
        QApplication.processEvents()
