"""Gives every command its keys. Those of a place work while it is in sight; those that are typing, in their list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from rcdesk.ui.commands import COMMANDS, Command
from rcdesk.ui.kit.plain import escaped

_TWICE = {"Return": "Enter"}  # the other key with the same name, beside the numbers
_HELD = ("Up", "Down", "Z", "Y", "+", "-")  # a command of these goes on while the key is held


def is_typing(keys: str) -> bool:
    """Say whether a shortcut is a key that text fields and lists use: a letter, Enter, Espacio, Supr, an arrow."""
    held, _, last = keys.rpartition("+")
    if held.replace("Shift", "").strip("+"):  # Ctrl, Alt
        return False
    return not (last.startswith("F") and last[1:].isdigit()) and last != "Esc"


def alternatives(keys: str) -> list[str]:
    """Return the shortcuts of a command, one by one, with both Enter keys."""
    found = []
    for one in filter(None, keys.split("|")):
        found.append(one)
        found += [one.replace(name, other) for name, other in _TWICE.items() if name in one]
    return found


class Keyboard(QObject):
    """The shortcuts of a window. `run` is called with the command whose key was pressed."""

    def __init__(self, window: QWidget, run: Callable[[Command], object]) -> None:
        super().__init__(window)
        self._run = run
        self._actions: list[tuple[Command, QAction]] = []
        for command in COMMANDS:
            self._install(command, window, [keys for keys in alternatives(command.keys) if not is_typing(keys)])

    def works_in(self, places: Iterable[str]) -> None:
        """Let only the commands of these places hear their keys; those of lists that are gone went with them."""
        here = frozenset(places)
        self._actions = [(command, action) for command, action in self._actions if isValid(action)]
        for command, action in self._actions:
            action.setEnabled(command.place in here)

    def attach(self, place: str, screen: QWidget) -> None:
        """Give the lists of a screen, new or grown, the keys that are typing; what has them keeps them."""
        for command in COMMANDS:
            if command.place == place and command.list:
                keys = [keys for keys in alternatives(command.keys) if is_typing(keys)]
                holder = screen.findChild(QWidget, command.list)
                if holder is not None and all(action.objectName() != command.id for action in holder.actions()):
                    self._install(command, holder, keys, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def forget(self, screen: QWidget) -> None:
        """Let go of the actions of a screen that is closing."""
        self._actions = [(c, a) for c, a in self._actions if not _belongs(a, screen)]

    def _install(
        self,
        command: Command,
        holder: QWidget,
        keys: list[str],
        context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
    ) -> None:
        if not command.method or not keys:
            return
        action = QAction(escaped(command.title), holder)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.setShortcutContext(context)
        action.setAutoRepeat(keys[0].endswith(_HELD))
        action.triggered.connect(partial(self._run, command))
        holder.addAction(action)
        self._actions.append((command, action))


def _belongs(action: QAction, screen: QWidget) -> bool:
    holder = action.parent()
    return isinstance(holder, QWidget) and screen.isAncestorOf(holder)
