"""The actions on what the reviewer finds in plans, each on the example: see `test_every_action.py`."""

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.work.hallazgos_de_plan import (
    HallazgoRow,
    abiertos,
    descartar_hallazgo,
    hallazgos_del_plan,
)
from rcdesk.work.planes import listar_planes

Do = Callable[[Desk, dict[str, str]], object]


def first_finding(desk: Desk) -> tuple[str, HallazgoRow]:
    """Return the key of a plan of the example, and the first thing that is found in it."""
    for plan in desk.ask(listar_planes):
        for found in abiertos(desk.ask(hallazgos_del_plan, plan_id=plan.id)):
            return plan.id, found
    raise AssertionError("nothing is found in any plan of the example")


def dismiss(desk: Desk) -> str:
    """Dismiss it, and return the key of that."""
    plan_id, found = first_finding(desk)
    return desk.do(
        descartar_hallazgo,
        plan_id=plan_id,
        codigo=found.codigo,
        registro=found.registro,
        campo=found.campo,
        detalle=found.detalle,
        motivo="Así lo pidió la junta",
    )


HALLAZGOS: list[tuple[str, Do]] = [("descartar un aviso", lambda desk, _: dismiss(desk))]
"""That one is told again is taken back in `test_hallazgos_de_plan.py`: first one must be dismissed."""
