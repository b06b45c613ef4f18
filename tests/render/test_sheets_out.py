"""A sheet that leaves the program has no cell that anybody works out, and comes back as it left."""

import csv
import io
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from rcdesk.documents.planilla import Planilla
from rcdesk.domain.celdas import LARGO, desproteger, proteger, recortar, se_evalua
from rcdesk.domain.mojibake import sospechoso
from rcdesk.exchange.cleaning import clean
from rcdesk.render.csv import to_csv
from rcdesk.render.xlsx import sheet_name, to_xlsx
from rcdesk.store.sheet_child import frames
from rcdesk.store.sheet_row import unpack
from tests.corpus import corpus
from tests.lengths import cases

HEADINGS = ("Documento", "Nombre", "Teléfono")
FORMULAS = [
    "=1+1",
    "+1+1",
    "-2+3+cmd|x",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1",
    " =1+1",
    "＝1＋1",
    "'=1",
    "''=1",
    "＠x",
]
PLAIN = ["0012345", "3/4", "1E10", 'a;b,c"d\ne', "_x0041_", "_x005F_", " l ", "'", "'a", "Ñañez & <b>hijos</b>", "1,5"]
ALL = [*FORMULAS, *PLAIN, *(bad.text for bad in corpus("csv", "campo") if len(bad.text) < 100_000)]

Write = Callable[[Planilla, Path], object]
WRITERS: dict[str, Write] = {"p.xlsx": to_xlsx, "p.csv": to_csv}


def sheet(*rows: tuple[str, ...]) -> Planilla:
    return Planilla("Asistentes", HEADINGS, rows)


def read(path: Path) -> list[tuple[str, ...]]:
    """The rows of a file, as the process that reads it sends them."""
    return [cells for frame in frames(path, "") if frame[0] == "rows" for _, cells, _ in unpack(*frame[1:])]


def kept(text: str) -> str:
    """What the base would hold of a text, and a cell of it."""
    return recortar(clean(text)[0])


cells = st.one_of(st.text(max_size=30), st.sampled_from(ALL)).filter(
    lambda text: not sospechoso(text) and text.count("\n") < 20 and text.count("\r") < 20
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=cases(120))
@given(rows=st.lists(st.tuples(st.sampled_from(["1", "007", "x"]), cells, cells), max_size=6))
@pytest.mark.parametrize("name", WRITERS)
def test_what_is_written_comes_back_cell_by_cell(tmp_path: Path, name: str, rows: list[tuple[str, str, str]]) -> None:
    WRITERS[name](sheet(*rows), tmp_path / name)
    assert read(tmp_path / name) == [HEADINGS, *(tuple(map(kept, row)) for row in rows)]


@given(st.text(alphabet=st.sampled_from("'=+ \t\na＝-@\u200b"), max_size=6) | st.text())
def test_the_mark_of_a_csv_comes_off_what_it_was_put_on(text: str) -> None:
    assert desproteger(proteger(text)) == text
    assert not se_evalua(proteger(text))


def evaluable(text: str) -> bool:
    """What a spreadsheet that opens a CSV would try to work out, written apart from the rule that prevents it."""
    return unicodedata.normalize("NFKC", text).lstrip().startswith(("=", "+", "-", "@")) or text[:1] in (
        "\t",
        "\r",
        "\n",
    )


def test_no_cell_of_a_csv_is_worked_out(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    to_csv(sheet(*(("1", text, text) for text in ALL)), path)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    found = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(found) == len(ALL) + 1
    assert [cell for row in found for cell in row if evaluable(cell)] == []
    assert [desproteger(row[1]) for row in found[1:]] == [kept(text) for text in ALL]


def test_every_cell_of_a_spreadsheet_is_text(tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    to_xlsx(sheet(*(("0012345", text, "+57 300 123 4567") for text in ALL)), path)
    page = load_workbook(path).worksheets[0]
    typed = [cell for row in page.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in typed} == {"s"}
    assert {cell.number_format for cell in typed} == {"@"}
    assert [page.cell(2, 1).value, page.cell(2, 3).value] == ["0012345", "+57 300 123 4567"]
    assert b"<f>" not in zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml")


def test_the_headings_stay_in_sight_and_filter_the_rows(tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    to_xlsx(sheet(("1", "Ana", ""), ("2", "Eva", "300")), path)
    page = load_workbook(path).worksheets[0]
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("A2", "A1:C3", "$1:$1")
    assert page.page_setup.orientation == "landscape"
    assert [page.column_dimensions[letter].width for letter in "ABC"] == [12, 9, 11]


def test_a_text_that_no_cell_holds_is_cut_and_counted(tmp_path: Path) -> None:
    long, fits = "x" * 40_000, "🐟" * (LARGO // 2)
    assert to_xlsx(sheet(("1", long, fits), ("2", "🐟" * 20_000, "")), tmp_path / "p.xlsx") == 2
    first, second = read(tmp_path / "p.xlsx")[1:]
    assert first == ("1", "x" * (LARGO - 1) + "…", fits)
    assert second[1] == "🐟" * ((LARGO - 1) // 2) + "…"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Contactos: Piedra/Clara [2026]", "Contactos  Piedra Clara  2026"),
        ("'x'", "x"),
        ("", "Hoja"),
        ("a" * 40, "a" * 31),
    ],
)
def test_the_name_of_a_sheet_is_one_that_excel_admits(tmp_path: Path, words: str, name: str) -> None:
    assert sheet_name(words) == name
    to_xlsx(Planilla(f"{words} l'año", HEADINGS, ()), tmp_path / "p.xlsx")
    assert load_workbook(tmp_path / "p.xlsx").worksheets[0].print_title_rows == "$1:$1"


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_that_cannot_be_written_stays_as_it_was(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    path.write_text("lo de antes")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        WRITERS[name](sheet(("1", "Ana", "")), path)
    assert path.read_text() == "lo de antes"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_sheet_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    made = sheet(("1", "Ana", "300"))
    WRITERS[name](made, tmp_path / name)
    first = (tmp_path / name).read_bytes()
    WRITERS[name](made, tmp_path / name)
    assert (tmp_path / name).read_bytes() == first
