"""What the views in lines share: the activities by stage, stages that fold, the one in hand kept."""

from __future__ import annotations

from collections.abc import Sequence

from rcdesk.ui.kit.plan import GroupedTable
from rcdesk.ui.kit.rows import RowsModel
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.cronograma.lines import PlanLine, lines_of
from rcdesk.ui.screens.cronograma.views import Sight, View


class LinesView(View):
    """A subclass makes its table and gives it here. The stages that are folded stay so while the plan is the same."""

    def __init__(self, screen: Screen, model: RowsModel[PlanLine], table: GroupedTable[PlanLine]) -> None:
        super().__init__(screen)
        self._model, self.table = model, table
        self._sight: Sight | None = None
        self._closed: set[str] = set()
        self.setFocusProxy(table)
        table.row_selected.connect(self._follow)
        table.row_activated.connect(lambda _: self.wanted.emit("detail"))
        table.folded.connect(self._fold)

    @property
    def lines(self) -> Sequence[PlanLine]:
        """The lines now in the table."""
        return self._model.rows

    def show_plan(self, sight: Sight) -> None:
        if self._sight is None or self._sight.plan.id != sight.plan.id:
            self._closed.clear()
        self._sight = sight
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

    def _show_lines(self) -> None:
        sight = self._sight
        if sight is None:
            return
        self.table.set_empty(
            "Ninguna actividad con esos filtros." if sight.view.etapas else "Agregue la primera etapa del plan."
        )
        closed = () if sight.filtered else self._closed
        self._model.show(lines := lines_of(sight.view, closed, sight.anio, filtered=sight.filtered))
        if lines and self.table.current() is None:
            self.table.select_key(next((one.id for one in lines if not one.is_stage), lines[0].id))
        self._follow(self.table.current())

    def _stage_of(self, key: str) -> str:
        stages = self._sight.view.etapas if self._sight is not None else ()
        return next((stage.id for stage in stages if key in stage.claves), "")

    def _follow(self, line: PlanLine | None) -> None:
        self.picked.emit(line.id if line is not None else "")

    def _fold(self, line: PlanLine, is_open: bool) -> None:
        (self._closed.discard if is_open else self._closed.add)(line.etapa.id)
        if not is_open and not line.is_stage:
            self.table.select_key(line.etapa.id)
        self._show_lines()
