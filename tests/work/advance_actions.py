"""The actions on the periods of an activity and their advances, each on the example: see `test_every_action.py`."""

from collections.abc import Callable

from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.domain.registro import Evidencia
from rcdesk.store.schema import JOURNALED
from rcdesk.work.avances_de_actividad import (
    corregir_periodo,
    programar_periodo,
    registrar_avance,
    retirar_avance,
    retirar_periodo,
)
from rcdesk.work.planes import listar_planes
from rcdesk.work.vista_de_plan import PeriodoRow, ver_actividad, ver_cronograma

Do = Callable[[Desk, dict[str, str]], object]
HOY = "2026-11-20"


def activity(desk: Desk, codigo: str = "1.3") -> str:
    """Return the key of an activity of the first plan of the example."""
    view = desk.ask(ver_cronograma, plan_id=desk.ask(listar_planes)[0].id, corte=HOY)
    assert view is not None
    return next(row.id for stage in view.etapas for row in stage.actividades if row.codigo == codigo)


def periods(desk: Desk, codigo: str = "1.3", corte: str = HOY) -> tuple[PeriodoRow, ...]:
    """Return the periods of an activity as they stood on a day."""
    found = desk.ask(ver_actividad, id=activity(desk, codigo), corte=corte)
    assert found is not None
    return found.periodos


def say(desk: Desk, codigo: str = "1.3", **valores: object) -> str:
    """Register an advance, of today if it does not say another day."""
    proof = (Evidencia(texto="Foto"),)
    said = {"corte": HOY, "texto": "Se hizo", **valores}
    return desk.do(registrar_avance, actividad_id=activity(desk, codigo), hoy=HOY, valores=said, evidencias=proof)


def said_before(desk: Desk) -> str:
    """Return the key of an advance that the example brings."""
    advances = JOURNALED["seguimientos"].c
    query = select(advances.id).where(advances.programacion_id.is_not(None)).order_by(advances.id)
    return desk.ask(lambda connection: str(connection.scalar(query)))


AVANCES: list[tuple[str, Do]] = [
    ("registrar avance", lambda desk, _: say(desk, ejecutado="6")),
    ("registrar avance de otro periodo", lambda desk, _: say(desk, ejecutado="1", periodo="2026", programado="2")),
    ("retirar avance", lambda desk, _: desk.do(retirar_avance, id=said_before(desk), motivo="Por error")),
    (
        "programar periodo",
        lambda desk, _: desk.do(programar_periodo, actividad_id=activity(desk), periodo="2026-S1", programado="4"),
    ),
    (
        "corregir periodo",
        lambda desk, _: desk.do(corregir_periodo, id=periods(desk)[0].id, valores={"justificacion": "Hubo más grupos"}),
    ),
    ("retirar periodo", lambda desk, _: desk.do(retirar_periodo, id=periods(desk)[0].id, motivo="Repetido")),
]
