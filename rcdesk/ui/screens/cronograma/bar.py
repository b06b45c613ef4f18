"""The bars over a plan: which one, how it is looked at, which of its activities, as of when."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.i18n import fecha_corta
from rcdesk.ui.excel.bringing import excel_button
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.tabs import Tabs
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.cronograma.views import VIEWS
from rcdesk.work.planes import PlanRow

_FILTERS = (
    ("todas", "Todas"),
    ("vencidas", "Atrasadas"),
    ("proximas", "Próximas, a 30 días"),
    ("anuladas", "Anuladas"),
)
_WIDEST = 230  # px at 100 % that a filter takes: the tabs have the rest


class Bar(QWidget):
    """`changed` when a filter is, `view_chosen` with the id of a view; `wanted` names a method of the screen."""

    plan_chosen = Signal(str)
    view_chosen = Signal(str)
    changed = Signal()
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._plan = named("plan", Choice(icon="calendar-days"), label="Plan")
        self._tabs = named("vistas", Tabs([(view.id, view.word) for view in VIEWS], under=True), label="Vistas")
        self._filter = named("ver", Choice(_FILTERS, prefix="Ver"))
        self._who = named("responsable", Choice([("", "Todos")], icon="users", prefix="Responsable"))
        self._cut = named("corte_de_vista", Choice(prefix="Corte"))
        self._filters = {editor.objectName(): editor for editor in (self._filter, self._who, self._cut)}
        self._new = named("nueva_actividad", Button("Nueva actividad", "plus", kind="primary"))
        self._build()

    def _build(self) -> None:
        data = named("datos_del_plan", Button("", "pen-line", hint="Datos del plan"))
        more = named("nuevo_plan", Button("", "plus", hint="Nuevo plan"))
        self._plan.edited.connect(lambda: self.plan_chosen.emit(self._plan.value()))
        self._tabs.chosen.connect(self.view_chosen)
        for editor in self._filters.values():
            editor.edited.connect(self.changed)
            editor.setMaximumWidth(look().px(_WIDEST))
        data.clicked.connect(lambda: self.wanted.emit("edit_plan"))
        more.clicked.connect(lambda: self.wanted.emit("new_plan"))
        self._new.clicked.connect(lambda: self.wanted.emit("new_activity"))
        excel = excel_button()
        excel.clicked.connect(lambda: self.wanted.emit("excel.offer"))
        which = row((self._plan, 1), data, more, excel)
        if look().large:
            self.setLayout(
                column(row((which, 1)), row(self._tabs, None, self._new), row(*self._filters.values(), None))
            )
        else:
            self.setLayout(column(row((which, 1), self._new), row(self._tabs, None, *self._filters.values())))

    def show_plans(self, plans: Sequence[PlanRow], chosen: PlanRow, today: str) -> None:
        """Offer the plans, and the dates at which the chosen one may be seen: today, and that of its own cut."""
        self._plan.set_options([(plan.id, plan.nombre) for plan in plans])
        self._plan.set_value(chosen.id)
        dates = [(today, f"Hoy, {fecha_corta(today)}")]
        if chosen.corte and len(chosen.corte) == len(today) and chosen.corte != today:
            dates.append((chosen.corte, f"{fecha_corta(chosen.corte)}, del plan"))
        kept = self._cut.value()
        self._cut.set_options(dates)
        self._cut.set_value(kept if kept in dict(dates) else today)

    def show_view(self, view: str, filters: Collection[str]) -> None:
        """Mark the tab of a view, and leave only the filters that mean something in it."""
        self._tabs.choose(view)
        for name, editor in self._filters.items():
            editor.setVisible(name in filters)

    def show_names(self, names: Sequence[str]) -> None:
        """Offer those who answer for something."""
        self._who.set_options([("", "Todos"), *((name, name) for name in names)])

    def clear_filters(self) -> None:
        """Let every activity be seen."""
        self._filter.set_value("todas")
        self._who.set_value("")

    def set_calm(self, calm: bool) -> None:
        """Leave the filled button to a form that is open."""
        self._new.set_calm(calm)

    def filter(self) -> str:
        """Return which activities are wanted."""
        return self._filter.value() if self._filter.isVisibleTo(self) else "todas"

    def who(self) -> str:
        """Return whose activities are wanted; empty for everyone's."""
        return self._who.value() if self._who.isVisibleTo(self) else ""

    def cut(self) -> str:
        """Return the date at which the plan is seen."""
        return self._cut.value()
