"""Running text: a paragraph, a quotation, and the text widget that knows where one block ends and the next begins."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from rcdesk.domain.registro import Bloque, Cita, Parrafo
from rcdesk.ui.kit.blocks.clipboard import brought
from rcdesk.ui.kit.blocks.view import BlockView
from rcdesk.ui.kit.fields import Field, Line
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.layout import column
from rcdesk.ui.kit.text import Text
from rcdesk.ui.kit.theme import look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TALLEST = 5_000  # lines: prose never scrolls inside the page
_MARGIN = 8  # px between the caret and the edge of what is seen
_MARK = "**"
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


class _Bold(QSyntaxHighlighter):
    """Shows what is between `**` as it will print; the marks stay, quiet."""

    def highlightBlock(self, text: str) -> None:
        now = look()
        strong, quiet = QTextCharFormat(), QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        quiet.setForeground(now.color("ink3"))
        for found in _BOLD.finditer(text):
            self.setFormat(found.start(1), len(found.group(1)), strong)
            for start in (found.start(), found.end(1)):
                self.setFormat(start, len(_MARK), quiet)


class Prose(Text):
    """A text of one paragraph: Enter divides it, Backspace at its beginning joins it to what is before."""

    split = Signal(str)
    joined = Signal()
    pasted = Signal(object)  # tuple[Bloque, ...]
    noticed = Signal(object)  # tuple[str, ...]
    pictured = Signal(object)  # tuple[Path | bytes, ...]
    left_up = Signal()
    left_down = Signal()

    def __init__(self, *, placeholder: str = "", role: str = "reading") -> None:
        super().__init__(lines=1, most=_TALLEST, placeholder=placeholder, role=role, bare=True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bold = _Bold(self.document())
        self.cursorPositionChanged.connect(self._follow_caret)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        cursor = self.textCursor()
        if event.key() in _ENTER and plain:
            self._divide(cursor)
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        elif event.key() == Qt.Key.Key_Backspace and plain and cursor.atStart() and not cursor.hasSelection():
            self.joined.emit()
        elif event.key() == Qt.Key.Key_Up and plain and not self._can_move(QTextCursor.MoveOperation.Up):
            self.left_up.emit()
        elif event.key() == Qt.Key.Key_Down and plain and not self._can_move(QTextCursor.MoveOperation.Down):
            self.left_down.emit()
        elif _is_bold(event):
            self.toggle_bold()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ctrl+B is typing here, whatever it is elsewhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_bold(event):
            event.accept()
            return True
        return super().event(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A few words go where the caret is; blocks and pictures are for who holds this text."""
        found = brought(source)
        if found.notices:  # first: what is pasted may take this text away
            self.noticed.emit(found.notices)
        if found.words:
            self.insert_words(found.words if self.toPlainText() else found.words.strip())
        if found.blocks:
            self.pasted.emit(found.blocks)
        if found.pictures:
            self.pictured.emit(found.pictures)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Texts, files and pictures may be pasted or dropped."""
        return not self.isReadOnly() and (source.hasText() or source.hasHtml() or source.hasUrls() or source.hasImage())

    def insert_words(self, words: str) -> None:
        """Put words where the caret is, in place of what is selected, as one step of typing."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(words)
        cursor.endEditBlock()
        self.ensureCursorVisible()

    def around_caret(self) -> tuple[str, str]:
        """Return what is written before and after the caret, without what is selected."""
        text, cursor = self.toPlainText().encode("utf-16-le", "surrogatepass"), self.textCursor()
        before, after = text[: 2 * cursor.selectionStart()], text[2 * cursor.selectionEnd() :]
        return before.decode("utf-16-le", "surrogatepass"), after.decode("utf-16-le", "surrogatepass")

    def toggle_bold(self) -> None:
        """Put the selected words between `**`, or take the marks away."""
        cursor = self.textCursor()
        words = cursor.selectedText().replace("\u2029", "\n")
        if len(words) > 4 and words.startswith(_MARK) and words.endswith(_MARK):
            cursor.insertText(words[2:-2])
        elif words.strip():
            cursor.insertText(f"{_MARK}{words}{_MARK}")

    def place_caret(self, place: int) -> None:
        """Take the keys, with the caret after so many letters; -1 is the end."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition(last if place < 0 else min(place, last))
        self.setTextCursor(cursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._follow_caret()

    def _follow_caret(self) -> None:
        """The page scrolls with the caret, once what was typed has its room."""
        if self.hasFocus():
            QTimer.singleShot(0, self, self._show_caret)

    def _show_caret(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and page is not None and self.hasFocus():
            caret = self.cursorRect()
            for end in (caret.bottomLeft(), caret.topLeft()):
                place = self.viewport().mapTo(page, end)
                area.ensureVisible(place.x(), place.y(), 0, _MARGIN)

    def _divide(self, cursor: QTextCursor) -> None:
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        tail = cursor.selectedText().replace("\u2029", "\n")
        cursor.removeSelectedText()
        self.split.emit(tail)

    def _can_move(self, operation: QTextCursor.MoveOperation) -> bool:
        return QTextCursor(self.textCursor()).movePosition(operation)


def _is_bold(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_B and event.modifiers() == Qt.KeyboardModifier.ControlModifier


class ParagraphView(BlockView):
    """A paragraph."""

    def __init__(self, bloque: Parrafo, *, placeholder: str = "") -> None:
        super().__init__()
        self._bloque = bloque
        self.prose = Prose(placeholder=placeholder)
        self.prose.setAccessibleName("Párrafo")
        follow(self.prose, self)
        self.place(column(self.prose))
        self.set_value(bloque)

    def value(self) -> Parrafo:
        return replace(self._bloque, texto=self.prose.value())

    def set_value(self, bloque: Bloque) -> None:
        assert isinstance(bloque, Parrafo)
        self._bloque = bloque
        self.prose.set_value(bloque.texto)

    def settle(self) -> None:
        self.prose.settle()

    def take_keys(self, *, end: bool = False) -> None:
        self.prose.place_caret(-1 if end else 0)

    def take_caret(self, at: int) -> None:
        self.prose.place_caret(at)


class QuoteView(BlockView):
    """Somebody's very words, who said them and where."""

    def __init__(self, bloque: Cita) -> None:
        super().__init__()
        self._bloque = bloque
        self.prose = Prose(placeholder="Palabras textuales, sin comillas")
        self.prose.setAccessibleName("Cita textual")
        self._author, self._source = Line(), Line()
        follow(self.prose, self)
        for line in (self._author, self._source):
            line.edited.connect(self.edited)
            line.committed.connect(self.committed)
        said = Flow((Field("Quién lo dijo", self._author), 3), (Field("Fuente", self._source), 3))
        self.place(column(self.prose, said, margins=(20, 0, 0, 4), gap=6))
        self.set_value(bloque)

    def value(self) -> Cita:
        author, source = self._author.value() or None, self._source.value() or None
        return replace(self._bloque, texto=self.prose.value(), autor=author, fuente=source)

    def set_value(self, bloque: Bloque) -> None:
        assert isinstance(bloque, Cita)
        self._bloque = bloque
        self.prose.set_value(bloque.texto)
        self._author.set_value(bloque.autor or "")
        self._source.set_value(bloque.fuente or "")

    def settle(self) -> None:
        for editor in (self.prose, self._author, self._source):
            editor.settle()

    def take_keys(self, *, end: bool = False) -> None:
        self.prose.place_caret(-1 if end else 0)


def toggle_bold_in(view: QWidget | None) -> None:
    """Mark the selected words of the text with the keys, or of the one in that block that has some selected."""
    focus = QApplication.focusWidget()
    inside = view.findChildren(Prose) if view is not None else []
    target = focus if isinstance(focus, Prose) else next((p for p in inside if p.textCursor().hasSelection()), None)
    if isinstance(target, Prose):
        target.toggle_bold()


def follow(prose: Prose, view: BlockView) -> None:
    """Let a block tell what happens in its text."""
    prose.edited.connect(view.edited)
    prose.committed.connect(view.committed)
    prose.split.connect(view.split)
    prose.joined.connect(view.joined)
    prose.pasted.connect(view.pasted)
    prose.noticed.connect(view.noticed)
    prose.pictured.connect(view.pictured)
    prose.left_up.connect(view.left_up)
    prose.left_down.connect(view.left_down)
