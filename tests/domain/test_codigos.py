"""What the QR of a card says is read back as the same row, and nothing else is."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.codigos import LARGO, Clase, Codigo, codigo_de, leer_codigo

KEY = "0193f5c2-7a10-7c3e-9a4b-2f6e8d1c0b5a"


@given(st.uuids(), st.sampled_from(["asistente", "persona", "hoja"]))
def test_a_code_says_its_row_and_only_capital_letters_and_digits(key: UUID, clase: Clase) -> None:
    code = codigo_de(clase, str(key))
    assert leer_codigo(code) == leer_codigo(f" {code.lower()}\n") == Codigo(clase, str(key))
    assert len(code) == LARGO
    assert code.isalnum()
    assert code == code.upper()


def test_one_character_read_badly_is_nobody() -> None:
    code = codigo_de("asistente", KEY)
    for place in range(len(code)):
        for letter in "0A7Z":
            if code[place] != letter:
                assert leer_codigo(code[:place] + letter + code[place + 1 :]) is None
    for place in range(len(code) - 1):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert leer_codigo(swapped) is None or swapped == code


@pytest.mark.parametrize("text", ["", "RCDESK", "https://example.com", "RCDESKA" + "Z" * 28, "1144020318"])
def test_what_is_not_ours_is_nobody(text: str) -> None:
    assert leer_codigo(text) is None
