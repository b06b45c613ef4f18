"""Every closed list of the format has its Spanish words."""

from typing import Literal, get_args, get_origin

import pytest

from rcdesk.domain import registro
from rcdesk.domain.palabras import PALABRAS, con_mayuscula

LISTS = {name: get_args(value) for name in registro.__all__ if get_origin(value := getattr(registro, name)) is Literal}


def test_every_closed_list_of_the_format_has_words() -> None:
    assert PALABRAS.keys() == LISTS.keys()


@pytest.mark.parametrize("name", sorted(LISTS))
def test_no_value_of_a_closed_list_lacks_a_word(name: str) -> None:
    assert tuple(PALABRAS[name]) == LISTS[name]
    assert all(PALABRAS[name].values())


@pytest.mark.parametrize("name", sorted(LISTS))
def test_two_values_never_read_the_same(name: str) -> None:
    words = list(PALABRAS[name].values())
    assert len(set(words)) == len(words)


def test_a_word_that_opens_a_sentence_keeps_its_other_capitals() -> None:
    assert con_mayuscula("fuera de alcance") == "Fuera de alcance"
    assert con_mayuscula("YouTube") == "YouTube"
    assert con_mayuscula("") == ""
