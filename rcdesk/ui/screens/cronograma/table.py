"""The table of a schedule with the line where activities are typed, and beside it what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.draft import Draft
from rcdesk.ui.kit.empty import EmptyState
from rcdesk.ui.kit.fields import Choice, Line
from rcdesk.ui.kit.layout import boxed, column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plan import GroupedTable
from rcdesk.ui.kit.rows import RowsModel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.cronograma.advances import AdvanceForm
from rcdesk.ui.screens.cronograma.lines import COLUMNS, PlanLine, group_of, mark_of
from rcdesk.ui.screens.cronograma.pane import ActivityPane
from rcdesk.ui.screens.cronograma.stage import StagePane
from rcdesk.work.cronograma import ActividadRow

Save = Callable[[str, dict[str, Any], dict[str, Any]], object]


def nothing() -> EmptyState:
    """What stands here before there is a plan."""
    return EmptyState(
        "calendar-days",
        "Aquí va lo que hay que hacer, y cuándo",
        "La estrategia del año, por etapas: cada actividad con responsable y fecha, y lo que prueba que se hizo.",
        "Nuevo plan",
        shaped=True,
        primary=True,
    )


class Work(QWidget):
    """`wanted` names a method of the screen; the other signals carry what it needs."""

    wanted = Signal(str)
    folded = Signal(object, bool)
    typed = Signal(str, str)  # stage and name of a new activity
    asking = Signal(bool)  # whether the form of an advance is open
    moved_to = Signal(str)  # stage to which the chosen activity goes
    advance_wanted = Signal()
    advance_withdrawn = Signal(str)

    def __init__(self, screen: Screen, save_activity: Save, save_stage: Save) -> None:
        super().__init__()
        self._model: RowsModel[PlanLine] = RowsModel(COLUMNS, mark=mark_of)
        self.table: GroupedTable[PlanLine] = named(
            "tabla_cronograma", GroupedTable(self._model, group_of), label="Actividades del plan"
        )
        self._pane, self._stage_pane = ActivityPane(screen, save_activity), StagePane(screen, save_stage)
        self._stages: Sequence[tuple[str, str]] = ()
        self._names: Sequence[str] = ()
        self._open = False
        self._stage = named("etapa", Choice(prefix="En"))
        self._line = named("nueva_actividad_linea", Line(placeholder="Escriba la actividad y oprima Enter"))
        self._draft = Draft(screen, self._line, "cronograma/nueva_actividad")
        self._build()
        self._connect()

    @property
    def advance_form(self) -> AdvanceForm:
        """The form of an advance, beside the table."""
        return self._pane.advance

    @property
    def lines(self) -> Sequence[PlanLine]:
        """The lines now in the table."""
        return self._model.rows

    def with_bar(self, bar: QWidget) -> QWidget:
        """Return the whole page: the bar, and this under it."""
        return boxed(column(bar, (self, 1), margins=(8, 0, 8, 8)))

    def _build(self) -> None:
        words = "" if look().large else "Agregar etapa"
        stage = named("agregar_etapa", Button(words, "layers", kind="quiet", hint="Agregar etapa"))
        stage.clicked.connect(lambda: self.wanted.emit("new_stage"))
        detail = named("ver_detalle", Button("Detalle", "panel-right", "Enter", "quiet"))
        detail.clicked.connect(lambda: self.wanted.emit("detail"))
        self._line.setAccessibleName("Nueva actividad")
        foot = row(self._stage, (self._line, 1), stage, detail, margins=(14, 8, 12, 8))
        self._card = Card()
        self._card.setLayout(column((self.table, 1), Rule(), foot, margins=(1, 1, 1, 2), gap=0))
        self.setLayout(row((self._card, 1), self._pane, self._stage_pane))
        self._arrange()

    def _connect(self) -> None:
        self.table.row_selected.connect(self._follow)
        self.table.row_activated.connect(self._activate)
        self.table.folded.connect(self.folded)
        self._line.returnPressed.connect(self._enter)
        for pane in (self._pane, self._stage_pane):
            pane.wanted.connect(self._ask)
        self._pane.moved.connect(self.moved_to)
        self._pane.asking.connect(self.asking)
        self._pane.advance.wanted.connect(self.advance_wanted)
        self._pane.advances.withdrawn.connect(self.advance_withdrawn)
        self._pane.advances.corrected.connect(self._correct_advance)

    def open_plan(self, plan_id: str) -> None:
        """Type for this plan from now on, with what was half typed for it."""
        self._draft.open(plan_id)

    def show_lines(self, lines: Sequence[PlanLine], stages: Sequence[tuple[str, str]], names: Sequence[str]) -> None:
        """Show these lines; `stages` are (key, name) of every stage, and `names` whom to propose."""
        self._stages, self._names = stages, names
        self._stage.set_options(stages)
        self.table.set_empty("Ninguna actividad con esos filtros." if stages else "Agregue la primera etapa del plan.")
        self._model.show(lines)
        if lines and self.table.current() is None:
            self.table.select_key(next((one.id for one in lines if one.actividad), lines[0].id))
        self._follow(self.table.current())

    def focus_line(self) -> None:
        """Go to the line where an activity is typed."""
        if look().large:
            self.close_detail()
        self._line.setFocus()

    def line_done(self) -> None:
        """The activity was added: the next one begins empty."""
        self._draft.done()

    def open_detail(self) -> None:
        """Show what is chosen beside the table, and go to its name."""
        self._open = True
        self._follow(self.table.current())
        pane = self._pane if self._pane.isVisibleTo(self) else self._stage_pane
        field = pane.findChild(QWidget, "actividad_nombre" if pane is self._pane else "etapa_nombre")
        if field is not None:
            field.setFocus()

    def close_detail(self) -> None:
        """Put away what is beside the table."""
        self._open = False
        self._arrange()
        self.table.setFocus()

    def ask_advance(self, row_: ActividadRow, today: str, year: str) -> None:
        """Ask for an advance of an activity."""
        self._open = True
        self._follow(self.table.current())
        self._pane.open_advance()
        self._pane.advance.ask(row_, today, year)

    def advance_done(self) -> None:
        """The advance was saved."""
        self._pane.advance.done()
        self._pane.close_advance()
        self._pane.register.setFocus()

    def _correct_advance(self, key: str) -> None:
        found = self._pane.row
        one = next((one for one in found.avances if one.id == key), None) if found else None
        if found is not None and one is not None:
            self._pane.open_advance()
            self._pane.advance.correct(found, one)

    def _ask(self, method: str) -> None:
        if method == "close":
            self.close_detail()
        else:
            self.wanted.emit(method)

    def _enter(self) -> None:
        if self._line.value():
            self.typed.emit(self._stage.value(), self._line.value())

    def _activate(self, line: PlanLine) -> None:
        self.wanted.emit("detail")

    def _follow(self, line: PlanLine | None) -> None:
        """Bring beside the table what is chosen in it; what is typed next goes to its stage."""
        if line is not None:
            if not self._line.is_unsaved():
                self._stage.set_value(line.etapa.id)
            if self._open and line.actividad is not None:
                self._pane.show_row(line.actividad, self._stages, self._names)
            elif self._open:
                self._stage_pane.show_line(line)
        self._arrange()

    def _arrange(self) -> None:
        line = self.table.current()
        self._pane.setVisible(self._open and line is not None and line.actividad is not None)
        self._stage_pane.setVisible(self._open and line is not None and line.actividad is None)
        self._card.setVisible(not (look().large and self._open and line is not None))
