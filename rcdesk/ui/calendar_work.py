"""What is saved for a mail program, that puts it on its calendar: a hearing, or all that falls due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rcdesk.i18n import plural
from rcdesk.ui.kit import moment
from rcdesk.ui.saving import Work

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk


def hearing_work(desk: Desk, codigo: str) -> Work:
    """Return how a hearing is saved."""
    today = date.fromisoformat(moment.today())

    def made() -> bytes:
        from rcdesk.work.agenda import audiencia_ics

        return desk.ask(audiencia_ics, codigo=codigo, hoy=today)

    return Work("La cita de la audiencia", f"Audiencia {codigo}", "ics", _writing(made))


def due_work(desk: Desk) -> Work:
    """Return how the hearings and every day on which a commitment falls due are saved."""
    today = date.fromisoformat(moment.today())

    def made() -> bytes:
        from rcdesk.work.agenda import calendario_ics

        return desk.ask(calendario_ics, hoy=today)

    return Work("El calendario de vencimientos", "Compromisos y audiencias", "ics", _writing(made))


def _writing(made: Callable[[], bytes]) -> Callable[[Path], str]:
    def make(path: Path) -> str:
        from rcdesk.store.files import write_atomic

        data = made()
        write_atomic(path, data)
        return plural(data.count(b"BEGIN:VEVENT"), "fecha", "fechas")

    return make
