"""Files of questions of any origin are read within limits; what cannot be is said, and nothing is executed."""

import json
import time
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from rcdesk.domain.columnas import Tabla, adivinar, renglones, repetidos, son_titulos
from rcdesk.domain.errors import StoreError
from rcdesk.i18n import COLOMBIA
from rcdesk.store.sheets import read_table
from tests.store.ole import workbook

NOW = datetime(2026, 11, 20, 10, 41, 7, tzinfo=COLOMBIA)
HEADINGS = "Marca temporal;Nombre;Pregunta;Medio;Tema"
ROW = "18/11/2026 16:20;Ana Núñez;¿Cuándo arreglan la vía?;Correo;Vías"

Write = Callable[[str, bytes | str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def make(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def cells(table: Tabla) -> list[tuple[str, ...]]:
    return [row.celdas for row in table.filas]


def lines(table: Tabla) -> list[tuple[str, str, str | None, str, str]]:
    made = renglones(table, adivinar(table), titulos=son_titulos(table.filas[0]), ahora=NOW)
    return [(one.autor, one.texto, one.recibida, one.canal, one.tema) for one in made]


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_the_letters_of_windows_and_of_everybody_are_read(write: Write, letters: str) -> None:
    table = read_table(write("preguntas.csv", f"{HEADINGS}\n{ROW}\n".encode(letters)))
    assert lines(table) == [
        ("Ana Núñez", "¿Cuándo arreglan la vía?", "2026-11-18T16:20:00-05:00", "correo", "Vías")
    ]  # fmt: skip


@pytest.mark.parametrize(("mark", "word"), [(";", "punto y coma"), (",", "coma"), ("\t", "tabulador"), ("|", "barra")])
def test_the_separator_is_found_and_told(write: Write, mark: str, word: str) -> None:
    table = read_table(write("p.csv", f"{HEADINGS}\n{ROW}\n".replace(";", mark)))
    assert table.forma == f"separado por {word}"
    assert len(table.filas[1].celdas) == 5


def test_quotes_hold_separators_and_lines_and_a_quote_never_closed_spoils_its_row_alone(write: Write) -> None:
    good = '"Ana ""la profe"" Ruiz";"¿La vía;\nel puente?"'
    table = read_table(write("p.csv", f'Nombre;Pregunta\n{good}\nEva;"sin cerrar\nLuz;¿El agua?\nSara;5" de tubo\n'))
    assert cells(table)[1] == ('Ana "la profe" Ruiz', "¿La vía;\nel puente?")
    assert cells(table)[2:] == [("Eva", '"sin cerrar'), ("Luz", "¿El agua?"), ("Sara", '5" de tubo')]
    assert [bool(row.aviso) for row in table.filas] == [False, False, True, False, False]
    assert table.filas[3].numero == 5
    assert "Hay una fila por mirar" in table.avisos[0]


def test_signs_that_are_not_text_are_told_row_by_row(write: Write) -> None:
    table = read_table(write("p.csv", b"Nombre;Pregunta\nAna;uno\nE\0va;d\0s\nLuz;tres\n"))
    assert [row.numero for row in table.filas if row.aviso] == [3]
    assert cells(table)[3] == ("Luz", "tres")


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "enorme.csv"
    with path.open("wb") as file:
        file.truncate(200_000_001)
    start = time.perf_counter()
    with pytest.raises(StoreError, match="pesa 200 MB y el límite es 200 MB"):
        read_table(path)
    assert time.perf_counter() - start < 0.5


def test_one_line_without_end_is_cut_and_told(write: Write) -> None:
    table = read_table(write("p.csv", "Nombre;Pregunta\n" + "x" * 2_500_000 + "\nAna;uno\n"))
    assert [bool(row.aviso) for row in table.filas] == [False, True, False]
    assert cells(table)[2] == ("Ana", "uno")


def test_of_too_many_rows_the_first_are_read_and_the_rest_are_counted(write: Write) -> None:
    table = read_table(write("p.csv", "Nombre;Pregunta\n" + "Ana;uno\n" * 60_000))
    assert (len(table.filas), table.total) == (50_001, 60_001)
    assert "El archivo trae 60.001 filas y caben 50.000" in table.avisos[0]


def test_two_columns_of_one_name_are_told_and_the_first_is_taken(write: Write) -> None:
    table = read_table(write("p.csv", "Nombre,Pregunta,Pregunta\nAna,uno,dos\nEva,tres,\n"))
    assert repetidos(table) == ["Pregunta"]
    assert adivinar(table) == ("autor", "texto", "")


def test_without_headings_the_longest_column_is_the_message(write: Write) -> None:
    table = read_table(write("p.csv", "1;¿Cuándo arreglan la vía de la vereda?\n2;¿Cuándo llega el agua al barrio?\n"))
    assert not son_titulos(table.filas[0])
    assert adivinar(table) == ("", "texto")


def test_formulas_stay_text(write: Write) -> None:
    table = read_table(write("p.csv", "Nombre;Pregunta\n=1+1;=cmd|' /C calc'!A0\n@SUM(1);+57 300\n"))
    assert cells(table)[1:] == [("=1+1", "=cmd|' /C calc'!A0"), ("@SUM(1)", "+57 300")]


def book(path: Path, **sheets: list[list[object]]) -> Path:
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def test_a_spreadsheet_gives_the_values_of_the_sheet_that_is_asked(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Nombre", "Pregunta", "Fecha"], ["Ana", "¿Vía?", datetime(2026, 11, 18, 16, 20)], []]
    path = book(tmp_path / "p.xlsm", Hoja1=[["otra"]], Preguntas=[*rows, [None, 14, True]])
    table = read_table(path, hoja="Preguntas")
    assert (table.hojas, table.hoja) == (("Hoja1", "Preguntas"), "Preguntas")
    assert cells(table) == [("Nombre", "Pregunta", "Fecha"), ("Ana", "¿Vía?", "2026-11-18 16:20:00"), ("", "14", "Sí")]
    assert [row.numero for row in table.filas] == [1, 2, 4]
    assert lines(table)[0][2] == "2026-11-18T16:20:00-05:00"
    assert read_table(path).hoja == "Hoja1"


def test_a_cell_at_the_end_of_the_sheet_is_refused(tmp_path: Path) -> None:
    made = Workbook()
    made.worksheets[0]["A1"] = "Pregunta"
    made.worksheets[0]["XFD1048576"] = "lejos"
    made.save(tmp_path / "p.xlsx")
    with pytest.raises(StoreError, match="muy lejos"):
        read_table(tmp_path / "p.xlsx")


def ods(path: Path, cells: str) -> Path:
    """A spreadsheet of LibreOffice with one row."""
    office, table, text = (f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "table", "text"))
    head = f'<office:document-content xmlns:office="{office}" xmlns:table="{table}" xmlns:text="{text}">'
    body = f'<office:body><office:spreadsheet><table:table table:name="Hoja"><table:table-row>{cells}'
    tail = "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        packed.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{manifest}"/>')
        packed.writestr("content.xml", f'<?xml version="1.0"?>{head}{body}{tail}')
    return path


def cell(words: str, repeated: int = 1) -> str:
    many = f'table:number-columns-repeated="{repeated}" '
    return f'<table:table-cell {many}office:value-type="string"><text:p>{words}</text:p></table:table-cell>'


def test_a_spreadsheet_of_libreoffice_is_read_and_one_that_repeats_a_cell_is_refused(tmp_path: Path) -> None:
    assert cells(read_table(ods(tmp_path / "p.ods", cell("Ana") + cell("¿La vía?")))) == [("Ana", "¿La vía?")]
    with pytest.raises(StoreError, match="repite una celda"):
        read_table(ods(tmp_path / "p.ods", cell("Ana", 900_000)))


def test_a_zip_that_grows_is_refused_in_a_moment(tmp_path: Path) -> None:
    path = book(tmp_path / "p.xlsx", Hoja=[["Pregunta"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed, packed.open("xl/bomba.xml", "w") as part:
        for _ in range(98):
            part.write(b"<r>" * 340_000)
    start = time.perf_counter()
    with pytest.raises(StoreError, match="se volvería 100 MB"):
        read_table(path)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    "attack",
    [
        '<!DOCTYPE l [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;">]><sst>&b;</sst>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst><si><t>&e;</t></si></sst>',
    ],
)
def test_definitions_inside_a_spreadsheet_are_refused(tmp_path: Path, attack: str) -> None:
    path = book(tmp_path / "p.xlsx", Hoja=[["Pregunta"]])
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("xl/ataque.xml", f'<?xml version="1.0"?>{attack}')
    with pytest.raises(StoreError, match="definiciones"):
        read_table(path)


def test_what_is_damaged_empty_or_something_else_is_said(write: Write, tmp_path: Path) -> None:
    whole = book(tmp_path / "p.xlsx", Hoja=[["Pregunta"], ["uno"]]).read_bytes()
    for name, content in {
        "cortado.xlsx": whole[: len(whole) // 2],
        "cabeza.xlsx": whole[:40],
        "ole.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "foto.csv": b"\x89PNG\r\n\x1a\n123",
        "vacio.csv": b"",
        "blanco.csv": b"\n\n  \n",
        "nada.json": b"{}",
    }.items():
        with pytest.raises(StoreError, match="«" + name.replace(".", r"\.") + "»"):
            read_table(write(name, content))
    with pytest.raises(StoreError, match="no se encuentra"):
        read_table(tmp_path / "no_esta.csv")


def test_a_text_with_the_name_of_a_spreadsheet_is_read_for_what_it_is(write: Write) -> None:
    assert cells(read_table(write("p.xlsx", f"{HEADINGS}\n{ROW}\n")))[1][1] == "Ana Núñez"


def test_what_facebook_gives_comes_with_its_letters_whole(write: Write) -> None:
    def facebook(words: str) -> str:
        return words.encode().decode("latin-1")

    comments = [
        {
            "timestamp": 1795189200,
            "data": [{"comment": {"timestamp": 1795189200, "comment": facebook(text), "author": facebook(author)}}],
            "title": facebook(f"{author} comentó"),
        }
        for author, text in (("Ana Núñez", "¿Cuándo arreglan la vía? 😀"), ("Eva", "El agua llegó a las 3"))
    ]
    table = read_table(write("comments.json", json.dumps({"comments_v2": comments})))
    assert [(one[0], one[1], one[2]) for one in lines(table)] == [
        ("Ana Núñez", "¿Cuándo arreglan la vía? 😀", "2026-11-20T10:40:00-05:00"),
        ("Eva", "El agua llegó a las 3", "2026-11-20T10:40:00-05:00"),
    ]
    assert any("Se arreglaron las tildes" in note for note in table.avisos)


def test_our_own_questions_and_any_list_are_read(write: Write) -> None:
    ours = {"audiencias": [{"preguntas": [
        {"numero": 1, "texto": "¿La vía?", "autor": {"nombre": "Ana"}, "canal": "correo", "tema": "Vías",
         "recibida": "2026-11-18T16:20:00-05:00"}]}]}  # fmt: skip
    expected = [("Ana", "¿La vía?", "2026-11-18T16:20:00-05:00", "correo", "Vías")]
    assert lines(read_table(write("p.json", json.dumps(ours)))) == expected
    assert lines(read_table(write("q.json", '["¿La vía?", "¿El agua?"]')))[1][1] == "¿El agua?"


@pytest.mark.parametrize("cut", [0.4, 0.7, 0.97])
def test_a_list_cut_short_gives_what_is_whole_and_says_where_it_was_cut(write: Write, cut: float) -> None:
    text = json.dumps([{"autor": "Ana", "texto": f"¿Pregunta {n}?"} for n in range(50)], indent=1)
    table = read_table(write("p.json", text[: int(len(text) * cut)]))
    assert "cortado" in table.filas[-1].aviso
    assert all(row.celdas[1].startswith("¿Pregunta") for row in table.filas[1:-1])


BOOKS: dict[str, Callable[[Path], bytes]] = {
    "a.xlsx": lambda folder: book(folder / "base.xlsx", Hoja=[["Pregunta"], ["uno"]]).read_bytes(),
    "a.xls": lambda _: workbook([["Pregunta"], ["uno"]]),
    "a.ods": lambda folder: ods(folder / "base.ods", cell("Ana") + cell("¿La vía?")).read_bytes(),
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(content=st.binary(max_size=400), name=st.sampled_from(["a.csv", "a.json", "a.txt", *BOOKS]), cut=st.integers(0))
def test_any_file_is_read_or_refused_in_words(tmp_path: Path, content: bytes, name: str, cut: int) -> None:
    path = tmp_path / name
    if name in BOOKS:
        whole = BOOKS[name](tmp_path)
        place = cut % len(whole)
        content = whole[:place] + content + whole[place + len(content) :]
    path.write_bytes(content)
    try:
        table = read_table(path)
    except StoreError as error:
        assert name in str(error)
    else:
        assert len([*renglones(table, adivinar(table), titulos=False, ahora=NOW)]) == len(table.filas)
