"""Many questions kept at once: a chat that was pasted, a file that was sent before the hearing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, select

from rcdesk.domain import orden
from rcdesk.domain.errors import RuleError
from rcdesk.domain.preguntas import ABIERTOS, Pregunta, codigo_de
from rcdesk.domain.renglones import Existente
from rcdesk.domain.tanda import Captura
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import Action, action
from rcdesk.work.preguntas import capturar, principal_de

_P = JOURNALED["preguntas"].c
_TELL: Final = 100  # questions between two words of how far it is


@action("Registrar preguntas", long=True)
def registrar_tanda(
    unit: Unit, *, audiencia_id: str, capturas: Sequence[Captura], canal: str = "", borrador: str = ""
) -> list[str]:
    """Keep the questions in their order, numbered without gaps, and return their keys.

    `canal` is through where came those that do not say; `borrador` is the draft that they were.
    """
    if not capturas:
        raise RuleError("No hay preguntas por guardar: todas las líneas se saltan o esperan revisión.")
    number = unit.next_number("preguntas", audiencia_id=audiencia_id, mesa=None)
    place = unit.last_order("preguntas", audiencia_id=audiencia_id)
    made: list[Pregunta] = []
    for step, captura in enumerate(capturas):
        place = orden.despues_de(place)
        pregunta = _capture(unit, captura, audiencia_id, number + step, place, canal)
        if captura.clave:
            pregunta.agrupar(principal_de(unit, captura.clave))
        elif captura.con >= 0:
            pregunta.agrupar(made[captura.con])
        unit.add(pregunta)
        made.append(pregunta)
        if step % _TELL == 0:
            unit.progress(step, len(capturas), "Guardando las preguntas")
    unit.audiencia_id = audiencia_id
    unit.used_draft(borrador)
    return [pregunta.id for pregunta in made]


def _capture(unit: Unit, captura: Captura, audiencia_id: str, numero: int, lugar: str, canal: str) -> Pregunta:
    values: dict[str, object] = {"texto": captura.texto, "linea": captura.linea, "tema": captura.tema}
    values["canal"] = captura.canal or canal
    if captura.recibida:
        values["recibida"] = captura.recibida
    try:
        return capturar(
            unit, audiencia_id=audiencia_id, numero=numero, lugar=lugar, autor=captura.autor, valores=values
        )
    except RuleError as error:
        who = f"de {captura.autor}" if captura.autor else "sin autor"
        raise RuleError(f"La línea {who}, «{captura.texto[:60]}»: {error}") from error


def con_nombre(cuantas: int, origen: str) -> Action[..., list[str]]:
    """Return the action under the name that Undo shows: «Registrar 24 preguntas del chat»."""
    words = "una pregunta" if cuantas == 1 else f"{cuantas} preguntas"
    return replace(registrar_tanda, name=f"Registrar {words} {origen}")


def listar_existentes(connection: Connection, *, audiencia_id: str) -> list[Existente]:
    """Return the questions of the hearing that stand, with which those that come are compared."""
    query = select(_P.id, _P.numero, _P.mesa, _P.autor_nombre, _P.texto, _P.estado).where(
        _P.audiencia_id == audiencia_id, _P.anulada_motivo.is_(None)
    )
    found = connection.execute(query.order_by(_P.orden, _P.id)).all()
    return [
        Existente(
            row.id,
            codigo_de(row.mesa, row.numero),
            row.autor_nombre or "",
            row.texto,
            (row.estado or "recibida") in ABIERTOS,
        )
        for row in found
    ]
