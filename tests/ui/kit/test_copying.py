"""Any table gives what it shows to a spreadsheet: each cell with its kind, and none that is worked out."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from rcdesk.documents.planilla import Planilla, Porcentaje
from rcdesk.ui.kit.copying import mime_of, sheet_of, typed
from rcdesk.ui.kit.named import named
from rcdesk.ui.kit.rows import Column, RowsModel, Table
from rcdesk.ui.kit.screen import Screen
from tests.typing import press


@dataclass(frozen=True)
class Fila:
    id: int
    text: str


COLUMNS = (
    Column[Fila]("No.", lambda row: f"00{row.id}", width=76),
    Column[Fila]("Pregunta", lambda row: row.text, note=lambda row: "Ana" if row.id else ""),
    Column[Fila]("", lambda _: "", width=20),
    Column[Fila]("Cuánto", lambda _: "1.234,5", align="right"),
    Column[Fila]("Avance", lambda _: "113,04 %"),
    Column[Fila]("Vence", lambda _: "9/dic/2021"),
)
ROWS = (Fila(1, "=1+1"), Fila(0, "¿<b>Qué</b>\thay?\n¡Ya!"))


def test_a_table_is_a_sheet_with_its_notes_beside_and_without_what_says_nothing() -> None:
    sheet = sheet_of("Lista", COLUMNS, ROWS)
    assert sheet.columnas == ("No.", "Pregunta", "Cuánto", "Avance", "Vence", "Pregunta (nota)")
    assert sheet.filas[0] == (
        "001", "=1+1", Decimal("1234.5"), Porcentaje(Decimal("113.04")), date(2021, 12, 9), "Ana",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["P-014", "014", "2026", "-", "«Sí»", "17/11", "mayo de 2026", "=9 %", "0,5"])
def test_what_only_resembles_a_figure_stays_text(text: str) -> None:
    assert typed(text) == text


def test_what_is_pasted_says_its_kind_and_no_cell_is_worked_out() -> None:
    mime = mime_of(sheet_of("Lista", COLUMNS, ROWS))
    lines = mime.text().split("\r\n")
    assert lines[1] == "001\t'=1+1\t1234,5\t113,04%\t09/12/2021\tAna"
    assert lines[2].startswith("000\t¿<b>Qué</b> hay? ¡Ya!\t")
    html = mime.html()
    assert "&lt;b&gt;Qué&lt;/b&gt;" in html
    assert "<td style='mso-number-format:\"\\@\"'>001</td>" in html
    assert "<td>09/12/2021</td>" in html


class Lista(Screen):
    """A screen with a table."""

    def __init__(self) -> None:
        super().__init__(None)  # type: ignore[arg-type]  # it asks nothing
        model: RowsModel[Fila] = RowsModel(COLUMNS)
        self.table = named("lista_de_prueba", Table(model), label="Lista")
        layout = QVBoxLayout()
        layout.addWidget(self.table)
        self.fill(layout)
        model.show(ROWS)

    def refresh(self) -> None:
        """Nothing is read."""


def test_the_keys_of_any_table_copy_one_row_or_all_and_give_the_sheet(qtbot: QtBot) -> None:
    screen, said, given = Lista(), list[str](), list[Planilla]()
    qtbot.addWidget(screen)
    screen.said.connect(said.append)
    screen.gives.connect(given.append)
    with qtbot.waitExposed(screen):
        screen.show()
    table, ctrl = screen.table, Qt.KeyboardModifier.ControlModifier
    table.setFocus()
    table.selectRow(1)
    press(table, Qt.Key.Key_C, ctrl)
    assert QGuiApplication.clipboard().text().count("\r\n") == 1
    press(table, Qt.Key.Key_A, ctrl)
    press(table, Qt.Key.Key_C, ctrl)
    assert QGuiApplication.clipboard().text().count("\r\n") == 2
    assert said == [
        "Se copió una fila: péguela en Excel con Ctrl V.",
        "Se copiaron 2 filas: péguelas en Excel con Ctrl V.",
    ]
    press(table, Qt.Key.Key_Up)
    assert {index.row() for index in table.selectedIndexes()} == {0}
    press(table, Qt.Key.Key_E, ctrl)
    assert [(sheet.titulo, len(sheet.filas)) for sheet in given] == [("Lista", 2)]
