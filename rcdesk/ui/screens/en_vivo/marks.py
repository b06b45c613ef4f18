"""The text of the capture line: what was read out of it stands in the accent, and Tab may confirm what was not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from rcdesk.domain.captura import Marca
from rcdesk.ui.kit.text import Text
from rcdesk.ui.kit.theme import look


class CaptureLine(Text):
    """`confirm` is called at Tab, and says whether it had something to confirm; else Tab goes on, as always."""

    def __init__(self, confirm: Callable[[], bool]) -> None:
        self._confirm = confirm
        self._marks: Sequence[Marca] = ()
        super().__init__(
            lines=1 if look().large else 2,
            most=5,
            enter_commits=True,
            placeholder="La pregunta, o Nombre: pregunta #tema @dependencia !tipo",
            role="reading",
            bare=True,
        )

    def mark(self, marks: Sequence[Marca]) -> None:
        """Draw these pieces in the accent."""
        if not marks and not self._marks:
            return
        self._marks = marks
        text, form = self.value(), QTextCharFormat()
        form.setForeground(look().color("accent_ink"))
        selections = []
        for mark in marks:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(text[: mark.inicio]))
            cursor.setPosition(_units(text[: mark.fin]), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, form
            selections.append(selection)
        self.setExtraSelections(selections)

    def caret(self) -> int:
        """Return the letter before which the caret stands."""
        place = self.textCursor().position()
        text = self.value()
        return place if text.isascii() else len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))

    def dress(self) -> None:
        super().dress()
        self.mark(self._marks)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return (forward and self._confirm()) or super().focusNextPrevChild(forward)


def _units(text: str) -> int:
    """Return how many places a text takes for Qt, which counts in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
