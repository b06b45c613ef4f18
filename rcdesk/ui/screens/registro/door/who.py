"""Who is at the door, as a card readable from a step away: the likeliest person."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rcdesk.domain.autorizaciones import Respuesta, es_menor
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.marked import draw_marked
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import Dressed, crisp
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.consent import Consent
from rcdesk.ui.screens.registro.looks import consent, origin, veiled
from rcdesk.work.candidatos import CandidatoRow


class MarkedName(Dressed, QWidget):
    """A name with the letters that matched behind a mark, so that the eye sees why it was found."""

    def __init__(self) -> None:
        super().__init__()
        self._name = self._typed = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dress()

    def dress(self) -> None:
        self.setFixedHeight(look().px(38))

    def set_name(self, name: str, typed: str) -> None:
        """Show a name and mark in it what was typed."""
        self._name, self._typed = name, typed
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = crisp(self)
        draw_marked(painter, self.rect().toRectF(), self._name, self._typed, role="display")
        painter.end()


class Who(Card):
    """`accepted` is Enter: check in whoever it is. It never answers for the person."""

    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quien")
        self._shown = ("", "")
        self._name, self._facts = MarkedName(), PlainLabel("", "reading", "ink2", elide=True)
        self._state, self._answered = Pill(consent(None)), Pill(consent(None))
        self._place = PlainLabel("", "caption", "ink2")
        self.consent = Consent("autoriza", hint="si ya respondió; si no, se pregunta luego")
        self._go = named("registrar_ingreso", Button("Registrar ingreso", "", "Enter", "primary"))
        self._go.clicked.connect(self.accepted)
        states = row(self._state, self._answered, self._place, None, gap=8)
        top = row((column(self._name, self._facts, states, gap=4), 1), column(None, self._go, None, gap=6), gap=16)
        self.setLayout(column(top, self.consent, margins=(24, 16, 18, 18), gap=10))

    def show_candidate(self, row_: CandidatoRow, typed: str, place: str) -> None:
        """Show the likeliest person; `place` is which of those found it is (`1 de 4`)."""
        facts = (veiled(row_.documento_tipo, row_.documento_numero), row_.grupo)
        self._name.set_name(row_.nombre, typed)
        self._facts.setText("   ·   ".join(filter(None, facts)) or "Sin documento")
        self._state.set_state(origin(row_))
        self._answered.set_state(consent(row_.autorizacion) if row_.origen == "asistente" else None)
        self._place.setText(f"{place}  ·  ↓ elige otra" if look().large else "")
        if (row_.origen, row_.id) != self._shown:  # what they have just answered stays while the list is read again
            self.consent.start()
        self._shown = (row_.origen, row_.id)
        self.consent.set_minor(es_menor(row_.documento_tipo))
        self.consent.setVisible(row_.autorizacion is None and not row_.hora_llegada and not look().large)
        self._go.set_words(_verb(row_))
        self.setAccessibleName(f"{row_.nombre}. {self._facts.text()}")

    def forget(self) -> None:
        """Nobody is at the door: what was answered is nobody's."""
        self._shown = ("", "")

    def answer(self) -> Respuesta | None:
        """Return what the person answered, if they were asked now."""
        said = self.consent.answer() if not self.consent.isHidden() else None
        return said or None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        else:
            super().keyPressEvent(event)


def _verb(row_: CandidatoRow) -> str:
    if row_.fuera:
        return "Registrar reingreso"
    return "Ver que ya ingresó" if row_.hora_llegada else "Registrar ingreso"
