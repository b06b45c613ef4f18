"""A document as a book of sheets says what its pages say, with figures that add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from rcdesk.documents.blocks import Align, Grid, Heading, Items, Paragraph, literal
from rcdesk.documents.planilla import Pesos, Porcentaje, escrita
from rcdesk.documents.series import Kind
from rcdesk.i18n import numero
from rcdesk.render.book import book, to_xlsx, typed
from rcdesk.render.text import to_text
from tests.render.samples import ACTA, BESIDE, COLUMNS, PROGRESS, of

TABLE = Grid(
    ("Componente", "Programado", "%", "Corte", "Costo"),
    (
        ("**Vías** y parques", "1.234", "112,5\u00a0%", "17/nov/2021", "$ 1.500.000"),
        (literal("=1+1"), "89,35 %", "sin datos", "noviembre de 2021", "–"),
        ("Total", "4,50", "0 %", "2021", "N.A."),
    ),
    (3, 1, 1, 1, 1),
    kinds=(Kind.TEXT, Kind.NUMBER, Kind.PERCENT, Kind.DATE, Kind.MONEY),
)
REPORT = of(
    Heading("Informe", 1),
    Grid((), (("Corte", "17/nov/2021"),), (1, 3)),
    Heading("1. Por componente"),
    Paragraph("Se cumplió **casi** todo."),
    TABLE,
    Items(("Una nota",)),
    PROGRESS,
    COLUMNS,
    BESIDE,
)


def test_each_cell_is_what_its_column_says_and_otherwise_the_text_that_is_printed() -> None:
    made = book(REPORT)
    words, table, progress, columns, beside = made.hojas
    assert [sheet.titulo for sheet in made.hojas[:3]] == ["Informe", "1. Por componente", "Cumplimiento por componente"]
    assert ("Corte", "17/nov/2021") in words.filas and ("", "Se cumplió casi todo.") in words.filas
    assert table.filas == (
        ("Vías y parques", Decimal("1234"), Porcentaje(Decimal("112.5")), date(2021, 11, 17), Pesos(Decimal(1500000))),
        ("=1+1", Porcentaje(Decimal("89.35")), "sin datos", "noviembre de 2021", "–"),
        ("Total", Decimal("4.50"), Porcentaje(Decimal(0)), "2021", "N.A."),
    )
    assert progress.filas[1] == ("Gobierno abierto", 20, 29, Porcentaje(Decimal("145.0")), "")
    assert progress.filas[3] == ("Sin reporte", 20, "", "sin datos", "")
    assert columns.columnas == ("", "A cargo", "De otra entidad", "Total")
    assert columns.filas[0] == ("agosto", 24, 6, 30) and columns.filas[2] == ("octubre", *["sin datos"] * 3)
    assert beside.filas[1] == ("18/sep/2026", Porcentaje(Decimal("86.4")), "sin datos")


def test_figures_stand_at_the_right_unless_it_is_said_otherwise() -> None:
    left, right = Align.LEFT, Align.RIGHT
    assert TABLE.aligned == (left, right, right, left, right)


def test_what_is_read_in_the_sheet_is_what_is_read_in_the_page(tmp_path: Path) -> None:
    assert to_xlsx(REPORT, tmp_path / "informe.xlsx") == 0
    first = (tmp_path / "informe.xlsx").read_bytes()
    to_xlsx(REPORT, tmp_path / "informe.xlsx")
    assert (tmp_path / "informe.xlsx").read_bytes() == first
    sheet = load_workbook(tmp_path / "informe.xlsx")["1. Por componente"]
    printed = [line.split(" | ") for line in to_text(REPORT).splitlines() if " | " in line][1:]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert len(rows) == len(printed) == 4
    for row, cells in zip(rows[1:], printed[1:], strict=True):
        for value, text, kind in zip(row, cells, TABLE.kinds, strict=True):
            told = typed(text, kind)
            if isinstance(told, Porcentaje):
                assert Decimal(str(value)) == Decimal(told.valor) / 100
            elif isinstance(told, Pesos):
                assert value == told.valor
            elif isinstance(told, date):
                assert f"{value:%d/%m/%Y}" == escrita(told)
            else:
                assert value == told


def test_a_whole_acta_makes_a_book_too() -> None:
    made = book(ACTA)
    assert [sheet.titulo for sheet in made.hojas][1:3] == ["Preguntas", "¿Le pareció clara?"]
    assert ("", "[Código QR: https://valle-sereno.gov.co/actas/7]") in made.hojas[0].filas


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from([0, 1, 2]))
def test_every_figure_that_is_printed_is_read_as_itself(value: Decimal, decimals: int) -> None:
    rounded = value.quantize(Decimal(1).scaleb(-decimals)) + 0  # no negative zero
    assert typed(numero(rounded), Kind.NUMBER) == rounded
    assert typed(f"{numero(rounded)}\u00a0%", Kind.PERCENT) == Porcentaje(rounded)
