"""Lo que vence: the counts above the table that they summarise."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal

from rcdesk.domain.seguimiento import Plazo
from rcdesk.i18n import en_dias_habiles
from rcdesk.ui.kit.card import Badge, Card, head
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import Column, RowsModel, Table
from rcdesk.ui.kit.states import POR_VENCER, VENCE_HOY, VENCIDO, State
from rcdesk.work.inicio import InicioView
from rcdesk.work.vencimientos import Tipo, VencimientoRow

_MOST: Final = 5  # rows shown, the latest first
_STATES: Final[dict[Plazo, State]] = {
    "vencido": VENCIDO,
    "hoy": VENCE_HOY,
    "por_vencer": POR_VENCER,
    "con_tiempo": State("Con tiempo", "circle-dashed"),
}

_ICONS: Final[dict[Tipo, str]] = {
    "actividad": "calendar-days",
    "compromiso": "handshake",
    "pregunta": "message-circle",
}


class DueCard(Card):
    """`row_activated` is a row that the person wants to open."""

    row_activated = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._late, self._today = Badge("0", "vencidos", "danger"), Badge("0", "vencen hoy", "warn")
        self._week, self._month = Badge("0", "esta semana"), Badge("0", "en 30 días")
        self._met = Badge("0", "compromisos a cargo cumplidos")
        self._model: RowsModel[VencimientoRow] = RowsModel(_COLUMNS)
        self.table = named("por_vencer", Table(self._model, empty="Nada por vencer."), label="Lo que vence")
        self.table.row_activated.connect(self.row_activated)
        badges = (self._late, self._today, self._week, self._month, self._met)
        counts = row(*badges, None, margins=(20, 2, 20, 14), gap=36)
        title = head("Lo que vence", "actividades, compromisos y respuestas, en días hábiles")
        self.setLayout(column(title, counts, self.table, margins=(1, 0, 1, 2), gap=0))

    def show_view(self, view: InicioView) -> None:
        """Show what is owed on the day of the view."""
        late, today = view.vence.en("vencido"), view.vence.en("hoy")
        self._late.set_count(str(late), "vencido" if late == 1 else "vencidos", "danger")
        self._today.set_count(str(today), "vence hoy" if today == 1 else "vencen hoy", "warn")
        self._week.set_count(str(view.vence.en("semana")), "esta semana")
        self._month.set_count(str(view.vence.en("mes")), "en 30 días")
        self._met.set_count(f"{view.cumplidos} de {view.compromisos}", "compromisos a cargo cumplidos")
        for badge, count in ((self._late, late), (self._today, today)):
            badge.setVisible(count > 0)  # a zero in red would shout
        self._model.show(view.vence.filas[:_MOST])
        self.table.setFixedHeight(max(self.table.content_height(), self.table.horizontalHeader().height() + 40))


_COLUMNS = (
    Column[VencimientoRow]("No.", lambda r: r.numero, 96, icon=lambda r: _ICONS[r.tipo]),
    Column[VencimientoRow]("Qué", lambda r: r.que, strong=True, note=lambda r: r.responsable),
    Column[VencimientoRow](
        "Vence", lambda r: en_dias_habiles(r.dias), 164, tone=lambda r: "danger" if r.dias < 0 else "ink", drop=1
    ),
    Column[VencimientoRow]("Estado", lambda r: _STATES[r.plazo].word, 124, state=lambda r: _STATES[r.plazo]),
)
