"""The bar over the table: which plan, which of its activities, as of when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.i18n import fecha_corta
from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.theme import look
from rcdesk.work.planes import PlanRow

_FILTERS = (
    ("todas", "Todas"),
    ("vencidas", "Atrasadas"),
    ("proximas", "Próximas, a 30 días"),
    ("anuladas", "Anuladas"),
)


_WIDEST = 210  # px at 100 % that a filter takes: the name of the plan has the rest


class Bar(QWidget):
    """`changed` when a filter is; `wanted` names a method of the screen."""

    plan_chosen = Signal(str)
    changed = Signal()
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._plan = named("plan", Choice(icon="calendar-days"), label="Plan")
        self._filter = named("ver", Choice(_FILTERS, prefix="Ver"))
        self._who = named("responsable", Choice([("", "Todos")], icon="users", prefix="Responsable"))
        self._cut = named("corte_de_vista", Choice(prefix="Corte"))
        data = named("datos_del_plan", Button("", "pen-line", hint="Datos del plan"))
        more = named("nuevo_plan", Button("", "plus", hint="Nuevo plan"))
        self._new = new = named("nueva_actividad", Button("Nueva actividad", "plus", kind="primary"))
        self._plan.edited.connect(lambda: self.plan_chosen.emit(self._plan.value()))
        for editor in (self._filter, self._who, self._cut):
            editor.edited.connect(self.changed)
        data.clicked.connect(lambda: self.wanted.emit("edit_plan"))
        more.clicked.connect(lambda: self.wanted.emit("new_plan"))
        new.clicked.connect(lambda: self.wanted.emit("new_activity"))
        self._who.setMaximumWidth(look().px(_WIDEST))
        self._filter.setMaximumWidth(look().px(_WIDEST))
        which, how = row((self._plan, 1), data, more), row(self._filter, self._who, self._cut)
        if look().large:
            self.setLayout(column(row(which, None, new), row(how, None)))
        else:
            self.setLayout(row((which, 1), how, new))

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
        return self._filter.value()

    def who(self) -> str:
        """Return whose activities are wanted; empty for everyone's."""
        return self._who.value()

    def cut(self) -> str:
        """Return the date at which the plan is seen."""
        return self._cut.value()
