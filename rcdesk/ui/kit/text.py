"""Several lines of typing, plain text only. It grows with what is written, up to a number of lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from rcdesk.domain.campos import LIMITE
from rcdesk.i18n import numero
from rcdesk.ui.kit.line import PASSING, is_for_the_program
from rcdesk.ui.kit.paint import Dressed
from rcdesk.ui.kit.theme import look

_LONGEST: Final = LIMITE + 1
"""Letters that it takes: one too many to be stored, so that a beginning is never taken for the whole."""
_LONG: Final = 2_000  # letters
_UNBROKEN: Final = re.compile(r"\S{200}")  # a word that Qt would measure again and again before it breaks it
_WRAP: Final = QTextOption.WrapMode


class Text(Dressed, QPlainTextEdit):
    """A text of `lines` lines that grows up to `most` (0: it takes whatever height its layout gives).

    With `enter_commits`, Enter hands the text over and Shift+Enter begins a new line. Of a pasted text that is too long
    only the beginning is taken, and `overflowed` says so: laying out a million letters takes half a minute.
    """

    edited = Signal()  # by the person, at every change
    entered = Signal()  # Enter, if so asked: for what must not be handed over by merely leaving the field
    committed = Signal()  # Enter (if so asked), or the person left the field with something unsaved
    overflowed = Signal(str)  # the sentence that says why not all that was pasted is here

    def __init__(
        self,
        *,
        lines: int = 3,
        most: int = 10,
        enter_commits: bool = False,
        placeholder: str = "",
        role: str = "body",
        bare: bool = False,
    ) -> None:
        super().__init__()
        self._lines, self._most, self._enter_commits, self._role = lines, most, enter_commits, role
        self._dirty = self._handing = self._loading = self._sizing = False
        self._saved = ""
        self.divert: Callable[[str], bool] = lambda _text: False
        """Takes what is pasted elsewhere, and says whether it did."""
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setProperty("bare", bare)
        self.document().setDocumentMargin(0 if bare else look().gap(8))
        self.textChanged.connect(self._note_edit)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.dress()
        self.document().clearUndoRedoStacks()  # its own margin counts as typing

    @property
    def commits_on_enter(self) -> bool:
        """Whether Enter hands the text over, instead of beginning a line."""
        return self._enter_commits

    def value(self) -> str:
        """Return what is typed."""
        return self.toPlainText()

    def set_value(self, value: str) -> None:
        """Show a stored text: nothing is unsaved, and the typing history is empty. Caret and scroll stay."""
        self._loading = True
        if value == self.toPlainText():
            self.document().clearUndoRedoStacks()
        else:
            place, scroll = self.textCursor().position(), self.verticalScrollBar().value()
            self._wrap_for(value)
            self.setPlainText(value)
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(scroll)
        self._loading = self._dirty = False
        self._saved = self.toPlainText()

    def refresh_value(self, value: str) -> None:
        """Show a stored text, unless the person has unsaved typing here that is not being saved right now."""
        if not self.is_unsaved() or self._handing or self.toPlainText() == value:
            self.set_value(value)

    def is_unsaved(self) -> bool:
        """Say whether the person typed something since the last `set_value` or `settle`, and did not take it back."""
        return self._dirty and self.toPlainText() != self._saved

    def settle(self) -> None:
        """Take what is typed as saved, and empty the typing history."""
        self.document().clearUndoRedoStacks()
        self._saved, self._dirty = self.toPlainText(), False

    def typed(self) -> str:
        """Return what is typed."""
        return self.toPlainText()

    def retype(self, text: str) -> None:
        """Type a text anew, as the person did: it is unsaved."""
        self._wrap_for(text)
        self.selectAll()
        self.insertPlainText(text)

    def commit(self) -> None:
        """Hand over what is typed, as leaving the field does."""
        self._handing = True
        try:
            self.committed.emit()
        finally:
            self._handing = False

    def caret_to_end(self) -> None:
        """Put the caret after the last letter."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def dress(self) -> None:
        self.setFont(look().font(self._role))
        self._grow()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._lets_through(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._lets_through(event):
            event.ignore()
        elif self._enter_commits and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event)
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if self.divert(text):
            return
        kept = self.document().characterCount() - 1 - len(self.textCursor().selectedText())
        pasted = text[: max(0, _LONGEST - kept)]
        self._wrap_for(pasted)
        self.textCursor().insertText(pasted)
        self.ensureCursorVisible()
        if len(pasted) < len(text):
            self.overflowed.emit(
                f"Con lo que pegó serían {numero(kept + len(text))} caracteres y el límite es {numero(LIMITE)}: "
                "quedó solo el comienzo. Divídalo o adjúntelo."
            )

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.is_unsaved() and event.reason() not in PASSING:
            self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _enter(self, event: QKeyEvent) -> None:
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if pressed == Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        elif pressed == Qt.KeyboardModifier.NoModifier:
            self.entered.emit()
            self.commit()
        else:
            event.ignore()

    def _lets_through(self, event: QEvent) -> bool:
        document = self.document()
        return is_for_the_program(event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable())

    def _wrap_for(self, text: str) -> None:
        """Let a long text be laid out once: broken anywhere when it has no spaces, at the size that it will need."""
        if len(text) > _LONG and _UNBROKEN.search(text):
            self.setWordWrapMode(_WRAP.WrapAnywhere)
        elif self.document().isEmpty():
            self.setWordWrapMode(_WRAP.WrapAtWordBoundaryOrAnywhere)
        if self._most and len(text) > _LONG:
            self._sizing = True
            self.setFixedHeight(self._height_of(self._most))
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            self._sizing = False

    def _note_edit(self) -> None:
        if not self._loading:
            self._dirty = True
            self.edited.emit()

    def _grow(self) -> None:
        if self._sizing:
            return
        if not self._most:
            self.setMinimumHeight(self._height_of(self._lines))
            return
        written = self._written()
        lines = min(max(written, self._lines), self._most)
        self.setFixedHeight(self._height_of(lines))
        over = written > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)

    def _written(self) -> int:
        """Count the lines as they wrap now, up to one more than are shown: Qt lays them out only when painted."""
        layout, block, lines = self.document().documentLayout(), self.document().begin(), 0
        while block.isValid() and lines <= self._most:
            layout.blockBoundingRect(block)
            lines += block.lineCount()
            block = block.next()
        return lines

    def _height_of(self, lines: int) -> int:
        around = 0 if self.property("bare") else 4
        return round(self.fontMetrics().lineSpacing() * lines + 2 * self.document().documentMargin()) + around
