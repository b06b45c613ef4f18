"""Who was read, as a card to be confirmed: nobody comes in before a person at the desk says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.autorizaciones import Respuesta
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule, Well
from rcdesk.ui.kit.fields import Check, Toggle
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.consent import Consent

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FACTS: Final = 3
_WHICH: Final = (("cedula", "El de la cédula", "1"), ("lista", "El de la lista", "2"))


@dataclass(frozen=True, slots=True, repr=False)
class Leido:
    """What the card says. `otro` is the name of the list, when that of the cédula is another."""

    titulo: str
    hora: str
    nombre: str
    grupo: str
    datos: tuple[tuple[str, str], ...]
    verbo: str
    otro: str = ""
    autorizacion: bool | None = None
    """What they answered before about their data; None asks it now."""
    menor: bool = False
    guarda: str = ""
    """What is kept of a cédula; empty for a card of ours, that says nothing of anybody."""


class Reading(Card):
    """`accepted` is Enter: they come in."""

    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("leido")
        self._title, self._hour = PlainLabel("", "strong", "ok"), PlainLabel("", "caption", "ink2")
        self._name = named("leido_nombre", PlainLabel("", "display", elide=True))
        self._group = PlainLabel("", "reading", "ink2", elide=True)
        self._go = named("ingresar_leido", Button("Registrar ingreso", "", "Enter", "primary"))
        self._go.clicked.connect(self.accepted)
        self._facts = tuple(_Fact() for _ in range(_FACTS))
        self._well = Well()
        self._well.setLayout(row(*((fact, 1) for fact in self._facts), margins=(16, 8, 16, 8), gap=16))
        head = row(Glyph("scan-line", "ok", 18), self._title, None, self._hour, gap=8)
        top = row((column(self._name, self._group, gap=2), 1), self._go, gap=16)
        self.setLayout(column(head, top, self._well, margins=(24, 14, 24, 18), gap=8))

    def tell(self, leido: Leido) -> None:
        """Show who it is."""
        self._title.setText(leido.titulo)
        self._hour.setText(leido.hora)
        self._group.setText(leido.grupo)
        self._group.setVisible(bool(leido.grupo))
        self._go.set_words(leido.verbo)
        for place, fact in enumerate(self._facts):
            fact.tell(*(leido.datos[place] if place < len(leido.datos) else ("", "")))
        self._well.setVisible(bool(leido.datos) and not (look().large and leido.otro))  # the names need its room
        self.show_name(leido.nombre)

    def show_name(self, name: str) -> None:
        """Show the name with which they will come in."""
        self._name.setText(name)
        self.setAccessibleName(f"{self._title.text()}: {name}. {self._group.text()}".strip())


class _Fact(QWidget):
    """A word and what it says of someone."""

    def __init__(self) -> None:
        super().__init__()
        self._word, self._value = PlainLabel("", "caption", "ink2"), PlainLabel("", "strong", elide=True)
        self.setLayout(column(self._word, self._value, gap=1))

    def tell(self, word: str, value: str) -> None:
        """Show it, or nothing."""
        self._word.setText(word)
        self._value.setText(value)
        self.setVisible(bool(word))


class Confirming(Card):
    """Under the card: which name stays, what they answer about their data, and what is kept of a cédula.

    It has the keys while it is there: 1 and 2, S, N and P, Enter and Esc. Whatever else is typed is for the box.
    """

    accepted = Signal()
    left = Signal()
    chosen = Signal(str)  # the name that stays

    def __init__(self, box: QWidget) -> None:
        super().__init__()
        self.setObjectName("confirmar_lectura")
        self.setAccessibleName("Confirmar lo leído")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box = box
        self._read, self._listed = PlainLabel("", "strong", wrap=True), PlainLabel("", "strong", "ink2", wrap=True)
        self.which = named("que_nombre_queda", Toggle(_WHICH), label="Qué nombre queda")
        self.which.edited.connect(self._choose)
        self.consent = Consent("autoriza_leido")
        self._answered, self._mark = PlainLabel("", "body"), Glyph("check", "ok", 18)
        self._kept = PlainLabel("", "body", "ink2", wrap=True)
        self._names = self._build_names()
        self._before = boxed(row(self._mark, (self._answered, 1), margins=(24, 12, 24, 12), gap=10))
        self._asking = boxed(column(self.consent, margins=(24, 12, 24, 14)))
        keeps = row(Glyph("shield-check", "ink2", 18), (self._kept, 1), margins=(24, 12, 24, 12), gap=10)
        self._keeps = boxed(keeps)
        self.straight = named("tarjeta_directa", Check("Ingresar sin Enter al leer tarjetas QR"))
        self._cards = boxed(row(self.straight, None, margins=(24, 12, 24, 12)))
        parts = column(self._names, self._before, self._asking, Rule(), self._keeps, self._cards, None, gap=0)
        body = scrolling(parts) if look().large else boxed(parts)
        self.setLayout(column((body, 1), margins=(2, 2, 2, 3), gap=0))

    def _build_names(self) -> QWidget:
        note = PlainLabel("" if look().large else "se queda el de la cédula si no dice otra cosa", "caption", "ink2")
        head = row(PlainLabel("El nombre no es idéntico", "strong"), None, note, margins=(24, 10, 24, 10))
        pair = row(
            (column(PlainLabel("En la cédula", "caption", "ink2"), self._read, gap=1), 1),
            (column(PlainLabel("En la lista", "caption", "ink2"), self._listed, gap=1), 1),
            gap=16,
        )
        body = column(pair, self.which, margins=(24, 12, 24, 16), gap=8)
        return boxed(column(head, Rule(), body, Rule(), gap=0))

    def tell(self, leido: Leido) -> None:
        """Ask what there is to ask of who was read."""
        self._read.setText(leido.nombre)
        self._listed.setText(leido.otro)
        self._names.setVisible(bool(leido.otro))
        self.which.set_value("cedula")
        self.consent.start()
        self.consent.set_minor(leido.menor)
        asked = leido.autorizacion is None
        self._asking.setVisible(asked)
        self._before.setVisible(not asked)
        self._mark.set_glyph(*(("check", "ok") if leido.autorizacion else ("ban", "ink2")))
        self._answered.setText(
            "Autorizó el uso de sus datos." if leido.autorizacion else "No autorizó el uso de sus datos."
        )
        self._kept.setText(leido.guarda)
        self._keeps.setVisible(bool(leido.guarda))
        self._cards.setVisible(not leido.guarda)

    def keys(self) -> str:
        """Say the keys that matter now."""
        which = "1 2  qué nombre queda      " if not self._names.isHidden() else ""
        return f"Enter  registrar      {which}Esc  dejarlo"

    def answer(self) -> Respuesta | None:
        """Return what they answered now, if they were asked and did."""
        answer = self.consent.answer() if not self._asking.isHidden() else Respuesta()
        return answer or None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.set_border("accent")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_border("line")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif (editor := self._editor_of(event.text())) is not None:
            QCoreApplication.sendEvent(editor, event)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.text().isprintable() and event.text():
            self._box.setFocus(Qt.FocusReason.OtherFocusReason)
            QCoreApplication.sendEvent(self._box, event)
        else:
            super().keyPressEvent(event)

    def _editor_of(self, letter: str) -> QWidget | None:
        """Return which question a letter answers, of those that are asked."""
        asked = (("12", self._names, self.which), ("snp", self._asking, self.consent.data))
        here = (editor for letters, part, editor in asked if letter.casefold() in letters and not part.isHidden())
        return next(here, None) if letter else None

    def _choose(self) -> None:
        self.chosen.emit((self._listed if self.which.value() == "lista" else self._read).text())
