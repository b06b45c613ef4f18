"""Whose it is to answer: an office of the entity, or another entity that is competent, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.errors import RuleError
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import DateField, Field, Line
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel

_LAW: Final = "Se traslada en cinco días hábiles y se le informa a quien preguntó (Ley 1755 de 2015, art. 21)."


class Assigning(Panel):
    """Asks to which office the question falls; whoever hears `chosen` closes it."""

    chosen = Signal(str)

    def __init__(self, window: QWidget, keep: QWidget) -> None:
        self._title = PlainLabel("", "title")
        self._office = named("asignar_a", Line(placeholder="Secretaría, oficina…"))
        self._field = Field("Dependencia", self._office)
        go = named("asignar_ahora", Button("Asignar", "user-check", "Enter", "primary"))
        layout = column(self._title, self._field, row(None, go), margins=(24, 20, 24, 20), gap=12)
        super().__init__(window, layout, where="top", width=520, keep=keep, typing=True)
        self._office.returnPressed.connect(self._go)
        go.clicked.connect(self._go)

    def ask(self, code: str, office: str, offices: Sequence[str]) -> None:
        """Open for a question, with what is known of it and the offices to offer."""
        self._title.setText(f"Asignar la {code}")
        self._office.set_suggestions(offices)
        self._field.set_value(office)
        self.open(self._office)
        self._office.selectAll()

    def _go(self) -> None:
        if not self._office.value():
            self._field.show_error("Escriba a qué dependencia le toca.")
        else:
            self.chosen.emit(self._office.value())

    def refuse(self, text: str) -> None:
        """Say why not; what was typed stays."""
        self._field.show_error(text)


class Sending(Panel):
    """Asks to which entity the question is sent, and on which day; whoever hears `chosen` closes it."""

    chosen = Signal(str, str)  # entity, date (AAAA-MM-DD)

    def __init__(self, window: QWidget, keep: QWidget) -> None:
        self._title = PlainLabel("", "title")
        self._entity = named("trasladar_a", Line(placeholder="Gobernación, ministerio, empresa de servicios…"))
        self._day = named("trasladar_fecha", DateField(partial=False))
        self._to, self._when = Field("Entidad competente", self._entity), Field("Fecha del traslado", self._day)
        go = named("trasladar_ahora", Button("Trasladar", "corner-up-right", "Enter", "primary"))
        layout = column(
            self._title,
            row((self._to, 3), (self._when, 1), gap=12),
            PlainLabel(_LAW, "caption", "ink2", wrap=True),
            row(None, go),
            margins=(24, 20, 24, 20),
            gap=12,
        )
        super().__init__(window, layout, where="top", width=640, keep=keep, typing=True)
        self._entity.returnPressed.connect(self._go)
        self._day.returnPressed.connect(self._go)
        go.clicked.connect(self._go)

    def ask(self, code: str, entity: str, today: str) -> None:
        """Open for a question, with the entity that is known of it."""
        self._title.setText(f"Trasladar la {code} por competencia")
        self._to.set_value(entity)
        self._when.set_value(today)
        self.open(self._entity)

    def _go(self) -> None:
        try:
            day = self._day.value()
        except RuleError as error:
            self._when.show_error(str(error))
            return
        if not self._entity.value():
            self._to.show_error("Escriba a qué entidad se traslada.")
        elif not day:
            self._when.show_error("Escriba la fecha.")
        else:
            self.chosen.emit(self._entity.value(), day)

    def refuse(self, text: str) -> None:
        """Say why not; what was typed stays."""
        self._to.show_error(text)
