"""The question that has the keys: its options under the numbers, or the field where its answer is written."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout

from rcdesk.domain import encuestas
from rcdesk.domain.registro import NO_APLICA, NO_RESPONDE, PreguntaEncuesta, ValorDeRespuesta
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card
from rcdesk.ui.kit.fields import Line
from rcdesk.ui.kit.layout import boxed, column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.survey import KeyOption
from rcdesk.ui.kit.theme import look

_MODE: Final = State("DIGITACIÓN", "keyboard", "accent")
_ASKED: Final = {
    "unica": "una respuesta",
    "si_no": "una respuesta",
    "ordinal": "una respuesta",
    "multiple": "varias respuestas",
    "numero": "un número",
    "texto": "L para escribir",
}


def shown(question: PreguntaEncuesta, value: ValorDeRespuesta) -> tuple[str, str, bool]:
    """Return the key that marks an answer, the answer in words, and whether it says nothing."""
    if value in (None, ()):
        return "", "", True
    if value == NO_RESPONDE:
        return "0", "No responde", True
    if value == NO_APLICA:
        return "–", "No aplica por lo que respondió antes", True
    said = [str(one) for one in (value if isinstance(value, tuple) else (value,))]
    places = {option: str(i) for i, option in enumerate(encuestas.opciones(question), 1)}
    keys = " ".join(places.get(one, "L") for one in said)
    return ("L" if question.tipo == "texto" else "#" if question.tipo == "numero" else keys), ", ".join(said), False


class QuestionBox(Card):
    """Number keys mark, 0 is «no responde», L goes to the text, Enter goes on and Retroceso back."""

    answered = Signal(object)  # the value of the question
    onward = Signal()
    back = Signal()
    placed = Signal()  # it took another place or size

    def __init__(self) -> None:
        super().__init__(raised=False)
        self.setObjectName("pregunta_abierta")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._question: PreguntaEncuesta | None = None
        self._value: ValorDeRespuesta = None
        self._typed = ""  # digits of an option beyond the ninth
        self._options: list[KeyOption] = []
        self._number, self._words = PlainLabel("", "lead", "ink3"), PlainLabel("", "lead", wrap=True)
        self._asked = PlainLabel("", "caption", "ink2")
        self._grid = QGridLayout()
        self._grid.setSpacing(look().gap(8))
        self._line = named("respuesta_escrita", Line(), label="Respuesta")
        self._line.edited.connect(self._write)
        blank = named("no_responde", Button("No responde", key="0", kind="quiet", small=True))
        before = named("pregunta_anterior", Button("Pregunta anterior", key="Retroceso", kind="quiet", small=True))
        self.next = named("siguiente", Button("Siguiente", key="Enter", kind="primary"))
        for button in (blank, before, self.next):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        blank.clicked.connect(self._refuse)
        before.clicked.connect(self.back)
        self.next.clicked.connect(self.onward)
        title = row(Pill(_MODE), self._number, (self._words, 1), self._asked, gap=10)
        foot = row(blank, before, None, self.next, gap=4)
        self.setLayout(column(title, boxed(self._grid), self._line, foot, margins=(16, 12, 14, 12), gap=10))

    def ask(self, number: int, question: PreguntaEncuesta, value: ValorDeRespuesta, *, last: bool) -> None:
        """Ask a question, with the answer that it has."""
        self._question, self._value, self._typed = question, value, ""
        self._number.setText(str(number))
        self._words.setText(encuestas.enunciado(question))
        self._asked.setText(_ASKED[question.tipo])
        self.setAccessibleName(f"{number}. {encuestas.enunciado(question)}")
        self.next.set_words("Guardar formulario" if last else "Siguiente")
        self._lay_options(question)
        written = question.tipo in ("numero", "texto") or encuestas.libre(question)
        self._line.setVisible(written)
        self._line.setPlaceholderText("Otra respuesta: L para escribirla" if encuestas.de_opciones(question) else "")
        self._line.set_value(self._other(question, value))
        self._mark()

    def take_keys(self) -> None:
        """Put the keys here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.placed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.placed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.set_border("accent")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_border("accent" if self._line.hasFocus() else "line")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.text()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.onward.emit()
            case Qt.Key.Key_Backspace:
                self.back.emit()
            case Qt.Key.Key_L if self._line.isVisible():
                self._line.setFocus(Qt.FocusReason.OtherFocusReason)
            case Qt.Key.Key_Escape if self._line.hasFocus():
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            case _ if pressed.isdecimal() and pressed.isascii() and not self._line.hasFocus():
                self._digit(pressed)
            case _:
                super().keyPressEvent(event)

    def _digit(self, pressed: str) -> None:
        """Mark an option; beyond nine options a number may have two digits, and the first one waits for the other."""
        count = len(self._options)
        if not self._typed and pressed == "0":
            self._refuse()
            return
        if not self._options:
            if self._question is not None and self._question.tipo == "numero":
                self._line.setFocus(Qt.FocusReason.OtherFocusReason)
                self._line.insert(pressed)
            return
        self._typed += pressed
        if int(self._typed) * 10 <= count:
            self._asked.setText(f"{self._typed}…")
            return
        place, self._typed = int(self._typed), ""
        if 1 <= place <= count:
            self._choose(self._options[place - 1].word)

    def _choose(self, option: str) -> None:
        question = self._question
        if question is None:
            return
        if question.tipo == "multiple":
            marked = self._value if isinstance(self._value, tuple) else ()
            kept = tuple(one for one in marked if one != option)
            self._say(kept if option in marked else (*kept, option))
            return
        self._say(option)
        self.onward.emit()

    def _refuse(self) -> None:
        self._line.set_value("")
        self._say(NO_RESPONDE)
        self.onward.emit()

    def _write(self) -> None:
        """Take what is written: the answer of an open question, or the other option of a closed one."""
        question, text = self._question, self._line.value()
        if question is None:
            return
        if question.tipo == "multiple":
            known = encuestas.opciones(question)
            marked = self._value if isinstance(self._value, tuple) else ()
            kept = tuple(one for one in marked if one in known)
            self._say((*kept, text) if text else kept)
        else:
            self._say(text or None)

    def _say(self, value: ValorDeRespuesta) -> None:
        self._value = value
        self._mark()
        self.answered.emit(value)

    def _mark(self) -> None:
        marked = self._value if isinstance(self._value, tuple) else (self._value,)
        for option in self._options:
            option.setChecked(option.word in marked)

    def _lay_options(self, question: PreguntaEncuesta) -> None:
        emptied(self._grid)
        words = encuestas.opciones(question) if encuestas.de_opciones(question) else ()
        self._options = [KeyOption(str(place), word) for place, word in enumerate(words, 1)]
        across = 1 if look().large else 3
        for place, (option, word) in enumerate(zip(self._options, words, strict=True)):
            named(f"opcion_{place + 1}", option, label=f"{place + 1}: {word}")
            option.clicked.connect(lambda _checked=False, word=word: self._choose(word))
            self._grid.addWidget(option, place // across, place % across)
        holder = self._grid.parentWidget()
        if holder is not None:
            holder.setVisible(bool(words))

    @staticmethod
    def _other(question: PreguntaEncuesta, value: ValorDeRespuesta) -> str:
        if value in (None, NO_RESPONDE, NO_APLICA):
            return ""
        known = encuestas.opciones(question) if encuestas.de_opciones(question) else ()
        said = value if isinstance(value, tuple) else (value,)
        return next((str(one) for one in said if one not in known), "")
