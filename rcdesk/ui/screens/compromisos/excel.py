"""What Compromisos takes to Excel and brings back: all the commitments as they stand today."""

from __future__ import annotations

from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

from rcdesk.ui.excel.bringing import Subject
from rcdesk.ui.kit import moment

if TYPE_CHECKING:
    from rcdesk.ui.screens.compromisos.screen import CompromisosScreen


def subject(screen: CompromisosScreen) -> Subject:
    """Every commitment, whatever the list shows: what is not in a file stays as it is."""
    desk = screen.desk
    return Subject(
        what="Los compromisos",
        place="compromisos/excel",
        name=lambda: f"Compromisos {moment.today()}",
        cuadro=lambda: partial(desk.ask, _work().ver_cuadro_de_compromisos, hoy=moment.now().date()),
        planilla=lambda: partial(desk.ask, _work().planilla_de_compromisos, hoy=moment.now().date()),
        action=lambda many: _work().con_nombre(many),
        arguments=dict,
    )


def _work() -> ModuleType:
    """At first use: who only looks at the list does without it."""
    from rcdesk.work import cuadro_de_compromisos

    return cuadro_de_compromisos
