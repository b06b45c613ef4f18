"""What Cronograma takes to Excel and brings back: the plan in sight."""

from __future__ import annotations

from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

from rcdesk.ui.excel.bringing import Subject

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
        cuadro=lambda: partial(desk.ask, _work().ver_cuadro_de_plan, plan_id=key()),
        planilla=lambda: partial(desk.ask, _work().planilla_de_plan, plan_id=key()),
        action=lambda many: _work().con_nombre(many),
        arguments=lambda: {"plan_id": key()},
        ready=lambda: bool(key()),
    )


def _work() -> ModuleType:
    """At first use: who only looks at the plan does without it."""
    from rcdesk.work import cuadro_de_plan

    return cuadro_de_plan
