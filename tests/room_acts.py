"""What is sent to the screens of the room, so that it can be drawn: the keys of En vivo, and its panel «Pantallas»."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.room.places import KINDS
from rcdesk.ui.room.windows import RoomWindow
from rcdesk.ui.screens.en_vivo import EnVivoScreen
from rcdesk.work.marcha import pasar_al_siguiente
from rcdesk.work.proyeccion import avisar_a_la_tarima, mostrar_lamina, mostrar_mensaje, poner_cintillo
from tests.typing import type_text

FULL_HD = (1920, 1080)

Act = Callable[[MainWindow], object]


def screen_of(window: MainWindow) -> EnVivoScreen:
    """Return En vivo."""
    screen = window.findChild(EnVivoScreen)
    assert screen is not None
    return screen


def room_window(kind: str) -> RoomWindow:
    """Return an open window of the room."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, RoomWindow) and w.isVisible()]
    return next(w for w in found if w.objectName() == f"ventana_{kind}")


def projected(*acts: Act, number: int = 4) -> Act:
    """Open both windows, put a question on the projector, and do something more."""

    def run(window: MainWindow) -> None:
        screen = screen_of(window)
        screen.projection.room.show_hearing(screen.desk, screen.audiencia_id)
        for kind in KINDS:
            screen.projection.room.open(kind)
            room_window(kind).resize(*FULL_HD)
        table = screen.queue.table
        table.setCurrentIndex(table.model().index(number - 1, 0))
        table.setFocus()
        screen.projection.show_hand()
        for act in acts:
            act(window)

    return run


def panel(window: MainWindow) -> None:
    """F11, with a message half typed."""
    screen = screen_of(window)
    screen.projection.look()
    message = screen.findChild(QWidget, "mensaje")
    assert message is not None
    message.setFocus()
    type_text(message, "En cinco minutos seguimos")


def named(window: MainWindow) -> None:
    """Say on the projector who speaks."""
    who = {"nombre": "Nubia Stella Arboleda", "entidad": "Secretaria de Gobierno"}
    screen_of(window).projection.send(poner_cintillo, audiencia_id=screen_of(window).audiencia_id, **who)


def message(window: MainWindow) -> None:
    """Show the desk's own words."""
    text = "Receso de diez minutos ☕\nVolvemos a las 11:00"
    screen_of(window).projection.send(mostrar_mensaje, audiencia_id=screen_of(window).audiencia_id, texto=text)


def sheet(lamina: str) -> Act:
    """Show the counts, or whose hearing it is."""
    return lambda window: screen_of(window).projection.send(
        mostrar_lamina, audiencia_id=screen_of(window).audiencia_id, lamina=lamina
    )


def dark(window: MainWindow) -> None:
    """Blank it."""
    screen_of(window).projection.blank()


def on_stage(window: MainWindow) -> None:
    """Begin the first point of the agenda, and tell something to those on stage."""
    screen = screen_of(window)
    screen.desk.do(pasar_al_siguiente, audiencia_id=screen.audiencia_id)
    text = "Por favor hable más despacio, para la intérprete de señas"
    screen.projection.send(avisar_a_la_tarima, audiencia_id=screen.audiencia_id, texto=text)
