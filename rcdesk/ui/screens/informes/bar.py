"""The bars over the figures: of which plan, what is looked at, in which period, as of when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Choice, DateField
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.tabs import Tabs
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.informes.asked import TABS, WHOLE, period_options
from rcdesk.work.planes import PlanRow

_DAY = 128  # px at 100 % text that a date takes
_PERIOD = 280


class Bar(QWidget):
    """`changed` when anything of it does; `wanted` names a method of the screen."""

    changed = Signal()
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.plan = named("plan_del_informe", Choice(icon="calendar-days"), label="Plan")
        self.tabs = named("vistas_de_informes", Tabs([(tab.id, tab.word) for tab in TABS], under=True), label="Vistas")
        self.period = named("periodo_del_informe", Choice(period_options(()), prefix="Periodo"))
        self.cut = named("corte_del_informe", DateField(partial=False), label="Corte")
        self._day = ""
        self._cut_word = PlainLabel("Corte", "body", "ink2")
        self.export = named("exportar_informe", Button("Exportar", "download"))
        self.print = named("informe_en_pdf", Button("Informe en PDF", "printer", kind="primary"))
        self.plan.edited.connect(self.changed)
        self.tabs.chosen.connect(lambda _tab: self.changed.emit())
        self.period.edited.connect(self.changed)
        self.cut.committed.connect(self._take_day)
        self.export.clicked.connect(lambda: self.wanted.emit("outputs.offer"))
        self.print.clicked.connect(lambda: self.wanted.emit("preview_report"))
        self._build()

    def _build(self) -> None:
        self.cut.setFixedWidth(look().px(_DAY))
        self.period.set_value(WHOLE)
        when = row(self._cut_word, self.cut, gap=6)
        first = row((self.plan, 1), self.export, self.print)
        if look().large:
            self.setLayout(column(first, row(self.tabs, None, when), row((self.period, 1))))
        else:
            self.period.setFixedWidth(look().px(_PERIOD))
            self.setLayout(column(first, row(self.tabs, None, self.period, when)))

    def show_plans(self, plans: Sequence[PlanRow], chosen: str) -> None:
        """Offer the plans."""
        self.plan.set_options([(plan.id, plan.nombre) for plan in plans])
        self.plan.set_value(chosen)

    def show_periods(self, periods: Sequence[str], chosen: str) -> None:
        """Offer the periods of the plan; one that it has no more is the whole plan."""
        self.period.set_options(period_options(periods))
        self.period.set_value(chosen if chosen in periods else WHOLE)

    def show_what_matters(self, *, plan: bool, period: bool) -> None:
        """Leave only what means something for what is looked at."""
        self.plan.setEnabled(plan)
        self.period.setVisible(period)

    def show_day(self, iso: str) -> None:
        """Show the day of the figures."""
        self._day = iso
        self.cut.set_value(iso)

    def day(self, today: date) -> date:
        """The day of the figures: the last one that could be read, and today while none is typed."""
        return date.fromisoformat(self._day) if self._day else today

    def _take_day(self) -> None:
        self._day = self.cut.value()
        self.changed.emit()
