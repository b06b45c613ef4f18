"""A printed list is in the order a person looks names up."""

import pytest

from rcdesk.domain.asistentes import orden_alfabetico


def ordered(*names: str | None) -> list[str | None]:
    return sorted(names, key=orden_alfabetico)


def test_people_are_listed_by_their_first_surname() -> None:
    assert ordered("Zulma Arango Pérez", "Ana Zapata") == ["Zulma Arango Pérez", "Ana Zapata"]


def test_two_given_names_do_not_hide_the_surname() -> None:
    assert ordered("Ana Beatriz Nieto Vélez", "Bruno Molina Zea") == ["Bruno Molina Zea", "Ana Beatriz Nieto Vélez"]


def test_accents_and_capitals_do_not_change_the_order() -> None:
    assert ordered("Luz ÁVILA", "Luz Avendaño", "luz alvarez") == ["luz alvarez", "Luz Avendaño", "Luz ÁVILA"]


def test_enie_comes_after_n_and_before_o() -> None:
    assert ordered("Eva Ocampo", "Eva Ñungo", "Eva Nuñez", "Eva Nzinga") == [
        "Eva Nuñez",
        "Eva Nzinga",
        "Eva Ñungo",
        "Eva Ocampo",
    ]


def test_a_surname_keeps_its_particles() -> None:
    assert ordered("Rosa Elvira Nieto de la Hoz", "Rosa Nieto Arias", "Rosa Nieto Zea") == [
        "Rosa Nieto Arias",
        "Rosa Elvira Nieto de la Hoz",
        "Rosa Nieto Zea",
    ]


def test_a_comma_says_which_words_are_the_surname() -> None:
    assert orden_alfabetico("Nieto de la Hoz, Rosa Elvira") == orden_alfabetico("Rosa Elvira Nieto de la Hoz")


@pytest.mark.parametrize("name", [None, "", "   "])
def test_who_has_no_name_goes_last(name: str | None) -> None:
    assert ordered(name, "Ñusta Zuluaga", "🙂") == ["Ñusta Zuluaga", "🙂", name]


@pytest.mark.parametrize("name", ["Prisca", "de la", "@usuario", ",", ", Ana", "a\nb"])
def test_any_text_can_be_sorted(name: str) -> None:
    assert isinstance(orden_alfabetico(name), tuple)
