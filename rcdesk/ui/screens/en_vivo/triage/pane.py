"""The line in hand: how it was pasted, and the question of the queue that asks the same."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.renglones import Existente, Renglon
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule, Well
from rcdesk.ui.kit.layout import boxed, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.en_vivo.triage.looks import fate

_SHOWN: Final = 2_000  # letters: what is longer is read whole once it is a question


class LinePane(Card):
    """`join` asks to join the line to the question that is shown."""

    join = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._pill = PlainLabel("", "lead"), Pill(State(""))
        self._why = PlainLabel("", "body", "ink2", wrap=True)
        self.raw = named("como_se_pego", PlainLabel("", "body", wrap=True))
        self._alike_title = PlainLabel("Una parecida en la cola", "label", "ink2")
        self._code, self._words = PlainLabel("", "strong"), PlainLabel("", "body", wrap=True)
        self._asker = PlainLabel("", "caption", "ink2", elide=True)
        self.unite = named("unir_linea", Button("", "git-merge", "M"))
        self.unite.clicked.connect(self.join)
        self._alike = self._likeness()
        note = "Las palabras de la persona quedan como están. De un chat se quitan solos los botones y la hora."
        self._note = PlainLabel(note, "caption", "ink2", wrap=True)
        self._promise = PlainLabel(
            "Nada se guarda hasta Ctrl Enter; después, un solo Ctrl Z lo deshace.", "caption", "ink2", wrap=True
        )
        raw = Well()
        raw.setLayout(column(self.raw, margins=(14, 10, 12, 12)))
        self._body = boxed(
            column(
                row(self._title, self._pill, None, gap=10),
                self._why,
                PlainLabel("Como se recibió", "label", "ink2"),
                raw,
                self._alike,
                Rule(),
                self._note,
                self._promise,
                None,
                gap=8,
            )
        )
        self.setLayout(column((scrolling(column(self._body)), 1), margins=(18, 14, 12, 14)))
        self.show_line(None, None)

    def _likeness(self) -> QWidget:
        well = Well()
        well.setLayout(column(self._code, self._words, self._asker, margins=(14, 10, 12, 12), gap=6))
        return boxed(column(self._alike_title, well, row(self.unite, None), gap=6))

    def show_line(self, line: Renglon | None, alike: Existente | None) -> None:
        """Show a line, and the question that it resembles."""
        self._body.setVisible(line is not None)
        if line is None:
            return
        self._title.setText(f"Línea {line.n}")
        self._pill.set_state(fate(line))
        self._why.setText(line.nota)
        self._why.setVisible(bool(line.nota))
        self.raw.setText((line.crudo or line.texto)[:_SHOWN])
        self._alike.setVisible(alike is not None)
        if alike is not None:
            self._code.setText(alike.codigo)
            self._words.setText(alike.texto[:_SHOWN])
            self._asker.setText(alike.autor or "Sin autor")
            joined = line.clave == alike.clave
            self.unite.set_words("Separar" if joined else f"Unir a {alike.codigo}")
