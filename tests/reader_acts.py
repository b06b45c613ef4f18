"""What a reader does in the window, so that it can be drawn: real keys, at the pace of a reader."""

from datetime import date

from rcdesk.domain.codigos import codigo_de
from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.scanner import PATIENT, scanner_of
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.work.lector import quien_tiene
from tests import readings
from tests.acts import typing
from tests.pause import pause
from tests.reader import send


def door_of(window: MainWindow) -> RegistroScreen:
    """Return Registro in the window."""
    screen = window.findChild(RegistroScreen)
    assert screen is not None
    return screen


def scanned(window: MainWindow, typed: str) -> None:
    """Let a reader type something, and wait until it is silent."""
    window.activateWindow()
    while scanner_of(window) is None:  # a window listens once it was seen
        pause(1)
    send(window, typed)
    pause(PATIENT + 60)


def known_cedula(window: MainWindow) -> None:
    """The new cédula of someone of the list, whose name is written in another way."""
    scanned(window, readings.new("1144020318", apellidos="ZULUAGA PENA", nombres="JULIAN A", sexo="M"))


def yellow_cedula(window: MainWindow) -> None:
    """The yellow cédula of someone new, whose name comes without spaces."""
    name = ("MUÑOZ", "DE LA HOZ", "ROSA", "ELVIRA")
    scanned(window, readings.yellow("31900415", name, nacimiento=date(1961, 3, 2)))


def card(window: MainWindow) -> None:
    """The card of someone of the list."""
    screen = door_of(window)
    row = screen.desk.ask(quien_tiene, audiencia_id=screen.audiencia_id, numero="1144020318")
    assert row is not None
    scanned(window, codigo_de("asistente", row.id) + "\r")


def garbled(window: MainWindow) -> None:
    """A yellow cédula of which only a part came, for the third time."""
    for _ in range(3):
        scanned(window, readings.yellow()[:60])


def elsewhere(window: MainWindow) -> None:
    """A cédula while a question is half typed."""
    typing("linea_captura", "¿Cuándo reparan el puente")(window)
    scanned(window, readings.new())
