"""Where what a reader said goes: to Registro. In any other place it is told at the foot, and nothing is touched."""

from __future__ import annotations

from typing import Final, assert_never

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.domain.lector import Cedula, Codigo, Ilegible, Lectura
from rcdesk.ui.scanner import Scanner
from rcdesk.ui.stage import Stage
from rcdesk.ui.status import StatusLine

_TAKES: Final = "registro"
_ICON: Final = "scan-line"


class Readings(QObject):
    """The last reading of a hearing waits for Registro while something else is in sight; it is never written down."""

    def __init__(self, window: QWidget, stage: Stage, status: StatusLine) -> None:
        super().__init__(window)
        self._stage, self._status = stage, status
        self._waiting: tuple[str, Lectura] | None = None
        self._scanner = Scanner(window)
        self._scanner.read.connect(self.take)
        stage.currentChanged.connect(self._moved)

    @Slot(object)
    def take(self, lectura: Lectura) -> None:
        """Show what was read where it is registered, or tell that it was read."""
        self._waiting = None
        if QApplication.activeModalWidget() is not None:
            self._say(lectura, "cierre primero esta ventana y pásela otra vez.")
            return
        screen = self._stage.screen_in_sight
        if screen is not None and screen.take_reading(lectura):
            return
        if not self._stage.hearing:
            self._say(lectura, "abra una audiencia para registrar a quien llega.")
        elif isinstance(lectura, Ilegible):
            self._say(lectura, "pásela otra vez.")
        else:
            self._waiting = (self._stage.hearing, lectura)
            self._say(lectura, "lo espera en Registro.")

    def _moved(self) -> None:
        if self._waiting is not None and self._stage.place == _TAKES:
            QTimer.singleShot(0, self, self._show)  # once the place has its caret back

    @Slot()
    def _show(self) -> None:
        waiting, screen = self._waiting, self._stage.screen_in_sight
        self._waiting = None
        if waiting is not None and screen is not None and waiting[0] == self._stage.hearing:
            screen.take_reading(waiting[1])

    def _say(self, lectura: Lectura, then: str) -> None:
        self._status.say(f"{told(lectura)}: {then}", _ICON, "warn" if isinstance(lectura, Ilegible) else "info")


def told(lectura: Lectura) -> str:
    """Say what was read, and nothing of whom."""
    match lectura:
        case Codigo(clase="hoja"):
            return "Hoja leída"
        case Codigo():
            return "Tarjeta leída"
        case Cedula():
            return "Cédula leída"
        case Ilegible():
            return "No se leyó bien"
        case _:
            assert_never(lectura)
