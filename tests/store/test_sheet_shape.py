"""A sheet tells, when it is asked, what its cells do not: merges, what is hidden, percentages and dead formulas."""

from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from rcdesk.store.sheets import read_table


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
    assert (drawn.filas_ocultas, drawn.columnas_ocultas, drawn.hojas_ocultas) == ({2}, {2}, {"Oculta"})
    assert (drawn.sin_valor, drawn.fechas_desde_1904) == (((3, 1),), True)
    assert drawn.ocultas() == "1 fila oculta y 1 columna oculta (C)"
    assert table.avisos == (
        "El libro tiene hojas ocultas: «Oculta».",
        "Hay 1 fórmula sin calcular (B3): llegan vacías. Abra el libro en Excel, guárdelo y vuelva a traerlo.",
        "El libro cuenta las fechas desde 1904: se leyeron así.",
    )
    assert read_table(tmp_path / "p.xlsx").filas[0].celdas == ("Subcomponente 1", "0.45", "")
