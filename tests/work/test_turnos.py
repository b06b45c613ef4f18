"""The word on the example: who asks for it, who has it, answers that are timed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from rcdesk.app.desk import Desk
from rcdesk.domain import reloj as clocks
from rcdesk.domain.errors import RuleError
from rcdesk.domain.turnos import Tiempos
from rcdesk.store.schema import JOURNALED
from rcdesk.work.asistentes import registrar_asistente
from rcdesk.work.marcha import (
    fijar_tiempos,
)
from rcdesk.work.preguntas import registrar_pregunta, responder_en_vivo
from rcdesk.work.turnos import (
    cronometrar_respuesta,
    dar_la_palabra,
    dar_la_palabra_al_siguiente,
    devolver_la_palabra,
    mover_turno,
    pedir_la_palabra,
    retirar_turno,
    terminar_turno,
)
from tests.bases import copied, open_desk
from tests.work.marching import Wall, asks, left, run_of, spoken


@pytest.fixture
def desk(example: Path, tmp_path: Path, wall: Wall) -> Iterator[Desk]:
    opened = open_desk(copied(example, tmp_path / "Base.rcdesk"), clock=wall)
    yield opened
    opened.close()


def test_who_is_registered_is_completed_and_waits_the_minutes_of_the_rules(desk: Desk, segunda: str) -> None:
    table = JOURNALED["asistentes"].c
    query = select(table.nombre, table.dependencia, table.organizacion).where(
        table.audiencia_id == segunda, table.lista == "asistentes"
    )
    name, office, organization = desk.ask(lambda connection: connection.execute(query).all()[0])
    desk.do(pedir_la_palabra, audiencia_id=segunda, valores={"nombre": name.upper(), "tema": "Vías"})
    (turn,) = run_of(desk, segunda).esperan
    assert (turn.nombre, turn.organizacion) == (name, organization or office)
    assert turn.reloj.segundos == 180


def test_a_point_of_order_goes_first_and_the_order_can_be_changed(desk: Desk, segunda: str) -> None:
    for name in ("Ana", "Beto"):
        asks(desk, segunda, name)
    asks(desk, segunda, "Caro", clase="mocion")
    assert [turn.nombre for turn in run_of(desk, segunda).esperan] == ["Caro", "Ana", "Beto"]
    caro, ana, beto = run_of(desk, segunda).esperan
    desk.do(mover_turno, id=beto.id, antes=caro.orden, despues=ana.orden)
    assert [turn.nombre for turn in run_of(desk, segunda).esperan] == ["Caro", "Beto", "Ana"]
    desk.do(retirar_turno, id=ana.id)
    assert [turn.nombre for turn in run_of(desk, segunda).esperan] == ["Caro", "Beto"]


def test_giving_the_word_ends_the_former_and_writes_what_the_acta_prints(desk: Desk, segunda: str, wall: Wall) -> None:
    before = spoken(desk, segunda)
    asks(desk, segunda, "Ana")
    asks(desk, segunda, "Beto")
    desk.do(dar_la_palabra_al_siguiente, audiencia_id=segunda)
    wall.pass_by(seconds=130)
    desk.do(dar_la_palabra_al_siguiente, audiencia_id=segunda)
    view = run_of(desk, segunda)
    assert view.turno is not None
    assert view.turno.nombre == "Beto"
    assert spoken(desk, segunda)[len(before) :] == [("Ana", None, 3)]
    desk.undo()
    assert spoken(desk, segunda) == before


def test_an_interpellation_pauses_who_speaks_and_gives_back_the_word(desk: Desk, segunda: str, wall: Wall) -> None:
    desk.do(dar_la_palabra, id=asks(desk, segunda, "Ana"))
    wall.pass_by(minutes=1)
    desk.do(dar_la_palabra, id=asks(desk, segunda, "Beto", clase="interpelacion"))
    view = run_of(desk, segunda)
    assert view.turno is not None
    assert view.interrumpido is not None
    assert (view.turno.nombre, view.interrumpido.nombre) == ("Beto", "Ana")
    wall.pass_by(minutes=5)
    desk.do(terminar_turno, audiencia_id=segunda)
    wall.pass_by(seconds=30)
    view = run_of(desk, segunda)
    assert view.turno is not None
    assert (view.turno.nombre, clocks.transcurridos(view.turno.reloj, wall.now)) == ("Ana", 90)


def test_the_last_who_spoke_goes_on_with_their_times(desk: Desk, segunda: str, wall: Wall) -> None:
    before = spoken(desk, segunda)
    desk.do(dar_la_palabra, id=asks(desk, segunda, "Ana"))
    wall.pass_by(minutes=2)
    desk.do(terminar_turno, audiencia_id=segunda)
    wall.pass_by(minutes=10)
    desk.do(devolver_la_palabra, audiencia_id=segunda)
    assert spoken(desk, segunda) == before
    wall.pass_by(minutes=2)
    assert left(desk, segunda, wall.now) == -60
    desk.do(terminar_turno, audiencia_id=segunda)
    assert spoken(desk, segunda)[len(before) :] == [("Ana", None, 4)]
    with pytest.raises(RuleError, match="Nadie tiene la palabra"):
        desk.do(terminar_turno, audiencia_id=segunda)


def test_an_answer_is_timed_as_the_entity_says(desk: Desk, segunda: str) -> None:
    desk.do(fijar_tiempos, tiempos=Tiempos(respuesta=240, aviso=30))
    question = desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿Cuándo?")
    desk.do(cronometrar_respuesta, audiencia_id=segunda, pregunta=question)
    view = run_of(desk, segunda)
    assert view.turno is not None
    assert (view.turno.quien, view.turno.reloj.segundos) == ("Respuesta a la P-001", 240)
    assert view.tiempos == Tiempos(240, 30)
    desk.do(terminar_turno, audiencia_id=segunda)
    assert not [name for name, _, _ in spoken(desk, segunda) if name is None]


def test_an_answer_given_aloud_is_no_longer_timed(desk: Desk, segunda: str, wall: Wall) -> None:
    one, other = (desk.do(registrar_pregunta, audiencia_id=segunda, texto=f"¿{n}?") for n in range(2))
    desk.do(cronometrar_respuesta, audiencia_id=segunda, pregunta=one)
    wall.pass_by(seconds=50)
    desk.do(responder_en_vivo, id=other)
    assert left(desk, segunda, wall.now) == 130
    desk.do(responder_en_vivo, id=one)
    view = run_of(desk, segunda)
    assert view.turno is None
    assert view.ultimo is not None
    assert (view.ultimo.pregunta, view.ultimo.reloj.usados) == (one, 50)
    desk.undo()
    assert left(desk, segunda, wall.now) == 130


def test_an_interpellation_goes_on_when_the_answer_that_it_interrupted_is_over(
    desk: Desk, segunda: str, wall: Wall
) -> None:
    question = desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿Cuándo?")
    desk.do(cronometrar_respuesta, audiencia_id=segunda, pregunta=question)
    wall.pass_by(seconds=20)
    desk.do(dar_la_palabra, id=asks(desk, segunda, "Beto", clase="interpelacion"))
    desk.do(responder_en_vivo, id=question)
    view = run_of(desk, segunda)
    assert view.turno is not None
    assert (view.turno.nombre, view.interrumpido) == ("Beto", None)


def test_of_turns_that_ended_in_one_second_the_last_is_the_one_that_began_later(desk: Desk, segunda: str) -> None:
    ana, beto = asks(desk, segunda, "Ana"), asks(desk, segunda, "Beto")
    first = run_of(desk, segunda).esperan[0]
    desk.do(mover_turno, id=beto, antes="", despues=first.orden)
    assert [turn.id for turn in run_of(desk, segunda).esperan] == [beto, ana]
    for _ in range(2):
        desk.do(dar_la_palabra_al_siguiente, audiencia_id=segunda)
        desk.do(terminar_turno, audiencia_id=segunda)
    last = run_of(desk, segunda).ultimo
    assert last is not None
    assert last.nombre == "Ana"


def test_of_two_people_with_one_name_nobody_is_guessed(desk: Desk, segunda: str) -> None:
    for place in ("Vereda", "Centro"):
        desk.do(registrar_asistente, audiencia_id=segunda, valores={"nombre": "Luz Roa", "organizacion": place})
    asks(desk, segunda, "luz roa")
    (turn,) = run_of(desk, segunda).esperan
    assert (turn.nombre, turn.organizacion) == ("luz roa", None)
