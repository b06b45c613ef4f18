"""Who goes out and comes back, who is in at any minute, and the live list and figures, whatever is done."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from rcdesk.app.desk import Desk
from rcdesk.domain.cifras.audiencia import cifras_de_personas
from rcdesk.domain.errors import RuleError
from rcdesk.domain.presencia import Movimiento, estaba
from rcdesk.store.schema import JOURNALED
from rcdesk.work.asistentes import (
    anular_asistente,
    contar_asistentes,
    corregir_asistente,
    registrar_asistente,
    registrar_llegada,
)
from rcdesk.work.autorizaciones import anotar_autorizacion
from rcdesk.work.cuentas_de_asistencia import contar, recontar
from rcdesk.work.fusion import fusionar_personas
from rcdesk.work.gather import reunir_audiencia
from rcdesk.work.lista_de_asistencia import Filtro, listar, poner_al_dia
from rcdesk.work.movimientos import (
    anotar_reingreso,
    anotar_salida,
    listar_movimientos,
    presentes_a,
    ver_ingreso,
)
from rcdesk.work.organizaciones import unir_organizaciones
from tests.bases import SEGUNDA
from tests.people import listar_asistentes

_S = JOURNALED["asistentes"].c
_M = JOURNALED["movimientos"].c
_HOURS = tuple(f"{hour:02}:{minute:02}" for hour in (8, 9, 10) for minute in (0, 20, 40))
_GROUPS = ("JAC El Jardín", "jac el jardin", "Junta de Acción Comunal El Jardín", "Ciudadana", "Veeduría Salud", "")
_FILTERS: tuple[Filtro, ...] = ("todas", "salieron", "por_llegar", "virtuales", "sin_autorizacion", "anuladas")


def someone(desk: Desk, audiencia_id: str, hora: str = "") -> str:
    return desk.do(registrar_asistente, audiencia_id=audiencia_id, valores={"nombre": "Zulma Portocarrero"}, hora=hora)


def test_who_goes_out_is_not_in_until_they_come_back_and_counts_once(desk: Desk, segunda: str) -> None:
    id = someone(desk, segunda, "09:00")
    desk.do(anotar_salida, id=id, hora="09:30")
    assert desk.ask(presentes_a, audiencia_id=segunda) == 0
    assert [
        desk.ask(presentes_a, audiencia_id=segunda, hora=hora) for hora in ("08:59", "09:00", "09:29", "09:30")
    ] == [*(0, 1, 1, 0)]
    desk.do(anotar_reingreso, id=id, hora="09:45")
    assert [(row.paso, row.hora) for row in desk.ask(listar_movimientos, asistente_id=id)] == [
        ("salida", "09:30"),
        ("reingreso", "09:45"),
    ]
    counts = desk.ask(contar_asistentes, audiencia_id=segunda)
    assert (counts.presentes, counts.ingresaron) == (1, 1)


def test_nobody_comes_in_after_going_out_however_their_arrival_is_corrected(desk: Desk, segunda: str) -> None:
    id = someone(desk, segunda, "09:00")
    desk.do(anotar_salida, id=id, hora="09:30")
    for hour in ("09:31", ""):
        with pytest.raises(RuleError, match="Zulma Portocarrero salió a las 09:30: tuvo que ingresar antes"):
            desk.do(corregir_asistente, id=id, valores={"hora_llegada": hour})
    desk.do(corregir_asistente, id=id, valores={"hora_llegada": "08:15"})


@pytest.mark.parametrize(
    ("hora", "steps", "why"),
    [
        ("", ("salida 09:00",), "no ha ingresado: registre primero su ingreso"),
        ("09:00", ("salida 08:59",), "ingresó a las 09:00"),
        ("09:00", ("salida 09:10", "salida 09:20"), "ya había salido a las 09:10"),
        ("09:00", ("salida 09:10", "reingreso 09:05"), "Lo último que se anotó de Zulma Portocarrero fue a las 09:10"),
    ],
)
def test_what_could_not_be_is_refused(desk: Desk, segunda: str, hora: str, steps: tuple[str, ...], why: str) -> None:
    id = someone(desk, segunda, hora)
    acts = {"salida": anotar_salida, "reingreso": anotar_reingreso}
    with pytest.raises(RuleError, match=why):
        for step in steps:
            act, at = step.split()
            desk.do(acts[act], id=id, hora=at)


def test_an_exit_and_a_return_are_taken_back_and_done_again(desk: Desk, segunda: str) -> None:
    id = someone(desk, segunda, "09:00")
    stages = [desk.ask(_all_moves)]
    for act, hora in ((anotar_salida, "09:10"), (anotar_reingreso, "09:20")):
        desk.do(act, id=id, hora=hora)
        stages.append(desk.ask(_all_moves))
    for stage in stages[1::-1]:
        desk.undo()
        assert desk.ask(_all_moves) == stage
    for stage in stages[1:]:
        desk.redo()
        assert desk.ask(_all_moves) == stage


def _all_moves(connection: Connection) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(select(JOURNALED["movimientos"]).order_by(_M.id))]


def test_who_comes_back_without_an_exit_was_in_all_along(desk: Desk, segunda: str) -> None:
    id = someone(desk, segunda, "09:00")
    desk.do(anotar_reingreso, id=id, hora="09:45")
    assert [desk.ask(presentes_a, audiencia_id=segunda, hora=hora) for hora in ("09:20", "09:50")] == [1, 1]


def test_of_an_entrance_it_is_known_who_wrote_it_and_at_which_desk(desk: Desk, segunda: str) -> None:
    id = someone(desk, segunda)
    assert desk.ask(ver_ingreso, id=id) is None
    desk.do(registrar_llegada, id=id, hora="09:12")
    desk.do(corregir_asistente, id=id, valores={"cargo": "Edil"})
    told = desk.ask(ver_ingreso, id=id)
    assert told is not None
    assert (told.hora, told.quien, told.puesto) == ("09:12", "Elena Mora", "Equipo de prueba")
    desk.undo()
    desk.undo()
    assert desk.ask(ver_ingreso, id=id) is None


@given(
    arrived=st.sampled_from(_HOURS) | st.none(),
    steps=st.lists(st.tuples(st.sampled_from(_HOURS), st.sampled_from(("salida", "reingreso")))),
    at=st.sampled_from(_HOURS),
)
def test_the_last_thing_somebody_did_says_whether_they_are_in(
    arrived: str | None, steps: list[tuple[str, Any]], at: str
) -> None:
    moves = [Movimiento(hora, f"k{place:02}", paso) for place, (hora, paso) in enumerate(sorted(steps))]
    until = [move for move in moves if move.hora <= at]
    inside = arrived is not None and arrived <= at and (not until or until[-1].paso == "reingreso")
    assert estaba(arrived, moves[::-1], at) is inside


class Door:
    """Does at random what people do, and compares what is kept up to date with what is read anew."""

    def __init__(self, desk: Desk, audiencia_id: str) -> None:
        self.desk, self.hearing = desk, audiencia_id
        self.counts = desk.ask(contar, audiencia_id=audiencia_id)
        self.lists = {filtro: desk.ask(listar, audiencia_id=audiencia_id, filtro=filtro) for filtro in _FILTERS}

    def do(self, act: str, who: int, hora: str, group: int) -> None:
        desk, everybody = self.desk, self.desk.ask(listar_asistentes, audiencia_id=self.hearing)
        keys = [row.id for row in everybody] or ["nobody is left"]
        one, other = keys[who % len(keys)], keys[(who + 1) % len(keys)]
        mode = ("presencial", "virtual")[who % 2]
        match act:
            case "registrar":
                values: dict[str, object] = {"nombre": f"Ana {who}", "organizacion": _GROUPS[group], "modalidad": mode}
                desk.do(registrar_asistente, audiencia_id=self.hearing, valores=values, hora=hora if who % 3 else "")
            case "llegar":
                desk.do(registrar_llegada, id=one, hora=hora)
            case "salir":
                desk.do(anotar_salida, id=one, hora=hora)
            case "volver":
                desk.do(anotar_reingreso, id=one, hora=hora)
            case "anular":
                desk.do(anular_asistente, id=one, motivo="Se registró dos veces")
            case "corregir":
                values = {"nombre": f"Beto {who}", "organizacion": _GROUPS[group], "modalidad": mode}
                desk.do(corregir_asistente, id=one, valores=values)
            case "autorizar":
                desk.do(anotar_autorizacion, id=one, consentimiento="no" if who % 2 else "si")
            case "fusionar":
                desk.do(fusionar_personas, queda=one, sale=other)
            case "unir":
                desk.do(unir_organizaciones, nombre=_GROUPS[0], otras=(_GROUPS[2],))
            case "deshacer":
                desk.undo()
            case "rehacer":
                desk.redo()

    def check(self) -> None:
        ask, hearing = self.desk.ask, self.hearing
        self.counts = ask(recontar, audiencia_id=hearing, cuentas=self.counts)
        assert self.counts.conteo == ask(contar_asistentes, audiencia_id=hearing)
        for filtro, known in self.lists.items():
            self.lists[filtro] = ask(poner_al_dia, audiencia_id=hearing, lista=known)
            assert self.lists[filtro].claves == ask(listar, audiencia_id=hearing, filtro=filtro).claves, filtro

    def check_file(self) -> None:
        """What the acta prints, from the gathered file."""
        file, counts = self.desk.ask(reunir_audiencia, SEGUNDA), self.counts.conteo
        assert file is not None
        told = cifras_de_personas(file.audiencias[0], file.organizaciones)
        mine = {
            "registrados": counts.registrados,
            "registrados_presencial": counts.presenciales,
            "registrados_virtual": counts.virtuales,
            "sin_autorizacion": counts.sin_autorizacion,
            "organizaciones": counts.organizaciones,
        }
        assert mine == {name: told.get(name, 0) for name in mine}

    def check_presence(self) -> None:
        """The query of who was in, against the rule for each person."""
        people = self.desk.ask(_people_and_moves, self.hearing)
        for hora in _HOURS:
            inside = sum(estaba(arrived, moves, hora) for arrived, moves in people)
            assert self.desk.ask(presentes_a, audiencia_id=self.hearing, hora=hora) == inside
        now = sum(estaba(arrived, moves, "23:59") for arrived, moves in people)
        assert self.counts.conteo.presentes == now


def _people_and_moves(connection: Connection, hearing: str) -> list[tuple[str | None, list[Movimiento]]]:
    people = select(_S.id, _S.hora_llegada).where(
        _S.audiencia_id == hearing, _S.lista == "asistentes", _S.anulada_motivo.is_(None)
    )
    moves = select(_M.hora, _M.orden, _M.paso).where(_M.anulada_motivo.is_(None))
    return [
        (hora, [Movimiento(*row) for row in connection.execute(moves.where(_M.asistente_id == id))])
        for id, hora in connection.execute(people).all()
    ]


_ACTS = ("registrar", "llegar", "salir", "volver", "anular", "corregir", "autorizar", "fusionar", "unir")
_STEP = st.tuples(
    st.sampled_from((*_ACTS, "registrar", "llegar", "deshacer", "rehacer")),
    st.integers(0, 30),
    st.sampled_from(_HOURS),
    st.integers(0, len(_GROUPS) - 1),
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rounds=st.lists(st.lists(_STEP, min_size=1, max_size=4), min_size=3, max_size=8))
def test_the_live_list_and_figures_are_those_of_the_acta_whatever_is_done(
    desk: Desk, segunda: str, rounds: list[list[tuple[str, int, str, int]]]
) -> None:
    door = Door(desk, segunda)
    for steps in rounds:
        for step in steps:
            try:
                door.do(*step)
            except RuleError:
                continue  # somebody cannot leave twice: nothing changed
        door.check()
    door.check_file()
    door.check_presence()
