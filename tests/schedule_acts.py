"""What the shots of the views of a plan do before they are drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QScrollArea

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.work.cronograma import corregir_actividad
from tests.shots import Shot
from tests.work.advance_actions import activity, say


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


def undated(screen: CronogramaScreen) -> None:
    """Leave two activities without a date."""
    for codigo in ("4.3", "5.4"):
        key = activity(screen.desk, codigo)
        screen.desk.do(corregir_actividad, id=key, valores={"desde": "", "hasta": "", "fechas": ()})


def beyond(screen: CronogramaScreen) -> None:
    """Say that more than programmed was done, without saying why."""
    say(screen.desk, "3.2", ejecutado="9")
    screen.here().select(activity(screen.desk, "3.2"))
    screen.open_side()
    area = screen.side.pane.findChild(QScrollArea)
    assert area is not None
    QApplication.processEvents()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def stage(screen: CronogramaScreen) -> None:
    """Have the first stage in hand, beside the table."""
    screen.here().select(screen.work.lines[0].id)
    screen.detail()


CRONOGRAMA = (
    Shot("cronograma_mes", view("mes")),
    Shot("cronograma_sin_fecha", view("mes", undated)),
    Shot("cronograma_exceso", view("tabla", beyond)),
    Shot("cronograma_etapa", view("tabla", stage)),
    Shot("cronograma_gantt", view("gantt", CronogramaScreen.open_side)),
    Shot("cronograma_gantt_solo", view("gantt")),
    Shot("cronograma_vence", view("vence")),
)
