"""A clock goes by the wall: pauses, a night's sleep, an hour set back, a correction by hand."""

from datetime import datetime, timedelta

import pytest

from rcdesk.domain import reloj as clocks
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import FechaHora, Reloj

NUEVE = datetime.fromisoformat("2026-11-20T09:00:00-05:00")


def _at(**after: int) -> datetime:
    return NUEVE + timedelta(**after)


def _text(moment: datetime) -> str:
    return moment.isoformat()


def _running() -> Reloj:
    return clocks.iniciar(None, _text(NUEVE), 1800)


def test_it_counts_down_by_the_wall() -> None:
    assert clocks.restantes(_running(), _at(minutes=17, seconds=12)) == 12 * 60 + 48


def test_it_says_by_how_much_it_is_over() -> None:
    assert clocks.restantes(_running(), _at(minutes=42)) == -12 * 60


def test_a_pause_takes_nothing() -> None:
    paused = clocks.pausar(_running(), _text(_at(minutes=10)))
    assert not clocks.corre(paused)
    assert clocks.empezado(paused)
    again = clocks.iniciar(paused, _text(_at(minutes=25)))
    assert clocks.transcurridos(again, _at(minutes=30)) == 15 * 60


def test_a_machine_that_slept_two_hours_wakes_two_hours_later() -> None:
    assert clocks.restantes(_running(), _at(hours=2)) == 1800 - 7200


def test_a_wall_clock_set_back_takes_nothing_away() -> None:
    paused = clocks.pausar(_running(), _text(_at(minutes=10)))
    again = clocks.iniciar(paused, _text(_at(minutes=20)))
    assert clocks.transcurridos(again, _at(minutes=5)) == 10 * 60


def test_what_was_ended_goes_on_from_where_it_was() -> None:
    ended = clocks.terminar(_running(), _text(_at(minutes=10)))
    assert not clocks.empezado(ended)
    again = clocks.iniciar(ended, _text(_at(minutes=40)))
    assert (again.inicio, again.fin) == (_text(NUEVE), None)
    assert clocks.transcurridos(again, _at(minutes=41)) == 11 * 60


def test_more_time_is_allotted_and_never_less_than_a_second() -> None:
    assert clocks.ampliar(_running(), 60).segundos == 1860
    assert clocks.ampliar(_running(), -9999).segundos == 1


def test_what_cannot_be_done_is_said() -> None:
    with pytest.raises(RuleError, match="ya está corriendo"):
        clocks.iniciar(_running(), _text(NUEVE))
    with pytest.raises(RuleError, match="no está corriendo"):
        clocks.pausar(Reloj(), _text(NUEVE))
    with pytest.raises(RuleError, match="no ha empezado"):
        clocks.terminar(Reloj(), _text(NUEVE))


def test_a_start_corrected_earlier_counts_from_then() -> None:
    corrected = clocks.corregir(_running(), "8:50", "", _at(minutes=10))
    assert clocks.transcurridos(corrected, _at(minutes=12)) == 22 * 60
    assert clocks.corre(corrected)


def test_a_correction_keeps_the_pauses() -> None:
    paused = clocks.pausar(_running(), _text(_at(minutes=10)))
    again = clocks.iniciar(paused, _text(_at(minutes=25)))
    ended = clocks.terminar(again, _text(_at(minutes=30)))
    corrected = clocks.corregir(ended, "09:00", "09:40", _at(hours=1))
    assert corrected.usados == 25 * 60
    assert corrected.fin == _text(_at(minutes=40))


def test_the_same_minute_keeps_its_seconds() -> None:
    started = clocks.iniciar(None, _text(_at(seconds=37)))
    corrected = clocks.corregir(started, "09:00", "", _at(minutes=5))
    assert corrected.inicio == _text(_at(seconds=37))


def test_without_hours_it_never_began() -> None:
    assert clocks.corregir(_running(), "", " ", _at(minutes=5)) == Reloj(segundos=1800)


@pytest.mark.parametrize(
    ("begun", "ended", "field"),
    [("25:00", "", "inicio"), ("09:00", "8:59", "fin"), ("11:00", "", "inicio"), ("", "09:30", "inicio"),
     ("09:00", "23:00", "fin"), ("٣٤", "", "inicio"), ("00:60", "", "inicio")],
)  # fmt: skip
def test_an_hour_that_cannot_be_is_refused_in_its_field(begun: str, ended: str, field: str) -> None:
    with pytest.raises(RuleError) as refused:
        clocks.corregir(_running(), begun, ended, _at(minutes=45))
    assert refused.value.field == field


def test_a_clock_with_nothing_allotted_has_nothing_left_to_say() -> None:
    assert clocks.restantes(Reloj(corre_desde=FechaHora(_text(NUEVE))), _at(minutes=5)) is None
