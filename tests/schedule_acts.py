"""What the shots of the views of a plan do before they are drawn."""

from __future__ import annotations

from collections.abc import Callable

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.cronograma import CronogramaScreen
from tests.shots import Shot


def view(name: str, *steps: Callable[[CronogramaScreen], object]) -> Callable[[MainWindow], object]:
    """Look at the first plan in one of its views, with an overdue activity in hand, and do something there."""

    def run(window: MainWindow) -> None:
        window.go("cronograma")
        screen = window.findChild(CronogramaScreen)
        assert screen is not None
        screen.look_at(name)
        found = next((line.id for line in screen.work.lines if line.actividad and line.actividad.codigo == "4.2"), "")
        screen.here().select(found)
        for step in steps:
            step(screen)

    return run


CRONOGRAMA = (
    Shot("cronograma_mes", view("mes")),
    Shot("cronograma_gantt", view("gantt", CronogramaScreen.open_side)),
    Shot("cronograma_gantt_solo", view("gantt")),
    Shot("cronograma_vence", view("vence")),
)
