"""What is done while a hearing runs, for the tests that do, undo and redo every action."""

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.domain.turnos import Tiempos
from rcdesk.work import marcha, transmision, turnos
from rcdesk.work.audiencias import empezar_grabacion
from rcdesk.work.expansiones import guardar_abreviatura
from rcdesk.work.incidentes import incumplir_medida
from rcdesk.work.preparacion import listar_medidas
from tests.bases import PRIMERA, SEGUNDA
from tests.questions import listar_preguntas

Do = Callable[[Desk, dict[str, str]], object]
Step = Callable[[Desk, str, str], object]
"""Does one action, given the hearing and what was made before."""


def _points(desk: Desk, hearing: str) -> list[str]:
    return [point.id for point in desk.ask(marcha.ver_marcha, audiencia_id=hearing).puntos]


def _asked(desk: Desk, ids: dict[str, str]) -> str:
    return desk.ask(listar_preguntas, audiencia_id=ids[PRIMERA])[0].id


MARCHA: list[tuple[str, Do]] = [
    ("empezar la grabación", lambda desk, ids: desk.do(empezar_grabacion, id=ids[SEGUNDA])),
    (
        "guardar abreviatura",
        lambda desk, _ids: desk.do(guardar_abreviatura, nombre="plan", texto="Plan de Desarrollo"),
    ),
    (
        "pasar al punto siguiente",
        lambda desk, ids: desk.do(marcha.pasar_al_siguiente, audiencia_id=ids[SEGUNDA]),
    ),
    (
        "pasar a un punto",
        lambda desk, ids: desk.do(marcha.pasar_al_punto, audiencia_id=ids[SEGUNDA], id=_points(desk, ids[SEGUNDA])[2]),
    ),
    ("fijar los tiempos", lambda desk, _ids: desk.do(marcha.fijar_tiempos, tiempos=Tiempos(respuesta=240))),
    (
        "inscribir para hablar",
        lambda desk, ids: desk.do(
            turnos.pedir_la_palabra, audiencia_id=ids[SEGUNDA], valores={"nombre": "Eva", "tema": "Vías"}
        ),
    ),
    (
        "cronometrar la respuesta",
        lambda desk, ids: desk.do(turnos.cronometrar_respuesta, audiencia_id=ids[PRIMERA], pregunta=_asked(desk, ids)),
    ),
    (
        "anotar espectadores",
        lambda desk, ids: desk.do(
            transmision.anotar_espectadores, audiencia_id=ids[SEGUNDA], canal="YouTube", espectadores="62"
        ),
    ),
    (
        "medida que no se cumple",
        lambda desk, ids: desk.do(
            incumplir_medida, id=desk.ask(listar_medidas, audiencia_id=ids[SEGUNDA])[0].id, hora="10:41"
        ),
    ),
]


def begun(desk: Desk, hearing: str) -> str:
    """The first point runs."""
    return desk.do(marcha.pasar_al_siguiente, audiencia_id=hearing)


def second(desk: Desk, hearing: str) -> str:
    """The second point runs."""
    begun(desk, hearing)
    return begun(desk, hearing)


def waits(desk: Desk, hearing: str) -> str:
    """Someone waits for the word."""
    return desk.do(turnos.pedir_la_palabra, audiencia_id=hearing, valores={"nombre": "Eva"})


def speaks(desk: Desk, hearing: str) -> str:
    """Someone has the word."""
    turn = waits(desk, hearing)
    desk.do(turnos.dar_la_palabra, id=turn)
    return turn


def spoke(desk: Desk, hearing: str) -> str:
    """Someone had the word."""
    turn = speaks(desk, hearing)
    desk.do(turnos.terminar_turno, audiencia_id=hearing)
    return turn


def read(desk: Desk, hearing: str) -> str:
    """The viewers were read."""
    return desk.do(transmision.anotar_espectadores, audiencia_id=hearing, canal="YouTube", espectadores="62")


PREPARED: list[tuple[str, Callable[[Desk, str], str], Step]] = [
    ("pasar al siguiente", begun, lambda desk, h, _: desk.do(marcha.pasar_al_siguiente, audiencia_id=h)),
    ("volver al anterior", second, lambda desk, h, _: desk.do(marcha.volver_al_anterior, audiencia_id=h)),
    ("pausar", begun, lambda desk, h, _: desk.do(marcha.pausar_o_seguir, audiencia_id=h)),
    ("ampliar", begun, lambda desk, h, _: desk.do(marcha.ampliar_tiempo, audiencia_id=h)),
    ("corregir horas", begun, lambda desk, _, p: desk.do(marcha.corregir_horas, id=p, inicio="10:00", fin="10:20")),
    ("corregir minutos", begun, lambda desk, _, p: desk.do(marcha.planear_minutos, id=p, minutos=9)),
    ("mover turno", waits, lambda desk, _, t: desk.do(turnos.mover_turno, id=t, antes="", despues="00001")),
    ("retirar turno", waits, lambda desk, _, t: desk.do(turnos.retirar_turno, id=t)),
    ("dar la palabra", waits, lambda desk, _, t: desk.do(turnos.dar_la_palabra, id=t)),
    ("al siguiente", waits, lambda desk, h, _: desk.do(turnos.dar_la_palabra_al_siguiente, audiencia_id=h)),
    ("terminar turno", speaks, lambda desk, h, _: desk.do(turnos.terminar_turno, audiencia_id=h)),
    ("devolver la palabra", spoke, lambda desk, h, _: desk.do(turnos.devolver_la_palabra, audiencia_id=h)),
    ("retirar lectura", read, lambda desk, _, r: desk.do(transmision.retirar_lectura, id=r)),
]
"""Those that need something made before: its name, what makes it, the action."""
