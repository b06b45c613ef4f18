"""The questions of a survey, one under another: number, words, how it is answered and how many answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal

from rcdesk.domain.palabras import TIPO_PREGUNTA_ENCUESTA, con_mayuscula
from rcdesk.domain.resultados import BASE_PEQUENA
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.layout import Item, column
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.kit.theme import look
from rcdesk.work.resultados import PreguntaRow

_WIDE: Final = 344


class QuestionList(Card):
    """A card with the questions; `over` and `under` stand above and below them."""

    chosen = Signal(object)  # the row, or None
    opened = Signal()  # Enter or a click: to see it whole, when only one pane fits

    def __init__(self, name: str, *, over: Item = None, under: Item = None, based: bool = True) -> None:
        super().__init__()
        self._model: RowsModel[PreguntaRow] = RowsModel(_COUNTED if based else _WRITTEN)
        self.table: Table[PreguntaRow] = named(
            name, Table(self._model, empty="Todavía no hay preguntas."), label="Preguntas de la encuesta"
        )
        self.table.horizontalHeader().hide()
        self.table.row_selected.connect(self.chosen)
        self.table.row_activated.connect(self.opened)
        self.table.clicked.connect(self.opened)
        above: list[Item] = [over, Rule()] if over is not None else []
        below: list[Item] = [Rule(), under] if under is not None else []
        self.setLayout(column(*above, 4, (self.table, 1), *below, margins=(1, 1, 1, 3), gap=0))
        if not look().large:
            self.setFixedWidth(look().px(_WIDE))

    def show_rows(self, rows: Sequence[PreguntaRow]) -> None:
        """Show these; the first is chosen if none was."""
        self._model.show(rows)
        if rows and self.table.current() is None:
            self.table.select_key(rows[0].id)

    def current(self) -> PreguntaRow | None:
        """Return the chosen question."""
        return self.table.current()


def kind(row: PreguntaRow) -> str:
    """«Una sola opción»."""
    return con_mayuscula(TIPO_PREGUNTA_ENCUESTA[row.pregunta.tipo])


def _counted(row: PreguntaRow) -> str:
    """«Una sola opción · base 27»; a base too small to speak in percent says so, with its mark."""
    if row.base is None:
        return f"{kind(row)}  ·  sin datos"
    small = ", pequeña" if _small(row) else ""
    return f"{kind(row)}  ·  base {row.base}{small}"


def _small(row: PreguntaRow) -> bool:
    return row.base is not None and 0 < row.base < BASE_PEQUENA


_NUMBER = Column[PreguntaRow]("", lambda row: str(row.numero), width=52, tone="ink3")
_COUNTED = (
    _NUMBER,
    Column[PreguntaRow](
        "Pregunta",
        lambda row: row.enunciado,
        note=_counted,
        note_tone=lambda row: "warn" if _small(row) else "ink2",
        note_icon=lambda row: "triangle-alert" if _small(row) else "",
    ),
)
_WRITTEN = (_NUMBER, Column[PreguntaRow]("Pregunta", lambda row: row.enunciado, note=kind))
