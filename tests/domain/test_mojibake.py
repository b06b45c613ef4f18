"""Letters written wrong come back only when all of them do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.mojibake import reparar


@pytest.mark.parametrize("words", ["¿Cuándo arreglan la vía?", "Núñez", "mañana 😀", "«así» — “no”"])
def test_what_facebook_writes_wrong_comes_back(words: str) -> None:
    assert reparar(words.encode().decode("latin-1")) == words


def test_what_a_sheet_opened_with_the_wrong_letters_comes_back() -> None:
    assert reparar("Â¿CuÃ¡ndo? â€œasÃ­â€\u009d") == "Â¿CuÃ¡ndo? â€œasÃ­â€\u009d"  # not one way reads all of it
    assert reparar("Â¿CuÃ¡ndo? â€œasÃ­â€¦") == "¿Cuándo? “así…"


@pytest.mark.parametrize("words", ["¿Cuándo?", "Ángel Muñoz", "PAÍS", "año", "Ã", "á Ã¡", ""])
def test_good_words_stay(words: str) -> None:
    assert reparar(words) == words


@given(st.text())
def test_any_text_broken_comes_back_or_was_never_touched(words: str) -> None:
    try:
        broken = words.encode().decode("latin-1")
    except UnicodeEncodeError:
        return
    assert reparar(broken) == words
