import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.errors import RuleError
from rcdesk.domain.numeracion import (
    SIN_NUMERO,
    consecutivo_de,
    numero_de,
    patron_escrito,
    revisar_patron,
    saltos,
    siguiente,
)

PATRON = "4112.020.14.12.{n}"


@given(st.integers(1, 10**6), st.sampled_from(["{n}", PATRON, "ACTA-{vigencia}-{n:4}", "{n:3} de {vigencia}"]))
def test_a_number_gives_back_its_consecutive(n: int, patron: str) -> None:
    assert consecutivo_de(patron, numero_de(patron, n, 2026), 2026) == n


def test_the_next_number_leaves_no_gap_and_repeats_none() -> None:
    assert siguiente(PATRON, [], 2026) == "4112.020.14.12.1"
    assert siguiente(PATRON, [], 2026, primero=56) == "4112.020.14.12.56"
    assert siguiente(PATRON, ["4112.020.14.12.56", "otra serie 900"], 2026, primero=56) == "4112.020.14.12.57"
    assert saltos(PATRON, ["4112.020.14.12.2", "4112.020.14.12.4"], 2026) == ("4112.020.14.12.1", "4112.020.14.12.3")


def test_a_year_in_the_pattern_begins_the_numbers_again() -> None:
    assert siguiente("{vigencia}-{n:3}", ["2025-041"], 2026) == "2026-001"
    with pytest.raises(RuleError, match="no la tiene"):
        numero_de("{vigencia}-{n}", 1, None)


@pytest.mark.parametrize("patron", ["4112.56", "{n}-{n}", "{x}{n}", "{n:0}", "{{n}}"])
def test_a_pattern_that_cannot_number_is_refused(patron: str) -> None:
    with pytest.raises(RuleError) as refused:
        revisar_patron(patron)
    assert refused.value.field == "numeracion"


def test_the_patterns_of_real_entities_are_taken() -> None:
    taken = {PATRON: "4112.020.14.12.56", "{n}": "56", "{n:3}": "056", "ACTA {n} DE {vigencia}": "ACTA 56 DE 2026"}
    for patron, numero in taken.items():
        revisar_patron(patron)
        assert numero_de(patron, 56, 2026) == numero


def test_a_pattern_is_kept_without_spaces_around_and_a_number_of_many_figures_is_followed() -> None:
    assert patron_escrito(" ACTA  {n}\n") == "ACTA {n}"
    assert patron_escrito(" Sin numero ") == SIN_NUMERO
    assert patron_escrito(" ") is None
    assert siguiente("X{n}", ["X999999999", "X1000000000"], 2026) == "X1000000001"
