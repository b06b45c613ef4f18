"""The moment to keep what is half typed: when the keys rest, and every little while when they never do."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

_REST: Final = 500  # ms without a key
_MOST: Final = 1500  # ms from the first key that is not kept: what a power cut may take


class Pause(QTimer):
    """Times out half a second after the last `note`, and a second and a half after the first at most."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, singleShot=True)
        self._since = QElapsedTimer()

    def note(self) -> None:
        """Something was typed."""
        if not self.isActive():
            self._since.start()
        self.start(max(0, min(_REST, _MOST - self._since.elapsed())))
