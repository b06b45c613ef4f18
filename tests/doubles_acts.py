"""People written twice and organisations written in several ways, put in the window's base to be looked at."""

from typing import Any

from rcdesk.app.desk import Desk
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.work.asistentes import registrar_asistente
from rcdesk.work.audiencias import cambiar_estado
from tests.acts import hearing_of
from tests.pause import pause

DOUBLED: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    (
        "Nhora Yaneth Mondragón Ortiz",
        "66310999",
        "08:41",
        {"organizacion": "JAC El Jardín", "telefono": "310 555 0101"},
    ),
    ("Mondragon Nhora Yhanet", "", "09:02", {"organizacion": "Junta de Acción Comunal El Jardin", "cargo": "Tesorera"}),
    ("Nora Mondragón", "66310999", "", {"correo": "nora@puertosereno.example"}),
    ("Ana M. Zuluaga", "", "09:10", {"organizacion": "Universidad del Litoral"}),
    ("Ana Milena Zuluaga Ríos", "1107052556", "", {"organizacion": "U. del Litoral"}),
)
"""Name, document, hour of arrival and the rest."""


def write_twice(desk: Desk, audiencia_id: str) -> dict[str, str]:
    """Register them, and return their keys by their names."""
    keys = {}
    for nombre, numero, hora, more in DOUBLED:
        values = {"nombre": nombre, **more, **({"documento_tipo": "CC", "documento_numero": numero} if numero else {})}
        keys[nombre] = desk.do(registrar_asistente, audiencia_id=audiencia_id, valores=values, hora=hora)
    return keys


def screen_of(window: MainWindow) -> RegistroScreen:
    """Return the window's Registro."""
    screen = window.findChild(RegistroScreen)
    assert screen is not None
    return screen


def doubled(window: MainWindow) -> None:
    """Register people twice, and wait until that is seen."""
    assert window.bases.desk is not None
    write_twice(window.bases.desk, hearing_of(window))
    screen = screen_of(window)
    for _ in range(100):
        if "por mirar" in screen.doubles.button.text():
            return
        pause(50)


def pair_in_hand(window: MainWindow) -> None:
    """Look at the first pair."""
    doubled(window)
    screen_of(window).doubles.look()


def organizations(window: MainWindow) -> None:
    """Look at the organisations, two of them marked."""
    doubled(window)
    screen = screen_of(window)
    screen.organizations.look()
    for _ in range(100):
        if screen.organizations.view.model.rows:
            break
        pause(50)


def ended(window: MainWindow) -> None:
    """The hearing ended, and somebody is still registered."""
    assert window.bases.desk is not None
    window.bases.desk.do(cambiar_estado, id=hearing_of(window), estado="cerrada", hoy="2026-11-20", hora="10:30")
    write_twice(window.bases.desk, hearing_of(window))
