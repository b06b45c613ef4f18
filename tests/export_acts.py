"""What is done in Registro to give the list out, to be looked at."""

from __future__ import annotations

import tempfile
from pathlib import Path

from rcdesk.ui.main_window import MainWindow
from rcdesk.ui.screens.registro import RegistroScreen
from rcdesk.ui.screens.registro.exporting import contacts_work
from tests.bases import PRIMERA, hearing_id
from tests.pause import pause


def contacts_saved(window: MainWindow) -> None:
    """Save whom may be written to, and see who was left out."""
    desk = window.bases.desk
    assert desk is not None
    hearing = hearing_id(desk, PRIMERA)
    window.go("registro", hearing)
    screen = window.findChild(RegistroScreen)
    assert screen is not None
    path = Path(tempfile.gettempdir()) / f"Contactos {PRIMERA}.xlsx"
    screen.saving.save(contacts_work(desk, hearing, PRIMERA), path)
    for _ in range(100):
        pause(20)
        if "Se guardó" in screen.banner.text():
            break
    path.unlink(missing_ok=True)
