"""Two wordings of one text: what left is struck, what came is underlined. Never colour alone, and never markup."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from rcdesk.domain.diferencias import Suerte, diferencias
from rcdesk.ui.kit.paint import Dressed
from rcdesk.ui.kit.theme import look

Side = Literal["antes", "despues", "ambos"]
_HIDDEN: Final[dict[Side, Suerte | None]] = {"antes": "entro", "despues": "salio", "ambos": None}


class Diff(Dressed, QPlainTextEdit):
    """Shows one side, or both in one running text. It takes no keys; it is as tall as its text."""

    def __init__(self, side: Side = "ambos", role: str = "body") -> None:
        super().__init__()
        self._side: Side = side
        self._role = role
        self._texts = ("", "")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.dress()

    def show_texts(self, before: str, after: str) -> None:
        """Show how one became the other."""
        if (before, after) != self._texts:
            self._texts = before, after
            self.setAccessibleName(before if self._side == "antes" else after)
            self.dress()

    def dress(self) -> None:
        self.setFont(look().font(self._role))
        self.clear()
        cursor = QTextCursor(self.document())
        last: Suerte = "igual"
        for kind, text in diferencias(*self._texts):
            if kind != _HIDDEN[self._side]:
                if (last, kind) == ("salio", "entro") and not text[0].isspace():
                    cursor.insertText(" ", _style("igual"))
                cursor.insertText(text, _style(kind))
                last = kind
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(look().px(240), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        layout, block, lines = self.document().documentLayout(), self.document().begin(), 0
        while block.isValid():
            layout.blockBoundingRect(block)
            lines += block.lineCount()
            block = block.next()
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * max(1, lines)) + 2)


def _style(kind: Suerte) -> QTextCharFormat:
    now, style = look(), QTextCharFormat()
    tone = {"igual": "ink", "salio": "danger", "entro": "ok"}[kind]
    style.setForeground(now.color(tone))
    if kind != "igual":
        style.setBackground(now.color(f"{tone}_soft"))
        style.setFontStrikeOut(kind == "salio")
        style.setFontUnderline(kind == "entro")
    return style
