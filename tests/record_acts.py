"""What is done in the indicators and the record of a plan, and in the form of a new one, before they are drawn."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.work.planes import listar_planes
from tests.shots import Shot

Act = Callable[[CronogramaScreen], object]

_ESTRATEGICO = "plan-estrategico-2024-2027"


def looking(view: str, codigo: str, *steps: Act) -> Callable[[MainWindow], object]:
    """Open a plan in one of its views, and do something there."""

    def run(window: MainWindow) -> None:
        window.go("cronograma")
        screen = window.findChild(CronogramaScreen)
        assert screen is not None
        screen.seek(next(row.id for row in screen.desk.ask(listar_planes) if row.codigo == codigo))
        screen.look_at(view)
        screen.here().setFocus()
        for step in steps:
            step(screen)

    return run


def key(code: Qt.Key, text: str = "") -> Act:
    """Press a key on what has the keys."""

    def run(screen: CronogramaScreen) -> None:
        focus = QApplication.focusWidget() or screen
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text))

    return run


def choose(name: str, value: str) -> Act:
    """Choose a value in a field by its name."""

    def run(screen: CronogramaScreen) -> None:
        editor = screen.findChild(QWidget, name)
        editor.set_value(value)  # type: ignore[union-attr]
        editor.edited.emit()  # type: ignore[union-attr]

    return run


def from_last_year(screen: CronogramaScreen) -> None:
    """Ask for a new plan, made from the strategy of this year."""
    screen.new_plan()
    origin = next(row.id for row in screen.desk.ask(listar_planes) if row.codigo == "estrategia-rdc-2026")
    choose("empezar_con", origin)(screen)


def part(name: str) -> Act:
    """Open a part of the record."""
    return lambda screen: screen.here().select(name)


def press(name: str) -> Act:
    """Press a button by its name."""
    return lambda screen: screen.findChild(QAbstractButton, name).click()  # type: ignore[union-attr]


_TO_NAME = (key(Qt.Key.Key_Home), key(Qt.Key.Key_Down))

FICHA = (
    Shot("plan_copiado", looking("tabla", "estrategia-rdc-2026", from_last_year)),
    Shot("indicadores", looking("indicadores", _ESTRATEGICO)),
    Shot(
        "indicadores_celda",
        looking("indicadores", _ESTRATEGICO, choose("ver_cifras", "ejecutado"), key(Qt.Key.Key_9, "9")),
    ),
    Shot("indicadores_detalle", looking("indicadores", _ESTRATEGICO, *_TO_NAME, key(Qt.Key.Key_Return))),
    Shot("indicadores_cascada", looking("indicadores", _ESTRATEGICO, choose("ver_cifras", "cascada"))),
    Shot("indicadores_periodos", looking("indicadores", "participacion-2026")),
    Shot("ficha", looking("ficha", "estrategia-rdc-2026")),
    Shot("ficha_equipo", looking("ficha", "estrategia-rdc-2026", part("equipo"))),
    Shot("ficha_autodiagnostico", looking("ficha", "estrategia-rdc-2026", part("autodiagnostico"))),
    Shot("ficha_narrativa", looking("ficha", _ESTRATEGICO, part("narrativa"))),
    Shot("ficha_recogidos", looking("ficha", "participacion-2026", part("recogidos"))),
    Shot("ficha_aprendido", looking("ficha", "estrategia-rdc-2025", part("aprendido"))),
    Shot("banco", looking("ficha", "estrategia-rdc-2026", part("aprendido"), press("abrir_banco"))),
)
