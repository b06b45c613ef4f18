"""The column in hand: where it goes, how it is answered, and what becomes of each value that is no option."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from rcdesk.domain.columnas_de_encuesta import letras
from rcdesk.domain.columnas_y_preguntas import FECHA, FUERA, NUEVA
from rcdesk.domain.encuestas import de_opciones, enunciado, opciones
from rcdesk.domain.palabras import TIPO_PREGUNTA_ENCUESTA, con_mayuscula
from rcdesk.domain.registro import PreguntaEncuesta
from rcdesk.domain.valores_de_formulario import NADA, OPCION, OTRO, ValorLeido
from rcdesk.domain.valores_de_formulario import NUEVA as OPCION_NUEVA
from rcdesk.i18n import numero, plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.fields import Choice, Field
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.encuesta.bringing.looks import ColumnRow, fate, sentence

_SHOWN: Final = 25  # values that are decided one by one here
_SEEN: Final = 8  # answers that are shown as they are written
_ELSEWHERE: Final = ((FUERA, "No se trae"), (FECHA, "Fecha de la respuesta"), (NUEVA, "Pregunta nueva"))
_PROMISE: Final = "Nada se guarda hasta Ctrl Enter; después, un solo Ctrl Z lo deshace."
_HOW: Final = {"parecido": "se parece", "libre": "otra respuesta", "abierto": "por decidir"}


class Becoming(Choice):
    """What a value becomes. A letter chooses nothing here: N and L are the columns' keys; arrows open its list.

    What is chosen is decided at once and the next value takes its place: an arrow that went through the options one by
    one would have decided them all.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            else:
                self.showPopup()
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)


