"""Keys as they are printed on a keyboard in Spanish."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rcdesk.ui.kit.paint import Dressed, crisp, draw_key, key_width
from rcdesk.ui.kit.theme import look

_SPOKEN = {
    "Return": "Enter",
    "Space": "Espacio",
    "Del": "Supr",
    "Delete": "Supr",
    "Ins": "Insert",
    "PgUp": "RePág",
    "PgDown": "AvPág",
    "Backspace": "Retroceso",
    "Home": "Inicio",
    "End": "Fin",
    "Up": "↑",
    "Down": "↓",
    "Left": "←",
    "Right": "→",
    "Shift": "Mayús",
}


def spoken(keys: str) -> list[str]:
    """Return the keycaps of a Qt shortcut: `Ctrl+Return` → Ctrl, Enter; `Alt+Up` → Alt, ↑."""
    return [_SPOKEN.get(key, key) for key in re.split(r"\+(?!$)", keys) if key]


class KeyCap(Dressed, QWidget):
    """One key."""

    def __init__(self, key: str, tone: str = "ink2") -> None:
        super().__init__()
        self._key, self._tone = key, tone
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def dress(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(max(key_width(self._key) + 2, look().px(22)), look().px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = crisp(self)
        draw_key(painter, QRectF(self.rect()), self._key, look().color(self._tone))
        painter.end()
