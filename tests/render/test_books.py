"""A book of typed sheets: numbers, percentages, money and days are what a spreadsheet reckons with; else, text."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from rcdesk.documents.planilla import Libro, Pesos, Planilla, Porcentaje, escrita
from rcdesk.render import csv
from rcdesk.render.xlsx import to_bytes, to_xlsx

ROW = (
    "=1+1",
    4,
    Decimal("4.10"),
    date(2026, 11, 28),
    datetime(2026, 11, 29, 3, tzinfo=UTC),  # still the day before in Bogotá
    Porcentaje(45),
    Porcentaje(Decimal("113.04")),
    Pesos(13_200_000),
    date(1899, 12, 31),
)
BOOK = Libro(
    "Informe a un corte",
    (
        Planilla("Cifras", tuple("abcdefghi"), (ROW,), frozenset({1})),
        Planilla("CIFRAS", ("Nada",), ()),
        Planilla("c" * 40, ("Nada",), ()),
        Planilla("c" * 40, ("Nada",), ()),
    ),
)


def test_cells_have_the_kind_that_excel_reckons_with_and_none_is_a_formula(tmp_path: Path) -> None:
    to_xlsx(BOOK, tmp_path / "l.xlsx")
    book = load_workbook(tmp_path / "l.xlsx")
    cells = book.worksheets[0][2]
    assert [cell.data_type for cell in cells] == ["s", "n", "n", "d", "d", "n", "n", "n", "s"]
    assert [cell.value for cell in cells[3:]] == [
        datetime(2026, 11, 28),
        datetime(2026, 11, 28),
        0.45,
        1.1304,
        13_200_000,
        "31/12/1899",
    ]
    assert [cell.number_format for cell in cells[2:8]] == [
        "General",
        "dd/mm/yyyy",
        "dd/mm/yyyy",
        "0%",
        "0.00%",
        '"$" #,##0',
    ]
    assert book.worksheets[0].column_dimensions["B"].hidden
    assert book.properties.title == "Informe a un corte"


def test_no_two_sheets_are_called_alike_and_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    to_xlsx(BOOK, tmp_path / "l.xlsx")
    assert load_workbook(tmp_path / "l.xlsx").sheetnames == ["Cifras", "CIFRAS (2)", "c" * 31, "c" * 27 + " (2)"]
    assert to_bytes(BOOK) == to_bytes(BOOK) == (tmp_path / "l.xlsx").read_bytes()


def test_a_csv_says_each_cell_as_excel_in_colombia_reads_it() -> None:
    assert [escrita(cell) for cell in ROW] == [
        "=1+1",
        "4",
        "4,10",
        "28/11/2026",
        "28/11/2026",
        "45%",
        "113,04%",
        "13200000",
        "31/12/1899",
    ]
    assert csv.to_bytes(BOOK.hojas[0]).decode("utf-8-sig").splitlines()[1].startswith("'=1+1;4;4,10;28/11/2026")
