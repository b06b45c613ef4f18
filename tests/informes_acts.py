"""What the person did in Informes before a picture was taken."""

from collections.abc import Callable

from rcdesk.ui.kit.buttons import Button
from rcdesk.ui.kit.fields import Choice
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.ui.screens.informes import InformesScreen
from tests.pause import pause
from tests.shots import Shot


def settle(screen: InformesScreen) -> None:
    """Wait until everything asked for was read and drawn."""
    for _ in range(400):
        pause(20)
        if not screen.busy:
            return
    raise AssertionError("Informes is still reading")


def press(screen: InformesScreen, name: str) -> None:
    """Click a button of the screen."""
    button = screen.findChild(Button, name)
    assert button is not None
    button.click()


def informes(tab: str = "", plan: str = "", period: str = "") -> Callable[[MainWindow], object]:
    """Open Informes with a tab, a plan (by its code) and a period, and wait for its figures."""

    def run(window: MainWindow) -> None:
        window.go("informes")
        screen = window.findChild(InformesScreen)
        assert screen is not None
        if plan:
            screen.bar.plan.setCurrentIndex(screen.bar.plan.findText(plan))
            screen.bar.plan.edited.emit()
        if tab:
            screen.bar.tabs.choose(tab)
            screen.bar.tabs.chosen.emit(tab)
        settle(screen)
        if period:
            screen.bar.period.set_value(period)
            screen.bar.period.edited.emit()
        settle(screen)

    return run


def printed(plan: str = "", *, pages: bool = False) -> Callable[[MainWindow], object]:
    """See a report as it prints, and wait for its pages and their numbers."""

    def run(window: MainWindow) -> None:
        informes("cumplimiento", plan)(window)
        screen = window.findChild(InformesScreen)
        assert screen is not None
        screen.preview_report()
        if pages and screen.preview.pages.isHidden():
            press(screen, "ver_las_paginas")
        settle(screen)

    return run


def reviewed(plan: str) -> Callable[[MainWindow], object]:
    """Open what the reviewer finds in a plan, in Cronograma."""

    def run(window: MainWindow) -> None:
        window.go("cronograma")
        screen = window.findChild(CronogramaScreen)
        assert screen is not None
        choice = screen.bar.findChild(Choice, "plan")
        assert choice is not None
        choice.setCurrentIndex(choice.findText(plan))
        choice.edited.emit()
        screen.look_at("avisos")
        view = screen.here()
        for _ in range(200):
            pause(20)
            if not view.busy:  # type: ignore[attr-defined]
                return

    return run


_PARTICIPATION = "Plan de participación ciudadana 2026"

INFORMES = (
    Shot("informes", informes("cumplimiento", _PARTICIPATION)),
    Shot("informes_estrategia", informes("cumplimiento")),
    Shot("informes_participacion", informes("participacion")),
    Shot("informes_preguntas", informes("preguntas")),
    Shot("informes_indicadores", informes("indicadores", "Plan estratégico 2024-2027")),
    Shot("informes_final", informes("final")),
    Shot("cronograma_avisos", reviewed("Plan estratégico 2024-2027")),
    Shot("informe_cumplimiento", printed(_PARTICIPATION)),
    Shot("informe_cumplimiento_paginas", printed(_PARTICIPATION, pages=True)),
)
