"""The row in hand: what it says here and what the file says, cell by cell, or why it cannot come in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.cuadro.cotejo import Cambio, Renglon
from rcdesk.ui.excel.looks import Line, fate, short
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.diff import Diff
from rcdesk.ui.kit.fields import Check
from rcdesk.ui.kit.layout import boxed, column, emptied, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.states import State

_SHOWN: Final = 2_000  # letters of a value
_PROMISE: Final = "Nada se guarda hasta Ctrl Enter; después, un solo Ctrl Z lo deshace."
_SENTENCES: Final = {
    "nueva": "No está aquí: entra.",
    "cambia": "Ya está aquí, y cambia.",
    "retira": "Queda retirada, con su motivo.",
    "igual": "Dice lo mismo que aquí.",
    "no_entra": "Corríjala en la hoja y tráigala otra vez.",
}


class RowPane(Card):
    """`taken` when the person says whether the row is brought."""

    taken = Signal(bool)

    def __init__(self) -> None:
        super().__init__(raised=False)
        self._title, self._pill = PlainLabel("", "lead"), Pill(State(""))
        self._what = PlainLabel("", "strong", wrap=True)
        self._why = named("que_pasa_con_la_fila", PlainLabel("", "body", "ink2", wrap=True))
        self._facts = column(gap=10)
        self.take = named("traer_la_fila", Check("Traer esta fila"))
        self.take.edited.connect(lambda: self.taken.emit(self.take.value()))
        self._body = boxed(
            column(
                row(self._title, self._pill, None, gap=10),
                self._what,
                self._why,
                self.take,
                Rule(),
                boxed(self._facts),
                None,
                PlainLabel(_PROMISE, "caption", "ink2", wrap=True),
                gap=8,
            )
        )
        self.setLayout(column((scrolling(column(self._body)), 1), margins=(18, 14, 12, 14)))
        self.show_line(None)

    def show_line(self, line: Line | None) -> None:
        """Show a row; nothing without one."""
        self._body.setVisible(line is not None)
        if line is None:
            return
        one = line.renglon
        self._title.setText(f"Fila {one.numero}")
        self._pill.set_state(fate(line))
        self._what.setText(one.titulo[:_SHOWN])
        said = (one.motivo if one.suerte == "no_entra" else "", _SENTENCES[one.suerte], *one.avisos)
        self._why.setText(" ".join(filter(None, said)))
        self._why.set_tone("danger" if one.suerte == "no_entra" else "ink2")
        self.take.setVisible(line.may)
        self.take.set_value(line.entra)
        emptied(self._facts)
        for fact in _facts(one):
            self._facts.addWidget(fact)


def _facts(one: Renglon) -> Iterator[QWidget]:
    for change in one.cambios:
        yield _fact(change, wrong=one.suerte == "no_entra" and change.campo == one.campo)


def _fact(change: Cambio, *, wrong: bool) -> QWidget:
    """One cell: of a text, what leaves is struck and what comes is underlined."""
    title = PlainLabel(change.titulo, "label", "danger" if wrong else "ink2")
    notes = [PlainLabel(change.aviso, "caption", "warn", wrap=True)] if change.aviso else []
    if change.antes and change.despues and change.prosa:
        both = Diff()
        both.show_texts(change.antes[:_SHOWN], change.despues[:_SHOWN])
        said: QWidget = both
    else:
        words = f"{short(change.antes)}  →  {short(change.despues)}" if change.antes else change.despues[:_SHOWN]
        said = PlainLabel(words, "body", "danger" if wrong else "ink", wrap=True)
    return boxed(column(title, said, *notes, gap=2))
