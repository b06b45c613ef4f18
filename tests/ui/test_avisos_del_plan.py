"""What the reviewer finds in a plan, in Cronograma: each leads to its row, and is dismissed with a reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from rcdesk.app.desk import Desk
from rcdesk.ui.kit.plain import PlainLabel
from rcdesk.ui.kit.tabs import Tabs
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.ui.screens.cronograma.found import FoundView
from rcdesk.work.planes import listar_planes
from tests.pause import pause
from tests.typing import press
from tests.ui.conftest import ShowScreen
from tests.ui.reasons import answer_reason


def settle(view: FoundView) -> None:
    """Wait until the plan was reviewed."""
    for _ in range(200):
        pause(10)
        if not view.busy:
            return


def told(view: FoundView) -> str:
    label = view.findChild(PlainLabel, "cuantos_avisos_del_plan")
    assert label is not None
    return label.text()


def test_a_finding_leads_to_its_row_or_is_dismissed_with_a_reason(show_screen: ShowScreen, desk: Desk) -> None:
    screen = show_screen(CronogramaScreen, desk)
    assert isinstance(screen, CronogramaScreen)
    plan = next(plan for plan in desk.ask(listar_planes) if plan.tipo == "estrategico")
    screen.seek(plan.id)
    screen.look_at("avisos")
    view = screen.here()
    assert isinstance(view, FoundView)
    settle(view)
    assert told(view) == "6 avisos"
    tabs = screen.findChild(Tabs, "vistas")
    assert tabs is not None
    for _ in range(200):
        pause(10)
        if "Avisos 6" in [tab.accessibleName() for tab in tabs.findChildren(QAbstractButton)]:
            break
    else:
        raise AssertionError("the tab does not say how many")
    first = view.table.current()
    assert first is not None and first.gravedad == "W" and "sin explicación" in first.nota

    answer_reason("El exceso lo explica el informe de 2024")
    press(view.table, Qt.Key.Key_X, text="x")
    settle(view)
    assert told(view) == "5 avisos  ·  1 descartado"
    gone = view.table.shown.rows[-1]
    assert gone.descartado == "El exceso lo explica el informe de 2024"

    assert view.table.select_key(gone.id)
    press(view.table, Qt.Key.Key_X, text="x")
    settle(view)
    assert told(view) == "6 avisos"

    view.table.select_key(first.id)
    press(view.table, Qt.Key.Key_Return)
    row = screen.activity()
    assert row is not None and row.id == first.registro
    assert screen.side.isVisible()
