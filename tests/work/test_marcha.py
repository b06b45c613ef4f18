"""The run of a hearing on the example: points, clocks, who speaks, who watches, what happens."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from rcdesk.app.desk import Desk
from rcdesk.domain import reloj as clocks
from rcdesk.domain.errors import RuleError
from rcdesk.domain.publica import version_publica
from rcdesk.exchange import to_json
from rcdesk.render.text import to_text
from rcdesk.store.schema import JOURNALED
from rcdesk.store.tree import HELD
from rcdesk.work.audiencias import cambiar_estado
from rcdesk.work.documentos import cifras, documento_acta, documento_guion, documento_lista
from rcdesk.work.gather import reunir
from rcdesk.work.incidentes import incumplir_medida, listar_incidentes, registrar_incidente
from rcdesk.work.lineas import corregir
from rcdesk.work.marcha import (
    ampliar_tiempo,
    corregir_horas,
    pasar_al_punto,
    pasar_al_siguiente,
    pausar_o_seguir,
    planear_minutos,
    volver_al_anterior,
)
from rcdesk.work.preguntas import registrar_pregunta
from rcdesk.work.preparacion import listar_medidas
from rcdesk.work.proyeccion import mostrar_mensaje
from rcdesk.work.transmision import anotar_espectadores, listar_lecturas, retirar_lectura
from rcdesk.work.turnos import (
    cronometrar_respuesta,
    dar_la_palabra,
)
from tests.bases import SEGUNDA, copied, hearing_id, open_desk
from tests.work.marching import Wall, asks, left, run_of, spoken
from tests.work.run_actions import PREPARED, Step


@pytest.fixture
def desk(example: Path, tmp_path: Path, wall: Wall) -> Iterator[Desk]:
    opened = open_desk(copied(example, tmp_path / "Base.rcdesk"), clock=wall)
    yield opened
    opened.close()


def test_passing_on_ends_a_point_and_starts_the_next_and_undo_returns_both(
    desk: Desk, segunda: str, wall: Wall
) -> None:
    desk.do(pasar_al_siguiente, audiencia_id=segunda)
    wall.pass_by(minutes=4)
    desk.do(pasar_al_siguiente, audiencia_id=segunda)
    first, second, *_ = run_of(desk, segunda).puntos
    assert (first.reloj.usados, first.reloj.fin) == (240, second.reloj.inicio)
    assert (second.reloj.segundos, clocks.corre(second.reloj)) == (15 * 60, True)
    desk.undo()
    first, second, *_ = run_of(desk, segunda).puntos
    assert clocks.corre(first.reloj)
    assert second.reloj.inicio is None


def test_going_back_goes_on_with_the_time_that_the_point_had(desk: Desk, segunda: str, wall: Wall) -> None:
    for minutes in (3, 1):
        desk.do(pasar_al_siguiente, audiencia_id=segunda)
        wall.pass_by(minutes=minutes)
    desk.do(volver_al_anterior, audiencia_id=segunda)
    wall.pass_by(minutes=1)
    assert left(desk, segunda, wall.now) == 60
    point = run_of(desk, segunda).punto
    assert point is not None
    assert point.numero == 1


def test_after_the_last_point_nothing_runs_and_it_is_said(desk: Desk, segunda: str) -> None:
    points = run_of(desk, segunda).puntos
    desk.do(pasar_al_punto, audiencia_id=segunda, id=points[-1].id)
    assert desk.do(pasar_al_siguiente, audiencia_id=segunda) == ""
    assert run_of(desk, segunda).punto is None
    with pytest.raises(RuleError, match="ya terminó"):
        desk.do(pasar_al_siguiente, audiencia_id=segunda)


def test_a_pause_and_more_time_are_of_whoever_speaks_else_of_the_point(desk: Desk, segunda: str, wall: Wall) -> None:
    with pytest.raises(RuleError, match="No corre ningún reloj"):
        desk.do(pausar_o_seguir, audiencia_id=segunda)
    desk.do(pasar_al_siguiente, audiencia_id=segunda)
    desk.do(ampliar_tiempo, audiencia_id=segunda)
    assert left(desk, segunda, wall.now) == 6 * 60
    desk.do(dar_la_palabra, id=asks(desk, segunda, "Eva"))
    desk.do(pausar_o_seguir, audiencia_id=segunda)
    view = run_of(desk, segunda)
    assert view.en_pausa
    assert view.punto is not None
    assert clocks.corre(view.punto.reloj)


def test_a_base_that_was_cut_off_has_the_same_time_left(desk: Desk, segunda: str, wall: Wall, tmp_path: Path) -> None:
    desk.do(pasar_al_siguiente, audiencia_id=segunda)
    wall.pass_by(minutes=2)
    cut = copied(tmp_path / "Base.rcdesk", tmp_path / "Cortada.rcdesk")  # as kill -9 leaves it: the log not folded in
    (cut / "bloqueo").unlink(missing_ok=True)
    again = open_desk(cut, clock=wall)
    try:
        wall.pass_by(hours=2)  # and the machine slept
        hearing = hearing_id(again, SEGUNDA)
        assert left(again, hearing, wall.now) == 5 * 60 - 2 * 60 - 2 * 3600
    finally:
        again.close()


def test_a_recess_stops_every_clock_and_its_end_lets_them_go_on(desk: Desk, segunda: str, wall: Wall) -> None:
    desk.do(pasar_al_siguiente, audiencia_id=segunda)
    desk.do(dar_la_palabra, id=asks(desk, segunda, "Eva", minutos=5))
    wall.pass_by(minutes=1)
    desk.do(registrar_incidente, audiencia_id=segunda, hora="10:42", tipo="receso", texto="Refrigerio")
    wall.pass_by(minutes=20)
    assert left(desk, segunda, wall.now) == 4 * 60
    desk.do(registrar_incidente, audiencia_id=segunda, hora="11:02", tipo="reanudacion", texto="Se reanuda")
    wall.pass_by(minutes=1)
    assert left(desk, segunda, wall.now) == 3 * 60
    point = run_of(desk, segunda).punto
    assert point is not None
    assert clocks.transcurridos(point.reloj, wall.now) == 120
    desk.undo()
    assert run_of(desk, segunda).en_pausa


def test_closing_the_hearing_ends_what_runs_and_undo_brings_it_back(desk: Desk, segunda: str) -> None:
    desk.do(cambiar_estado, id=segunda, estado="en_curso", hoy="2026-11-20", hora="10:00")
    desk.do(pasar_al_siguiente, audiencia_id=segunda)
    desk.do(dar_la_palabra, id=asks(desk, segunda, "Ana"))
    desk.do(cambiar_estado, id=segunda, estado="cerrada", hoy="2026-11-20", hora="10:42")
    view = run_of(desk, segunda)
    assert (view.punto, view.turno) == (None, None)
    assert spoken(desk, segunda)[-1][0] == "Ana"
    desk.undo()
    view = run_of(desk, segunda)
    assert view.punto is not None
    assert view.turno is not None


def test_hours_are_corrected_by_hand(desk: Desk, segunda: str) -> None:
    desk.do(pasar_al_siguiente, audiencia_id=segunda)
    point = run_of(desk, segunda).puntos[0]
    desk.do(corregir_horas, id=point.id, inicio="10:00", fin="10:30")
    reloj = run_of(desk, segunda).puntos[0].reloj
    assert (reloj.usados, (reloj.inicio or "")[11:16], (reloj.fin or "")[11:16]) == (1800, "10:00", "10:30")


def test_the_minutes_of_a_running_point_are_those_of_its_clock(desk: Desk, segunda: str, wall: Wall) -> None:
    desk.do(pasar_al_siguiente, audiencia_id=segunda)
    desk.do(planear_minutos, id=run_of(desk, segunda).puntos[0].id, minutos=17)
    assert left(desk, segunda, wall.now) == 17 * 60
    assert run_of(desk, segunda).minutos == 120 + 12


def test_readings_of_one_platform_make_its_peak_and_two_are_not_added(desk: Desk, segunda: str, wall: Wall) -> None:
    for count in ("62", "70", "66"):
        desk.do(anotar_espectadores, audiencia_id=segunda, canal="Facebook Live", espectadores=count)
        wall.pass_by(minutes=5)
    watching = run_of(desk, segunda).espectadores
    assert watching is not None
    assert (watching.ahora, watching.maximo, watching.serie) == (66, 70, (62, 70, 66))
    figures: dict[str, Any] = dict(desk.ask(cifras, codigo=SEGUNDA))
    assert [told["espectadores_maximos"] for told in figures["audiencias"].values()] == [70]
    desk.do(anotar_espectadores, audiencia_id=segunda, canal="facebook live", espectadores="1.070")
    assert {row.canal for row in desk.ask(listar_lecturas, audiencia_id=segunda)} == {"Facebook Live"}
    desk.do(anotar_espectadores, audiencia_id=segunda, canal="YouTube", espectadores="5")
    watching = run_of(desk, segunda).espectadores
    assert watching is not None
    assert (watching.canal, watching.maximo) == ("YouTube", 5)


def test_a_wrong_reading_is_taken_back(desk: Desk, segunda: str) -> None:
    key = desk.do(anotar_espectadores, audiencia_id=segunda, canal="YouTube", espectadores="9999")
    desk.do(retirar_lectura, id=key)
    assert run_of(desk, segunda).espectadores is None


@pytest.mark.parametrize("typed", ["1e309", "-0", "٣٤", "²", "", "mil", "12,5", "9" * 40, "1 2a", "1.2345"])
def test_viewers_that_are_no_number_are_refused_in_words(desk: Desk, segunda: str, typed: str) -> None:
    with pytest.raises(RuleError, match="cuántos ven ahora") as refused:
        desk.do(anotar_espectadores, audiencia_id=segunda, canal="YouTube", espectadores=typed)
    assert refused.value.field == "espectadores"
    assert run_of(desk, segunda).espectadores is None


def test_a_measure_that_fails_is_an_incident_in_the_same_step(desk: Desk, segunda: str) -> None:
    measure = desk.ask(listar_medidas, audiencia_id=segunda)[0]
    before = desk.ask(listar_incidentes, audiencia_id=segunda)
    desk.do(incumplir_medida, id=measure.id, hora="10:41")
    told = [row for row in desk.ask(listar_incidentes, audiencia_id=segunda) if row not in before]
    assert [(row.hora, row.tipo) for row in told] == [("10:41", "accesibilidad")]
    assert measure.medida in told[0].texto
    desk.undo()
    assert desk.ask(listar_incidentes, audiencia_id=segunda) == before
    assert desk.ask(listar_medidas, audiencia_id=segunda)[0] == measure


@pytest.mark.parametrize(("before", "step"), [pytest.param(*case[1:], id=case[0]) for case in PREPARED])
def test_each_step_of_the_run_is_taken_back_whole(
    desk: Desk, segunda: str, before: Callable[[Desk, str], str], step: Step
) -> None:
    made = before(desk, segunda)
    was = _dump(desk)
    step(desk, segunda, made)
    after = _dump(desk)
    assert after != was
    desk.undo()
    assert _dump(desk) == was
    desk.redo()
    assert _dump(desk) == after


def _dump(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    return desk.ask(
        lambda connection: {
            name: [tuple(row) for row in connection.execute(text(f"SELECT * FROM {name} ORDER BY id"))]
            for name in JOURNALED
        }
    )


def test_who_asked_for_the_word_and_what_the_room_saw_do_not_travel(desk: Desk, segunda: str) -> None:
    words = "Faltan cinco minutos para el receso"
    desk.do(mostrar_mensaje, audiencia_id=segunda, texto=words)
    asks(desk, segunda, "Beto Arrieta Zúñiga")
    question = desk.do(registrar_pregunta, audiencia_id=segunda, texto="¿Cuándo arreglan el parque?")
    desk.do(cronometrar_respuesta, audiencia_id=segunda, pregunta=question)
    whole = to_json(desk.ask(reunir)).decode()
    assert "¿Cuándo arreglan el parque?" in whole
    for secret in (words, "Beto Arrieta", *(f'"{table}"' for table in HELD)):
        assert secret not in whole


def test_the_private_note_is_in_the_script_and_in_no_other_document(desk: Desk, segunda: str) -> None:
    secret = "Interrumpir a quien se pase"
    point = run_of(desk, segunda).puntos[0]
    desk.do(corregir["puntos"], id=point.id, valores={"guion": secret})
    desk.do(registrar_incidente, audiencia_id=segunda, hora="10:05", tipo="falla_tecnica", texto="Se fue el sonido")
    paper = {
        make.__name__: to_text(desk.ask(make, codigo=SEGUNDA, evidencias=desk.folder))
        for make in (documento_acta, documento_lista, documento_guion)
    }
    assert {name for name, text in paper.items() if secret in text} == {"documento_guion"}
    assert "Se fue el sonido" in paper["documento_acta"]
    public = to_json(version_publica(desk.ask(reunir))).decode()
    assert secret not in public
    assert "Se fue el sonido" not in public
