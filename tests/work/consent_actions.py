"""Consent, characterisation and figures of platforms, for the test that does, undoes and redoes every action."""

from collections.abc import Callable

from rcdesk.app.desk import Desk
from rcdesk.domain.autorizaciones import Respuesta
from rcdesk.work import asistencia, autorizaciones, caracterizacion
from rcdesk.work.adjunto import Adjunto
from tests.bases import PRIMERA, SEGUNDA
from tests.people import listar_asistentes

Do = Callable[[Desk, dict[str, str]], object]


def _person(desk: Desk, ids: dict[str, str]) -> str:
    return desk.ask(listar_asistentes, audiencia_id=ids[SEGUNDA])[0].id


def _platform(desk: Desk, ids: dict[str, str]) -> str:
    return desk.ask(asistencia.listar_metricas, audiencia_id=ids[PRIMERA])[0].id


AUTORIZACIONES: list[tuple[str, Do]] = [
    (
        "anotar imagen, voz y representante",
        lambda desk, ids: desk.do(
            autorizaciones.anotar_autorizacion,
            id=_person(desk, ids),
            consentimiento=Respuesta("papel", imagen_y_voz=False, representante="Rosa Cuero, madre"),
        ),
    ),
    (
        "escribir texto de autorización",
        lambda desk, _ids: desk.do(
            autorizaciones.escribir_texto, version="2", texto="Otro.", vigente_desde="2026-12-01"
        ),
    ),
    (
        "caracterizar",
        lambda desk, ids: desk.do(
            caracterizacion.caracterizar, id=_person(desk, ids), campo="victima", dichas=("No responde",)
        ),
    ),
    ("elegir qué se pregunta", lambda desk, _ids: desk.do(caracterizacion.pedir_campos, campos=("genero",))),
    (
        "escribir opciones",
        lambda desk, _ids: desk.do(caracterizacion.escribir_opciones, campo="genero", opciones=("Mujer", "Hombre")),
    ),
    (
        "guardar evidencia de la transmisión",
        lambda desk, ids: desk.do(
            asistencia.guardar_evidencia,
            id=_platform(desk, ids),
            adjunto=Adjunto("figuras/cifras.png", "a" * 64, 10),
        ),
    ),
    (
        "elegir qué se pregunta al registrar",
        lambda desk, _ids: desk.do(caracterizacion.pedir_al_registrar, que=("imagen_y_voz",)),
    ),
]
"""Revoking, correcting and withdrawing a text are undone in `test_autorizaciones`: something must be there first."""
