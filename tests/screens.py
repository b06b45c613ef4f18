"""Draws every place at 1366×768 in the three themes and at 200 % text, with the example's data, to be looked at.

    python -m tests.screens FOLDER [NAME…]

To add yours: a line in `SHOTS`, with what the person did to see it; `window.go(place)` and then real clicks and keys.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.app.preferences import Keeper
from rcdesk.ui.kit import moment, theme
from rcdesk.ui.kit.matrix import Matrix
from rcdesk.ui.kit.rows import Table
from rcdesk.ui.kit.stamp import Stamp
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.cronograma import CronogramaScreen
from rcdesk.work.actas import listar_secciones
from rcdesk.work.dofa import ver_dofa
from tests.bases import HOY, PRIMERA, SEGUNDA, copied, hearing_id, make_example
from tests.running import let_people_in, put_on_air
from tests.typing import type_text

SIZE = (1366, 768)
LOOKS = (("claro", 1.0), ("oscuro", 1.0), ("contraste", 1.0), ("claro", 2.0))


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, what to do in the window before it is taken, and whether its base is empty."""

    name: str
    act: Callable[[MainWindow], object]
    empty: bool = False


def hearing(window: MainWindow, codigo: str = SEGUNDA) -> str:
    """Return the key of a hearing of the example."""
    assert window.bases.desk is not None
    return hearing_id(window.bases.desk, codigo)


def tab(place: str, codigo: str = PRIMERA) -> Callable[[MainWindow], object]:
    """Open a tab of a hearing of the example."""
    return lambda window: window.go(place, hearing(window, codigo))


def palette(window: MainWindow) -> None:
    """Ctrl+K, and some letters."""
    window.finder.find()
    line = window.findChild(QWidget, "buscar_en_todo")
    assert line is not None
    type_text(line, "alumb")


def running(place: str, act: Callable[[MainWindow], object] = lambda _: None) -> Callable[[MainWindow], object]:
    """Put the hearing that is being prepared on air, open one of its tabs, and do something there."""

    def run(window: MainWindow) -> None:
        assert window.bases.desk is not None
        put_on_air(window.bases.desk, hearing(window))
        let_people_in(window.bases.desk, hearing(window))
        window.go(place, hearing(window))
        act(window)

    return run


def typing(name: str, text: str) -> Callable[[MainWindow], object]:
    """Type in the widget of that name."""

    def run(window: MainWindow) -> None:
        widget = window.findChild(QWidget, name)
        assert widget is not None
        widget.setFocus()
        type_text(widget, text)

    return run


def to_queue(window: MainWindow) -> None:
    """Choose the third question, with the keys in the queue."""
    table = window.findChild(Table, "cola_preguntas")
    assert table is not None
    table.setCurrentIndex(table.model().index(2, 0))
    table.setFocus()


def acta(part: str, codigo: str = PRIMERA) -> Callable[[MainWindow], object]:
    """Open a part of the acta, and wait until its pages are drawn."""

    def run(window: MainWindow) -> None:
        window.go("acta", f"{hearing(window, codigo)}/{part}")
        stamp = window.findChild(Stamp, "paginas_al_dia")
        assert stamp is not None
        for _ in range(200):
            QTest.qWait(20)
            if stamp.text().startswith("Al día") or not stamp.isVisible():
                return

    return run


def section(window: MainWindow, number: int) -> str:
    """Return the key of a section of the acta."""
    assert window.bases.desk is not None
    rows = window.bases.desk.ask(listar_secciones, audiencia_id=hearing(window, PRIMERA))
    return rows[number - 1].id


def strategy(window: MainWindow) -> None:
    """Open the DOFA with its second strategy in hand."""
    acta("dofa")(window)
    matrix = window.findChild(Matrix, "matriz_dofa")
    assert matrix is not None and window.bases.desk is not None
    view = window.bases.desk.ask(ver_dofa, audiencia_id=hearing(window, PRIMERA))
    matrix.select(view.estrategias[1].id)


