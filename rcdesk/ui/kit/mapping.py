"""The columns of a file, each with what it becomes here; what is guessed can be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from rcdesk.domain.celdas import letra
from rcdesk.domain.columnas import Tabla
from rcdesk.ui.kit.card import Well
from rcdesk.ui.kit.check import Check
from rcdesk.ui.kit.choice import Choice
from rcdesk.ui.kit.layout import boxed, column, emptied, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.theme import look

_IN_SIGHT: Final = 6  # columns that fit in the sheet without moving them
_LEAST: Final = 145  # px of a column's card at 100 % text


class Mapping(QWidget):
    """`fields` are what a column may be: (value, words), the first one for what is not brought.

    `changed` when the person says that a column is another thing, that there are headings, or another sheet.
    """

    changed = Signal()
    came = Signal(bool)  # whether there are columns to show
    sheet_chosen = Signal(str)

    def __init__(self, fields: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._fields = fields
        self.headings = named("fila_de_titulos", Check("La fila 1 son títulos"))
        self.headings.edited.connect(self.changed)
        self.sheet = named("hoja_del_archivo", Choice(prefix="Hoja"), label="Hoja")
        self.sheet.edited.connect(lambda: self.sheet_chosen.emit(self.sheet.value()))
        self._choices: list[Choice] = []
        self._columns = row(gap=6)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(boxed(self._columns))
        top = row(self.headings, None, self.sheet, gap=12)
        self.setLayout(column(top, self._area, margins=(16, 0, 16, 8), gap=6))
        self.forget()

    def forget(self) -> None:
        """What is open has no columns."""
        emptied(self._columns)
        self._choices = []
        self.came.emit(False)

    def set_fields(self, fields: Sequence[tuple[str, str]]) -> None:
        """Say what the columns of the next file may be, where it depends on the file."""
        self._fields = fields

    def show_table(self, tabla: Tabla, fields: Sequence[str], *, titles: bool) -> None:
        """Show the columns of a file."""
        self.forget()
        self.headings.set_words(f"La fila {tabla.filas[0].numero if tabla.filas else 1} son títulos")
        self.headings.set_value(titles)
        self.sheet.set_options([(name, name) for name in tabla.hojas])
        self.sheet.set_value(tabla.hoja)
        self.sheet.setVisible(len(tabla.hojas) > 1)
        first = tabla.filas[0].celdas if tabla.filas else ()
        for place, field in enumerate(fields):
            title = first[place].strip() if titles and place < len(first) else ""
            self._columns.addWidget(self._card(place, title, field), 1)
        self._area.setVisible(bool(fields))  # who has another way to say it shows only the sheets
        self._area.setFixedHeight(look().px(76) + (0 if len(fields) <= _IN_SIGHT else 14))
        self.came.emit(True)

    def fields(self) -> tuple[str, ...]:
        """Return what the person says that each column is."""
        return tuple(choice.value() for choice in self._choices)

    def _card(self, place: int, title: str, field: str) -> QWidget:
        letter = letra(place)
        choice = Choice(self._fields)
        choice.set_value(field)
        named(f"columna_{letter.lower()}", choice, label=f"La columna {letter}, {title[:60] or 'sin título'}, es")
        choice.edited.connect(self.changed)
        self._choices.append(choice)
        well = Well()
        head = row(PlainLabel(letter, "strong", "ink" if field else "ink3"), (_title(title), 1), gap=8)
        well.setLayout(column(head, choice, margins=(10, 6, 8, 8), gap=4))
        well.setMinimumWidth(look().px(_LEAST))
        return well


def _title(title: str) -> PlainLabel:
    return PlainLabel(title[:200] or "sin título", "caption", "ink2", elide=True)
