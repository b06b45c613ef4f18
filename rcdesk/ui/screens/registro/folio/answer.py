"""A cell that says yes, no or nothing, with one letter."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.paint import crisp
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.folio.looks import consent_word


class Answer(QWidget):
    """S and N say it; Espacio turns it. Those that `may_be_silent` also admit that nothing was said: Supr."""

    edited = Signal()  # by the person

    def __init__(self, *, may_be_silent: bool) -> None:
        super().__init__()
        self._value: bool | None = None
        self._may_be_silent = may_be_silent
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def value(self) -> bool | None:
        """Return what it says; None when nothing."""
        return self._value

    def set_value(self, value: bool | None) -> None:
        """Show a stored answer."""
        self._value = value
        self.setAccessibleDescription(consent_word(value) or "sin respuesta")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_S:
            self._say(True)
        elif key == Qt.Key.Key_N:
            self._say(False)
        elif key == Qt.Key.Key_Space:
            self._say(not self._value)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._may_be_silent:
            self._say(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._say(not self._value)

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = look(), crisp(self)
        painter.setFont(now.font("body"))
        painter.setPen(now.color("ink" if self._value is not None else "ink3"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignVCenter, consent_word(self._value) or "S / N")
        painter.end()

    def _say(self, value: bool | None) -> None:
        self.set_value(value)
        self.edited.emit()
