"""Abbreviations in a field: «;plan» and Espacio, Tab or Enter becomes its text; one Ctrl+Z takes it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor

from rcdesk.domain.expansiones import pedida, pide_ayuda
from rcdesk.i18n import sin_tildes
from rcdesk.ui.kit.line import Line
from rcdesk.ui.kit.text import Text

Known = Callable[[], Mapping[str, str]]
"""Gives what each abbreviation becomes, by its name without accents or capitals."""

_AFTER: Final[Mapping[int, str]] = {Qt.Key.Key_Space: " ", Qt.Key.Key_Tab: ""}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Expander(QObject):
    """Watches the keys of the editors it is installed on. What is not an abbreviation stays as typed."""

    asked = Signal(object)  # «;?» was typed in this editor

    def __init__(self, parent: QObject, known: Known) -> None:
        super().__init__(parent)
        self._known = known

    def install(self, *editors: Text | Line) -> None:
        """Expand what is typed in these editors."""
        for editor in editors:
            editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, Text | Line):
            return self._pressed(watched, event)
        return False

    def _pressed(self, editor: Text | Line, event: QKeyEvent) -> bool:
        if event.text() == "?" and pide_ayuda(_before(editor)):
            replace_before(editor, 1, "")
            self.asked.emit(editor)
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.NoModifier:
            return False
        key = event.key()
        if key not in _AFTER and key not in _ENTER:
            return False
        name = pedida(_before(editor))
        text = self._known().get(sin_tildes(name)) if name else None
        if text is None:
            return False
        breaks = key in _ENTER and isinstance(editor, Text) and not editor.commits_on_enter
        replace_before(editor, len(name) + 1, f"{text}\n" if breaks else f"{text}{_AFTER.get(key, '')}")
        return True  # an Enter that expands hands nothing over: what it wrote is read first


def replace_before(editor: Text | Line, letters: int, text: str) -> None:
    """Put `text` in place of the last letters before the caret, as one step of typing."""
    if isinstance(editor, Text):
        cursor = editor.textCursor()
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, letters)
        cursor.insertText(text)
        cursor.endEditBlock()
        editor.setTextCursor(cursor)
    else:
        editor.setSelection(editor.cursorPosition() - letters, letters)
        editor.insert(" ".join(text.split("\n")))


def put(editor: Text | Line, text: str) -> None:
    """Put `text` at the caret, a space apart from the word before it (saving a field drops the space at its end)."""
    before = _before(editor)[-1:]
    apart = " " if before and not before.isspace() and before not in "(«\"'¿¡" else ""
    replace_before(editor, 0, f"{apart}{text}")


def _before(editor: Text | Line) -> str:
    """What is typed before the caret in its line; nothing while something is selected."""
    if isinstance(editor, Text):
        cursor = editor.textCursor()
        if cursor.hasSelection():
            return ""
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()
    if editor.hasSelectedText():
        return ""
    units = editor.text().encode("utf-16-le", "surrogatepass")  # Qt counts an emoji as two
    return units[: 2 * editor.cursorPosition()].decode("utf-16-le", "replace")
