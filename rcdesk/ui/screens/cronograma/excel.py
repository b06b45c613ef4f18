"""What Cronograma takes to Excel and brings back: the plan in sight."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rcdesk.ui.excel.bringing import Subject
from rcdesk.work.cuadro_de_plan import con_nombre, planilla_de_plan, ver_cuadro_de_plan

if TYPE_CHECKING:
    from rcdesk.ui.screens.cronograma.screen import CronogramaScreen


def subject(screen: CronogramaScreen) -> Subject:
    """The plan that is in sight when it is asked for."""
    desk = screen.desk

    def key() -> str:
        plan = screen.plan_in_sight
        return plan.id if plan is not None else ""

    return Subject(
        what="El plan",
        place="cronograma/excel",
        name=lambda: screen.plan_in_sight.nombre if screen.plan_in_sight is not None else "Plan",
        cuadro=lambda: partial(desk.ask, ver_cuadro_de_plan, plan_id=key()),
        planilla=lambda: partial(desk.ask, planilla_de_plan, plan_id=key()),
        action=con_nombre,
        arguments=lambda: {"plan_id": key()},
        ready=lambda: bool(key()),
    )
