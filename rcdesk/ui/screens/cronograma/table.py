"""The table of a schedule with the line where activities are typed."""

from __future__ import annotations

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
from rcdesk.ui.screens.cronograma.lines import COLUMNS, PlanLine, group_of, mark_of
from rcdesk.ui.screens.cronograma.lines_view import LinesView
from rcdesk.ui.screens.cronograma.views import Sight
from rcdesk.work.cronograma import agregar_actividad


class TableView(LinesView):
    """The activities by stage, each in a line that says what it is and how it stands."""

    filters: ClassVar[frozenset[str]] = frozenset({"ver", "responsable", "corte_de_vista"})

    def __init__(self, screen: Screen) -> None:
        model: RowsModel[PlanLine] = RowsModel(COLUMNS, mark=mark_of)
        table: GroupedTable[PlanLine] = GroupedTable(model, group_of)
        super().__init__(screen, model, named("tabla_cronograma", table, label="Actividades del plan"))
        self._stage = named("etapa", Choice(prefix="En"))
        self._line = named("nueva_actividad_linea", Line(placeholder="Escriba la actividad y oprima Enter"))
        self._draft = Draft(screen, self._line, "cronograma/nueva_actividad")
        self._build()

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
        self._line.returnPressed.connect(self._add)

    def show_plan(self, sight: Sight) -> None:
        self._draft.open(sight.plan.id)
        self._stage.set_options([(stage.id, stage.nombre) for stage in sight.view.etapas])
        super().show_plan(sight)

    def focus_line(self) -> None:
        """Go to the line where an activity is typed."""
        self._line.setFocus()

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
        super()._follow(line)
