"""A process that paints an empty PySide6 window, as large as ours the first time, and dies: the floor of starting."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    """Nothing."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = Window()
    window.showMaximized()
    app.exec()
