"""The row in hand: what it brings and, of who was already on the list, what the base and the file say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.comparar_personas import COLUMNA_DE, COMPANIONS, Renglon
from rcdesk.domain.registro.asistentes import ENFOQUE
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.fields import Check, Toggle
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.states import State
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.registro.batch.looks import document, fate, label, sentence, told

_SHOWN: Final = 300  # letters of a value
_HIDDEN: Final = COMPANIONS | {"tipo_dicho", "documento_tipo", "documento_numero", "nombre"}
_PROMISE: Final = "Nada se guarda hasta Ctrl Enter; después, un solo Ctrl Z lo deshace."
_UNTOUCHED: Final = "Su ingreso no se toca. Todo se puede deshacer con un solo Ctrl Z."


class RowPane(Card):
    """`chosen` says which stands, «base» or «archivo»; `the_rest` whether the others that wait are decided alike."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title, self._pill = PlainLabel("", "lead"), Pill(State(""))
        self._place = PlainLabel("", "caption", "ink2")
        self._why = named("que_pasa", PlainLabel("", "body", "ink2", wrap=True))
        self._facts = column(gap=8)
        self.answer = named(
            "cual_queda", Toggle((("base", "La base", "1"), ("archivo", "El archivo", "2"))), label="¿Cuál queda?"
        )
        self.answer.edited.connect(lambda: self.chosen.emit(self.answer.value()))
        self.the_rest = named("las_demas", Check("Lo mismo para las otras"))
        self._decide = boxed(column(PlainLabel("¿Cuál queda?", "label", "ink2"), self.answer, self.the_rest, gap=6))
        self._promise = PlainLabel(_PROMISE, "caption", "ink2", wrap=True)
        facts = boxed(self._facts)
        both = (self._decide, facts) if look().large else (facts, self._decide)  # what is asked is in sight
        self._body = boxed(
            column(
                row(self._title, self._pill, None, self._place, gap=10),
                self._why,
                Rule(),
                *both,
                None,
                self._promise,
                gap=8,
            )
        )
        self.setLayout(column((scrolling(column(self._body)), 1), margins=(18, 14, 12, 14)))
        self.show_line(None, "", 0)

    def show_line(self, line: Renglon | None, place: str, others: int) -> None:
        """Show a row; `place` is which it is of those that wait, and `others` how many more do."""
        self._body.setVisible(line is not None)
        if line is None:
            return
        self._title.setText(f"Fila {line.n}")
        self._pill.set_state(fate(line))
        self._place.setText(place)
        self._why.setText(sentence(line))
        emptied(self._facts)
        for fact in _facts(line):
            self._facts.addWidget(fact)
        self._decide.setVisible(bool(line.diferencias) and line.destino != "salta")
        self.answer.set_value(line.queda)
        self.the_rest.setVisible(others > 0)
        self.the_rest.set_words(f"Lo mismo para {'la otra' if others == 1 else f'las otras {others}'}")
        self._promise.setText(_UNTOUCHED if line.id else _PROMISE)


def _facts(line: Renglon) -> Iterator[QWidget]:
    if line.destino == "no_entra":
        yield from _as_in_file(line)
        return
    if line.id:
        yield from _both(line)
        return
    for column_ in ("documento_numero", "nombre"):
        yield _said(label(column_), told(column_, _value(line, column_)))
    shown = {name: value for name, value in line.leida.valores.items() if name not in _HIDDEN}
    for name in [one for one in shown if not one.startswith(ENFOQUE)]:
        yield _said(label(name), told(name, shown[name]))
    if any(name.startswith(ENFOQUE) for name in shown):
        yield _said("Caracterización", told(ENFOQUE, True))


def _both(line: Renglon) -> Iterator[QWidget]:
    """What agrees, and what does not; where there is little room, what does not goes first."""
    differs = {one.columna for one in line.diferencias}
    known = [(column_, _value(line, column_)) for column_ in ("documento_numero", "nombre") if column_ not in differs]
    agreed = [_agreed(label(column_), value) for column_, value in known if value]
    apart = [
        _beside(label(one.columna), told(one.columna, one.base), told(one.columna, one.archivo))
        for one in {label(one.columna): one for one in line.diferencias}.values()
    ]
    yield from (*apart, *agreed) if look().large else (*agreed, *apart)


def _as_in_file(line: Renglon) -> Iterator[QWidget]:
    for field, text in line.leida.celdas.items():
        if field in COLUMNA_DE:
            yield _said(label(COLUMNA_DE[field]), text, "danger" if field == line.leida.campo else "ink")


def _value(line: Renglon, column_: str) -> str:
    return document(line) if column_ == "documento_numero" else line.leida.celdas.get(column_, "")


def _said(title: str, value: str, tone: str = "ink") -> QWidget:
    return boxed(column(PlainLabel(title, "label", "ink2"), PlainLabel(value[:_SHOWN], "body", tone, wrap=True), gap=2))


def _agreed(title: str, value: str) -> QWidget:
    same = row(Glyph("check", "ok", 14), PlainLabel("igual", "caption", "ink2"), gap=6)
    words = row((PlainLabel(value[:_SHOWN], "body", wrap=True), 1), same)
    return boxed(column(PlainLabel(title, "label", "ink2"), words, Rule(), gap=4))


def _beside(title: str, base: str, file: str) -> QWidget:
    def side(heading: str, value: str, role: str) -> QWidget:
        return boxed(
            column(PlainLabel(heading, "caption", "ink2"), PlainLabel(value[:_SHOWN], role, wrap=True), None, gap=2)
        )

    both = row((side("En la base", base, "body"), 1), (side("En el archivo", file, "strong"), 1), gap=12)
    return boxed(column(PlainLabel(title, "label", "ink2"), both, Rule(), gap=4))
