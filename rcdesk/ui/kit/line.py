"""One line of typing. It knows what is unsaved, and lets Ctrl+Z through to the program when nothing is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit

from rcdesk.domain.errors import RuleError
from rcdesk.ui.kit.paint import Dressed
from rcdesk.ui.kit.theme import look

V = TypeVar("V")

# the window or a menu took the keys for a moment: the person has not left the field
PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_SUGGESTED = 200  # characters that a suggestion may have
_LONGEST = 1_000_000  # characters; Qt's own limit of 32,767 cuts a pasted text without a word


def is_for_the_program(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Say whether a key is an undo or redo that the field cannot use, because it holds no typing to take back."""
    if not isinstance(event, QKeyEvent):
        return False
    undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
    return (undo and not can_undo) or (redo and not can_redo)


class TypedLine(Dressed, QLineEdit, Generic[V]):
    """A line whose text stands for a value of type `V`; subclasses say how it is read and written."""

    edited = Signal()  # by the person, at every change
    committed = Signal()  # Enter, or the person left the field with something unsaved; only when the text can be read
    misread = Signal(str)  # the sentence that says why the text cannot be read

    def __init__(self, *, placeholder: str = "", role: str = "body", bare: bool = False) -> None:
        super().__init__()
        self._role, self._dirty, self._handing, self._loading = role, False, False, False
        self._saved = ""
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(placeholder)
        self.setProperty("bare", bare)
        self.textEdited.connect(self._note_edit)
        self.returnPressed.connect(self.commit)
        self.dress()

    def _read(self, text: str) -> V:
        """Return the value of a text; raises RuleError when it cannot be read."""
        raise NotImplementedError

    def _write(self, value: V) -> str:
        """Return how a value is shown."""
        raise NotImplementedError

    def value(self) -> V:
        """Return what is typed; raises RuleError, naming this field, when it cannot be read."""
        try:
            return self._read(self.text())
        except RuleError as error:
            raise RuleError(str(error), field=self.objectName()) from None

    def set_value(self, value: V) -> None:
        """Show a stored value: nothing is unsaved, and the typing history is empty. The caret stays where it was."""
        place, text = self.cursorPosition(), self._write(value)
        at_end = place >= len(self.text())
        self.setText(text)
        self.setCursorPosition(len(text) if at_end and self.hasFocus() else min(place, len(text)))
        self._saved, self._dirty = text, False

    def refresh_value(self, value: V) -> None:
        """Show a stored value, unless the person has unsaved typing here that is not being saved right now."""
        if not self.is_unsaved() or self._handing or self.text() == self._write(value):
            self.set_value(value)

    def is_unsaved(self) -> bool:
        """Say whether the person typed something since the last `set_value` or `settle`, and did not take it back."""
        return self._dirty and self.text() != self._saved

    def settle(self) -> None:
        """Take what is typed as saved, and empty the typing history."""
        place, text = self.cursorPosition(), self.text()
        self.setText(text)
        self.setCursorPosition(place)
        self._saved, self._dirty = text, False

    def typed(self) -> str:
        """Return what is typed, letter by letter, whether it can be read or not."""
        return self.text()

    def retype(self, text: str) -> None:
        """Type a text anew, as the person did: it is unsaved."""
        self.selectAll()
        self.insert(text)

    def commit(self) -> None:
        """Hand over what is typed, as Enter does."""
        try:
            value = self.value()
        except RuleError as error:
            self.misread.emit(str(error))
            return
        self._rewrite(self._write(value))
        self._handing = True
        try:
            self.committed.emit()
        finally:
            self._handing = False

    def dress(self) -> None:
        self.setFont(look().font(self._role))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._lets_through(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._lets_through(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.is_unsaved() and event.reason() not in PASSING:
            self.commit()

    def _lets_through(self, event: QEvent) -> bool:
        return is_for_the_program(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable())

    def _rewrite(self, text: str) -> None:
        """Put the typed text in its usual form, as one more step of typing."""
        if text != self.text():
            self._loading = True
            self.selectAll()
            self.insert(text)
            self._loading = False

    def _note_edit(self) -> None:
        if not self._loading:
            self._dirty = True
            self.edited.emit()


class _Suggester(QCompleter):
    """Looks at the beginning of what is typed: Qt's own search takes minutes on a long pasted text."""

    def splitPath(self, path: str) -> list[str]:
        return [path[:_SUGGESTED]]


class Line(TypedLine[str]):
    """A line of plain text. Pasted line breaks become spaces."""

    def _read(self, text: str) -> str:
        return " ".join(text.splitlines()).strip()

    def _write(self, value: str) -> str:
        return value

    def set_suggestions(self, words: Sequence[str]) -> None:
        """Offer these words while typing; anything else may still be typed."""
        completer = self.completer()
        if completer is None:
            completer = _Suggester(self)
            completer.setModel(QStringListModel(completer))
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.activated.connect(lambda _text: self._note_edit())
            self.setCompleter(completer)
        model = completer.model()
        if isinstance(model, QStringListModel):
            model.setStringList(list(words))
