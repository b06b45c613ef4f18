"""The answer of the desk for who does not look at the screen: one sound for «ingresó», two for «ya estaba», three for
«revisar». Silent until somebody asks for it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.ui.kit.choices import chosen, keep_choice

_CHOICE: Final = "registro.sonido"
_ON: Final = "sí"
_BETWEEN: Final = 220  # ms
IN, ALREADY, REVIEW = 1, 2, 3


class Voice:
    """Speaks through the window that holds `place`, and remembers there whether it may."""

    def __init__(self, place: QWidget) -> None:
        self._place, self._left = place, 0
        self._next = QTimer(place, interval=_BETWEEN)
        self._next.timeout.connect(self._beep)

    @property
    def on(self) -> bool:
        """Whether it sounds."""
        return chosen(self._place, _CHOICE) == _ON

    def switch(self) -> bool:
        """Let it sound or silence it, from now on; return which."""
        keep_choice(self._place, _CHOICE, "" if self.on else _ON)
        return self.on

    def say(self, times: int) -> None:
        """Sound that many times; what was sounding is cut."""
        self._next.stop()
        if self.on:
            self._left = times
            self._beep()

    def _beep(self) -> None:
        QApplication.beep()
        self._left -= 1
        if self._left > 0:
            self._next.start()
        else:
            self._next.stop()
