"""The files of the corpus (I, A06, A11, A12) read as it asks, and those that offices really send."""

import shutil
import time
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from rcdesk.domain.columnas import Tabla
from rcdesk.domain.errors import StoreError
from rcdesk.store.sheets import read_table
from tests.store.ole import compound, workbook


def cells(table: Tabla) -> list[tuple[str, ...]]:
    return [row.celdas for row in table.filas]


def test_the_old_books_of_excel_are_read(tmp_path: Path) -> None:
    path = tmp_path / "vieja.xls"
    path.write_bytes(workbook([["Nombre", "Documento"], ["Ana Núñez", 1144034567.0]]))
    table = read_table(path)
    assert cells(table) == [("Nombre", "Documento"), ("Ana Núñez", "1144034567")]
    assert table.hojas == ("Hoja",)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("nueva.xlsx", compound({"EncryptedPackage": b"x", "EncryptionInfo": b"y"})),
        ("nueva.xls", compound({"EncryptedPackage": b"x", "EncryptionInfo": b"y"})),
        ("vieja.xls", workbook([], locked=True)),
    ],
)
def test_one_with_a_password_says_so_and_what_to_do(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(StoreError, match="tiene contraseña"):
        read_table(tmp_path / name)


def test_formulas_give_what_excel_last_showed_and_links_are_not_followed(tmp_path: Path) -> None:
    book = Workbook()
    page = book.worksheets[0]
    for row in (["Nombre", "Edad"], ["Ana", "=1+1"], ['=HYPERLINK("http://mal/","Ver")', "=[otro.xlsx]Hoja!A1"]):
        page.append(row)
    page["A5"] = "Luz"
    page.merge_cells("A5:B6")
    page.row_dimensions[5].hidden = True
    book.save(tmp_path / "p.xlsx")
    assert cells(read_table(tmp_path / "p.xlsx")) == [("Nombre", "Edad"), ("Ana", ""), ("Luz", "")]


@pytest.mark.parametrize("epoch", [CALENDAR_WINDOWS_1900, CALENDAR_MAC_1904])
def test_dates_are_the_same_since_1900_and_since_1904(tmp_path: Path, epoch: datetime) -> None:
    book = Workbook()
    book.epoch = epoch
    book.worksheets[0].append([datetime(2026, 11, 20, 9, 5), date(2026, 1, 2)])
    book.save(tmp_path / "p.xlsx")
    assert cells(read_table(tmp_path / "p.xlsx")) == [("2026-11-20 09:05:00", "2026-01-02")]


@pytest.mark.parametrize("name", ["p.xls", "p.ods", "p.csv", "p.dat", "sin_nada"])
def test_a_book_is_read_for_what_it_is_whatever_its_name_says(tmp_path: Path, name: str) -> None:
    book = Workbook()
    book.worksheets[0].append(["Nombre"])
    book.save(tmp_path / "p.xlsx")
    shutil.copy(tmp_path / "p.xlsx", tmp_path / name)
    assert cells(read_table(tmp_path / name)) == [("Nombre",)]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("lista.xls", b"<html><body><table><tr><td>Ana</td></tr></table>", "es una página web"),
        ("lista.xls", b'<?xml version="1.0"?><Workbook/>', "es una página web"),
        ("lista.xlsx", b"MZ\x90\0", "no es una tabla"),
        ("lista.csv", b"%PDF-1.7", "no es una tabla"),
    ],
)
def test_what_only_has_the_name_of_a_sheet_is_refused_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(StoreError, match=words):
        read_table(tmp_path / name)


def test_a_file_that_goes_away_while_it_is_opened_is_told(tmp_path: Path) -> None:
    path = tmp_path / "usb.csv"
    path.write_text("Nombre\nAna\n")
    with pytest.raises(StoreError, match=r"No se pudo leer «usb\.csv»: no se encuentra"):
        read_table(path, progress=lambda _step, _total, _words: path.unlink(missing_ok=True))


def test_of_a_file_without_end_the_first_rows_come_and_the_rest_are_counted_and_told(tmp_path: Path) -> None:
    path, told = tmp_path / "largo.csv", list[str]()
    path.write_text("Nombre;Documento\n" + "Ana;1144034567\n" * 300_000)
    start = time.perf_counter()
    table = read_table(path, progress=lambda _step, _total, words: told.append(words))
    assert (len(table.filas), table.total) == (50_001, 300_001)
    assert any(words.startswith("Leyendo las filas: van ") for words in told)
    assert any(words.startswith("Contando las filas: van ") for words in told)
    assert time.perf_counter() - start < 10
