"""A small panel over the work: with which question one is grouped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.preguntas import leer_codigo
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Field, Line
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.panel import Panel
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.work.cola import PreguntaRow

Find = Callable[[str | None, int], PreguntaRow | None]
"""Finds a question by its desk's letter and its number."""


class Grouping(Panel):
    """Asks for the number of the question whose answer is shared, and shows it before Enter takes it.

    Whoever hears `chosen` closes it.
    """

    chosen = Signal(str)  # the key of that question

    def __init__(self, window: QWidget, keep: QWidget) -> None:
        self._find: Find | None = None
        self._row: PreguntaRow | None = None
        self._own = ""
        self._title = PlainLabel("", "title")
        self._number = named("agrupar_con", Line(placeholder="14"))
        self._field = Field("Con la pregunta número", self._number)
        self._told = named("agrupar_con_cual", PlainLabel("", "body", "ink2", wrap=True))
        go = named("agrupar_ahora", Button("Agrupar", "layers", "Enter", "primary"))
        layout = column(self._title, self._field, self._told, row(None, go), margins=(24, 20, 24, 20), gap=12)
        super().__init__(window, layout, where="top", width=520, keep=keep, typing=True)
        self._number.edited.connect(self._look)
        self._number.returnPressed.connect(self._go)
        go.clicked.connect(self._go)

    def ask(self, row_: PreguntaRow, find: Find) -> None:
        """Open for a question."""
        self._find, self._own, self._row = find, row_.id, None
        self._title.setText(f"Agrupar la {row_.codigo} con otra")
        self._field.set_value("")
        self._told.setText("Comparten la respuesta; quién preguntó y cómo lo dijo quedan en cada una.")
        self.open(self._number)

    def _look(self) -> None:
        code = leer_codigo(self._number.text())
        self._row = self._find(*code) if code is not None and self._find is not None else None
        if self._row is None:
            self._told.setText("No hay una pregunta con ese número." if self._number.text().strip() else "")
        else:
            self._told.setText(f"{self._row.codigo}  {self._row.autor}: {self._row.texto[:200]}")
        self.place()

    def _go(self) -> None:
        if self._row is None:
            self._field.show_error("Escriba el número de la otra pregunta.")
        elif self._row.id == self._own:
            self._field.show_error("Una pregunta no se agrupa consigo misma.")
        else:
            self.chosen.emit(self._row.id)

    def refuse(self, text: str) -> None:
        """Say why not; what was typed stays."""
        self._field.show_error(text)
