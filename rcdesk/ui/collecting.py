"""Searches for cycles of objects on the GUI thread alone.

Python searches on whichever thread makes one object too many. Where that is not the GUI's, a widget that a cycle held
would be destroyed there: Qt takes its lock of signals and waits for Python, while the GUI, which has Python, waits for
that lock, and both wait for ever.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

from rcdesk.uncollected import paused

_EVERY: Final = 250  # ms
_GROWTH: Final = 4
"""The oldest objects, which are nearly all, are looked at when those that may join them are a fourth part."""


class Collector(QObject):
    """From when it is made, and while its parent lives, Python makes no search by itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._settled = 0
        timer = QTimer(self, interval=_EVERY)
        timer.setObjectName("recolector")
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Search among the newest objects if there are many, and among the older ones now and then."""
        counts, limits = gc.get_count(), gc.get_threshold()
        if paused() or counts[0] <= limits[0]:
            return
        if counts[2] > limits[2] and self._has_grown():
            gc.collect()
            self._settled = len(gc.get_objects(2))
        else:
            gc.collect(1 if counts[1] > limits[1] else 0)

    def _has_grown(self) -> bool:
        return len(gc.get_objects(2)) * _GROWTH >= self._settled * (_GROWTH + 1)
