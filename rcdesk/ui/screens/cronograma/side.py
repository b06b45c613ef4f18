"""What is beside a view: the activity or the stage in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rcdesk.ui.kit.layout import row
from rcdesk.ui.kit.screen import Screen
from rcdesk.ui.screens.cronograma.pane import ActivityPane
from rcdesk.ui.screens.cronograma.stage import StagePane
from rcdesk.work.vista_de_plan import ActividadVista, EtapaRow

Save = Callable[[str, dict[str, Any], dict[str, Any]], object]


class Side(QWidget):
    """`wanted` names a method of the screen («close_side» among them); it is shut until `is_open` is set."""

    wanted = Signal(str)

    def __init__(self, screen: Screen, save_activity: Save, save_stage: Save) -> None:
        super().__init__()
        self.pane, self.stage = ActivityPane(screen, save_activity), StagePane(screen, save_stage)
        self.is_open = False
        for part in (self.pane, self.stage):
            part.wanted.connect(self.wanted)
            part.hide()
        self.setLayout(row(self.pane, self.stage))
        self.hide()

    def show_activity(self, found: ActividadVista, stages: Sequence[tuple[str, str]], names: Sequence[str]) -> None:
        """Have this activity in hand; `stages` are (key, name), and `names` whom to propose."""
        if self.is_open:
            self.pane.show_row(found, stages, names)
        self._arrange(self.pane)

    def show_stage(self, found: EtapaRow) -> None:
        """Have this stage in hand."""
        if self.is_open:
            self.stage.show_row(found)
        self._arrange(self.stage)

    def show_nothing(self) -> None:
        """Have nothing in hand."""
        self._arrange(None)

    def focus_name(self) -> None:
        """Go to the name of what is in hand."""
        shown = next((part for part in (self.pane, self.stage) if part.isVisibleTo(self)), None)
        name = "actividad_nombre" if shown is self.pane else "etapa_nombre"
        field = shown.findChild(QWidget, name) if shown is not None else None
        if field is not None:
            field.setFocus()

    def _arrange(self, shown: QWidget | None) -> None:
        for part in (self.pane, self.stage):
            part.setVisible(self.is_open and part is shown)
        self.setVisible(self.is_open and shown is not None)
