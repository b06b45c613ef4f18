"""One line of typing. It knows what is unsaved, and lets Ctrl+Z through to the program when nothing is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit

from rcdesk.domain.campos import LIMITE
from rcdesk.domain.errors import RuleError
from rcdesk.i18n import sin_tildes
from rcdesk.ui.kit.paint import Dressed
from rcdesk.ui.kit.theme import dress, look

V = TypeVar("V")

# the window or a menu took the keys for a moment: the person has not left the field
PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_SUGGESTED = 200  # characters that a suggestion may have
_OFFERED = 50  # suggestions at once: one more letter is quicker than reading the next
_LONGEST = LIMITE + 1  # characters; the rule refuses one too many, so the beginning of a text is never kept for it all


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
        elif event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            self.insert(QGuiApplication.clipboard().text()[:_LONGEST])  # Qt looks at each letter that it will not take
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


class Line(TypedLine[str]):
    """A line of plain text. Pasted line breaks become spaces."""

    def __init__(self, *, placeholder: str = "", role: str = "body", bare: bool = False) -> None:
        super().__init__(placeholder=placeholder, role=role, bare=bare)
        self._words: Sequence[str] = ()
        self._bare: Sequence[str] = ()

    def _read(self, text: str) -> str:
        return " ".join(text.splitlines()).strip()

    def _write(self, value: str) -> str:
        return value

    def set_suggestions(self, words: Sequence[str], found_by: Sequence[str] = ()) -> None:
        """Offer while typing those of these words that have what is typed, accents ignored; others may be typed.

        `found_by` are, for each, the texts in which what is typed is looked for, when they are others.
        """
        self._words, self._bare = words, [sin_tildes(text) for text in found_by]
        if self.completer() is None:
            completer = QCompleter(QStringListModel(self), self)
            completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            completer.activated.connect(lambda _text: self._note_edit())
            self.setCompleter(completer)
            if (offered := completer.popup()) is not None:  # a window of its own
                dress(offered)
            self.textEdited.connect(self._suggest)

    def suggest(self) -> None:
        """Offer now what fits what is typed."""
        completer = self.completer()
        if completer is not None and self.text():
            self._suggest(self.text())
            completer.setCompletionPrefix(self.text())
            completer.complete()

    def _suggest(self, text: str) -> None:
        """Qt's own search minds accents, and takes minutes on a long pasted text."""
        self._bare = self._bare or [sin_tildes(word) for word in self._words]
        asked = sin_tildes(text[:_SUGGESTED]).split()
        found = [word for word, bare in zip(self._words, self._bare, strict=True) if all(one in bare for one in asked)]
        model = self.completer().model()
        assert isinstance(model, QStringListModel)  # given in set_suggestions
        model.setStringList(found[:_OFFERED] if found != [text] else [])  # whole already: Enter goes on
        popup = self.completer().popup()
        if popup is not None and not model.rowCount():
            popup.hide()
