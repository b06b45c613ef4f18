"""Making one of two registrations of a person; what either brought stays: arrivals, questions, answers, signatures."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from rcdesk.domain import orden
from rcdesk.domain.asistentes import Asistente
from rcdesk.domain.errors import RuleError
from rcdesk.domain.fusion import COLUMNAS, fundir, volvio
from rcdesk.store.schema import JOURNALED
from rcdesk.store.unit import Unit
from rcdesk.work import action
from rcdesk.work.duplicados import leer_de
from rcdesk.work.hojas import anotar_repetida
from rcdesk.work.registrados import registrados

_M, _Q, _S = (JOURNALED[table].c for table in ("movimientos", "preguntas", "asistentes"))


@action("Unir personas")
def fusionar_personas(unit: Unit, *, queda: str, sale: str, campos: Collection[str] = ()) -> None:
    """Make `sale` the same person as `queda`, taking those `campos` from it; `sale` is annulled and says why.

    What pointed to it points to who stays: questions, exits and returns. One Ctrl+Z gives all of it back.
    """
    stays, leaves = unit.get(Asistente, queda), unit.get(Asistente, sale)
    _can_be_one(stays, leaves)
    unit.audiencia_id = stays.audiencia_id
    kept, gone = leer_de(unit, "asistentes", queda, COLUMNAS), leer_de(unit, "asistentes", sale, COLUMNAS)
    unit.update("asistentes", queda, **_changed(kept, fundir(kept, gone, campos)))
    _move_exits(unit, queda, sale, (kept["hora_llegada"], gone["hora_llegada"]))
    _move_questions(unit, queda, sale)
    why = f"Es la misma persona que {stays.nombre or 'otro registro de la lista'}."
    leaves.anular(why, cuando=unit.clock(), quien=unit.quien)
    if (leaves.hoja, leaves.renglon) != (stays.hoja, stays.renglon):
        anotar_repetida(unit, leaves)


@action("Reconocer en el directorio")
def reconocer_en_directorio(unit: Unit, *, id: str, persona: str, campos: Collection[str] = ()) -> None:
    """Say that someone of the list is that person of the directory; what they lack and those `campos` come from it."""
    asistente = unit.get(Asistente, id)
    unit.audiencia_id = asistente.audiencia_id
    _exigir_libre(unit, asistente, persona)
    kept = leer_de(unit, "asistentes", id, COLUMNAS)
    made = fundir(kept, leer_de(unit, "personas", persona, COLUMNAS), campos)
    made |= {"persona": persona, "agregado": kept["agregado"]}
    unit.update("asistentes", id, **_changed(kept, made))


def _exigir_libre(unit: Unit, asistente: Asistente, persona: str) -> None:
    """Nobody of the directory is two of the list."""
    query = select(_S.nombre).where(_S.persona == persona, _S.id != asistente.id, registrados(asistente.audiencia_id))
    other = unit.connection.execute(query.limit(1)).first()
    if other is not None:
        raise RuleError(
            f"Esa persona del directorio ya es {other.nombre or 'otra'}, de esta lista. Una primero los dos registros."
        )


def _can_be_one(stays: Asistente, leaves: Asistente) -> None:
    if stays.id == leaves.id:
        raise RuleError("Es el mismo registro: no hay qué unir. Elija otra persona.")
    if (stays.audiencia_id, stays.lista) != (leaves.audiencia_id, leaves.lista):
        raise RuleError("Solo se unen dos personas de la misma lista: elija otra.")
    if stays.anulada or leaves.anulada:
        raise RuleError("Uno de los dos registros ya está anulado: no hay qué unir.")


def _changed(kept: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    return {column: value for column, value in made.items() if value != kept[column]}


def _move_exits(unit: Unit, queda: str, sale: str, arrivals: tuple[str | None, str | None]) -> None:
    """Put the exits and returns of both under who stays, by their hour."""
    both = select(_M.id, _M.hora, _M.paso, _M.asistente_id).where(
        _M.asistente_id.in_((queda, sale)), _M.anulada_motivo.is_(None)
    )
    rows = unit.connection.execute(both.order_by(_M.hora, _M.orden)).all()
    back = volvio(arrivals, [(row.hora, row.paso) for row in rows])
    steps = [(row.hora, row.id, row.asistente_id) for row in rows]
    if back is not None:
        steps.append((back, "", ""))
    place = ""
    for hora, id, holder in sorted(steps, key=lambda step: step[0]):
        place = orden.despues_de(place)
        if not id:
            row = {"asistente_id": queda, "orden": place, "paso": "reingreso", "hora": hora}
            unit.insert("movimientos", [row])
        elif holder == sale or len(steps) > 1:
            unit.update("movimientos", id, asistente_id=queda, orden=place)


def _move_questions(unit: Unit, queda: str, sale: str) -> None:
    for id in unit.connection.scalars(select(_Q.id).where(_Q.autor_asistente == sale)).all():
        unit.update("preguntas", id, autor_asistente=queda)
