"""A signed sheet squares when what was typed is what somebody counted on the paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.errors import RuleError
from rcdesk.domain.hojas import Cuadre, Hoja, estado, leer_contacto


@pytest.mark.parametrize(
    ("cuadre", "words", "difference"),
    [
        (Cuadre(None, 3), "Cuente las firmas del papel y escriba aquí cuántas son.", ""),
        (Cuadre(22, 7), "Faltan 15 firmas por digitar en este folio.", "faltan 15"),
        (Cuadre(8, 6, 1), "Falta 1 firma por digitar en este folio.", "falta 1"),
        (Cuadre(7, 7), "Cuadra: lo digitado es lo que hay en el papel.", ""),
        (Cuadre(6, 7), "Sobra 1: hay más renglones con firma que firmas contadas en el papel.", "sobra 1"),
        (Cuadre(0, 2), "Sobran 2: hay más renglones con firma que firmas contadas en el papel.", "sobran 2"),
    ],
)
def test_what_a_sheet_lacks_is_said_in_words(cuadre: Cuadre, words: str, difference: str) -> None:
    assert (cuadre.en_palabras(), cuadre.diferencia()) == (words, difference)
    assert 0 <= cuadre.porcentaje <= 100


def test_how_far_a_sheet_is_follows_from_what_was_typed_of_it() -> None:
    assert estado(Cuadre(None, 0), cerrada=False) == "sin_digitar"
    assert estado(Cuadre(None, 0), cerrada=False, vacios=1) == "en_curso"
    assert estado(Cuadre(3, 3), cerrada=True) == "cuadrada"
    assert estado(Cuadre(3, 1, 1), cerrada=True) == "con_diferencia"


@given(steps=st.lists(st.tuples(st.sampled_from(("ocupar", "dejar_vacio", "repetir")), st.integers(1, 6))))
def test_a_row_is_of_one_kind_at_a_time(steps: list[tuple[str, int]]) -> None:
    hoja = Hoja(folio=1, renglones=6)
    for what, row in steps:
        getattr(hoja, what)(row)
        assert not {*hoja.vacios} & {*hoja.repetidos}
        assert list(hoja.vacios) == sorted(set(hoja.vacios))
        assert (row in hoja.vacios, row in hoja.repetidos) == (what == "dejar_vacio", what == "repetir")


def test_a_withdrawn_sheet_is_not_typed() -> None:
    hoja = Hoja(folio=4, renglones=6)
    hoja.anular("No se usó", cuando="2026-11-20T15:00:00Z", quien="Elena")
    with pytest.raises(RuleError, match=r"El folio 4 está anulado: use otro\. Motivo: No se usó"):
        hoja.exigir(1)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", ("", "")),
        ("300 123 4567", ("300 123 4567", "")),
        ("ana@correo.co", ("", "ana@correo.co")),
        ("3001234567 / ana@correo.co", ("3001234567", "ana@correo.co")),
        ("ana@correo.co; 602 882 00 00 ext. 4", ("602 882 00 00 ext. 4", "ana@correo.co")),
    ],
)
def test_a_telephone_and_an_e_mail_are_told_apart(typed: str, read: tuple[str, str]) -> None:
    assert leer_contacto(typed) == read
