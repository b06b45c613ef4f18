"""What Compromisos takes to Excel and brings back: all the commitments as they stand today."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rcdesk.ui.excel.bringing import Subject
from rcdesk.ui.kit import moment
from rcdesk.work.cuadro_de_compromisos import con_nombre, planilla_de_compromisos, ver_cuadro_de_compromisos

if TYPE_CHECKING:
    from rcdesk.ui.screens.compromisos.screen import CompromisosScreen


def subject(screen: CompromisosScreen) -> Subject:
    """Every commitment, whatever the list shows: what is not in a file stays as it is."""
    desk = screen.desk
    return Subject(
        what="Los compromisos",
        place="compromisos/excel",
        name=lambda: f"Compromisos {moment.today()}",
        cuadro=lambda: partial(desk.ask, ver_cuadro_de_compromisos, hoy=moment.now().date()),
        planilla=lambda: partial(desk.ask, planilla_de_compromisos, hoy=moment.now().date()),
        action=con_nombre,
        arguments=dict,
    )
