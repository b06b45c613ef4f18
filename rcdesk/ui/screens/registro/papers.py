"""The attendance list on paper: how many pages were signed, a note, and the list to print."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Field, Line, NumberField
from rcdesk.ui.kit.flow import Flow
from rcdesk.ui.kit.form import Form, Save
from rcdesk.ui.kit.layout import boxed, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.screen import Screen
from rcdesk.work.asistencia import HojasRow

_WORDS: Final = (
    "Sale con las personas registradas por orden de apellido, columna para la firma, renglones en blanco y el texto "
    "de autorización al pie. Desde el visor de PDF se imprime."
)


class Papers(QWidget):
    """`list_wanted` asks for the printed list."""

    list_wanted = Signal()

    def __init__(self, screen: Screen, save: Save) -> None:
        super().__init__()
        self.form = Form(screen, "hojas", save)
        bind = self.form.bind
        fields = Flow(
            (bind("asistencia_folios", Field("Folios firmados", NumberField()), shown=_same), 2),
            (bind("asistencia_convocados", Field("Personas convocadas", NumberField()), shown=_same), 2),
            (bind("asistencia_nota", Field("Nota para el acta", Line(placeholder="Ver listado anexo"))), 4),
            units=4,
            least=72,
        )
        self.save = named("guardar_listado", Button("Listado (PDF)", "printer"))
        self.save.clicked.connect(self.list_wanted)
        layout = column(
            PlainLabel("Listado de asistencia", "strong"),
            PlainLabel(_WORDS, "body", "ink2", wrap=True),
            boxed(row(self.save, None)),
            8,
            fields,
            None,
            margins=(20, 14, 16, 14),
            gap=10,
        )
        self.setLayout(column((scrolling(layout), 1)))

    def show_papers(self, audiencia_id: str, row_: HojasRow) -> None:
        """Show what the hearing says of its list."""
        self.form.show(audiencia_id, row_)


def _same(value: int | None) -> int | None:
    return value
