"""«No se leyó bien»: nothing of it was kept, nobody was registered; what usually helps, and how to try the reader."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal

from rcdesk.domain.lector import Ilegible
from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.glyph import Glyph
from rcdesk.ui.kit.layout import Item, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look

_HINTS: Final = (
    (
        "id-card",
        "El código está al respaldo",
        "Es el rectángulo de puntos, debajo de la huella. En la cédula digital, las tres líneas de letras.",
    ),
    ("scan-line", "A un palmo y sin plástico", "El brillo de la funda es la causa más común."),
    (
        "keyboard",
        "Con los dedos también sirve",
        "Escriba el número completo o parte del nombre: la lista aparece de una vez.",
    ),
)
_ORDINALS: Final = ("", "Primera", "Segunda", "Tercera", "Cuarta", "Quinta", "Sexta", "Séptima", "Octava", "Novena")


class Unread(Card):
    """What happened, readable at two metres."""

    def __init__(self) -> None:
        super().__init__(fill="danger_soft", border="danger")
        self.setObjectName("no_se_leyo")
        self._detail = named("no_se_leyo_detalle", PlainLabel("", "body", "ink2", wrap=True))
        head = row(
            Glyph("circle-alert", "danger", 28), PlainLabel("No se leyó bien", "display", "danger"), None, gap=12
        )
        self._what = PlainLabel("", "reading", wrap=True)
        self.setLayout(column(head, self._what, self._detail, margins=(24, 16, 24, 18), gap=4))

    def tell(self, lectura: Ilegible) -> None:
        """Say what to do, and how much came of what was read."""
        thing = "la tarjeta" if lectura.clase == "codigo" else "la cédula"
        self._what.setText(f"Pase {thing} otra vez, o escriba el documento aquí arriba.")
        self._detail.setText(f"{_how_much(lectura)} No se registró a nadie.")
        self.setAccessibleName(f"No se leyó bien. {self._what.text()} {self._detail.text()}")


class Hints(Card):
    """What usually helps; `trial_wanted` is to see what the reader types."""

    trial_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ayudas_de_lectura")
        self._count = named("lecturas_fallidas", PlainLabel("", "body", "ink2", wrap=look().large))
        self._trial = named("probar_lector", Button("Probar el lector", "scan-line"))
        self._trial.clicked.connect(self.trial_wanted)
        lines: list[Item] = []
        for place, hint in enumerate(_HINTS):
            lines += [*([Rule()] if place else []), _hint(*hint)]
        hints = column(*lines, None, margins=(24, 8, 24, 8), gap=0)
        foot = row((self._count, 1), self._trial, margins=(24, 12, 24, 14), gap=12)
        self.setLayout(column((scrolling(hints), 1), Rule(), foot, margins=(1, 1, 1, 2), gap=0))

    def count(self, failed: int) -> None:
        """Say how many readings failed here today."""
        told = f"{_ORDINALS[failed]} lectura fallida" if failed < len(_ORDINALS) else f"{failed} lecturas fallidas"
        self._count.setText(f"{told} en este puesto hoy")


def _hint(icon: str, title: str, words: str) -> Item:
    said = column(PlainLabel(title, "strong"), PlainLabel(words, "body", "ink2", wrap=True), gap=1)
    return row(column(2, Glyph(icon, "ink2", 20), None), (said, 1), margins=(0, 12, 0, 12), gap=14)


def _how_much(lectura: Ilegible) -> str:
    if lectura.esperadas and lectura.letras < lectura.esperadas:
        return f"El lector entregó {lectura.letras} de {lectura.esperadas} letras."
    if lectura.esperadas:
        return "Llegaron todas las letras, pero no cuadran entre sí."
    return f"El lector entregó {plural(lectura.letras, 'letra', 'letras')}, sin el número o el nombre completos."
