"""Every question carries its place in the recording, derived from two hours unless it is written."""

import pytest

from rcdesk.domain.grabacion import en_grabacion

INICIO = "2026-11-20T09:02:10-05:00"


@pytest.mark.parametrize(
    ("cuando", "words"),
    [
        ("2026-11-20T09:14:57-05:00", "min 12:47 de la grabación"),
        ("2026-11-20T14:14:57Z", "min 12:47 de la grabación"),
        ("2026-11-20T09:02:10-05:00", "min 0:00 de la grabación"),
        ("2026-11-20T10:04:15-05:00", "1:02:05 de la grabación"),
        ("2026-11-20T09:15-05:00", "hacia el min 12 de la grabación"),
        ("2026-11-20T10:15-05:00", "hacia el min 72 de la grabación"),
    ],
)
def test_the_minute_is_derived_from_when_it_was_asked(cuando: str, words: str) -> None:
    place = en_grabacion(None, cuando, INICIO)
    assert place is not None
    assert place.en_palabras == words


@pytest.mark.parametrize(
    ("cuando", "inicio"),
    [
        ("2026-11-20T09:02:09-05:00", INICIO),  # before it began
        ("2026-11-20", INICIO),  # only the day is known
        (None, INICIO),
        ("2026-11-20T09:14:57-05:00", None),
        ("2026-11-20T09:14:57-05:00", "2026-11-20"),
    ],
)
def test_without_both_hours_or_before_the_beginning_there_is_no_place(cuando: str | None, inicio: str | None) -> None:
    assert en_grabacion(None, cuando, inicio) is None


def test_a_written_place_is_worth_more_than_the_derived() -> None:
    place = en_grabacion("01:00:05", "2026-11-20T09:14:57-05:00", INICIO)
    assert place is not None
    assert (place.desfase, place.en_palabras) == ("01:00:05", "1:00:05 de la grabación")
