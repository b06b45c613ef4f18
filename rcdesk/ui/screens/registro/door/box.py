"""The one box: a name, a document or an organisation, typed without looking at the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.fields import Line
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import Dressed
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look


class Box(Dressed, Card):
    """`moved` are the arrows, that choose among who was found; `entered` is Enter, and `left` is Esc."""

    typed = Signal()
    moved = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(border="accent")
        self.line = named(
            "buscar_persona", Line(role="title", bare=True, placeholder="Nombre o documento, o pase la cédula")
        )
        self.line.setAccessibleName("Quién llega: nombre, documento o entidad")
        self._hint = PlainLabel("", "caption", "ink2")
        self._keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Down: lambda: self.moved.emit(1),
            Qt.Key.Key_Up: lambda: self.moved.emit(-1),
            Qt.Key.Key_Return: self.entered.emit,
            Qt.Key.Key_Enter: self.entered.emit,
            Qt.Key.Key_Escape: self.left.emit,
        }
        self.line.installEventFilter(self)
        self.line.edited.connect(self.typed)
        self.setLayout(row(Glyph("search", "ink2", 24), (self.line, 1), self._hint, margins=(20, 0, 20, 0), gap=12))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self.dress()

    def dress(self) -> None:
        self.setFixedHeight(look().px(50 if look().large else 64))
        self._hint.setText("" if look().large else "Enter registra  ·  ↓ elige otra  ·  Insert persona nueva")

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text().strip()

    def empty(self) -> None:
        """Leave the box ready for the next person."""
        self.line.set_value("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            told = self._keys.get(Qt.Key(event.key()))
            if told is not None:
                told()
                return True
        return super().eventFilter(watched, event)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            self.set_border("accent" if now is self.line else "line")
            self._hint.setVisible(now is self.line and not look().large)
