"""Who is at the door, as a card readable from a step away: the likeliest person, or that they were already in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.fields import Field, Toggle
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.paint import Dressed, crisp
from rcdesk.ui.kit.palette import draw_marked
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.looks import consent, origin, veiled
from rcdesk.work.candidatos import CandidatoRow

ANSWERS = (("si", "Sí autoriza", "S"), ("no", "No autoriza", "N"), ("papel", "Firma en papel", "P"))
"""What a person may answer about the use of their data: value, words, key."""


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
    """`accepted` is Enter: check in, or go on to the next person. It never answers for the person."""

    accepted = Signal()
    annul_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quien")
        self._name, self._facts = MarkedName(), PlainLabel("", "reading", "ink2", elide=True)
        self._glyph = Glyph("user-check", "ink2", 28)
        self._was = PlainLabel("Ya estaba", "display")
        self._state, self._consent = Pill(consent(None)), Pill(consent(None))
        self._place = PlainLabel("", "caption", "ink2")
        self.consent = named("autoriza", Toggle(ANSWERS))
        self._asked = Field(
            "¿Autoriza el uso de sus datos?", self.consent, hint="si ya respondió; si no, se pregunta luego"
        )
        self.go = named("registrar_ingreso", Button("Registrar ingreso", "", "Enter", "primary"))
        self.go.clicked.connect(self.accepted)
        self._undo = named("anular_ingreso", Button("Fue un error: anular…", "trash-2", kind="quiet", small=True))
        self._undo.clicked.connect(self.annul_wanted)
        head = boxed(row(self._glyph, self._was, None, gap=12))
        self._head = head
        words = column(head, self._name, self._facts, row(self._state, self._consent, self._place, None, gap=8), gap=4)
        top = row((words, 1), column(None, self.go, self._undo, None, gap=6), gap=16)
        self.setLayout(column(top, self._asked, margins=(24, 16, 24, 18), gap=10))

    def show_candidate(self, row_: CandidatoRow, typed: str, place: str) -> None:
        """Show the likeliest person; `place` is which of those found it is (`1 de 4`)."""
        self._show(row_, typed, already=False)
        self._place.setText(f"{place}  ·  ↓ elige otra" if look().large else "")
        self._asked.setVisible(row_.autorizacion is None and not row_.hora_llegada and not look().large)
        self.go.set_words("Registrar ingreso" if not row_.hora_llegada else "Ver que ya ingresó")

    def show_already(self, row_: CandidatoRow) -> None:
        """Say that they were already in: nobody failed and nobody owes anything."""
        self._show(row_, "", already=True)
        self._asked.hide()
        self._place.setText("")
        self.go.set_words("Siguiente persona")

    def answer(self) -> str:
        """Return what the person answered, if they were asked now."""
        return self.consent.value() if not self._asked.isHidden() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, row_: CandidatoRow, typed: str, *, already: bool) -> None:
        document = veiled(row_.documento_tipo, row_.documento_numero)
        first = f"Ingresó a las {row_.hora_llegada}" if already else document
        self._name.set_name(row_.nombre, typed)
        self._facts.setText("   ·   ".join(filter(None, (first, row_.grupo))) or "Sin documento")
        self._head.setVisible(already)
        self._undo.setVisible(already)
        self._state.setVisible(not already)
        self._state.set_state(None if already else origin(row_))
        self._consent.set_state(None if row_.origen != "asistente" or already else consent(row_.autorizacion))
        self.consent.set_value(None)
        self.set_colors("neutral_soft" if already else "surface", "edge" if already else "line")
        self.setAccessibleName(f"{'Ya estaba: ' if already else ''}{row_.nombre}. {self._facts.text()}")
