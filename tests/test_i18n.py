from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk import i18n


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("17/11/2021", "2021-11-17"),
        (" 17/11/2021 ", "2021-11-17"),
        ("7-1-2021", "2021-01-07"),
        ("17.11.2021", "2021-11-17"),
        ("17/11/21", "2021-11-17"),
        ("17 11 2021", "2021-11-17"),
        ("17/nov/2021", "2021-11-17"),
        ("17-NOV-2021", "2021-11-17"),
        ("17 nov. 2021", "2021-11-17"),
        ("17 de noviembre de 2021", "2021-11-17"),
        ("1 de Setiembre de 2021", "2021-09-01"),
        ("1 de sept de 2021", "2021-09-01"),
        ("miércoles, 17 de noviembre del 2021", "2021-11-17"),
        ("2021-11-17", "2021-11-17"),
        ("2021/11/17", "2021-11-17"),
        ("2021-11", "2021-11"),
        ("11/2021", "2021-11"),
        ("nov/2021", "2021-11"),
        ("noviembre de 2021", "2021-11"),
        ("2021", "2021"),
        ("31/02/2021", None),
        ("29/02/2020", "2020-02-29"),
        ("17/13/2021", None),
        ("0/1/2021", None),
        ("mañana", None),
        ("ma/2021", None),
        ("", None),
        ("17/11", None),
        ("17/11/20211", None),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, iso: str | None) -> None:
    assert i18n.leer_fecha(typed) == iso


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("9:00", "09:00"),
        ("09:00", "09:00"),
        ("9", "09:00"),
        ("0900", "09:00"),
        ("930", "09:30"),
        ("9.30", "09:30"),
        ("9 am", "09:00"),
        ("9am", "09:00"),
        ("9:15 a. m.", "09:15"),
        ("2:15 p.m.", "14:15"),
        ("2:15 P M", "14:15"),
        ("12 m", "12:00"),
        ("12:30 m.", "12:30"),
        ("12 am", "00:00"),
        ("12 pm", "12:00"),
        ("14h30", "14:30"),
        ("14:30:59", "14:30"),
        ("16:00 horas", "16:00"),
        ("00:00", "00:00"),
        ("24:00", None),
        ("9:60", None),
        ("14 pm", None),
        ("3 m", None),
        ("0 am", None),
        ("nueve", None),
        ("", None),
    ],
)
def test_an_hour_is_read_as_people_type_it(typed: str, hour: str | None) -> None:
    assert i18n.leer_hora(typed) == hour


@given(st.text())
def test_reading_any_text_as_a_date_or_an_hour_never_fails(typed: str) -> None:
    for read in (i18n.leer_fecha(typed), i18n.leer_hora(typed)):
        assert read is None or read.isascii()


@given(st.dates())
def test_every_date_is_read_back_from_how_it_is_written(day: object) -> None:
    iso = str(day)
    assert i18n.leer_fecha(i18n.fecha_corta(iso)) == iso
    assert i18n.leer_fecha(i18n.fecha_con_dia(iso)) == iso


@given(st.times())
def test_every_hour_is_read_back_from_how_it_is_written(hour: object) -> None:
    text = str(hour)[:5]
    assert i18n.leer_hora(i18n.hora_am_pm(text)) == text


def test_dates_are_written_with_what_is_known_of_them() -> None:
    assert i18n.fecha_larga("2021-11-07") == "7 de noviembre de 2021"
    assert i18n.fecha_larga("2021-11-17T09:00") == "17 de noviembre de 2021"
    assert i18n.fecha_larga("2021-11") == "noviembre de 2021"
    assert i18n.fecha_larga("2021") == "2021"
    assert i18n.fecha_corta("2021-11-07") == "07/nov/2021"
    assert i18n.fecha_corta("2021-09") == "sep/2021"
    assert i18n.fecha_con_dia("2021-11-17") == "miércoles 17 de noviembre de 2021"
    assert i18n.dia_de_la_semana("2021-11") == ""


def test_hours_are_written_with_am_and_pm() -> None:
    assert [i18n.hora_am_pm(h) for h in ("09:00", "12:00", "00:30", "23:59:10")] == [
        "09:00 am",
        "12:00 pm",
        "12:30 am",
        "11:59 pm",
    ]


def test_numbers_have_points_for_thousands_and_a_decimal_comma() -> None:
    assert i18n.numero(1234567) == "1.234.567"
    assert i18n.numero(Decimal("-1234.50")) == "-1.234,50"
    assert i18n.numero(Decimal("1E+3")) == "1.000"
    assert i18n.porcentaje(Decimal(17) / 27 * 100) == "63,0 %"
    assert i18n.porcentaje(Decimal("0.05")) == "0,1 %"
    assert i18n.porcentaje(58, 0) == "58 %"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1234", "1234"),
        (" 1.234 ", "1234"),
        ("1 234,5", "1234.5"),
        ("1.234.567,50", "1234567.50"),
        ("-3,5", "-3.5"),
        ("1234.5", "1234.5"),
        ("63,0 %", "63.0"),
        ("1.23.4", None),
        ("1e5", None),
        ("٣", None),
        ("NaN", None),
        ("", None),
    ],
)
def test_a_number_is_read_as_people_type_it(typed: str, number: str | None) -> None:
    assert i18n.leer_numero(typed) == (None if number is None else Decimal(number))


def test_plurals_carry_their_number() -> None:
    assert [i18n.plural(n, "pregunta", "preguntas") for n in (0, 1, 1400)] == [
        "0 preguntas",
        "1 pregunta",
        "1.400 preguntas",
    ]


@pytest.mark.parametrize(
    ("things", "words"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a y b"),
        (["a", "b", "c"], "a, b y c"),
        (["padres", "hijos"], "padres e hijos"),
        (["Salud", "Infraestructura"], "Salud e Infraestructura"),
        (["agua", "hielo"], "agua y hielo"),
        (["cobre", "ion"], "cobre y ion"),
        (["Cali", "Yumbo"], "Cali y Yumbo"),
        (["Ana", "Íngrid"], "Ana e Íngrid"),
    ],
)
def test_a_list_ends_with_y_or_e(things: list[str], words: str) -> None:
    assert i18n.lista_en_palabras(things) == words


def test_how_long_ago_is_said_in_the_largest_useful_unit() -> None:
    said = [i18n.hace(timedelta(minutes=m)) for m in (0, 4, 60, 47 * 60, 72 * 60)]
    assert said == ["ahora", "hace 4 min", "hace 1 h", "hace 47 h", "hace 3 días"]


def test_a_percentage_of_any_length_is_written() -> None:
    assert i18n.porcentaje(Decimal("9" * 40 + ".96")) == f"10{'.000' * 13},0 %"
