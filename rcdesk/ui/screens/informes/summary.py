"""Cumplimiento at a glance: components, what is told before printing, hearings and commitments collected."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.domain.hallazgos.avisos import Aviso
from rcdesk.i18n import MESES, numero, plural, porcentaje
from rcdesk.ui.kit.card import Card, Rule, head
from rcdesk.ui.kit.chart import ChartView
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.layout import boxed, column, row, scrolling
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.rows import Column, RowsModel, Table
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.informes.warnings import Warnings
from rcdesk.work.tablero import AudienciaDelAnio, Tablero

_MOST: Final = 4  # hearings in sight
_SIDE: Final = 372  # px at 100 % text
_NO_FIGURES: Final = (
    "Nadie ha reportado todavía lo que se programó en este periodo. Los avances se registran en Cronograma."
)


class Summary(QWidget):
    """`hearing_wanted` carries the key of a hearing to be opened."""

    hearing_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chart = named("grafica_de_cumplimiento", ChartView())
        self.months = named("grafica_de_meses", ChartView())
        self.warnings = Warnings("avisos_del_tablero")
        self._figure = named("cumplimiento_del_plan", PlainLabel("", "display"))
        self._policy = PlainLabel("", "caption", "ink2")
        self._count = named("cuantos_avisos", PlainLabel("", "caption", "ink2"))
        self._year = PlainLabel("", "lead")
        self._note = PlainLabel("", "caption", "ink2", wrap=True)
        self.model = RowsModel(_COLUMNS)
        self.table = named(
            "audiencias_del_anio", Table(self.model, empty="Ninguna todavía."), label="Audiencias del año"
        )
        self.table.row_activated.connect(lambda row_: self.hearing_wanted.emit(row_.id))
        self._nothing = EmptyState("chart-column", "Sin cifras en este periodo", _NO_FIGURES)
        self._build()

    def _build(self) -> None:
        figure = row(self._figure, column(None, self._policy, 5, gap=0), None, gap=10)
        self._chart_card, self._month_card, warned, held = Card(), Card(), Card(), Card()
        self._chart_card.setLayout(
            column(figure, self.chart, (self._nothing, 1), None, margins=(20, 10, 20, 12), gap=6)
        )
        self._month_card.setLayout(column(self.months, margins=(20, 12, 20, 10)))
        warned.setLayout(
            column(head("Antes de imprimir", "", self._count), (self.warnings, 1), margins=(1, 0, 1, 4), gap=0)
        )
        held.setLayout(
            column(
                row(self._year, margins=(20, 10, 12, 6)),
                Rule(),
                self.table,
                row((self._note, 1), margins=(20, 6, 16, 10)),
                margins=(1, 0, 1, 2),
                gap=0,
            )
        )
        if look().large:
            self.warnings.setMinimumHeight(look().px(220))
            inside = column(self._chart_card, warned, held, self._month_card, None, margins=(0, 0, 0, 8))
        else:
            side = boxed(column((warned, 1), held), width=_SIDE)
            main = column((self._chart_card, 1), self._month_card)
            inside = column((row((main, 1), side), 1), margins=(0, 0, 0, 8))
        self.setLayout(column((scrolling(inside), 1), gap=0))

    def show_figures(self, tablero: Tablero) -> None:
        """Show the charts of a plan in a period."""
        self.chart.setVisible(tablero.componentes is not None)
        self._nothing.setVisible(tablero.componentes is None)
        if tablero.componentes is not None:
            self.chart.show_drawn(tablero.componentes)
        self._figure.setText("" if tablero.cumplimiento is None else porcentaje(Decimal(tablero.cumplimiento)))
        self._policy.setText("" if tablero.cumplimiento is None else f"de lo programado, {tablero.politica}")
        self._month_card.setVisible(tablero.meses is not None)
        if tablero.meses is not None:
            self.months.show_drawn(tablero.meses)

    def show_warnings(self, avisos: Sequence[Aviso]) -> None:
        """Show what is told before printing."""
        self.warnings.show_warnings(avisos)
        self._count.setText(plural(len(avisos), "aviso", "avisos") if avisos else "")

    def show_hearings(self, year: int, hearings: Sequence[AudienciaDelAnio]) -> None:
        """Show the hearings of a year."""
        self._year.setText(f"Audiencias de {year}")
        self.model.show(hearings)
        self.table.fit(1 if hearings else 2, _MOST)
        drafts = [_day(one) for one in hearings if not one.aprobada]
        told = "Asist.: personas registradas. Resp.: preguntas respondidas en vivo."
        if drafts:
            told += f" {_drafts(drafts)} sin acta aprobada."
        self._note.setText(told if hearings else "")


def _drafts(days: Sequence[str]) -> str:
    said = " y del ".join(days)
    return f"La del {said} sigue" if len(days) == 1 else f"Las del {said} siguen"


def _day(row_: AudienciaDelAnio) -> str:
    year, month, day = (*row_.fecha.split("-"), "", "")[:3]
    return f"{int(day)} {MESES[int(month) - 1][:3]}" if day else row_.fecha or year


_COLUMNS: Final = (
    Column[AudienciaDelAnio]("Audiencia", _day),
    Column[AudienciaDelAnio]("Asist.", lambda row_: numero(row_.registradas), 66, "right"),
    Column[AudienciaDelAnio]("Preg.", lambda row_: numero(row_.preguntas), 66, "right"),
    Column[AudienciaDelAnio](
        "Resp.",
        lambda row_: (
            "–"
            if row_.respondidas_en_vivo is None
            else porcentaje(Decimal(row_.respondidas_en_vivo.numerator * 100) / row_.respondidas_en_vivo.denominator, 0)
        ),
        74,
        "right",
    ),
)
