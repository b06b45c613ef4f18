"""Answers the window that asks why as a person does."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.typing import type_text


def answer_reason(reason: str) -> None:
    """Type a reason in the dialog that is about to open, and Enter."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(10, answer)
            return
        line = dialog.findChild(QWidget, "motivo")
        assert line is not None
        type_text(line, f"{reason}\n", gap=0)

    QTimer.singleShot(0, answer)
