"""The grid of lines. One cell at a time is typed in, where it stands: author, topic, or where a line is cut in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Final, Literal, cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from rcdesk.domain.renglones import Renglon
from rcdesk.ui.kit.fields import Line
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.theme import look
from rcdesk.ui.kit.tokens import ROW
from rcdesk.ui.screens.en_vivo.triage.looks import AUTHOR, COLUMNS, MESSAGE, TOPIC

What = Literal["autor", "tema", "partir"]
_PLACES: Final[dict[What, int]] = {"autor": AUTHOR, "tema": TOPIC, "partir": MESSAGE}
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier)
_END_OF_SENTENCE: Final = re.compile(r"[?!.…]+\s+|\n+")


class Lines(Table[Renglon]):
    """`typed` says what was typed in a line; `cut` where the person cuts it."""

    typed = Signal(str, str, str)  # label of the line, «autor» or «tema», the words
    cut = Signal(str, int)  # label of the line, letter before which it is cut

    def __init__(self) -> None:
        self.lines: RowsModel[Renglon] = RowsModel(COLUMNS, key=attrgetter("n"))
        super().__init__(self.lines)
        self._what: What = "autor"
        self._line = ""
        self._editors: dict[What, Line] = {
            "autor": named("autor_de_la_linea", _Cell(placeholder="Nombre, o «anónimo»"), label="Autor de la línea"),
            "tema": named("tema_de_la_linea", _Cell(placeholder="De qué trata"), label="Tema de la línea"),
            "partir": named("partir_la_linea", _Cut(), label="Lleve el cursor a donde empieza lo otro y oprima Enter"),
        }
        for editor in self._editors.values():
            editor.setParent(self.viewport())
            editor.hide()
            editor.returnPressed.connect(self._take)
        self.verticalScrollBar().valueChanged.connect(self._follow)

    def dress(self) -> None:
        super().dress()
        self.horizontalHeader().setVisible(not look().large)

    def offer(self, authors: Sequence[str], topics: Sequence[str]) -> None:
        """Complete what is typed with these words."""
        self._editors["autor"].set_suggestions(authors)
        self._editors["tema"].set_suggestions(topics)

    def edit_cell(self, what: What) -> None:
        """Type in the chosen line."""
        line = self.current()
        if line is None:
            return
        self.leave()
        self._what, self._line = what, line.n
        editor = self._editors[what]
        editor.set_value({"autor": line.autor, "tema": line.tema, "partir": line.texto.replace("\n", " ")}[what])
        self.scrollTo(self.currentIndex())
        self._follow()
        editor.show()
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if what == "partir":
            found = _END_OF_SENTENCE.search(line.texto, 1)
            editor.setCursorPosition(found.end() if found and found.end() < len(line.texto) else len(line.texto) // 2)
        else:
            editor.selectAll()

    def leave(self) -> bool:
        """Close the cell that is typed in, without taking it; say whether one was."""
        if not self._line:
            return False
        self._line = ""
        editor = self._editors[self._what]
        editor.set_value("")
        editor.hide()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.leave():
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():  # what is in hand stays in sight when a sentence or the columns take room
            self.scrollTo(self.currentIndex())
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._follow()

    def _take(self) -> None:
        if self._line:
            line, what, editor = self._line, self._what, self._editors[self._what]
            words, place = editor.text(), editor.cursorPosition()
            self.leave()
            if what == "partir":
                self.cut.emit(line, place)
            else:
                self.typed.emit(line, what, " ".join(words.split()))

    def _follow(self) -> None:
        """Keep the cell that is typed in over its place."""
        place = self.lines.find(self._line) if self._line else -1
        if place >= 0:
            box = self.visualRect(self.lines.index(place, _PLACES[self._what]))
            high, editor = look().px(ROW), self._editors[self._what]
            gap = look().gap(4)
            left = 0 if box.isEmpty() else box.left() + gap
            wide = (self.viewport().width() - 2 * gap) if box.isEmpty() else box.width() - gap
            if box.isEmpty():  # its column left for want of room
                box = self.visualRect(self.lines.index(place, MESSAGE))
            editor.setGeometry(left, box.center().y() - high // 2 + 1, wide, high)


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _PLAIN


class _Cell(Line):
    """Enter is its own, although it is the list's too."""

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and _is_enter(cast(QKeyEvent, event)):
            event.accept()
            return True
        return super().event(event)


class _Cut(_Cell):
    """Only the caret moves: the words are not edited here."""

    _ALLOWED: Final = frozenset(
        {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Enter}
    )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self._ALLOWED and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()
