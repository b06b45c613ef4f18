"""What is done in Cierre, so that it can be drawn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.main_window import MainWindow
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
