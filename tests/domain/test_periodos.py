"""Periods cover months and read as a person says them."""

from datetime import date

import pytest

from rcdesk.domain.periodos import cubre, del_anio, en_palabras, meses, primer_dia, trimestre_de, ultimo_dia


@pytest.mark.parametrize(
    ("periodo", "months", "words"),
    [
        ("2026", ("2026-01", "2026-12"), "2026"),
        ("2026-S2", ("2026-07", "2026-12"), "segundo semestre de 2026"),
        ("2026-C3", ("2026-09", "2026-12"), "tercer cuatrimestre de 2026"),
        ("2026-T1", ("2026-01", "2026-03"), "primer trimestre de 2026"),
        ("2026-11", ("2026-11", "2026-11"), "noviembre de 2026"),
    ],
)
def test_a_period_is_some_months_and_has_a_name(periodo: str, months: tuple[str, str], words: str) -> None:
    assert meses(periodo) == months
    assert en_palabras(periodo) == words


def test_a_date_falls_in_the_periods_that_hold_its_month() -> None:
    covering = ["2026", "2026-S2", "2026-C3", "2026-T4", "2026-11"]
    assert all(cubre(periodo, "2026-11-20") for periodo in covering)
    assert not any(cubre(periodo, "2026-06") for periodo in covering[1:])
    assert cubre("2026", "2026")
    assert not cubre("2026-T4", "2026")


def test_the_quarter_of_a_day_is_among_the_periods_of_its_year() -> None:
    assert trimestre_de("2026-11-20") == "2026-T4"
    assert trimestre_de("2026-03") == "2026-T1"
    assert trimestre_de("2026-04-01") in del_anio(2026)


def test_the_last_day_of_the_last_month_that_a_calendar_has_is_known() -> None:
    assert ultimo_dia("9999-12") == ultimo_dia("9999") == date(9999, 12, 31)
    assert (ultimo_dia("2024-02"), primer_dia("0001")) == (date(2024, 2, 29), date(1, 1, 1))
