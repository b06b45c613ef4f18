"""A reader and a person at the same keyboard: keys as the system sends them to a window, each with its own hour."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.ui.scanner import HELD
from tests.hours import later, next_hour
from tests.pause import pause

Gaps = int | Iterable[int]

_KEYS = {
    "\r": Qt.Key.Key_Return,
    "\n": Qt.Key.Key_Enter,
    "\t": Qt.Key.Key_Tab,
    " ": Qt.Key.Key_Space,
    "\x1b": Qt.Key.Key_Escape,
}

STROKE = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


def strike(
    window: QWindow, letter: str, at: int, *, repeated: bool = False, kinds: Iterable[QEvent.Type] = STROKE
) -> None:
    """Press and release a key at an hour of the system, asking first for shortcuts as Qt does."""
    plain = letter.isascii() and letter.isalnum()
    key = _KEYS.get(letter, Qt.Key(ord(letter.upper())) if plain else Qt.Key.Key_unknown)
    text = "\r" if letter == "\n" else letter
    for kind in kinds:
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, 0, 0, 0, text, repeated, 1)
        event.setTimestamp(at)
        if kind == QEvent.Type.ShortcutOverride:
            event.ignore()
        QApplication.sendEvent(window, event)


def send(target: QWidget, text: str, gaps: Gaps = 4, *, between: Callable[[int], object] | None = None) -> None:
    """Type in the window of `target`; `gaps` are the ms between keys by the clock of the system, and no time passes.

    `between` is called after each key, with how many there were.
    """
    window, at = target.window().windowHandle(), next_hour()
    waits = itertools.repeat(gaps) if isinstance(gaps, int) else itertools.chain(gaps, itertools.repeat(60))
    for many, (letter, gap) in enumerate(zip(text, waits, strict=False), start=1):
        strike(window, letter, at)
        at = later(gap)
        if between is not None:
            between(many)


def rest(ms: int = HELD + 40) -> None:
    """Let the time pass after which nothing waits any more."""
    pause(ms)
