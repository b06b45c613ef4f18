"""Commitments: numbered without gaps, counted in business days from the hearing, annulled and never lost."""

import pytest

from rcdesk.app.desk import Desk
from rcdesk.domain.errors import RuleError
from rcdesk.work.audiencias import editar_audiencia
from rcdesk.work.compromisos import (
    CompromisoRow,
    anular_compromiso,
    comprometer_estrategia,
    corregir_compromiso,
    crear_compromiso,
    listar_compromisos,
    mover_compromiso,
    restaurar_compromiso,
)
from rcdesk.work.dofa import enlazar_compromiso, ver_dofa
from rcdesk.work.gather import reunir_audiencia
from tests.bases import PRIMERA


def rows(desk: Desk, audiencia: str) -> list[CompromisoRow]:
    return desk.ask(listar_compromisos, audiencia_id=audiencia)


def row(desk: Desk, audiencia: str, id: str) -> CompromisoRow:
    return next(each for each in rows(desk, audiencia) if each.id == id)


def test_the_list_shows_what_was_promised_by_whom_and_how_many_business_days_there_are(
    desk: Desk, primera: str
) -> None:
    shown = rows(desk, primera)
    assert [each.codigo for each in shown] == ["1", "2", "3", "4", "5"]
    assert (shown[0].fecha, shown[0].dias_habiles) == ("2026-04-22", 5)
    assert (shown[1].fecha, shown[1].dias_habiles) == ("2026-04-29", 10)
    assert shown[2].preguntas == (7,)
    assert shown[4].estrategias == ("DO1", "DA1")


def test_the_golden_dates_are_the_fifth_and_the_tenth_business_day(desk: Desk, primera: str) -> None:
    desk.do(editar_audiencia, id=primera, valores={"fecha": "2021-11-17"})
    fifth = desk.do(crear_compromiso, audiencia_id=primera, valores={"que_hacer": "Uno", "fecha": "2021-11-24"})
    tenth = desk.do(crear_compromiso, audiencia_id=primera, valores={"que_hacer": "Dos", "fecha": "2021-12-01"})
    assert row(desk, primera, fifth).dias_habiles == 5
    assert row(desk, primera, tenth).dias_habiles == 10


def test_a_new_commitment_gets_the_next_number_even_after_one_is_annulled(desk: Desk, primera: str) -> None:
    first = desk.do(crear_compromiso, audiencia_id=primera, valores={"que_hacer": "Pintar la rampa"})
    desk.do(anular_compromiso, id=first, motivo="Repetido")
    second = desk.do(crear_compromiso, audiencia_id=primera, valores={"que_hacer": "Revisar la rampa"})
    assert row(desk, primera, first).codigo == "6"
    assert row(desk, primera, first).anulada == "Repetido"
    assert row(desk, primera, second).codigo == "7"
    assert row(desk, primera, second).estado == "pendiente"


def test_an_annulled_commitment_leaves_the_acta_and_can_come_back(desk: Desk, primera: str) -> None:
    first = rows(desk, primera)[0]
    desk.do(anular_compromiso, id=first.id, motivo="No se hará")
    archivo = desk.ask(reunir_audiencia, PRIMERA)
    assert archivo is not None
    assert archivo.audiencias[0].compromisos[0].anulada is not None
    with pytest.raises(RuleError, match="Ya estaba anulado"):
        desk.do(anular_compromiso, id=first.id, motivo="Otra vez")
    desk.do(restaurar_compromiso, id=first.id)
    assert row(desk, primera, first.id).anulada is None


def test_what_is_not_said_or_not_a_date_is_refused_beside_its_field(desk: Desk, primera: str) -> None:
    with pytest.raises(RuleError, match="qué se va a hacer") as empty:
        desk.do(crear_compromiso, audiencia_id=primera, valores={"que_hacer": "  "})
    assert empty.value.field == "que_hacer"
    first = rows(desk, primera)[0]
    with pytest.raises(RuleError, match="2026-02-31") as never:
        desk.do(corregir_compromiso, id=first.id, valores={"fecha": "2026-02-31"})
    assert never.value.field == "fecha"
    assert rows(desk, primera)[0] == first


def test_a_date_may_be_not_applicable(desk: Desk, primera: str) -> None:
    first = rows(desk, primera)[0]
    desk.do(corregir_compromiso, id=first.id, valores={"fecha": "no aplica", "responsables": ("Una", "Otra")})
    found = row(desk, primera, first.id)
    assert (found.fecha, found.dias_habiles, found.responsables) == ("N.A.", None, ("Una", "Otra"))


def test_who_writes_over_an_unseen_change_is_told(desk: Desk, primera: str) -> None:
    first = rows(desk, primera)[0]
    desk.do(corregir_compromiso, id=first.id, valores={"estado": "cumplido"})
    with pytest.raises(RuleError, match="Mientras escribía") as told:
        desk.do(corregir_compromiso, id=first.id, valores={"estado": "en_curso"}, seen={"estado": "pendiente"})
    assert told.value.field == "estado"


def test_moving_one_changes_only_its_place(desk: Desk, primera: str) -> None:
    before = rows(desk, primera)
    desk.do(mover_compromiso, id=before[0].id, antes=before[1].orden, despues=before[2].orden)
    assert [each.codigo for each in rows(desk, primera)] == ["2", "1", "3", "4", "5"]


def test_a_strategy_becomes_a_commitment_linked_both_ways_and_one_undo_takes_both_back(
    desk: Desk, primera: str
) -> None:
    matrix = desk.ask(ver_dofa, audiencia_id=primera)
    free = next(each for each in matrix.estrategias if each.compromiso is None)
    made = desk.do(comprometer_estrategia, id=free.id)
    found = row(desk, primera, made)
    assert (found.que_hacer, found.origen, found.estrategias) == (free.texto, "estrategia", (free.codigo,))
    with pytest.raises(RuleError, match="ya es el compromiso 6"):
        desk.do(comprometer_estrategia, id=free.id)
    desk.undo()
    assert desk.ask(ver_dofa, audiencia_id=primera) == matrix
    assert len(rows(desk, primera)) == 5


def test_a_strategy_is_linked_only_to_a_commitment_of_its_hearing(desk: Desk, primera: str) -> None:
    strategy = desk.ask(ver_dofa, audiencia_id=primera).estrategias[0]
    with pytest.raises(RuleError, match="No hay un compromiso 40"):
        desk.do(enlazar_compromiso, id=strategy.id, codigo="40")
    desk.do(enlazar_compromiso, id=strategy.id, codigo="2")
    assert desk.ask(ver_dofa, audiencia_id=primera).estrategias[0].compromiso == "2"