def plan(*steps: Callable[[CronogramaScreen], object]) -> Callable[[MainWindow], object]:
    """Open the schedule with an overdue activity chosen, and do something there."""

    def run(window: MainWindow) -> None:
        window.go("cronograma")
        screen = window.findChild(CronogramaScreen)
        assert screen is not None
        lines = [line for line in screen.work.lines if line.actividad and line.actividad.codigo == "4.2"]
        if lines:
            screen.table.select_key(lines[0].id)
        for step in steps:
            step(screen)

    return run


SHOTS = (
    Shot("inicio", lambda window: window.go("inicio")),
    Shot("inicio_vacio", lambda window: window.go("inicio"), empty=True),
    Shot("audiencias", lambda window: window.go("audiencias", hearing(window))),
    Shot("audiencias_vacio", lambda window: window.go("audiencias"), empty=True),
    Shot("cronograma", plan()),
    Shot("cronograma_actividad", plan(CronogramaScreen.detail)),
    Shot("cronograma_avance", plan(CronogramaScreen.advance)),
    Shot("cronograma_plan", plan(CronogramaScreen.new_plan)),
    Shot("cronograma_vacio", plan(), empty=True),
    Shot("paleta", palette),
    Shot("en_vivo", running("en_vivo", typing("linea_captura", "¿Cuándo reparan el puente peatonal de la calle 70"))),
    Shot("en_vivo_cola", running("en_vivo", to_queue)),
    Shot("en_vivo_vacio", tab("en_vivo", SEGUNDA)),
    Shot("en_vivo_cerrada", tab("en_vivo")),
    Shot("acta_encabezado", acta("encabezado")),
    Shot("acta_asistentes", acta("asistentes")),
    Shot("acta_desarrollo", acta("desarrollo")),
    Shot("acta_desarrollo_vacio", acta("desarrollo", SEGUNDA)),
    Shot("acta_seccion", lambda window: acta(f"seccion/{section(window, 7)}")(window)),
    Shot("acta_analisis", acta("analisis")),
    Shot("acta_autoevaluacion", acta("autoevaluacion")),
    Shot("acta_dofa", strategy),
    Shot("acta_compromisos", acta("compromisos")),
    Shot("acta_cierre", acta("cierre")),
    Shot("acta_firmas", acta("firmas")),
    Shot("acta_anexos", acta("anexos")),
    Shot("cierre", tab("cierre")),
    Shot("cierre_por_hacer", tab("cierre", SEGUNDA)),
    Shot("teclas", lambda window: window.finder.show_keys()),
)


def draw(shot: Shot, example: Path, folder: Path, theme_name: str, scale: float) -> Path:
    """Take one picture and return its file."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme_name, scale)
    with tempfile.TemporaryDirectory() as place:
        base = Path(place) / ("Base.rcdesk" if shot.empty else "Ejemplo.rcdesk")
        keeper = Keeper(Path(place) / "preferencias.json")
        keeper.keep(tema=theme_name, texto=scale)
        window = MainWindow(keeper)
        window.resize(*SIZE)
        window.show()
        if shot.empty:
            window.bases.open(base, make=True)
            window.bases.close()
        else:
            copied(example, base)
        window.start(base)
        shot.act(window)
        for _ in range(3):
            app.processEvents()
        target = folder / f"{shot.name}_{theme_name}{'' if scale == 1 else f'_{scale:.0%}'.rstrip('%')}.png"
        window.grab().save(str(target))
        window.close()
        window.deleteLater()
    return target


def main(arguments: list[str]) -> None:
    """Draw the pictures named, or all."""
    folder, names = Path(arguments[0]), set(arguments[1:])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    moment.set_clock(app, lambda: HOY)
    with tempfile.TemporaryDirectory() as place:
        example = make_example(Path(place) / "Ejemplo.rcdesk")
        for shot in SHOTS:
            if not names or shot.name in names:
                for theme_name, scale in LOOKS:
                    print(draw(shot, example, folder, theme_name, scale))


if __name__ == "__main__":
    main(sys.argv[1:])
