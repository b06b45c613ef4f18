"""What changed between two wordings, by whole words; no letter is lost and no text takes long."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.diferencias import diferencias


def test_whole_words_leave_and_come() -> None:
    assert diferencias("llama a la línea 123 y espera.", "llama a la línea 155 de noche y espera.") == [
        ("igual", "llama a la línea"),
        ("salio", " 123"),
        ("entro", " 155 de noche"),
        ("igual", " y espera."),
    ]


@pytest.mark.parametrize(
    ("antes", "despues", "pieces"),
    [
        ("", "", []),
        ("uno", "uno", [("igual", "uno")]),
        ("", "uno", [("entro", "uno")]),
        ("uno", "", [("salio", "uno")]),
        ("a b", "c d", [("salio", "a b"), ("entro", "c d")]),
    ],
)
def test_a_text_may_be_empty_or_the_same(antes: str, despues: str, pieces: list[tuple[str, str]]) -> None:
    assert diferencias(antes, despues) == pieces


def test_a_long_monotonous_text_is_compared_at_once() -> None:
    begun = time.thread_time()
    diferencias("a " * 1900, "a b " * 1000)
    diferencias("palabra " * 100_000, "otra " * 100_000)
    assert time.thread_time() - begun < 0.5


@given(st.text(), st.text())
def test_both_texts_are_whole_in_the_pieces(antes: str, despues: str) -> None:
    pieces = diferencias(antes, despues)
    assert "".join(text for kind, text in pieces if kind != "entro") == antes
    assert "".join(text for kind, text in pieces if kind != "salio") == despues
