"""Types text as a person does: any letter, one key event each, far apart by the clock of the system.

`QTest.keyClicks` aborts the interpreter on ñ, á or €, and its keys arrive 0.06 ms apart, like a scanner's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.hours import later

GAP = 70  # ms between the keys of a person, by the clock of the system: no time passes

_KEYS = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space}


def type_text(widget: QWidget, text: str, *, gap: int = GAP) -> None:
    """Send every letter of `text` to `widget` (a line break is Enter)."""
    for letter in text:
        key = _KEYS.get(letter, Qt.Key(ord(letter.upper()) if letter.isascii() and letter.isalnum() else 0))
        press(widget, key, text="\r" if letter == "\n" else letter, gap=gap)


def press(
    widget: QWidget,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    text: str = "",
    gap: int = 0,
) -> bool:
    """Press and release a key, asking first for shortcuts as Qt does; say whether the widget used it."""
    at = later(gap) if gap else 0
    used = False
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, modifiers, text)
        event.setTimestamp(at)
        if kind == QEvent.Type.ShortcutOverride:
            event.ignore()
        QApplication.sendEvent(widget, event)
        used = event.isAccepted() if kind == QEvent.Type.KeyPress else used
    if gap:
        QApplication.processEvents()
    return used


def wants(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Say whether `widget` keeps a key for itself, so that no shortcut of the program sees it."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()