class ColumnPane(Card):
    """`sent` carries another destination, `typed` another kind of question, `decided` a value and what it becomes.

    `the_next` and `the_rest` are asked with the columns' own keys, N and L, which mean the same here.
    """

    sent = Signal(str)
    typed = Signal(str)
    decided = Signal(str, str)
    the_rest = Signal()
    the_next = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title, self._pill = PlainLabel("", "lead"), Pill(State(""))
        self._words = PlainLabel("", "body", wrap=True)
        self._said = named("que_pasa_con_la_columna", PlainLabel("", "caption", "ink2", wrap=True))
        self.goes = named("columna_se_trae_como", Choice())
        kinds = [(value, con_mayuscula(word)) for value, word in TIPO_PREGUNTA_ENCUESTA.items()]
        self.kind = named("columna_se_responde", Choice(kinds))
        self._goes = Field("Se trae como", self.goes)
        self._kind = Field("Cómo se responde", self.kind)
        self._values_title = PlainLabel("", "label", "ink2")
        self._values = column(gap=10)
        self.rest = named("decidir_las_demas", Button("Las demás, como otra respuesta", "", "L", "quiet", small=True))
        self.goes.edited.connect(lambda: self.sent.emit(self.goes.value()))
        self.kind.edited.connect(lambda: self.typed.emit(self.kind.value()))
        self.rest.clicked.connect(self.the_rest)
        self.choices: list[Choice] = []
        self._body = boxed(
            column(
                row(self._title, self._pill, None, gap=10),
                self._words,
                self._said,
                Rule(),
                self._goes,
                self._kind,
                self._values_title,
                boxed(self._values),
                row(self.rest, None),
                None,
                PlainLabel(_PROMISE, "caption", "ink2", wrap=True),
                gap=8,
            )
        )
        self.setLayout(column((scrolling(column(self._body)), 1), margins=(18, 14, 12, 14)))
        self._body.hide()

    def show_column(self, found: ColumnRow | None, questions: Sequence[PreguntaEncuesta]) -> None:
        """Show a column; `questions` are those of the survey that it may answer."""
        self._body.setVisible(found is not None)
        if found is None:
            return
        self._title.setText(f"Columna {letras(found.columna)}")
        self._pill.set_state(fate(found))
        self._words.setText(found.columna.titulo[:300] or "sin título")
        self._said.setText(sentence(found))
        where = [(one.codigo, f"{n}. {enunciado(one)}") for n, one in enumerate(questions, 1)]
        self.goes.set_options([*_ELSEWHERE, *where])
        self.goes.set_value(found.encargo.destino)
        self._goes.setVisible(not found.columna.de_quien)
        new = found.encargo.destino == NUEVA and found.leida is not None
        self._kind.setVisible(new)
        self.kind.set_value(found.leida.pregunta.tipo if found.leida is not None else None)
        self._show_values(found)

    def take_keys(self) -> None:
        """Put the keys where something waits, else where the column goes."""
        waiting = next((one for one in self.choices if not one.value()), self.goes)
        waiting.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key(), event.modifiers():
            case Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier:
                self.the_next.emit()
            case Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier if self.rest.isVisible():
                self.the_rest.emit()
            case _:
                super().keyPressEvent(event)

    def _show_values(self, found: ColumnRow) -> None:
        """Show each value that is no option; of an open question, some answers as they are written."""
        place = next((i for i, one in enumerate(self.choices) if one.hasFocus()), -1)
        emptied(self._values)
        self.choices = []
        read = found.leida
        self._values_title.setVisible(read is not None or found.encargo.destino == FECHA)
        told = read.valores if read is not None else ()
        self.rest.setVisible(read is not None and de_opciones(read.pregunta) and read.por_decidir > 1)
        if not told or read is None:
            self._values_title.setText("Queda así" if read is not None else "Dice")
            for text, many in _kept(found):
                self._values.addWidget(_seen(text, many))
            return
        self._values_title.setText("No son opciones de la pregunta")
        waiting = sorted(told, key=lambda one: one.como != "abierto")
        for value in waiting[:_SHOWN]:
            self._values.addWidget(self._value(read.pregunta, value))
        for before, after in pairwise((self.kind, *self.choices)):
            QWidget.setTabOrder(before, after)
        if len(told) > _SHOWN:
            more = plural(len(told) - _SHOWN, "valor más", "valores más")
            self._values.addWidget(PlainLabel(f"Y {more}.", "caption", "ink2"))
        kept = _kept(found)
        if kept:
            self._values.addWidget(PlainLabel("Queda así", "label", "ink2"))
        for text, many in kept:
            self._values.addWidget(_seen(text, many))
        if 0 <= place < len(self.choices):
            self.choices[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _value(self, question: PreguntaEncuesta, value: ValorLeido) -> QWidget:
        options = [("", "Por decidir…")]
        if de_opciones(question):
            options += [(OPCION + one, one) for one in opciones(question) if one != value.texto[:200]]
            options += [(OTRO, "Otra respuesta, como está escrita"), (OPCION_NUEVA, "Agregarla a las opciones")]
        options.append((NADA, "No responde"))
        choice = Becoming(options)
        choice.set_value(value.queda)
        number = len(self.choices) + 1
        named(f"valor_{number}", choice, label=f"«{value.texto[:60]}», {value.cuantas}, queda como")
        choice.edited.connect(lambda: self.decided.emit(value.texto, choice.value()))
        self.choices.append(choice)
        how = _HOW.get(value.como, "")
        tone = "warn" if value.como == "abierto" else "ink2"
        head = row(
            (PlainLabel(f"«{value.texto[:200]}»", "body", wrap=True), 1),
            PlainLabel(f"{numero(value.cuantas)}", "strong"),
            gap=8,
        )
        return boxed(column(head, PlainLabel(how, "caption", tone), choice, gap=3))


def _kept(found: ColumnRow) -> list[tuple[str, int]]:
    """What the column says once it is read, the answers of one person apart; as it is written when it is not read."""
    if found.columna.de_quien:
        return []
    if found.leida is None:
        return list(found.columna.cuenta.items())[:_SEEN]
    count: Counter[str] = Counter()
    for text, value in found.leida.respuestas.items():
        for one in value if isinstance(value, tuple) else (value,):
            if one is not None:
                count[str(one)] += found.columna.cuenta[text]
    order = {option: place for place, option in enumerate(opciones(found.leida.pregunta))}
    shown = _SHOWN if de_opciones(found.leida.pregunta) else _SEEN
    return sorted(count.items(), key=lambda pair: (order.get(pair[0], len(order)), -pair[1]))[:shown]


def _seen(text: str, many: int) -> QWidget:
    return boxed(row((PlainLabel(text[:200], "body", wrap=True), 1), PlainLabel(numero(many), "body", "ink2"), gap=8))
