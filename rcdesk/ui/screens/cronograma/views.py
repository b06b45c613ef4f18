"""The ways of looking at a plan: what each offers to the screen that holds it, and which there are."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import ClassVar, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.screen import Screen
from rcdesk.work.planes import PlanRow
from rcdesk.work.vista_de_plan import CronogramaView

PLAN_TABLES: Final = frozenset({"planes", "componentes", "actividades", "programaciones", "seguimientos"})
"""What most views read."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be seen: a plan, as it stood on a day (already read), and which of its activities.

    `filtro` is one of `work.vista_de_plan.Filtro`; `responsable` is empty for everyone's.
    """

    plan: PlanRow
    corte: str
    view: CronogramaView
    filtro: str = "todas"
    responsable: str = ""

    @property
    def anio(self) -> str:
        """The year that its dates need not say."""
        return str(self.plan.vigencia or self.corte[:4])

    @property
    def filtered(self) -> bool:
        """Whether some activities are left out."""
        return self.filtro != "todas" or bool(self.responsable)


class View(QWidget):
    """One way of looking at the plan in sight. Made when it is first looked at, with the screen that holds it.

    It asks through `self.holder.desk` and runs actions inside `self.holder.attempt()`. `reads` are its tables: when an
    action touches one it is shown again; `filters` are the names of the fields of the bar that mean something in it
    («ver», «responsable», «corte_de_vista»).
    """

    reads: ClassVar[frozenset[str]] = PLAN_TABLES
    filters: ClassVar[frozenset[str]] = frozenset({"responsable", "corte_de_vista"})
    of_plan: ClassVar[bool] = True
    """Whether it looks at the plan as it was read: one that does not is given an empty one, and says its own counts."""
    hints: ClassVar[str] = ""
    """Its keys, for the end of the line of status; empty for the usual ones."""

    wanted = Signal(str)  # a method of the screen («new_plan», «advancing.register»)
    picked = Signal(str)  # the key of the activity or stage now in hand; empty for none
    opened = Signal(str)  # the same, to be seen beside the view

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.holder = screen
        self.tools: QWidget | None = None
        """What the bar shows of it, beside the filters."""

    def show_plan(self, sight: Sight) -> None:
        """Read and show the plan; what is being typed stays."""
        raise NotImplementedError

    def in_hand(self) -> str:
        """Return the key of the activity or stage in hand; empty when the view has none."""
        return ""

    def select(self, key: str) -> bool:
        """Take an activity or stage in hand, if it is here; say whether it is."""
        return False


@dataclass(frozen=True, slots=True)
class Entry:
    """A view by name: its tab, and where its class is."""

    id: str
    word: str
    module: str
    name: str

    def load(self) -> type[View]:
        """Import the view."""
        found: type[View] = getattr(import_module(f"rcdesk.ui.screens.cronograma.{self.module}"), self.name)
        return found


VIEWS: Final = (
    Entry("tabla", "Tabla", "table", "TableView"),
    Entry("mes", "Mes", "month", "MonthPlanView"),
    Entry("gantt", "Gantt", "gantt", "GanttView"),
    Entry("vence", "Vence", "due", "DueView"),
    Entry("indicadores", "Indicadores", "indicators", "IndicatorsView"),
    Entry("ficha", "Ficha", "ficha", "FichaView"),
    Entry("avisos", "Avisos", "found", "FoundView"),
)
"""In the order of their tabs; the first one is shown until another is chosen."""
