"""The rules of a turn: who goes first, how long is counted, the times that the entity allots."""

from datetime import UTC, datetime

import pytest

from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import FechaHora, Reloj
from rcdesk.domain.turnos import Clase, Tiempos, Turno, escribir_tiempos, leer_tiempos, lugar_en_la_fila

NUEVE = "2026-11-20T14:00:00Z"


def _spoken(seconds: int) -> Turno:
    turno = Turno(nombre="Eva")
    turno.reloj = Reloj(segundos=180, usados=seconds, inicio=FechaHora(NUEVE), fin=FechaHora(NUEVE))
    return turno


@pytest.mark.parametrize(("clase", "place"), [("orador", 4), ("respuesta", 4), ("mocion", 2), ("interpelacion", 1)])
def test_a_point_of_order_goes_first_and_an_interpellation_before_it(clase: Clase, place: int) -> None:
    waiting: list[Clase] = ["interpelacion", "mocion", "orador", "orador"]
    assert lugar_en_la_fila(clase, waiting) == place


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 1), (59, 1), (60, 1), (61, 2), (180, 3), (181, 4)])
def test_a_begun_minute_counts_whole(seconds: int, minutes: int) -> None:
    assert _spoken(seconds).minutos(datetime(2026, 11, 20, 15, tzinfo=UTC)) == minutes


def test_the_word_needs_a_name() -> None:
    with pytest.raises(RuleError, match="el nombre de quien pide la palabra"):
        Turno().corregir({"tema": "Vías"})


def test_a_turn_that_began_is_not_withdrawn_but_ended() -> None:
    with pytest.raises(RuleError, match="ya empezó"):
        _spoken(30).retirar(cuando=NUEVE, quien="Elena")


def test_a_turn_given_back_keeps_its_times() -> None:
    turno = _spoken(95)
    turno.devolver("2026-11-20T14:05:00Z")
    assert (turno.reloj_usados, turno.reloj_inicio, turno.reloj_fin) == (95, NUEVE, None)
    with pytest.raises(RuleError, match="no ha terminado"):
        turno.devolver(NUEVE)


def test_the_times_of_the_entity_are_read_as_they_were_written() -> None:
    chosen = Tiempos(respuesta=240, aviso=0)
    assert leer_tiempos(escribir_tiempos(chosen)) == chosen


@pytest.mark.parametrize("values", [(), ("respuesta=",), ("respuesta=-1", "aviso=1e309"), ("aviso=٣٤", "otra cosa")])
def test_times_that_are_no_number_stay_as_usual(values: tuple[str, ...]) -> None:
    assert leer_tiempos(values) == Tiempos()
