"""The year in bars: how long each activity takes, its dates, and where today is among them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from rcdesk.domain.periodos import meses, primer_dia, ultimo_dia
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.choices import chosen, keep_choice
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.gantt import Axis, DiamondKey, GanttTable, Span, SpanColumn
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import RowsModel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.cronograma.lines import COLUMNS, KINDS, PlanLine, dates_said, group_of, mark_of, number_of
from rcdesk.ui.screens.cronograma.lines_view import LinesView
from rcdesk.ui.screens.cronograma.views import Sight
from rcdesk.work.planes import PlanRow

_REACH: Final = (("", "Todo"), ("S", "El semestre"), ("T", "El trimestre"))
_CHOICE: Final = "cronograma.tramo"
_LARGE: Final = frozenset({"No.", "Actividad", "Fechas", "Estado"})
_FAR: Final = 30  # years to each side of that of a plan


def span_of(line: PlanLine) -> Span | None:
    """From when to when an activity takes, and its dates; None when it has none."""
    own = line.actividad
    known = sorted(filter(None, (own.desde, own.hasta, *own.fechas))) if own is not None else []
    if own is not None and not known and own.proxima:  # it only programmes periods
        known = [own.proxima]
    if own is None or not known:
        return None
    first, last = primer_dia(known[0]), max(map(ultimo_dia, known))
    marks = [(ultimo_dia(mark.fecha), KINDS[mark.estado]) for mark in own.marcas]
    if not marks:
        kind = {"cumplida": "done", "vencida": "late", "vence_hoy": "today"}.get(own.situacion, "next")
        return Span(first, last, ((last, kind),))  # type: ignore[arg-type]  # the words of `Kind`
    return Span(first, last, tuple(marks))


_COLUMNS: Final = (
    Column[PlanLine]("No.", number_of, width=66, strong=True),
    Column[PlanLine](
        "Actividad",
        lambda p: p.actividad.titulo if p.actividad else "",
        width=270,
        icon=lambda p: "circle-alert" if p.actividad and p.actividad.situacion == "vencida" else "",
        tone=lambda p: "danger" if p.actividad and p.actividad.situacion == "vencida" else "ink",
    ),
    SpanColumn[PlanLine]("Fechas", lambda p: dates_said(p) or "sin fecha", tone="ink3", span=span_of),
)


class GanttView(LinesView):
    """At large text, the list with its dates: bars would have no room."""

    hints: ClassVar[str] = "Espacio  registrar avance      ↑ ↓  actividad      F1  teclas"

    def __init__(self, screen: Screen) -> None:
        columns = tuple(one for one in COLUMNS if one.title in _LARGE) if look().large else _COLUMNS
        model: RowsModel[PlanLine] = RowsModel(columns, mark=mark_of)
        self._bars: GanttTable[PlanLine] = GanttTable(model, group_of)
        super().__init__(screen, model, named("tabla_gantt", self._bars, label="Actividades en el año"))
        self._reach = named("tramo", Choice(_REACH, prefix="Ver"))
        self._reach.edited.connect(self._zoom)
        card = Card()
        if look().large:
            card.setLayout(column((self.table, 1), margins=(1, 1, 1, 2)))
            self._reach.setParent(self)
            self._reach.hide()
        else:
            legend = [DiamondKey("cumplida", "done"), DiamondKey("hoy", "today")]
            legend += [DiamondKey("atrasada", "late"), DiamondKey("por venir", "next")]
            foot = row(*legend, None, margins=(16, 8, 16, 8), gap=14)
            card.setLayout(column((self.table, 1), Rule(), foot, margins=(1, 1, 1, 2), gap=0))
            self.tools = self._reach
        self.setLayout(column((card, 1)))

    def show_plan(self, sight: Sight) -> None:
        if self._sight is None:
            self._reach.set_value(chosen(self, _CHOICE))
        super().show_plan(sight)
        self._bars.set_axis(axis_of(sight.plan, sight.corte, self._reach.value()))

    def _zoom(self) -> None:
        keep_choice(self, _CHOICE, self._reach.value())
        if self._sight is not None:
            self._bars.set_axis(axis_of(self._sight.plan, self._sight.corte, self._reach.value()))


def axis_of(plan: PlanRow, corte: str, reach: str) -> Axis:
    """The days of a plan: all of it, or the half or the quarter where the day of the cut is («S», «T»)."""
    today = date.fromisoformat(corte)
    year = plan.vigencia or today.year
    nearest, farthest = max(year - _FAR, 1), min(year + _FAR, 9999)  # a mistyped year would draw months by thousands
    first = max(primer_dia(plan.desde or str(year)), date(nearest, 1, 1))
    last = min(ultimo_dia(plan.hasta or str(year)), date(farthest, 12, 31))
    if last < first:  # it begins after the year that it says
        first = min(first, date(farthest, 1, 1))
        last = date(first.year, 12, 31)
    if reach:
        day = min(max(today, first), last)
        length = 6 if reach == "S" else 3
        a, b = meses(f"{day.year:04}-{reach}{(day.month - 1) // length + 1}")
        first, last = primer_dia(a), ultimo_dia(b)
    return Axis(first.replace(day=1), ultimo_dia(last.isoformat()[:7]), today)
