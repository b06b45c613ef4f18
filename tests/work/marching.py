"""A hearing that runs, as tests look at it: a clock on the wall, and what was said."""

from datetime import datetime, timedelta

from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.domain import reloj as clocks
from rcdesk.domain.turnos import Clase
from rcdesk.store.schema import JOURNALED
from rcdesk.work.marcha import MarchaView, ver_marcha
from rcdesk.work.turnos import pedir_la_palabra
from tests.bases import HOY


class Wall:
    """The clock on the wall of these tests."""

    def __init__(self) -> None:
        self.now = HOY

    def __call__(self) -> int:
        return int(self.now.timestamp() * 1e9)

    def pass_by(self, **span: int) -> None:
        self.now += timedelta(**span)


def run_of(desk: Desk, hearing: str) -> MarchaView:
    return desk.ask(ver_marcha, audiencia_id=hearing)


def asks(desk: Desk, hearing: str, name: str, clase: Clase = "orador", minutos: int | None = None) -> str:
    return desk.do(pedir_la_palabra, audiencia_id=hearing, valores={"nombre": name}, clase=clase, minutos=minutos)


def spoken(desk: Desk, hearing: str) -> list[tuple[str, str | None, int]]:
    table = JOURNALED["intervenciones"].c
    query = select(table.nombre, table.cargo, table.minutos).where(
        table.audiencia_id == hearing, table.anulada_motivo.is_(None)
    )
    return [tuple(row) for row in desk.ask(lambda connection: connection.execute(query.order_by(table.orden)).all())]


def left(desk: Desk, hearing: str, moment: datetime) -> int | None:
    view = run_of(desk, hearing)
    current = view.turno or view.punto
    assert current is not None
    return clocks.restantes(current.reloj, moment)
