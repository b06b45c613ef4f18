"""Who may be one person, by document or by name: what is found, what never is, and that no order or accent matters."""

from dataclasses import replace
from itertools import combinations
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcdesk.domain.documento_de_identidad import llave_de_documento, mismo_documento
from rcdesk.domain.duplicados import Ficha, buscar_parejas, ficha
from rcdesk.domain.nombres import PARECIDO, palabras_de, parecido

WORDS: Final = (
    "Yaneth",
    "Yhanet",
    "Ana",
    "Anna",
    "María",
    "Mario",
    "Zuluaga",
    "Suluaga",
    "Ríos",
    "Rio",
    "Peña",
    "Mina",
)


def alike(one: str, other: str) -> bool:
    return parecido(palabras_de(one), palabras_de(other)) >= PARECIDO


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nhora Yaneth Mondragón", "MONDRAGON NHORA YHANET"),
        ("Ana M. Zuluaga", "Ana Milena Zuluaga Ríos"),
        ("Luz Marina Cuéllar", "Luz Marina Cuellar Salazar"),
        ("Jhon Wálter Gonsales", "John Walter González"),
        ("Nieto de la Hoz, Rosa Elvira", "Rosa Elvira Nieto de la Hoz"),
        ("Fabio Nelson Trugillo Lugo", "Fabio Nelson Trujillo Lugo"),
    ],
)
def test_one_name_heard_and_typed_in_two_ways_is_proposed(one: str, other: str) -> None:
    assert alike(one, other) and alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mario Rojas Peña", "María Rojas Peña"),
        ("Juan David Rojas Peña", "Juan Daniel Rojas Peña"),
        ("@natahrdz", "@natahrdz"),
        ("Ana Roa", "Ana Rosa Mina Roa"),
        ("Rosalba", "Rosalba"),
        ("Persona 12 del chat", "Persona 12 del chat"),
        ("A. M. Zuluaga", "Ana María Zuluaga"),
    ],
)
def test_brothers_and_sisters_nicknames_and_single_words_are_nobody_s_double(one: str, other: str) -> None:
    assert not palabras_de(one) or not alike(one, other)


def test_a_document_is_one_however_it_is_written_and_a_slip_of_a_key_is_looked_at_only_with_the_same_name() -> None:
    assert llave_de_documento("CC 1.144.034-567".removeprefix("CC ")) == llave_de_documento("１１４４０３４５６７")
    assert mismo_documento("1144034567", "1144034576") and not mismo_documento("1144034567", "1144035678")
    people = [
        ficha("a", "Eva Mina Lugo", "CC", "1.144.034.567"),
        ficha("b", "Otra Que Se Casó", "TI", "0001144034567"),
        ficha("c", "Eva Mina Lugo", "CC", "1144034576"),
        ficha("d", "Eva Mina Lugo", "CC", "66310999"),
        ficha("e", "Pedro Roa", "NIT", "900000001"),
        ficha("f", "Luz Roa Mina", "NIT", "900000001"),
    ]
    found = {(pair.una, pair.otra): pair.razon for pair in buscar_parejas(people)}
    assert found == {("a", "b"): "documento", ("a", "c"): "nombre"}


def test_who_is_in_the_directory_already_is_not_asked_about() -> None:
    directory = [ficha("p", "Eva Mina Lugo", "CC", "1144034567", en_directorio=True)]
    same = ficha("a", "Lugo Eva Mína", "CC", "1.144.034.567")
    linked = ficha("b", "Eba Mina", "CC", "1144034567", "p")
    other = ficha("c", "Eva Mina L.", None, None)
    found = buscar_parejas([*directory, same, linked, other])
    assert {(pair.una, pair.otra) for pair in found if pair.otra == "p"} == {("c", "p")}


NAMES = st.lists(st.sampled_from(WORDS), min_size=2, max_size=4).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=2, max_size=14))
def test_every_pair_that_shares_all_words_but_one_is_found_and_each_once(names: list[str]) -> None:
    people = [ficha(str(place), name, None, None) for place, name in enumerate(names)]
    found = [pair.claves for pair in buscar_parejas(people)]
    assert len(found) == len(set(found))
    expected = {frozenset((a.id, b.id)) for a, b in combinations(people, 2) if _near(a, b)}
    assert expected <= set(found)
    assert all(parecido(a.palabras, b.palabras) >= PARECIDO for a, b in _both(people, found))
    assert not buscar_parejas(people, frozenset(found))
    known = [replace(one, id=f"p{one.id}", en_directorio=True) for one in people]
    for here, there in combinations(range(len(people)), 2):
        if frozenset((people[here].id, people[there].id)) in found:
            pairs = buscar_parejas([people[here], *known[there:]])
            assert any(pair.claves == {people[here].id, known[there].id} for pair in pairs) or _same(
                people, here, there
            )
    shuffled = sorted(people, key=lambda one: one.id, reverse=True)
    assert {pair.claves for pair in buscar_parejas(shuffled)} == set(found)


def _same(people: list[Ficha], one: int, other: int) -> bool:
    """Who differs in nothing from someone of the directory is not asked about."""
    return people[one].palabras == people[other].palabras


def _near(one: Ficha, other: Ficha) -> bool:
    mine, theirs = list(one.palabras), list(other.palabras)
    if len(mine) != len(theirs) or len(mine) < 3 or parecido(one.palabras, other.palabras) < PARECIDO:
        return False
    for word in one.palabras:
        if word in theirs:
            theirs.remove(word)
    return len(theirs) <= 1


def _both(people: list[Ficha], found: list[frozenset[str]]) -> list[tuple[Ficha, Ficha]]:
    by_id = {one.id: one for one in people}
    return [(by_id[a], by_id[b]) for a, b in map(sorted, found)]
