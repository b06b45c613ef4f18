"""What counts as an abbreviation while one types, and what is only a semicolon."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcdesk.domain.errors import RuleError
from rcdesk.domain.expansiones import Abreviatura, leer, nueva, pedida, pide_ayuda


@pytest.mark.parametrize(
    ("escrito", "name"),
    [
        (";plan", "plan"),
        ("Está en el ;plan", "plan"),
        ("Está en el (;Plan", "Plan"),
        ("¿;año", "año"),
        ("el ;plan-2", "plan-2"),
        ("hola;plan", ""),  # inside a word
        ("https://alcaldia.gov.co/;plan", ""),
        ("a b;plan", ""),
        (";)", ""),
        (";D", ""),
        (";-)", ""),
        ("; plan", ""),
        (";;plan", ""),
        (";2024", ""),
        (";plan ", ""),
        (";" + "a" * 21, ""),
        ("", ""),
    ],
)
def test_an_abbreviation_begins_a_word_with_a_semicolon(escrito: str, name: str) -> None:
    assert pedida(escrito) == name


@pytest.mark.parametrize(("escrito", "asks"), [(";", True), ("dice ;", True), ("dice;", False), (";a", False)])
def test_a_semicolon_alone_may_ask_for_the_list(escrito: str, asks: bool) -> None:
    assert pide_ayuda(escrito) is asks


def test_the_list_of_the_entity_is_read_and_what_is_no_abbreviation_left_out() -> None:
    read = leer(["plan: Plan de Desarrollo: 2024-2027", "sin texto:", "suelto", "Plán: El otro", "ipc: a\nb"])
    assert [(one.clave, one.texto) for one in read] == [("plan", "El otro"), ("ipc", "a\nb")]


@pytest.mark.parametrize(
    ("nombre", "texto", "field"),
    [("", "x", "nombre"), ("a", "x", "nombre"), ("dos palabras", "x", "nombre"), ("plan", "  ", "texto"),
     ("plan", "x" * 100_001, "texto"), ("9a", "x", "nombre"), ("a:b", "x", "nombre")],
)  # fmt: skip
def test_what_does_not_serve_is_refused_beside_its_field(nombre: str, texto: str, field: str) -> None:
    with pytest.raises(RuleError) as refused:
        nueva(nombre, texto)
    assert refused.value.field == field


def test_it_may_be_typed_with_its_semicolon() -> None:
    assert nueva(" ;plan ", " Plan de Desarrollo ") == Abreviatura("plan", "Plan de Desarrollo")


@given(st.text())
def test_no_text_breaks_the_search(escrito: str) -> None:
    name = pedida(escrito)
    assert not name or escrito.endswith(f";{name}")


@given(st.from_regex(r"[a-z]{2,20}", fullmatch=True), st.text(min_size=1).filter(lambda t: bool(t.strip())))
def test_what_is_written_is_read_back(nombre: str, texto: str) -> None:
    one = nueva(nombre, texto)
    assert leer([one.escrita()]) == [one]
