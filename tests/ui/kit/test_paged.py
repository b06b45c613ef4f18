"""A table of keys: rows are read where it is looked at, and only there."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from time import thread_time

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rcdesk.ui.kit.paged import PAGE, PagedModel
from rcdesk.ui.kit.rows import Column, Table


@dataclass(frozen=True)
class Fila:
    id: str
    text: str


LOST = Fila("", "No se pudo leer.")


class Base:
    """Rows whose ids are their keys as text; it remembers what was read."""

    def __init__(self) -> None:
        self.asked: list[Sequence[int]] = []
        self.gone: set[int] = set()

    def read(self, keys: Sequence[int]) -> dict[int, Fila]:
        self.asked.append(keys)
        return {key: Fila(str(key), f"¿Pregunta {key}?") for key in keys if key not in self.gone}

    def locate(self, key: object) -> int | None:
        return int(str(key)) if str(key).isdigit() else None


@pytest.fixture
def base() -> Base:
    return Base()


@pytest.fixture
def model(qapp: QApplication, base: Base) -> PagedModel[Fila]:
    columns = [Column[Fila]("Pregunta", lambda row: row.text)]
    return PagedModel(columns, read=base.read, locate=base.locate, lost=LOST)


@pytest.fixture
def table(model: PagedModel[Fila], qtbot: QtBot) -> Table[Fila]:
    made = Table(model)
    qtbot.addWidget(made)
    made.resize(600, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_model_keeps_the_rules_of_qt(model: PagedModel[Fila]) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for keys in (range(300), (), (7,)):
        model.show_keys(array("q", keys))
        assert model.rowCount() == len(keys)


def test_rows_are_read_by_pages_once_and_again_only_after_a_change(model: PagedModel[Fila], base: Base) -> None:
    model.show_keys(array("q", range(10 * PAGE)))
    assert base.asked == []
    assert model.rows[3].text == "¿Pregunta 3?"
    assert model.rows[PAGE - 1].id == str(PAGE - 1)
    assert [len(keys) for keys in base.asked] == [PAGE]
    assert model.rows[-1].id == str(10 * PAGE - 1)
    assert [row.id for row in model.rows[2:4]] == ["2", "3"]
    assert len(base.asked) == 2
    model.show_keys(model.keys)
    assert model.rows[0].id == "0"
    assert len(base.asked) == 3
    with pytest.raises(IndexError):
        model.rows[10 * PAGE]


def test_only_what_is_in_sight_is_read_of_a_hundred_thousand(
    model: PagedModel[Fila], table: Table[Fila], base: Base
) -> None:
    keys = array("q", range(100_000))
    begun = thread_time()
    model.show_keys(keys)
    table.select_key("99999")
    QApplication.processEvents()
    assert thread_time() - begun < 0.3
    current = table.current()
    assert current is not None
    assert current.id == "99999"
    assert sum(map(len, base.asked)) <= 4 * PAGE


def test_selection_and_scroll_are_kept_by_id(model: PagedModel[Fila], table: Table[Fila]) -> None:
    model.show_keys(array("q", range(200)))
    table.select_key("40")
    table.verticalScrollBar().setValue(700)
    model.show_keys(array("q", [900, *range(200)]))
    current = table.current()
    assert current is not None
    assert current.id == "40"
    assert table.verticalScrollBar().value() == 700
    assert not table.select_key("no está")
    assert not table.select_key("5000")


def test_a_row_that_is_gone_says_so_and_nothing_breaks(model: PagedModel[Fila], table: Table[Fila], base: Base) -> None:
    base.gone.add(1)
    model.show_keys(array("q", range(3)))
    table.viewport().repaint()
    assert [row.text for row in model.rows] == ["¿Pregunta 0?", "No se pudo leer.", "¿Pregunta 2?"]


def test_pages_far_away_are_let_go(model: PagedModel[Fila], base: Base) -> None:
    model.show_keys(array("q", range(100 * PAGE)))
    for page in range(100):
        assert model.rows[page * PAGE].id == str(page * PAGE)
    read = len(base.asked)
    assert model.rows[99 * PAGE].id == str(99 * PAGE)
    assert len(base.asked) == read
    assert model.rows[0].id == "0"
    assert len(base.asked) == read + 1
