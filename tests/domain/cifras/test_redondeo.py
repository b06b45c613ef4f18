"""Percentages and exact numbers, as an office writes them by hand."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.cifras.redondeo import exacto, numero, porcentaje, redondear, resto_mayor
from rcdesk.domain.registro import Cantidad

CONTEOS = st.dictionaries(st.text(max_size=3), st.integers(0, 500), max_size=8)


@pytest.mark.parametrize(
    ("n", "base", "decimales", "texto"),
    [
        (5, 14, 0, "36"),
        (5, 14, 1, "35.7"),
        (3, 14, 1, "21.4"),
        (8, 27, 1, "29.6"),
        (27, 70, 1, "38.6"),
        (78, 69, 2, "113.04"),
        (1, 8, 0, "13"),  # 12.5: half goes up, where a float and a banker go to 12
        (1, 16, 1, "6.3"),  # 6.25
        (0, 3, 1, "0.0"),
        (14, 14, 1, "100.0"),
        (-1, 8, 0, "-13"),
        (-1, 30000, 1, "0.0"),
    ],
)
def test_a_percentage_is_rounded_half_up_at_its_last_decimal(n: int, base: int, decimales: int, texto: str) -> None:
    assert porcentaje(n, base, decimales) == texto


@given(n=st.integers(-(10**9), 10**9), base=st.integers(1, 10**6), decimales=st.integers(0, 4))
def test_a_percentage_is_the_one_of_decimal_arithmetic(n: int, base: int, decimales: int) -> None:
    lejos = Decimal(n * 100).scaleb(40) / base  # far more digits than are printed: never on the wrong side of a half
    esperado = lejos.scaleb(-40).quantize(Decimal(1).scaleb(-decimales), ROUND_HALF_UP)
    exacta = Fraction(n * 100, base)
    assert abs(Fraction(porcentaje(n, base, decimales)) - exacta) <= Fraction(1, 2 * 10**decimales)
    assert Decimal(porcentaje(n, base, decimales)) == esperado


@pytest.mark.parametrize(
    ("valor", "texto"), [("78", "78"), ("78.00", "78"), ("3.5", "3.50"), ("0.005", "0.01"), ("-2.5", "-2.50")]
)
def test_an_exact_number_has_two_decimals_only_if_it_is_not_whole(valor: str, texto: str) -> None:
    assert exacto(numero(Cantidad(valor))) == texto


def test_a_number_of_any_length_is_read_and_written_whole() -> None:
    largo = "9" * 6000
    assert exacto(numero(Cantidad(largo))) == largo
    assert redondear(numero(Cantidad(f"{largo}.25")), 1) == f"{largo}.3"


def test_the_largest_remainder_gives_what_is_missing_to_the_first_of_equals() -> None:
    assert resto_mayor({"gestión": 5, "a": 3, "b": 3, "c": 3}) == {"gestión": "36", "a": "22", "b": "21", "c": "21"}


def test_there_is_no_percentage_of_nothing() -> None:
    assert resto_mayor({}) == resto_mayor({"a": 0}) == {}
    with pytest.raises(ZeroDivisionError):
        porcentaje(1, 0)


@given(conteos=CONTEOS, decimales=st.integers(0, 2))
def test_percentages_by_largest_remainder_add_up_to_one_hundred(conteos: dict[str, int], decimales: int) -> None:
    partes = resto_mayor(conteos, decimales)
    base = sum(conteos.values())
    assert sum(Decimal(parte) for parte in partes.values()) == (100 if base else 0)
    for opcion, parte in partes.items():
        assert abs(Fraction(parte) - Fraction(conteos[opcion] * 100, base)) < Fraction(1, 10**decimales)
