"""What is done at the door, for the test of every action."""

from collections.abc import Callable
from typing import Final

from rcdesk.app.desk import Desk
from rcdesk.work.asistentes import registrar_llegada
from rcdesk.work.movimientos import anotar_reingreso, anotar_salida
from tests.bases import SEGUNDA
from tests.people import listar_asistentes


def _came(desk: Desk, ids: dict[str, str]) -> str:
    id = desk.ask(listar_asistentes, audiencia_id=ids[SEGUNDA])[0].id
    desk.do(registrar_llegada, id=id, hora="09:00")
    return id


def _out(desk: Desk, ids: dict[str, str]) -> str:
    id = _came(desk, ids)
    desk.do(anotar_salida, id=id, hora="09:30")
    return id


PUERTA: Final[list[tuple[str, Callable[[Desk, dict[str, str]], object]]]] = [
    ("anotar salida", lambda desk, ids: desk.do(anotar_salida, id=_came(desk, ids), hora="09:30")),
    ("anotar reingreso", lambda desk, ids: desk.do(anotar_reingreso, id=_out(desk, ids), hora="09:45")),
]
