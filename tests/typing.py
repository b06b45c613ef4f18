"""Types text as a person does: any letter, one key event each, with a real gap between them.

`QTest.keyClicks` aborts the interpreter on ñ, á or €, and its keys arrive 0.06 ms apart, like a scanner's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

GAP = 2  # ms between keys: slower than any scanner, quick enough for a test

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
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
    override.ignore()
    QApplication.sendEvent(widget, override)
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)
    QApplication.sendEvent(widget, event)
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, key, modifiers, text))
    if gap:
        QTest.qWait(gap)
    return event.isAccepted()


def wants(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Say whether `widget` keeps a key for itself, so that no shortcut of the program sees it."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()
