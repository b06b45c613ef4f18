"""The answers of a form's file brought into a survey, all in one step, and those it is compared with. Nobody is named.

What is kept of a person is when they answered and what: no column of the file that says who they are comes here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, func, select

from rcdesk.domain import encuestas, orden
from rcdesk.domain import registro as r
from rcdesk.domain.encuesta_leida import Respondida
from rcdesk.domain.errors import RuleError
from rcdesk.i18n import plural
from rcdesk.store.records import to_row
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import Action, action
from rcdesk.work.encuestas import crear_encuesta, exigir_sin_conteos, preguntas_de

_F = JOURNALED["respuestas_encuesta"].c
_E = JOURNALED["encuestas"].c
_CHUNK: Final = 500  # rows between two words of how far it is
_ADDED: Final = ("opciones", "admite_otro", "opciones_incompletas")
_MEANWHILE: Final = "Mientras miraba el archivo cambiaron los formularios de la encuesta. Ábralo otra vez."


@action("Traer respuestas de un formulario", long=True)
def traer_respuestas(
    unit: Unit,
    *,
    encuesta_id: str = "",
    audiencia_id: str = "",
    titulo: str = "",
    preguntas: Sequence[r.PreguntaEncuesta] = (),
    respuestas: Sequence[Respondida],
    vistas: int = 0,
) -> str:
    """Add answers to a survey, and to its questions the options that they bring; return the key of the survey.

    Without `encuesta_id` a survey of `preguntas` is made in the hearing. `vistas` are the answers that it had when the
    file was compared. RuleError, with nothing written, when it has others now, or counts.
    """
    if not respuestas:
        raise RuleError("No hay respuestas por traer: todas estaban ya o están en blanco.")
    there = {one.codigo for one in preguntas_de(unit.connection, encuesta_id)} if encuesta_id else set[str]()
    for place, pregunta in enumerate(preguntas):
        if pregunta.codigo not in there:
            encuestas.revisar_pregunta(pregunta, preguntas[:place])
    if encuesta_id:
        exigir_sin_conteos(unit, encuesta_id)
        if cuantas(unit.connection, encuesta_id=encuesta_id) != vistas:
            raise RuleError(_MEANWHILE)
        _add_to(unit, encuesta_id, preguntas)
    else:
        made = r.Encuesta(titulo=titulo or "Encuesta", aplicacion="virtual", preguntas=tuple(preguntas))
        encuesta_id = crear_encuesta.run(unit, audiencia_id=audiencia_id, encuesta=made)
    unit.audiencia_id = unit.connection.scalar(select(_E.audiencia_id).where(_E.id == encuesta_id))
    place_of = unit.last_order("respuestas_encuesta", encuesta_id=encuesta_id)
    for start in range(0, len(respuestas), _CHUNK):
        unit.progress(start, len(respuestas), "Guardando las respuestas")
        rows: list[dict[str, Any]] = []
        for one in respuestas[start : start + _CHUNK]:
            place_of = orden.despues_de(place_of)
            row = {"encuesta_id": encuesta_id, "orden": place_of, "fecha": one.fecha, "aplicacion": "virtual"}
            rows.append(row | {"valores": dict(one.valores)})
        unit.insert("respuestas_encuesta", rows)
    return encuesta_id


def con_nombre(cuantas: int) -> Action[..., str]:
    """Return the action under the name that Undo shows: «Traer 27 respuestas de un formulario»."""
    return replace(traer_respuestas, name=f"Traer {plural(cuantas, 'respuesta', 'respuestas')} de un formulario")


def cuantas(connection: Connection, *, encuesta_id: str) -> int:
    """Return how many answers a survey has ever had, withdrawn or not: one that comes changes it."""
    return connection.scalar(select(func.count()).where(_F.encuesta_id == encuesta_id)) or 0


def ya_traidas(connection: Connection, *, encuesta_id: str) -> list[Respondida]:
    """Return the answers of a survey that came from a form, also those withdrawn: they do not come back by a file."""
    query = select(_F.fecha, _F.valores).where(_F.encuesta_id == encuesta_id, _F.aplicacion == "virtual")
    return [Respondida(row.fecha, row.valores) for row in connection.execute(query.order_by(_F.orden, _F.id))]


def _add_to(unit: Unit, survey: str, questions: Sequence[r.PreguntaEncuesta]) -> None:
    """Write the questions that are new, and what the answers add to those that were there."""
    known = {pregunta.codigo: pregunta for pregunta in preguntas_de(unit.connection, survey)}
    place = unit.last_order("preguntas_encuesta", encuesta_id=survey)
    for question in questions:
        before = known.get(question.codigo)
        if before is None:
            place = orden.despues_de(place)
            row = to_row("preguntas_encuesta", question) | {"encuesta_id": survey, "orden": place}
            unit.insert("preguntas_encuesta", [row])
        else:
            changes = {name: getattr(question, name) for name in _ADDED}
            changes = {name: value for name, value in changes.items() if value != getattr(before, name)}
            if changes:
                unit.update("preguntas_encuesta", str(before.id), **changes)
