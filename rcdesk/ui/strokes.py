"""Keys on their way in: what each writes, and letting one in later as the system would have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication

RETURN, TAB, NOTHING = 13, 9, 0
_KEY, _MOD, _TYPE = Qt.Key, Qt.KeyboardModifier, QEvent.Type
_ENDS: Final = {_KEY.Key_Return: RETURN, _KEY.Key_Enter: RETURN, _KEY.Key_Tab: TAB, _KEY.Key_Backtab: TAB}
_SILENT: Final = frozenset(
    {
        _KEY.Key_Shift,
        _KEY.Key_Control,
        _KEY.Key_Alt,
        _KEY.Key_AltGr,
        _KEY.Key_Meta,
        _KEY.Key_CapsLock,
        _KEY.Key_NumLock,
    }
)
_UNKNOWN: Final = ord("?")


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key for a window. `code` is the byte that it writes, 0 when it writes none, None when it only helps another."""

    window: QWindow
    event: QKeyEvent
    code: int | None


def copied(event: QKeyEvent, kind: QEvent.Type | None = None) -> QKeyEvent:
    """Return a key that outlives the system's, of the same kind or another."""
    made = QKeyEvent(
        kind or event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    made.setTimestamp(event.timestamp())
    return made


def code_of(event: QKeyEvent) -> int | None:
    """Return what a press writes, in Latin-1. Mayús writes nothing by itself, nor do figures that spell a letter (Alt
    and its number: how many readers type what their keyboard lacks).
    """
    key, held = event.key(), event.modifiers()
    alt = bool(held & _MOD.AltModifier) and not held & _MOD.ControlModifier
    if key in _SILENT or (alt and held & _MOD.KeypadModifier):
        return None
    if key in _ENDS:
        return _ENDS[_KEY(key)]
    text = event.text()
    if not text or alt or held & _MOD.MetaModifier or ord(text[0]) < ord(" "):
        return NOTHING
    return ord(text[0]) if ord(text[0]) <= 0xFF else _UNKNOWN


def shortcut_of(event: QKeyEvent) -> QAction | None:
    """Return the command that a press would have asked for, where the keys are now."""
    here = QApplication.focusWidget() or QApplication.activeWindow()
    sequence = QKeySequence(event.key() | (event.modifiers() & ~_MOD.KeypadModifier).value)
    holder = here
    while holder is not None:
        for action in holder.actions():
            only_here = action.shortcutContext() == Qt.ShortcutContext.WidgetShortcut
            if action.isEnabled() and sequence in action.shortcuts() and (holder is here or not only_here):
                return action
        holder = None if holder.isWindow() else holder.parentWidget()
    return None
