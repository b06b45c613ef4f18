"""The actions on people written twice and on organisations, each on the example: see `test_every_action.py`."""

from collections.abc import Callable

from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.store.schema import JOURNALED
from rcdesk.work.duplicados import descartar_pareja
from rcdesk.work.fusion import fusionar_personas, reconocer_en_directorio
from rcdesk.work.organizaciones import unir_organizaciones
from tests.bases import SEGUNDA
from tests.people import listar_asistentes

Do = Callable[[Desk, dict[str, str]], object]


def _people(desk: Desk, ids: dict[str, str]) -> list[str]:
    return [row.id for row in desk.ask(listar_asistentes, audiencia_id=ids[SEGUNDA])]


def _known(desk: Desk) -> str:
    return str(desk.ask(lambda connection: connection.scalar(select(JOURNALED["personas"].c.id).limit(1))))


REPETIDAS: list[tuple[str, Do]] = [
    (
        "unir personas",
        lambda desk, ids: desk.do(
            fusionar_personas,
            queda=_people(desk, ids)[0],
            sale=_people(desk, ids)[1],
            campos=("nombre",),
        ),
    ),
    (
        "reconocer en el directorio",
        lambda desk, ids: desk.do(
            reconocer_en_directorio, id=_people(desk, ids)[0], persona=_known(desk), campos=("nombre",)
        ),
    ),
    ("unir organizaciones", lambda desk, _ids: desk.do(unir_organizaciones, nombre="JAC A", otras=("Junta A",))),
    (
        "no son la misma persona",
        lambda desk, ids: desk.do(descartar_pareja, audiencia_id=ids[SEGUNDA], una="a", otra="b"),
    ),
]
