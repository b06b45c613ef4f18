"""Searching never fails, and finds and orders as a person expects."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from rcdesk.app.desk import Desk
from rcdesk.store.database import Database
from rcdesk.store.search import buscable, clave, consulta, filas
from tests.store.desks import anular, corregir, crear_audiencia, image, open_base, registrar

TEXTS = (
    "¿Qué pasa con la vía 4-72?",
    "Escríbame a juan@cali.gov.co",
    "Ejecución < 80% & > 20",
    "C++ y ñandúes en Peñón",
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = open_base(tmp_path_factory.mktemp("buscar") / "B.rcdesk")
    desk = Desk(database)
    hearing = desk.do(crear_audiencia, codigo="a")
    for told in TEXTS:
        desk.do(registrar, audiencia_id=hearing, texto=told)
    yield database
    database.close()


def found(database: Database, words: str) -> list[str]:
    query = "SELECT texto FROM preguntas WHERE id = :id"
    with database.reading() as connection:
        keys = connection.execute(filas("preguntas", words)).scalars().all()
        return [connection.execute(text(query), {"id": key}).scalar_one() for key in keys]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("via 4-72", 0),
        ("QUÉ PASA", 0),
        ("vi", 0),
        ("juan@cali.gov.co", 1),
        ("escribame jua", 1),
        ("80%", 2),
        ("ejecucion", 2),
        ("nandues", 3),
        ("ÑANDÚES", 3),
        ("Pen\u0303o\u0301n", 3),
    ],
)
def test_a_person_finds_what_they_look_for(asked: Database, words: str, place: int) -> None:
    assert found(asked, words) == [TEXTS[place]]


@pytest.mark.parametrize("words", ['"', "*", "\x00", "", "   ", "%", "++", "¿?"])
def test_signs_alone_find_nothing(asked: Database, words: str) -> None:
    assert found(asked, words) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(st.text(), st.from_regex(r'["*^:(){}+\- A-Z]{1,20}'), st.sampled_from(["AND OR NOT NEAR(", "a " * 5000]))
)
def test_no_search_fails(asked: Database, words: str) -> None:
    found(asked, words)


def test_only_the_first_32_words_count() -> None:
    assert (consulta("a " * 5000) or "").count('"a"') == 32


def test_order_is_spanish() -> None:
    names = ["Zapata", "ñame", "Nuñez", "nz", "Ávila", "avilán", "Item 10", "Ítem 9", "Oso", "¿Cuándo?", "Casa"]
    assert sorted(names, key=clave) == [
        "Ávila",
        "avilán",
        "Casa",
        "¿Cuándo?",
        "Ítem 9",
        "Item 10",
        "Nuñez",
        "nz",
        "ñame",
        "Oso",
        "Zapata",
    ]


def test_a_document_is_found_with_points_and_without() -> None:
    assert "1144034567" in buscable("CC 1.144.034.567")
    assert consulta("1.144.034.567") == '"1144034567"*'


def test_invisible_characters_do_not_hide_a_name() -> None:
    assert buscable("Nu\u0301n\u0303ez\u200b \u2066Ana\u2069") == buscable("núñez ANA")
    assert clave("Nu\u0301n\u0303ez") == clave("Núñez")


def test_the_index_follows_every_change_and_can_be_made_again(tmp_path: Path) -> None:
    database = open_base(tmp_path / "B.rcdesk")
    desk = Desk(database)
    hearing = desk.do(crear_audiencia, codigo="a")
    key = desk.do(registrar, audiencia_id=hearing, texto="uno")
    desk.do(corregir, pregunta_id=key, texto="dos")
    assert (found(database, "uno"), found(database, "dos")) == ([], ["dos"])
    desk.undo()
    assert (found(database, "uno"), found(database, "dos")) == (["uno"], [])
    desk.do(anular, pregunta_id=key)
    assert found(database, "uno") == ["uno"]
    before = image(database)
    database.reindex()
    assert image(database) == before
    assert found(database, "uno") == ["uno"]
    desk.undo()
    desk.undo()
    assert found(database, "uno") == []
    database.close()
