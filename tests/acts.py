"""What is done in the window on the day of a hearing, so that it can be drawn: real clicks and real keys."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.ui.kit.rows import Table
from rcdesk.ui.kit.stamp import Stamp
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.work.audiencias import crear_audiencia
from tests.bases import SEGUNDA, hearing_id
from tests.pause import pause
from tests.running import let_people_in, put_on_air
from tests.typing import type_text


def hearing_of(window: MainWindow) -> str:
    """Return the key of the hearing that is being prepared."""
    assert window.bases.desk is not None
    return hearing_id(window.bases.desk, SEGUNDA)


def running(place: str, act: Callable[[MainWindow], object] = lambda _: None) -> Callable[[MainWindow], object]:
    """Put the hearing that is being prepared on air, open one of its tabs, and do something there."""

    def run(window: MainWindow) -> None:
        assert window.bases.desk is not None
        put_on_air(window.bases.desk, hearing_of(window))
        let_people_in(window.bases.desk, hearing_of(window))
        window.go(place, hearing_of(window))
        act(window)

    return run


def typing(name: str, text: str) -> Callable[[MainWindow], object]:
    """Type in the widget of that name."""

    def run(window: MainWindow) -> None:
        widget = window.findChild(QWidget, name)
        assert widget is not None
        widget.setFocus()
        for part in text.splitlines(keepends=True):  # Enter may take the keys elsewhere
            type_text(QApplication.focusWidget() or widget, part)

    return run


def asking_again(window: MainWindow) -> None:
    """Type a question that was asked before, with everything that the line understands."""
    typing("linea_captura", "zuluaga rios ana: ¿Por qué el plan de alumbrado va en 48 %? #servicios @planeacion")(
        window
    )
    pause(400)  # the time that the keys must rest


def answering(window: MainWindow) -> None:
    """Write an answer, from the queue."""
    to_queue(window)
    screen = window.findChild(EnVivoScreen)
    assert screen is not None
    screen.hand.write_answer()
    type_text(screen.detail.answer, "La Comisaría de turno atiende las 24 horas en la Casa de Justicia.")


def incident(window: MainWindow) -> None:
    """Ask what happened, over a half-typed question."""
    typing("linea_captura", "¿Cuándo reparan el puente")(window)
    screen = window.findChild(EnVivoScreen)
    assert screen is not None
    screen.run.incident()


def missing(window: MainWindow) -> None:
    """Ask what is missing to close, and wait for the answer."""
    screen = window.findChild(EnVivoScreen)
    assert screen is not None
    screen.closing.look()
    for _ in range(200):
        pause(10)
        if screen.closing.before.findChildren(QWidget):
            return


def first_person(window: MainWindow) -> None:
    """Let one more in, and choose the last to arrive."""
    typing("buscar_persona", "julián zul\n")(window)
    table = window.findChild(Table, "personas")
    assert table is not None
    table.setCurrentIndex(table.model().index(0, 0))


def part_of_registro(part: str) -> Callable[[MainWindow], object]:
    """Bring a part of Registro into sight."""

    def run(window: MainWindow) -> None:
        screen = window.findChild(RegistroScreen)
        assert screen is not None
        screen.side.show_part(part)
        screen.panes.open_detail()

    return run


def early(window: MainWindow) -> None:
    """Registro of a hearing that is of another day."""
    window.go("registro", hearing_of(window))


def nobody(window: MainWindow) -> None:
    """Registro of a hearing that has just been made."""
    assert window.bases.desk is not None
    values: dict[str, object] = {"codigo": "rdc-2026-9", "nombre": "Diálogo en el corregimiento", "fecha": "2026-11-20"}
    window.go("registro", window.bases.desk.do(crear_audiencia, valores=values))


def to_queue(window: MainWindow) -> None:
    """Choose the third question, with the keys in the queue."""
    table = window.findChild(Table, "cola_preguntas")
    assert table is not None
    table.setCurrentIndex(table.model().index(2, 0))
    table.setFocus()


def wait_for_pages(window: MainWindow) -> None:
    """Wait until the pages beside the acta are those of now, or are not shown."""
    stamp = window.findChild(Stamp, "paginas_al_dia")
    assert stamp is not None
    for _ in range(200):
        pause(20)
        if stamp.text().startswith("Al día") or not stamp.isVisible():
            return


def palette(window: MainWindow) -> None:
    """Ctrl+K, and some letters."""
    window.finder.find()
    line = window.findChild(QWidget, "buscar_en_todo")
    assert line is not None
    type_text(line, "alumb")
