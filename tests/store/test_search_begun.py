"""Looking for people as one types: every word by its beginning, and no more rows than are asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from rcdesk.app.desk import Desk
from rcdesk.store.search import primeras
from rcdesk.store.unit import Unit
from rcdesk.work import action
from tests.store.desks import open_base

NAMES = (
    ("Felipe Peñaranda", "1144020318"),
    ("María José Peña Félix", "66310182"),
    ("Ana Peña", "31445207"),
    ("Zulma Félix", "1130664200"),
)


@action("Escribir")
def _write(unit: Unit, /, rows: list[dict[str, Any]]) -> None:
    unit.insert("personas", rows)


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(open_base(tmp_path_factory.mktemp("empezar") / "B.rcdesk"))
    rows = [{"nombre": name, "documento_numero": number, "orden": f"k{i}"} for i, (name, number) in enumerate(NAMES)]
    many = [{"nombre": f"Mateo {i:03}", "documento_numero": f"77{i:04}", "orden": f"m{i:03}"} for i in range(200)]
    desk.do(_write, rows=rows + many)
    yield desk
    desk.close()


def names(desk: Desk, asked: str, most: int = 60) -> list[str]:
    def read(connection: Connection) -> list[str]:
        query = text("SELECT nombre FROM personas WHERE id = :id")
        keys = primeras(connection, "personas", asked, most=most)
        return [connection.execute(query, {"id": key}).scalar_one() for key in keys]

    return desk.ask(read)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("pen fel", {"Felipe Peñaranda", "María José Peña Félix"}),
        ("FÉL", {"Felipe Peñaranda", "María José Peña Félix", "Zulma Félix"}),
        ("felipe pen", {"Felipe Peñaranda"}),
        ("1144", {"Felipe Peñaranda"}),
        ("66.310.182", {"María José Peña Félix"}),
        ("«»%_\"'", set()),
        ("", set()),
    ],
)
def test_every_word_is_found_by_its_beginning_in_any_order(directory: Desk, asked: str, found: set[str]) -> None:
    assert set(names(directory, asked)) == found


def test_of_a_crowd_there_are_always_those_whose_name_begins_so(directory: Desk) -> None:
    assert names(directory, "mat", most=5)[:5] == [f"Mateo {i:03}" for i in range(5)]
    assert len(names(directory, "77", most=5)) == 5


def test_who_was_withdrawn_and_who_is_of_another_hearing_are_left_out(tmp_path: Path) -> None:
    desk = Desk(open_base(tmp_path / "B.rcdesk"))
    rows = [{"nombre": "Ana Una", "orden": "a"}, {"nombre": "Ana Dos", "orden": "b", "anulada_motivo": "Repetida"}]
    desk.do(_write, rows=rows)
    assert names(desk, "ana") == ["Ana Una"]
    assert desk.ask(lambda connection: primeras(connection, "personas", "ana", most=5, orden="b")) == []
    desk.close()


@settings(max_examples=60, deadline=None)
@given(asked=st.text(max_size=30))
def test_nothing_that_is_typed_makes_it_fail(directory: Desk, asked: str) -> None:
    assert len(names(directory, asked, most=10)) <= 20
