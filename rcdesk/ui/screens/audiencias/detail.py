"""The chosen hearing, beside the list: when, where, and what may become of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rcdesk.i18n import dia_de_la_semana, fecha_larga
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.layout import boxed, column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.pill import Pill
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.states import ANULADO, AUDIENCIA, UNKNOWN
from rcdesk.ui.kit.theme import look
from rcdesk.ui.leads import possible
from rcdesk.work.audiencias import AudienciaRow

_WIDE = 340


class Detail(QWidget):
    """`wanted` says what to do with it: open, annul, restore, or a step of `leads.py`."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("audiencia_elegida")
        self._told: AudienciaRow | None = None
        self._pill = named("estado_elegida", Pill(UNKNOWN))
        self._name = named("nombre_elegida", PlainLabel("", "lead", wrap=True))
        self._facts = column(gap=6)
        self._steps = column(gap=6)
        top = column(row(self._pill, None), self._name, margins=(20, 16, 20, 14), gap=8)
        card = Card()
        facts = boxed(column(self._facts, margins=(20, 12, 20, 14)))
        steps = boxed(column(self._steps, margins=(20, 14, 20, 18)))
        card.setLayout(column(top, Rule(), facts, Rule(), steps, None, margins=(1, 0, 1, 2), gap=0))
        self.setLayout(column((card, 1)))
        self.setFixedWidth(look().px(_WIDE))

    def show_row(self, row_: AudienciaRow | None) -> None:
        """Tell about a hearing; without one there is nothing to tell."""
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            part.setVisible(row_ is not None)
        if row_ is None or row_ == self._told:
            return
        self._told = row_
        self._pill.set_state(ANULADO if row_.anulada is not None else AUDIENCIA[row_.estado])
        self._name.setText(row_.nombre)
        emptied(self._facts)
        for label, value in _facts(row_):
            word = PlainLabel(label, "caption", "ink2")
            word.setFixedWidth(look().px(78))
            word.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._facts.addLayout(row(word, (PlainLabel(value, "body", wrap=True), 1), gap=8))
        emptied(self._steps)
        for item in self._buttons(row_):
            self._steps.addWidget(item)

    def _buttons(self, row_: AudienciaRow) -> list[QWidget]:
        if row_.anulada is not None:
            return [self._button("restore", "Restaurar la audiencia", "history")]
        steps = [self._button(step.method, step.title, step.icon) for step in possible(row_.estado)]
        return [
            self._button("open", "Abrir", "arrow-right", key="Enter"),
            *steps,
            self._button("copy", "Nueva a partir de esta…", "copy"),
            self._button("save_calendar", "Guardar para el calendario (.ics)", "calendar-days"),
            self._button("annul", "Anular, con motivo…", "trash-2", key="Supr"),
        ]

    def _button(self, method: str, words: str, icon: str, *, key: str = "") -> Button:
        kind = "secondary" if method == "open" else "quiet"
        button = named(f"hacer_{method}", Button(words, icon, key, "secondary" if kind == "secondary" else "quiet"))
        button.clicked.connect(lambda: self.wanted.emit(method))
        return button


def hours(row_: AudienciaRow) -> str:
    """Return «09:00 a 11:00», as far as it is known."""
    return " a ".join(filter(None, (row_.hora, row_.hora_fin)))


def _facts(row_: AudienciaRow) -> list[tuple[str, str]]:
    when = f"{fecha_larga(row_.fecha)}, {dia_de_la_semana(row_.fecha)}".rstrip(", ") if row_.fecha else "por definir"
    found = [
        ("Fecha", when),
        ("Hora", hours(row_) or "por definir"),
        ("Lugar", row_.lugar or "por definir"),
        ("Modalidad", (row_.modalidad or "por definir").capitalize()),
        ("Código", row_.codigo),
    ]
    if row_.anulada is not None:
        found.append(("Anulada", row_.anulada))
    return found
