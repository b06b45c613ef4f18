"""The table of a schedule with the line where activities are typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.card import Card, Rule
from rcdesk.ui.kit.draft import Draft
from rcdesk.ui.kit.fields import Choice, Line
from rcdesk.ui.kit.layout import column, row
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.plan import GroupedTable
from rcdesk.ui.kit.rows import RowsModel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.kit.theme import look
from rcdesk.ui.screens.cronograma.lines import COLUMNS, PlanLine, group_of, lines_of, mark_of
from rcdesk.ui.screens.cronograma.views import Sight, View
from rcdesk.work.cronograma import agregar_actividad


class TableView(View):
    """The activities by stage. The stages that are folded stay so while the plan is the same."""

    filters: ClassVar[frozenset[str]] = frozenset({"ver", "responsable", "corte_de_vista"})

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._model: RowsModel[PlanLine] = RowsModel(COLUMNS, mark=mark_of)
        self.table: GroupedTable[PlanLine] = named(
            "tabla_cronograma", GroupedTable(self._model, group_of), label="Actividades del plan"
        )
        self._sight: Sight | None = None
        self._closed: set[str] = set()
        self._stage = named("etapa", Choice(prefix="En"))
        self._line = named("nueva_actividad_linea", Line(placeholder="Escriba la actividad y oprima Enter"))
        self._draft = Draft(screen, self._line, "cronograma/nueva_actividad")
        self._build()

    @property
    def lines(self) -> Sequence[PlanLine]:
        """The lines now in the table."""
        return self._model.rows

    def _build(self) -> None:
        words = "" if look().large else "Agregar etapa"
        stage = named("agregar_etapa", Button(words, "layers", kind="quiet", hint="Agregar etapa"))
        stage.clicked.connect(lambda: self.wanted.emit("new_stage"))
        detail = named("ver_detalle", Button("Detalle", "panel-right", "Enter", "quiet"))
        detail.clicked.connect(lambda: self.wanted.emit("detail"))
        self._line.setAccessibleName("Nueva actividad")
        foot = row(self._stage, (self._line, 1), stage, detail, margins=(14, 8, 12, 8))
        card = Card()
        card.setLayout(column((self.table, 1), Rule(), foot, margins=(1, 1, 1, 2), gap=0))
        self.setLayout(row((card, 1)))
        self.setFocusProxy(self.table)
        self.table.row_selected.connect(self._follow)
        self.table.row_activated.connect(lambda _: self.wanted.emit("detail"))
        self.table.folded.connect(self._fold)
        self._line.returnPressed.connect(self._add)

    def show_plan(self, sight: Sight) -> None:
        if self._sight is None or self._sight.plan.id != sight.plan.id:
            self._closed.clear()
        self._sight = sight
        self._draft.open(sight.plan.id)
        self._show_lines()

    def in_hand(self) -> str:
        line = self.table.current()
        return line.id if line is not None else ""

    def select(self, key: str) -> bool:
        if self.table.select_key(key):
            return True
        stage = self._stage_of(key)
        if not stage or stage not in self._closed:
            return False
        self._closed.discard(stage)
        self._show_lines()
        return self.table.select_key(key)

    def focus_line(self) -> None:
        """Go to the line where an activity is typed."""
        self._line.setFocus()

    def _show_lines(self) -> None:
        sight = self._sight
        if sight is None:
            return
        view = sight.view
        self._stage.set_options([(stage.id, stage.nombre) for stage in view.etapas])
        self.table.set_empty(
            "Ninguna actividad con esos filtros." if view.etapas else "Agregue la primera etapa del plan."
        )
        closed = () if sight.filtered else self._closed
        self._model.show(lines := lines_of(view, closed, sight.anio, filtered=sight.filtered))
        if lines and self.table.current() is None:
            self.table.select_key(next((one.id for one in lines if not one.is_stage), lines[0].id))
        self._follow(self.table.current())

    def _stage_of(self, key: str) -> str:
        stages = self._sight.view.etapas if self._sight is not None else ()
        return next((stage.id for stage in stages if key in stage.claves), "")

    def _add(self) -> None:
        stage, name = self._stage.value(), self._line.value()
        if not name:
            return
        with self.holder.attempt() as attempt:
            made = self.holder.desk.do(agregar_actividad, componente_id=stage, nombre=name)
        if attempt.ok:
            self._draft.done()
            self._closed.discard(stage)
            self.holder.seek(made)
            self._line.setFocus()

    def _follow(self, line: PlanLine | None) -> None:
        """Tell what is in hand; what is typed next goes to its stage."""
        if line is not None and not self._line.is_unsaved():
            self._stage.set_value(line.etapa.id)
        self.picked.emit(line.id if line is not None else "")

    def _fold(self, line: PlanLine, is_open: bool) -> None:
        (self._closed.discard if is_open else self._closed.add)(line.etapa.id)
        if not is_open and not line.is_stage:
            self.table.select_key(line.etapa.id)
        self._show_lines()
