"""Why a question does not proceed, or is annulled: a usual reason with one digit, or any words, over the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.campos import LIMITE, largo
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Field, Text
from rcdesk.ui.kit.keycap import KeyCap
from rcdesk.ui.kit.layout import boxed, column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look

_HINT: Final = "Queda en la historia"
Take = Callable[[str], object]
"""What is done with the reason."""


class _Words(Text):
    """A digit takes the usual reason of that number, unless the person has begun to write another."""

    def __init__(self) -> None:
        super().__init__(lines=1 if look().large else 2, most=6, enter_commits=True)
        self.usual: Sequence[str] = ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.text()
        number = int(pressed) if pressed in tuple("123456789") else 0
        if 0 < number <= len(self.usual) and (not self.value() or self.value() in self.usual):
            self.retype(self.usual[number - 1])
        else:
            super().keyPressEvent(event)


class _Usual(QWidget):
    """A reason and its digit; a click takes it."""

    def __init__(self, number: int, words: str, take: Take) -> None:
        super().__init__()
        self._words, self._take = words, take
        self.setAccessibleName(f"{number}: {words}")
        self.setLayout(row(KeyCap(str(number), "ink"), (PlainLabel(words, "body", wrap=True), 1), gap=10))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._take(self._words)


class Reasons(Panel):
    """Asks for a reason. Enter accepts it; Esc goes back, and nothing was done."""

    def __init__(self, window: QWidget, keep: QWidget) -> None:
        self._take: Take | None = None
        self._title = named("titulo_motivo", PlainLabel("", "title"))
        tight = look().large
        self._list = column(gap=0 if tight else 6)
        self._text = named("motivo_pregunta", _Words())
        self._field = Field("Motivo", self._text, hint=_HINT)
        self._go = named("aceptar_motivo", Button("", "", "Enter", "primary"))
        note = PlainLabel("Un número toma un motivo usual; escriba otro si hace falta.", "caption", "ink2")
        layout = column(
            self._title,
            boxed(self._list),
            self._field,
            row((note, 1), self._go, gap=12),
            margins=(16, 8, 16, 10) if tight else (24, 20, 24, 20),
            gap=5 if tight else 12,
        )
        super().__init__(window, layout, where="top", width=600, keep=keep, typing=True)
        self._text.entered.connect(self._accept)
        self._go.clicked.connect(self._accept)

    def ask(self, title: str, verb: str, usual: Sequence[str], take: Take) -> None:
        """Open with the usual reasons; `take` is called with the one given, once the panel is closed."""
        self._take = take
        self._title.setText(title)
        self._go.set_words(verb)
        self._text.usual = usual
        emptied(self._list)
        for number, words in enumerate(usual, 1):
            self._list.addWidget(named(f"motivo_{number}", _Usual(number, words, self._text.retype)))
        self._field.set_value("")
        self.open(self._text)

    def _accept(self) -> None:
        reason = self._text.value().strip()
        if not reason:
            self._field.show_error("Escriba el motivo.")
            return
        if len(reason) > LIMITE:  # the panel is closed before it is refused, and the words with it
            self._field.show_error(f"{largo(reason)} Resúmalo.")
            return
        take, self._take = self._take, None
        self._text.settle()
        self.close_panel()
        if take is not None:
            take(reason)
