"""What is sent to the screens of the room, for the test that does, undoes and redoes every action."""

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.work import proyeccion
from tests.bases import PRIMERA, SEGUNDA
from tests.questions import listar_preguntas

Do = Callable[[Desk, dict[str, str]], object]


def _approved(desk: Desk, ids: dict[str, str]) -> str:
    return next(row.id for row in desk.ask(listar_preguntas, audiencia_id=ids[PRIMERA]) if row.moderacion == "aprobada")


PROYECCION: list[tuple[str, Do]] = [
    ("mostrar pregunta", lambda desk, ids: desk.do(proyeccion.mostrar_pregunta, id=_approved(desk, ids))),
    ("preparar como siguiente", lambda desk, ids: desk.do(proyeccion.preparar_siguiente, id=_approved(desk, ids))),
    (
        "mostrar mensaje",
        lambda desk, ids: desk.do(proyeccion.mostrar_mensaje, audiencia_id=ids[SEGUNDA], texto="Receso"),
    ),
    (
        "mostrar cifras",
        lambda desk, ids: desk.do(proyeccion.mostrar_lamina, audiencia_id=ids[SEGUNDA], lamina="cifras"),
    ),
    (
        "poner cintillo",
        lambda desk, ids: desk.do(proyeccion.poner_cintillo, audiencia_id=ids[SEGUNDA], nombre="Ana", entidad="JAC"),
    ),
    (
        "avisar a la tarima",
        lambda desk, ids: desk.do(proyeccion.avisar_a_la_tarima, audiencia_id=ids[SEGUNDA], texto="Más despacio"),
    ),
]
"""Those that take something away are undone in `test_proyeccion`: something must be there first."""
