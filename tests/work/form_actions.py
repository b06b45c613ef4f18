"""The actions on the file of a form and on free answers, each on the example: see `test_every_action.py`."""

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.work.agrupar import agrupar_respuestas
from rcdesk.work.encuestas import encuesta_de_evaluacion
from rcdesk.work.resultados import listar_encuestas
from rcdesk.work.traer_encuesta import cuantas, traer_respuestas
from tests.bases import PRIMERA, SEGUNDA
from tests.form_files import MEDIA, answered_in, question_key

Do = Callable[[Desk, dict[str, str]], object]


def _survey(desk: Desk, ids: dict[str, str]) -> str:
    return desk.ask(listar_encuestas, audiencia_id=ids[PRIMERA])[0][0]


def _bring(desk: Desk, ids: dict[str, str]) -> object:
    survey = _survey(desk, ids)
    seen = desk.ask(cuantas, encuesta_id=survey)
    return desk.do(traer_respuestas, encuesta_id=survey, respuestas=answered_in(MEDIA), vistas=seen)


FORMULARIOS: list[tuple[str, Do]] = [
    ("traer respuestas a una encuesta", _bring),
    (
        "traer respuestas con su encuesta",
        lambda desk, ids: desk.do(
            traer_respuestas,
            audiencia_id=ids[SEGUNDA],
            titulo="Formulario",
            preguntas=encuesta_de_evaluacion().preguntas,
            respuestas=answered_in(MEDIA),
        ),
    ),
    (
        "agrupar respuestas",
        lambda desk, ids: desk.do(
            agrupar_respuestas,
            id=question_key(desk, _survey(desk, ids), "medio_publicacion"),
            grupos={"Redes sociales": ("Facebook",)},
        ),
    ),
]
