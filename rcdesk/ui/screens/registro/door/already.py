"""«Ya estaba»: who, since when and at which desk; and what else may be wanted, each with its key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import Item, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look
from rcdesk.work.candidatos import CandidatoRow

_AGAIN: Final = "Salió y vuelve a entrar"
_OTHER: Final = "Es otra persona con la misma cédula"


class Already(Card):
    """Nobody failed and nobody owes anything: a calm colour. `accepted` goes on to the next person."""

    accepted = Signal()

    def __init__(self) -> None:
        super().__init__(fill="neutral_soft", border="edge")
        self.setObjectName("ya_estaba")
        self._name = PlainLabel("", "title", elide=True)
        self._facts = PlainLabel("", "reading", "ink2", wrap=True)
        go = named("siguiente_persona", Button("Siguiente persona", "", "Enter", "primary"))
        go.clicked.connect(self.accepted)
        head = row(Glyph("user-check", "ink2", 28), PlainLabel("Ya estaba", "display"), None, gap=12)
        words = column(head, self._name, self._facts, gap=4)
        self.setLayout(row((words, 1), go, margins=(24, 16, 18, 18), gap=16))

    def tell(self, row_: CandidatoRow, facts: str) -> None:
        """Say who it is, and the facts of how they came in."""
        self._name.setText(row_.nombre)
        self._facts.setText(facts)
        self.setAccessibleName(f"Ya estaba: {row_.nombre}. {facts}")


class Offers(Card):
    """What may be wanted of who was already in, under the card that says it."""

    exit_wanted = Signal()
    return_wanted = Signal()
    apart_wanted = Signal()
    annul_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("algo_mas_que_hacer")
        self._back = named("anotar_reingreso", Button("Reingreso", "", "Ctrl 1"))
        self._apart = named("registrar_aparte", Button("Registrar aparte", "", "Ctrl 2"))
        self._annul = named("anular_ingreso", Button("Anular…", "", "Ctrl 3"))
        self._out = named("anotar_salida", Button("Anotar salida", "", "Ctrl 4"))
        self._back.clicked.connect(self.return_wanted)
        self._apart.clicked.connect(self.apart_wanted)
        self._annul.clicked.connect(self.annul_wanted)
        self._out.clicked.connect(self.exit_wanted)
        self._wrong = PlainLabel("", "strong")
        self._wrong.setParent(self)
        head = row(PlainLabel("¿Algo más que hacer?", "label", "ink2"), None, margins=(20, 9, 16, 9))
        rows = self._buttons() if look().large else self._rows()
        self.setLayout(column(head, Rule(), (rows, 1), margins=(1, 1, 1, 2), gap=0))

    def _rows(self) -> QWidget:
        again, other, out = (PlainLabel(words, "strong") for words in (_AGAIN, _OTHER, "Sale ahora"))
        return scrolling(
            column(
                _offer(again, "Anota la segunda entrada con su hora. No cuenta dos veces.", self._back),
                Rule(),
                _offer(other, "Se registra aparte y queda un aviso para la secretaría.", self._apart),
                Rule(),
                _offer(self._wrong, "Se anula con motivo; queda en el historial.", self._annul),
                Rule(),
                _offer(out, "Deja de contar entre los presentes, con su hora.", self._out),
                Rule(),
                None,
                margins=(24, 10, 18, 0),
                gap=10,
            )
        )

    def _buttons(self) -> QWidget:
        """At large text there is room for what each does, not for when."""
        self._wrong.hide()
        first = row(self._back, self._apart, None, gap=10)
        return scrolling(column(first, row(self._annul, self._out, None, gap=10), None, margins=(20, 10, 16, 10)))

    def offer(self, row_: CandidatoRow) -> None:
        """Offer what can be done with this person."""
        self._wrong.setText(f"El ingreso de las {row_.hora_llegada} fue un error")
        self._out.setEnabled(row_.fuera is None)


def _offer(title: PlainLabel, words: str, button: Button) -> Item:
    said = PlainLabel(words, "body", "ink2", wrap=True)
    return row((column(title, said, gap=2), 1), button, gap=16)
