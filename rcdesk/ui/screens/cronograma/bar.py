"""The bars over a plan: which one, how it is looked at, which of its activities, as of when."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.i18n import fecha_corta, numero
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


def _quarters(year: str) -> list[str]:
    """The last day of each quarter of a year, the latest first: the cuts that are asked for."""
    return [f"{year}-{day}" for day in ("12-31", "09-30", "06-30", "03-31")]


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
        self._tools: QWidget | None = None
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
        paper = named("imprimir_cronograma", Button("", "printer", hint="Imprimir el cronograma"))
        paper.clicked.connect(lambda: self.wanted.emit("printing.print_out"))
        which = row((self._plan, 1), data, more, excel, paper)
        filters = row(*self._filters.values())
        if look().large:
            self._beside = row(filters, None)
            self.setLayout(column(row((which, 1)), row(self._tabs, None, self._new), self._beside))
        else:
            self._beside = row(self._tabs, None, filters)
            self.setLayout(column(row((which, 1), self._new), self._beside))

    def show_plans(self, plans: Sequence[PlanRow], chosen: PlanRow, today: str) -> None:
        """Offer the plans, and the dates at which the chosen one may be seen: today, and that of its own cut."""
        self._plan.set_options([(plan.id, plan.nombre) for plan in plans])
        self._plan.set_value(chosen.id)
        dates = [(today, f"Hoy, {fecha_corta(today)}")]
        if chosen.corte and len(chosen.corte) == len(today) and chosen.corte != today:
            dates.append((chosen.corte, f"{fecha_corta(chosen.corte)}, del plan"))
        dates += [(day, fecha_corta(day)) for day in _quarters(str(chosen.vigencia or today[:4])) if day < today]
        kept = self._cut.value()
        self._cut.set_options(dates)
        self._cut.set_value(kept if kept in dict(dates) else today)

    def show_view(self, view: str, filters: Collection[str], tools: QWidget | None) -> None:
        """Mark the tab of a view, and leave only the filters that mean something in it, after its own tools."""
        if tools is not self._tools:
            if self._tools is not None:
                self._beside.removeWidget(self._tools)
                self._tools.hide()
            self._tools = tools
            if tools is not None:
                self._beside.insertWidget(self._beside.count() - 1, tools)
                tools.show()
        self._tabs.choose(view)
        for name, editor in self._filters.items():
            editor.setVisible(name in filters)

    def show_doubts(self, many: int) -> None:
        """Say beside its word how many things the reviewer finds in the plan."""
        word = next(entry.word for entry in VIEWS if entry.id == "avisos")
        self._tabs.set_words("avisos", f"{word} {numero(many)}" if many else word)

    def walking(self) -> bool:
        """Whether the person goes from tab to tab with the keys."""
        focus = QApplication.focusWidget()
        return focus is not None and self._tabs.isAncestorOf(focus)

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
