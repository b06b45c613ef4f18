"""Every action a person has: done and undone, the base is what it was; redone, what the action left.

To add yours: one line in CASES, with the function that does it on the example.
"""

from collections.abc import Callable

import pytest
from sqlalchemy import select, text

from rcdesk.app.desk import Desk
from rcdesk.domain.registro import Parrafo
from rcdesk.store.schema import JOURNALED
from rcdesk.work.equipo import agregar_al_equipo, corregir_integrante, listar_equipo, retirar_del_equipo
from rcdesk.work.lineas import agregar, corregir, mover, retirar
from rcdesk.work.narrativa import editar_narrativa
from rcdesk.work.preparacion import agregar_medidas_usuales, ver_orden_del_dia
from rcdesk.work.secciones import listar_secciones, meter_seccion, sacar_seccion
from tests.bases import PRIMERA, SEGUNDA

Do = Callable[[Desk, dict[str, str]], object]
"""Does one action; the keys of the two hearings of the example come under their codes."""

Dump = dict[str, list[tuple[object, ...]]]


def _agenda(desk: Desk, ids: dict[str, str]) -> list[str]:
    return [point.id for point in desk.ask(ver_orden_del_dia, audiencia_id=ids[SEGUNDA]).puntos]


def _sections(desk: Desk, ids: dict[str, str]) -> list[str]:
    return [row.id for row in desk.ask(listar_secciones, audiencia_id=ids[PRIMERA]) if row.nivel == 1]


def _inner(desk: Desk, ids: dict[str, str]) -> str:
    return next(row.id for row in desk.ask(listar_secciones, audiencia_id=ids[PRIMERA]) if row.nivel == 2)


def _leaf(desk: Desk, ids: dict[str, str]) -> str:
    rows = desk.ask(listar_secciones, audiencia_id=ids[PRIMERA])
    return [row.id for row in rows if row.nivel == 1 and not row.subsecciones][-1]


def _member(desk: Desk, ids: dict[str, str]) -> str:
    return desk.ask(listar_equipo, audiencia_id=ids[SEGUNDA])[0].id


CASES: list[tuple[str, Do]] = [
    (
        "agregar punto",
        lambda desk, ids: desk.do(agregar["puntos"], valores={"titulo": "Himnos"}, audiencia_id=ids[SEGUNDA]),
    ),
    ("corregir punto", lambda desk, ids: desk.do(corregir["puntos"], id=_agenda(desk, ids)[0], valores={"minutos": 7})),
    ("mover punto", lambda desk, ids: desk.do(mover["puntos"], id=_agenda(desk, ids)[2], antes="", despues="1")),
    ("retirar punto", lambda desk, ids: desk.do(retirar["puntos"], id=_agenda(desk, ids)[0])),
    ("medidas usuales", lambda desk, ids: desk.do(agregar_medidas_usuales, audiencia_id=ids[SEGUNDA])),
    (
        "meter sección",
        lambda desk, ids: desk.do(meter_seccion, id=_leaf(desk, ids), padre=_sections(desk, ids)[0]),
    ),
    ("sacar sección", lambda desk, ids: desk.do(sacar_seccion, id=_inner(desk, ids))),
    (
        "escribir texto",
        lambda desk, ids: desk.do(
            editar_narrativa,
            tabla="secciones",
            id=_sections(desk, ids)[0],
            campo="bloques",
            bloques=(Parrafo(texto="Otro."),),
        ),
    ),
    ("agregar al equipo", lambda desk, ids: desk.do(agregar_al_equipo, audiencia_id=ids[SEGUNDA], nombre="Ana Nova")),
    (
        "corregir equipo",
        lambda desk, ids: desk.do(corregir_integrante, id=_member(desk, ids), valores={"roles": ("moderacion",)}),
    ),
    ("retirar del equipo", lambda desk, ids: desk.do(retirar_del_equipo, id=_member(desk, ids))),
]


@pytest.mark.parametrize("do", [pytest.param(do, id=name) for name, do in CASES])
def test_undo_leaves_the_base_as_it_was_and_redo_as_the_action_left_it(desk: Desk, do: Do) -> None:
    ids = _hearings(desk)
    before = _dump(desk)
    do(desk, ids)
    after = _dump(desk)
    assert after != before
    desk.undo()
    assert _dump(desk) == before
    desk.redo()
    assert _dump(desk) == after


def _hearings(desk: Desk) -> dict[str, str]:
    table = JOURNALED["audiencias"].c
    return desk.ask(
        lambda connection: {row.codigo: row.id for row in connection.execute(select(table.codigo, table.id))}
    )


def _dump(desk: Desk) -> Dump:
    return desk.ask(
        lambda connection: {
            name: [tuple(row) for row in connection.execute(text(f"SELECT * FROM {name} ORDER BY id"))]
            for name in JOURNALED
        }
    )
