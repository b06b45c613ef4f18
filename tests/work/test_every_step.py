"""Every step of a question: done and undone the base is what it was; redone, what the step left."""

from typing import Any

import pytest
from sqlalchemy import text

from rcdesk.app.desk import Desk
from rcdesk.store.schema import JOURNALED
from rcdesk.work import Action
from rcdesk.work.orden_en_cola import mover_en_cola
from rcdesk.work.preguntas import (
    agrupar,
    anular_pregunta,
    aplazar,
    aprobar,
    asignar,
    convertir_en_compromiso,
    declarar_improcedente,
    dejar_pendiente,
    desagrupar,
    reabrir_pregunta,
    registrar_pregunta,
    responder_en_vivo,
    retener,
    trasladar,
    volver_a_revision,
)

LEAD = "la otra"
"""Stands for the key of another question."""
Taken = tuple[Action[Any, Any], dict[str, object]]

STEPS: list[tuple[tuple[Taken, ...], Taken]] = [
    ((), (responder_en_vivo, {})),
    ((), (asignar, {"dependencia": "Obras"})),
    (((aprobar, {}),), (aplazar, {})),
    ((), (dejar_pendiente, {})),
    ((), (trasladar, {"entidad": "Gobernación", "fecha": "2026-11-23"})),
    ((), (declarar_improcedente, {"razon": "Es de la nación"})),
    ((), (agrupar, {"principal": LEAD})),
    (((agrupar, {"principal": LEAD}),), (desagrupar, {})),
    (((aprobar, {}), (responder_en_vivo, {})), (reabrir_pregunta, {})),
    ((), (aprobar, {})),
    (((aprobar, {}),), (retener, {})),
    (((retener, {}),), (volver_a_revision, {})),
    (((aprobar, {}), (aprobar, {"id": LEAD})), (mover_en_cola, {"lugares": 1})),
    (((aprobar, {}),), (anular_pregunta, {"motivo": "Repetida"})),
    ((), (convertir_en_compromiso, {})),
]


@pytest.mark.parametrize(("before", "step"), STEPS, ids=[step[0].name for _, step in STEPS])
def test_each_step_of_a_question_is_taken_back_whole(
    desk: Desk, segunda: str, before: tuple[Taken, ...], step: Taken
) -> None:
    values: dict[str, object] = {"acciones_a_desarrollar": "Reparar la vía"}
    lead = desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿Y la luz?")
    asked = desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿Y la vía?", valores=values)

    def take(taken: Taken) -> None:
        action, given = taken
        known = {name: lead if value == LEAD else value for name, value in ({"id": asked} | given).items()}
        desk.do(action, **known)

    for one in before:
        take(one)
    start = dump(desk)
    take(step)
    after = dump(desk)
    assert after != start
    desk.undo()
    assert dump(desk) == start
    desk.redo()
    assert dump(desk) == after


def dump(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """The whole base."""
    return desk.ask(
        lambda connection: {
            name: [tuple(row) for row in connection.execute(text(f"SELECT * FROM {name} ORDER BY id"))]
            for name in JOURNALED
        }
    )
