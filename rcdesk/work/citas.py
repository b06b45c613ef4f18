"""Who names a plan or one of its rows by its code: hearings, and the rows of any plan that contribute to it."""

from __future__ import annotations

from sqlalchemy import select

from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit

_H, _A, _C = JOURNALED["audiencias"].c, JOURNALED["actividades"].c, JOURNALED["componentes"].c


def recitar_plan(unit: Unit, era: str, es: str) -> None:
    """Name a plan by its new code wherever it was named by the one it had."""
    for hearing in unit.connection.scalars(select(_H.id).where(_H.plan == era)).all():
        unit.update("audiencias", hearing, plan=es)
    cited = select(_A.id, _A.aporta_a).where(_A.aporta_a.startswith(f"{era}/", autoescape=True))
    for row in unit.connection.execute(cited).all():
        unit.update("actividades", row.id, aporta_a=f"{es}/{row.aporta_a.removeprefix(f'{era}/')}")


def recitar_fila(unit: Unit, plan_id: str, plan: str, era: str, es: str) -> None:
    """Name a row of a plan by its new name in the rows that contribute to it; `plan` is the code of its plan."""
    whole = select(_A.id).where(_A.aporta_a == f"{plan}/{era}")
    for key in unit.connection.scalars(whole).all():
        unit.update("actividades", key, aporta_a=f"{plan}/{es}")
    stages = select(_C.id).where(_C.plan_id == plan_id)
    near = select(_A.id).where(_A.aporta_a == era, _A.componente_id.in_(stages))
    for key in unit.connection.scalars(near).all():
        unit.update("actividades", key, aporta_a=es)
