"""A sheet tells, when it is asked, what its cells do not: merges, what is hidden, percentages and dead formulas."""

import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from rcdesk.domain.errors import StoreError
from rcdesk.domain.forma_de_hoja import Forma
from rcdesk.store.sheets import read_table
from tests.store.ole import workbook


def test_what_is_merged_hidden_or_never_worked_out_is_told_with_the_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    page = book.active
    page.title = "Plan & más"
    page["A1"] = "Subcomponente 1"
    page.merge_cells("A1:A3")
    page["B1"], page["B1"].number_format = 0.45, "0%"
    page["B2"] = date(2026, 3, 4)
    page["B3"], page["C3"] = "=1+1", 1.234
    page.row_dimensions[2].hidden = True
    page.column_dimensions["C"].hidden = True
    book.create_sheet("Oculta").sheet_state = "hidden"
    book.save(tmp_path / "p.xlsx")
    table = read_table(tmp_path / "p.xlsx", forma=True)
    assert [row.celdas for row in table.filas] == [
        ("Subcomponente 1", "45%", ""),
        ("", "2026-03-04", ""),
        ("", "", "1,234"),
    ]
    drawn = table.dibujo
    assert drawn.combinadas == (((1, 0), (3, 0)),)
    assert (drawn.filas_ocultas, drawn.columnas_ocultas) == (frozenset({2}), frozenset({2}))
    assert drawn.hojas_ocultas == frozenset({"Oculta"})
    assert (drawn.sin_valor, drawn.fechas_desde_1904) == (((3, 1),), True)
    assert drawn.ocultas() == "1 fila oculta y 1 columna oculta (C)"
    assert table.avisos == (
        "El libro tiene hojas ocultas: «Oculta».",
        "Hay 1 fórmula sin calcular (B3): llegan vacías. Abra el libro en Excel, guárdelo y vuelva a traerlo.",
        "El libro cuenta las fechas desde 1904: se leyeron así.",
    )
    assert read_table(tmp_path / "p.xlsx").filas[0].celdas == ("Subcomponente 1", "0.45", "")


def test_an_old_book_tells_what_is_merged_too(tmp_path: Path) -> None:
    (tmp_path / "p.xls").write_bytes(workbook([["Nombre", "Meta"], ["Ana", 1.5]]))
    table = read_table(tmp_path / "p.xls", forma=True)
    assert [row.celdas for row in table.filas] == [("Nombre", "Meta"), ("Ana", "1,5")]
    assert table.dibujo == Forma()


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        (b'<row r="1"', b'<row hidden="1" r="uno"'),
        (b'<row r="1"', b'<row hidden="1" r="' + b"9" * 5_000 + b'"'),
        (b"<sheetData>", b'<cols><col hidden="1" min="x" max="9"/></cols><sheetData>'),
        (b'<row r="1"', b"<row hidden=\"true\" r='1'"),
    ],
)
def test_a_sheet_written_by_hand_is_read_or_refused_and_never_a_fault_of_ours(
    tmp_path: Path, written: bytes, instead: bytes
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Nombre"])
    book.save(tmp_path / "p.xlsx")
    whole = zipfile.ZipFile(tmp_path / "p.xlsx")
    with zipfile.ZipFile(tmp_path / "q.xlsx", "w") as out:
        for name in whole.namelist():
            content = whole.read(name)
            out.writestr(name, content.replace(written, instead, 1) if "sheet1" in name else content)
    whole.close()
    with suppress(StoreError):
        assert read_table(tmp_path / "q.xlsx", forma=True).filas[0].celdas == ("Nombre",)
