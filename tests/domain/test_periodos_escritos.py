"""A period is typed as the office says it."""

import pytest

from rcdesk.domain.periodos import en_palabras
from rcdesk.domain.periodos_escritos import leer_periodo


@pytest.mark.parametrize(
    ("typed", "read", "said"),
    [
        ("2026", "2026", "2026"),
        ("2026-S2", "2026-S2", "segundo semestre de 2026"),
        ("s1 2026", "2026-S1", "primer semestre de 2026"),
        ("II semestre de 2026", "2026-S2", "segundo semestre de 2026"),
        ("Segundo semestre del 2026", "2026-S2", "segundo semestre de 2026"),
        ("3er trimestre 2026", "2026-T3", "tercer trimestre de 2026"),
        ("2.º cuatrimestre de 2026", "2026-C2", "segundo cuatrimestre de 2026"),
        ("noviembre de 2026", "2026-11", "noviembre de 2026"),
        ("11/2026", "2026-11", "noviembre de 2026"),
    ],
)
def test_a_period_is_read_and_said(typed: str, read: str, said: str) -> None:
    assert leer_periodo(typed) == read
    assert en_palabras(read) == said
    assert leer_periodo(said) == read


@pytest.mark.parametrize(
    "typed", ["2026-S3", "tercer semestre de 2026", "semestre", "17/11/2026", "pronto", "cuarto 2026"]
)
def test_what_is_not_a_period_is_not_guessed(typed: str) -> None:
    assert leer_periodo(typed) is None
