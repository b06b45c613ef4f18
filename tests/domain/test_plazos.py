"""The calendar against the golden values of the domain, and against the `holidays` package year by year."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rcdesk.domain.festivos import festivos
from rcdesk.domain.plazos import (
    TERMINOS,
    Calendario,
    calendario_de,
    dia_en_colombia,
    dia_exacto,
    es_habil,
    habiles_entre,
    sumar_habiles,
    termino,
    vencimiento,
)
from rcdesk.domain.registro import DiaNoHabil, Fecha, FechaHora, FechaONoAplica, TipoPregunta

DIAS = st.dates(date(2015, 1, 1), date(2040, 12, 31))
CALENDARIOS = st.dictionaries(DIAS, st.booleans(), max_size=20)


@pytest.mark.parametrize("anio", range(2015, 2036))
def test_the_holidays_of_a_year_are_those_of_the_holidays_package(anio: int) -> None:
    assert festivos(anio) == set(holidays.country_holidays("CO", years=anio))


def test_the_year_2021_has_eighteen_holidays() -> None:
    assert len(festivos(2021)) == 18


def test_the_virgin_of_chiquinquira_is_a_holiday_on_its_monday_from_2026_on() -> None:
    assert date(2026, 7, 13) in festivos(2026)
    assert date(2025, 7, 14) not in festivos(2025)
    assert sumar_habiles(date(2026, 5, 29), 30) == date(2026, 7, 16)


def test_every_year_that_a_date_can_name_has_its_holidays() -> None:
    assert all(17 <= len(festivos(anio)) <= 19 for anio in (1, 400, 1900, 2285, 9999))


@pytest.mark.parametrize(
    ("desde", "cuantos", "hasta"),
    [
        ("2021-11-17", 5, "2021-11-24"),
        ("2021-11-17", 10, "2021-12-01"),
        ("2021-11-17", 15, "2021-12-09"),
        ("2021-11-17", 20, "2021-12-16"),
        ("2021-11-17", 30, "2021-12-30"),
        ("2021-11-17", 35, "2022-01-06"),
        ("2020-12-03", 15, "2020-12-28"),
        ("2024-03-22", 10, "2024-04-10"),
        ("2026-03-12", 10, "2026-03-27"),
        ("2026-03-12", 15, "2026-04-07"),
        ("2026-03-12", 30, "2026-04-28"),
        ("2026-05-29", 15, "2026-06-23"),
        ("2021-11-20", 0, "2021-11-20"),
    ],
)
def test_a_term_ends_on_the_business_day_of_the_golden_table(desde: str, cuantos: int, hasta: str) -> None:
    assert sumar_habiles(date.fromisoformat(desde), cuantos) == date.fromisoformat(hasta)


def test_a_day_of_the_entity_changes_the_calendar_both_ways() -> None:
    dias = calendario_de(
        [
            DiaNoHabil(fecha=Fecha("2021-11-18"), motivo="Día de la entidad"),
            DiaNoHabil(fecha=Fecha("2021-11-20"), habil=True),  # a Saturday
            DiaNoHabil(fecha=Fecha("2021-11-19"), habil=False),
        ],
        (),
    )
    assert not es_habil(date(2021, 11, 18), dias)
    assert es_habil(date(2021, 11, 20), dias)
    assert sumar_habiles(date(2021, 11, 17), 1, dias) == date(2021, 11, 20)
    assert habiles_entre(date(2021, 11, 17), date(2021, 11, 22), dias) == 2


def test_a_day_of_the_entity_without_day_adjusts_nothing_and_the_last_of_a_day_wins() -> None:
    dias = calendario_de(
        [
            DiaNoHabil(fecha=Fecha("2021-11")),
            DiaNoHabil(fecha=Fecha("2021-12-08"), habil=True),
            DiaNoHabil(fecha=Fecha("2021-12-08")),
        ],
        (),
    )
    assert dias.dias == {date(2021, 12, 8): False}


@pytest.mark.parametrize(
    ("recibida", "tipo", "ultimo_dia"),
    [
        ("2021-11-17", "peticion", "2021-12-30"),
        ("2021-11-17", None, "2021-12-30"),
        ("2021-11-17", "solicitud_de_informacion", "2021-12-16"),
        ("2021-11-17", "consulta", "2022-01-06"),
        ("2026-03-12", "queja", "2026-04-07"),
        ("2026-03-12", "solicitud_de_informacion", "2026-03-27"),
        ("2026-03-12", "consulta", "2026-04-28"),
    ],
)
def test_a_question_is_due_by_its_kind_and_by_the_rule_of_the_day_it_came(
    recibida: str, tipo: TipoPregunta | None, ultimo_dia: str
) -> None:
    assert vencimiento(date.fromisoformat(recibida), tipo) == date.fromisoformat(ultimo_dia)


@pytest.mark.parametrize(
    ("recibida", "dias"),
    [("2020-03-27", 15), ("2020-03-28", 30), ("2022-05-17", 30), ("2022-05-18", 15)],
)
def test_the_emergency_terms_run_from_their_first_to_their_last_day(recibida: str, dias: int) -> None:
    assert termino(date.fromisoformat(recibida)).dias(None) == dias


def test_every_term_says_the_rule_it_comes_from() -> None:
    assert [regla.norma.split(",")[0] for regla in TERMINOS] == [
        "Ley 1755 de 2015",
        "Decreto 491 de 2020",
        "Ley 1755 de 2015",
    ]


@pytest.mark.parametrize(
    ("instante", "dia"),
    [
        ("2021-11-17T23:59:59-05:00", "2021-11-17"),
        ("2021-11-18T03:00Z", "2021-11-17"),
        ("2021-11-17", "2021-11-17"),
        ("2021-11-17T23:00", "2021-11-17"),
        ("0001-01-01T00:00Z", "0001-01-01"),
    ],
)
def test_the_day_of_an_instant_is_the_colombian_one(instante: str, dia: str) -> None:
    assert dia_en_colombia(FechaHora(instante)) == date.fromisoformat(dia)


@pytest.mark.parametrize("fecha", ["2021", "2021-11", "N.A.", None])
def test_a_date_not_known_to_the_day_is_no_day(fecha: str | None) -> None:
    assert dia_exacto(FechaONoAplica(fecha) if fecha is not None else None) is None


def test_a_term_never_leaves_the_calendar() -> None:
    assert sumar_habiles(date(9999, 12, 30), 15) == date.max
    assert habiles_entre(date(2021, 1, 1), date.max) == 1_945_010


@given(desde=DIAS, cuantos=st.integers(1, 120), dias=CALENDARIOS)
def test_counting_business_days_undoes_adding_them(desde: date, cuantos: int, dias: dict[date, bool]) -> None:
    calendario = Calendario(dias)
    hasta = sumar_habiles(desde, cuantos, calendario)
    assert habiles_entre(desde, hasta, calendario) == cuantos
    assert es_habil(hasta, calendario)


@given(desde=DIAS, largo=st.integers(-30, 900), dias=CALENDARIOS)
@example(desde=date(2021, 12, 31), largo=1, dias={})
def test_counting_by_weeks_is_counting_day_by_day(desde: date, largo: int, dias: dict[date, bool]) -> None:
    calendario = Calendario(dias)
    uno_a_uno = sum(es_habil(desde + timedelta(days=dia), calendario) for dia in range(1, largo + 1))
    assert habiles_entre(desde, desde + timedelta(days=largo), calendario) == uno_a_uno
