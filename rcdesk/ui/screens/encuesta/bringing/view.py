"""The sheet of a form's file: its columns, and the one in hand. It takes the place of the survey."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal

from rcdesk.i18n import plural
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.proposal import Proposal
from rcdesk.ui.kit.rows import RowsModel, Table
from rcdesk.ui.screens.encuesta.bringing.looks import COLUMNS, COUNTERS, ColumnRow
from rcdesk.ui.screens.encuesta.bringing.pane import ColumnPane

NEW_SURVEY: Final = ""


class BringingView(Proposal):
    """`aimed` when the answers are for another survey."""

    aimed = Signal()

    def __init__(self) -> None:
        model: RowsModel[ColumnRow] = RowsModel(COLUMNS)
        self.columns_table: Table[ColumnRow] = named(
            "columnas_del_formulario", Table(model), label="Columnas del archivo"
        )
        self.pane = ColumnPane()
        self.target = named("encuesta_de_destino", Choice(prefix="Para"), label="Encuesta a la que van")
        super().__init__(
            "formulario",
            model,
            self.columns_table,
            self.pane,
            keep=named("traer_respuestas", Button("", "", "Ctrl Enter", kind="primary")),
            detail=named("ver_columna", Button("Ver columna", "chevron-right", kind="quiet", small=True)),
            counters=COUNTERS,
            fields=(),
        )
        self.target.edited.connect(self.aimed)
        self.columns_table.row_activated.connect(lambda _row: self.open_row())
        head = row((self.names, 1), self.columns, self.detail, self.target, margins=(20, 10, 16, 8), gap=10)
        foot = row(None, self.leave, self.keep, margins=(20, 10, 14, 12), gap=6)
        self.lay_out(head, foot, back="Columnas", shares=(27, 11))
        self.mapping.headings.hide()

    def show_many(self, new: int) -> None:
        """Say on the button how many answers would come in now."""
        self.keep.set_words(f"Traer {plural(new, 'respuesta', 'respuestas')}")
        self.keep.setEnabled(bool(new))

    def open_row(self) -> None:
        """Go to what is asked of the column in hand."""
        if self.panes.folded:
            self.panes.open_detail()
        self.pane.take_keys()

    def take_keys(self) -> None:
        """Put the keys in the list of columns."""
        self.columns_table.setFocus(Qt.FocusReason.OtherFocusReason)
