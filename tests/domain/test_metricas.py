"""What a platform shows, read as it writes it; and what of it cannot be all true."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.metricas import Medidas, avisos
from rcdesk.i18n import duracion, leer_cifra, leer_duracion, leer_momento, numero


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("70", 70),
        ("1.204", 1204),
        ("1,204", 1204),
        ("1.204.300", 1204300),
        ("1,2 K", 1200),
        ("1.2k", 1200),
        ("70 mil", 70000),
        ("1,5 M", 1500000),
        ("2 millones", 2000000),
        ("1,2 K vistas", 1200),
        ("1.204 reproducciones", 1204),
        ("1,2", None),
        ("-3", None),
        ("1.20", None),
        ("muchas", None),
        ("=1+1", None),
        ("1.2345 K", None),
        ("", None),
    ],
)
def test_a_count_is_read_as_a_platform_shows_it(typed: str, read: int | None) -> None:
    assert leer_cifra(typed) == read


@given(st.integers(0, 10**9))
def test_a_count_that_we_write_is_read_back(n: int) -> None:
    assert leer_cifra(numero(n)) == leer_cifra(str(n)) == n


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1:15:30", 4530),
        ("75:30", 4530),
        ("0:45", 45),
        ("45", 45),
        ("45 s", 45),
        ("1 h 15 min", 4500),
        ("2 horas", 7200),
        ("4:75", None),
        ("1:75:00", None),
        ("mucho", None),
        ("", None),
    ],
)
def test_a_duration_is_read_as_a_platform_shows_it(typed: str, read: int | None) -> None:
    assert leer_duracion(typed) == read


@given(st.integers(0, 400_000))
def test_a_duration_that_we_write_is_read_back(seconds: int) -> None:
    assert leer_duracion(duracion(seconds)) == seconds


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("17/11/2021 10:15", "2021-11-17T10:15-05:00"),
        ("17 de noviembre de 2021, 2:15 pm", "2021-11-17T14:15-05:00"),
        ("17/nov/2021", "2021-11-17"),
        ("17/11/2021 25:00", None),
        ("11/2021 10:15", None),
        ("10:15", None),
    ],
)
def test_a_moment_is_a_day_with_its_hour_if_it_is_known(typed: str, read: str | None) -> None:
    assert leer_momento(typed) == read


def test_contradictions_are_told_where_they_show() -> None:
    wrong = Medidas(70, 75, 60, 50, 55, 4000, 6000, 3600)
    assert [one.campo for one in avisos(wrong)] == [
        "espectadores_maximos",
        "espectadores_maximos",
        "reproducciones_1_minuto",
        "segundos_promedio",
        "minutos_reproducidos",
    ]
    [told] = avisos(Medidas(reproducciones=1204, segundos_promedio=45, minutos_reproducidos=5000))
    assert told.texto == "0:45 de promedio por 1.204 reproducciones dan 903 minutos."
    [more] = avisos(Medidas(reproducciones=10, minutos_reproducidos=601, duracion_segundos=3600))
    assert more.campo == "minutos_reproducidos"


@given(st.integers(1, 5000), st.integers(1, 5000), st.integers(60, 7200), st.data())
def test_figures_that_can_be_true_are_told_nothing(peak: int, more: int, length: int, data: st.DataObject) -> None:
    views = peak + more
    average = data.draw(st.integers(1, length))
    minute = data.draw(st.integers(0, views))
    told = Medidas(peak, peak, views, views, minute, average, round(average * views / 60), length)
    assert avisos(told) == ()


def test_what_is_not_known_contradicts_nothing() -> None:
    assert avisos(Medidas()) == ()
    for one in fields(Medidas):
        assert avisos(Medidas(**{one.name: 5})) == ()
