from dataclasses import dataclass
from time import thread_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rcdesk.ui.kit.rows import Column, RowMark, RowsModel, Table
from rcdesk.ui.kit.states import State
from tests.typing import press, type_text


@dataclass(frozen=True)
class Fila:
    id: int
    text: str


COLUMNS = [
    Column[Fila]("No.", lambda row: f"P-{row.id:03}", width=76, strong=True),
    Column[Fila]("Pregunta", lambda row: row.text, note=lambda _: "Ana"),
    Column[Fila]("Tema", lambda _: "Vías", width=200, drop=2, tone="warn", icon="tag"),
    Column[Fila]("Avance", lambda _: "50 %", width=200, drop=1, meter=lambda _: 50),
    Column[Fila]("Estado", lambda _: "ok", width=150, state=lambda _: State("En cola", "list", "info")),
]


def rows(n: int) -> list[Fila]:
    return [Fila(i, f"¿Pregunta <b>{i}</b> & más?") for i in range(n)]


@pytest.fixture
def model(qapp: QApplication) -> RowsModel[Fila]:
    return RowsModel(COLUMNS, mark=lambda row: RowMark(annulled=row.id == 2, accent=row.id == 3))


@pytest.fixture
def table(model: RowsModel[Fila], qtbot: QtBot) -> Table[Fila]:
    made = Table(model, empty="Todavía no hay preguntas.")
    qtbot.addWidget(made)
    made.resize(900, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def test_the_model_keeps_the_rules_of_qt(model: RowsModel[Fila]) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for many in (3, 0, 1):
        model.show(rows(many))
        assert model.rowCount() == many


def test_selection_and_scroll_are_kept_by_id_when_rows_come_in_before(
    model: RowsModel[Fila], table: Table[Fila]
) -> None:
    model.show(rows(100))
    table.select_key(40)
    table.verticalScrollBar().setValue(700)
    model.show([Fila(1000, "nueva"), *rows(100)])
    current = table.current()
    assert current is not None
    assert current.id == 40
    assert table.verticalScrollBar().value() == 700


def test_a_refresh_with_the_same_row_tells_nothing(model: RowsModel[Fila], table: Table[Fila], qtbot: QtBot) -> None:
    model.show(rows(10))
    table.select_key(4)
    with qtbot.assertNotEmitted(table.row_selected):
        model.show(rows(11))
    current = table.current()
    assert current is not None
    assert current.id == 4


def test_when_the_selected_row_leaves_its_neighbour_is_selected_and_told(
    model: RowsModel[Fila], table: Table[Fila], qtbot: QtBot
) -> None:
    model.show(rows(3))
    table.select_key(2)
    with qtbot.waitSignal(table.row_selected) as told:
        model.show(rows(2))
    assert told.args == [Fila(1, rows(2)[1].text)]
    with qtbot.waitSignal(table.row_selected) as told:
        model.show([])
    assert told.args == [None]
    assert table.current() is None


def test_nothing_is_selected_until_somebody_does(model: RowsModel[Fila], table: Table[Fila]) -> None:
    model.show(rows(3))
    assert table.current() is None
    assert not table.select_key("no está")


def test_enter_and_a_double_click_open_the_row(model: RowsModel[Fila], table: Table[Fila], qtbot: QtBot) -> None:
    model.show(rows(3))
    table.select_key(1)
    with qtbot.waitSignal(table.row_activated) as told:
        press(table, Qt.Key.Key_Return, text="\r")
    assert told.args[0].id == 1
    with qtbot.waitSignal(table.row_activated) as told:
        table.doubleClicked.emit(model.index(2, 0))
    assert told.args[0].id == 2


def test_single_letters_are_left_to_the_screen(model: RowsModel[Fila], table: Table[Fila]) -> None:
    model.show(rows(30))
    table.select_key(5)
    assert not press(table, Qt.Key.Key_A, text="a")
    assert not press(table, Qt.Key.Key_Space, text=" ")
    type_text(table, "P-020")
    current = table.current()
    assert current is not None
    assert current.id == 5


def test_home_and_end_go_to_the_first_and_last_row(model: RowsModel[Fila], table: Table[Fila]) -> None:
    model.show(rows(30))
    press(table, Qt.Key.Key_End)
    assert table.current() == rows(30)[-1]
    press(table, Qt.Key.Key_Home)
    assert table.current() == rows(30)[0]


def test_a_narrow_table_drops_columns_in_their_order(table: Table[Fila]) -> None:
    assert table.hidden_columns(900) == set()
    assert table.hidden_columns(700) == {3}
    assert table.hidden_columns(450) == {3, 2}
    assert table.hidden_columns(100) == {3, 2}


def test_columns_fill_the_width(model: RowsModel[Fila], table: Table[Fila]) -> None:
    model.show(rows(3))
    table.resize(1200, 300)
    QApplication.processEvents()
    assert sum(table.columnWidth(i) for i in range(len(COLUMNS))) == table.viewport().width()


def test_a_screen_reader_hears_the_heading_and_that_a_row_is_annulled(model: RowsModel[Fila]) -> None:
    model.show(rows(3))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(1, 0).data(role) == "No.: P-001"
    assert model.index(2, 0).data(role) == "No.: P-002, anulado"


def test_an_empty_table_says_what_it_is_for(model: RowsModel[Fila], table: Table[Fila]) -> None:
    said = table.grab().toImage()
    table.set_empty("")
    assert table.grab().toImage() != said


def test_a_hundred_thousand_rows_come_at_once(model: RowsModel[Fila], table: Table[Fila]) -> None:
    many = rows(100_000)
    begun = thread_time()
    model.show(many)
    QApplication.processEvents()
    assert thread_time() - begun < 0.3
    table.select_key(99_999)
    begun = thread_time()
    model.show(list(many))
    QApplication.processEvents()
    assert thread_time() - begun < 0.3


def test_a_long_text_without_its_note_takes_the_two_lines(qtbot: QtBot) -> None:
    messages = RowsModel([Column[Fila]("Mensaje", lambda row: row.text, note=lambda _: "")])
    made = Table(messages)
    qtbot.addWidget(made)
    made.resize(300, 300)
    with qtbot.waitExposed(made):
        made.show()

    def lines(text: str) -> int:
        """How many times ink begins, from the top of the row down."""
        messages.show([Fila(1, text)])
        box = made.visualRect(made.model().index(0, 0)).adjusted(20, 1, -20, -2)
        drawn = made.viewport().grab(box).toImage()
        ground = drawn.pixel(0, 0)
        inked = [any(drawn.pixel(x, y) != ground for x in range(drawn.width())) for y in range(drawn.height())]
        return sum(now and not before for before, now in zip([False, *inked], inked, strict=False))

    assert lines("acaso cosa menos") == 1
    assert lines("acaso cosa menos " * 30) == 2
