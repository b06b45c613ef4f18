"""What may happen to a hearing."""

import pytest

from rcdesk.domain.audiencias import SIGUIENTES, Audiencia, proponer_codigo, vigencia_de
from rcdesk.domain.errors import RuleError


def test_the_proposed_code_is_the_next_free_one_of_the_year() -> None:
    assert proponer_codigo(2026, ["rdc-2026-1", "rdc-2025-2", "rdc-2026-2"]) == "rdc-2026-3"


def test_a_hearing_called_off_can_be_planned_again_but_not_held() -> None:
    hearing = Audiencia(codigo="a", estado="convocada")
    hearing.pasar_a("cancelada")
    with pytest.raises(RuleError, match="cancelada no puede pasar a en curso"):
        hearing.pasar_a("en_curso")
    hearing.pasar_a("planeada")
    assert hearing.estado == "planeada"


def test_every_state_can_be_left() -> None:
    assert all(SIGUIENTES.values())


@pytest.mark.parametrize("code", ["", "con espacio", "../fuera", "a/b", "ñ", "-x", "x" * 61])
def test_a_code_that_files_do_not_admit_is_refused(code: str) -> None:
    with pytest.raises(RuleError) as refusal:
        Audiencia(codigo="a").corregir({"codigo": code})
    assert refusal.value.field == "codigo"


def test_the_end_comes_after_the_start() -> None:
    with pytest.raises(RuleError, match="posterior") as refusal:
        Audiencia(codigo="a", hora_inicio_programada="09:00").corregir({"hora_fin_programada": "08:59"})
    assert refusal.value.field == "hora_fin_programada"


def test_withdrawing_needs_a_reason_and_happens_once() -> None:
    hearing = Audiencia(codigo="a")
    with pytest.raises(RuleError, match="por qué"):
        hearing.anular("  ", cuando="2026-11-20T10:00:00Z", quien="Ana")
    hearing.anular("repetida", cuando="2026-11-20T10:00:00Z", quien="Ana")
    assert hearing.anulada
    with pytest.raises(RuleError, match="Ya estaba"):
        hearing.anular("otra vez", cuando="2026-11-20T10:00:00Z", quien="Ana")


def test_a_mistyped_year_is_not_the_one_that_a_hearing_tells_of() -> None:
    assert [vigencia_de(fecha) for fecha in ("2026-11-20", "2026", "0026-11-20", None)] == [2026, 2026, None, None]
