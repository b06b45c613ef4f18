"""A sheet of people of outside: read beside openpyxl, stored with its history, refused if it is a bomb; given out."""

from __future__ import annotations

import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from random import Random
from statistics import median
from typing import Any, Final
from xml.sax.saxutils import escape

from openpyxl import Workbook, load_workbook

from rcdesk.app.desk import Desk
from rcdesk.app.progress import Cancelled, Listener
from rcdesk.domain.columnas import Tabla
from rcdesk.domain.columnas_de_personas import adivinar
from rcdesk.domain.comparar_personas import Comparacion, PorDefecto
from rcdesk.domain.errors import StoreError
from rcdesk.domain.lista_de_personas import ListaDePersonas, PorTraer, reunir
from rcdesk.i18n import COLOMBIA
from rcdesk.render.xlsx import to_xlsx
from rcdesk.store.sheets import read_table
from rcdesk.work.exportar import planilla_de_asistencia
from rcdesk.work.traer_personas import conocidas, traer_personas
from tests.bases import PRIMERA, copied, hearing_id, make_example, open_desk
from tests.bench.measure import in_turn, median_ratio, spent, timed
from tests.bench.raw import Raw
from tests.bench.sizes import Sizes
from tests.bench.synthetic import nombre
from tests.bench.table import Line, at_most, ratio

_QUARTER: Final = 0.25
_MOST: Final = 60  # µs a row
_BOMB: Final = 2  # seconds
_LONG: Final = 10  # seconds
_AT_ONCE: Final = 100  # ms
_HEADINGS: Final = ("Documento", "Nombre", "Organización", "Teléfono", "Correo", "Autoriza")
_SHEET: Final = "xl/worksheets/sheet1.xml"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_COLUMNS: Final = "ABCDEF"
_NOW: Final = datetime(2026, 11, 20, 10, 41, 7, tzinfo=COLOMBIA)


def run(folder: Path, sizes: Sizes) -> Iterator[Line]:
    """Everything that a file of people goes through."""
    path = _made(folder / "personas.xlsx", sizes.sheet)
    times = max(1, sizes.turns // 2)
    ours, theirs = in_turn(times, lambda: timed(lambda: read_table(path)), lambda: timed(lambda: _openpyxl(path)))
    what = f"leer XLSX de {sizes.sheet} personas × 6, con su proceso"
    yield ratio(what, median(ours), median(theirs), median_ratio(ours, theirs), _QUARTER)
    yield from _stored(folder, read_table(path), times)
    yield from _refused(folder, sizes)


def _made(path: Path, rows: int) -> Path:
    """A sheet as Excel keeps it: each different text once, in a part of its own, and cells that name its place."""
    choice, texts = Random(5), dict[str, int]()
    lines = []
    for number, cells in enumerate((_HEADINGS, *_people(choice, rows)), 1):
        found = [f"{texts.setdefault(cell, len(texts))}" if cell else "" for cell in cells]
        pairs = zip(_COLUMNS, found, strict=True)
        made = "".join(f'<c r="{column}{number}" t="s"><v>{place}</v></c>' for column, place in pairs if place)
        lines.append(f'<row r="{number}" spans="1:6">{made}</row>')
    book = Workbook()
    book.worksheets[0]["A1"] = "x"
    book.save(path)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name).decode() for name in packed.namelist()}
    sheet, kinds, links = parts[_SHEET], parts["[Content_Types].xml"], parts["xl/_rels/workbook.xml.rels"]
    sheet = sheet.replace('ref="A1:A1"', f'ref="A1:F{len(lines)}"')  # openpyxl reads no further
    head, _, rest = sheet.partition("<sheetData>")
    parts[_SHEET] = f"{head}<sheetData>{''.join(lines)}</sheetData>{rest.partition('</sheetData>')[2]}"
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}" uniqueCount="{len(texts)}">{shared}</sst>'
    if "sharedStrings" not in kinds:
        part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}.sharedStrings+xml"/></Types>'
        parts["[Content_Types].xml"] = kinds.replace("</Types>", part)
        link = f'<Relationship Id="rId9" Type="{_LINK}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        parts["xl/_rels/workbook.xml.rels"] = links.replace("</Relationships>", link)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return path


def _people(choice: Random, rows: int) -> Iterator[tuple[str, ...]]:
    for number in range(rows):
        where = (f"JAC Vereda {number % 300}", f"3{number:09}", f"p{number}@ejemplo.co")
        yield (f"{1_000_000_000 + number * 7}", nombre(choice), *where, ("Sí", "No", "")[number % 3])


def _openpyxl(path: Path) -> list[tuple[Any, ...]]:
    book = load_workbook(path, read_only=True, data_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return rows


def _stored(folder: Path, table: Tabla, times: int) -> Iterator[Line]:
    example = make_example(folder / "ejemplo.rcdesk")
    found = [_turn(folder, example, table, turn) for turn in range(times + 1)][1:]
    compared, stored, floors, given = (median(turn[place] for turn in found) for place in range(4))
    rows = len(table.filas) - 1
    yield Line(
        f"guardar {rows} personas con su historia, por fila, fuera de la pantalla",
        f"{stored / rows * 1e6:.1f} µs",
        f"{floors / rows * 1e6:.1f} µs (SQLite, las mismas filas)",
        f"mirarlas antes: {compared / rows * 1e6:.1f} µs",
        f"≤ {_MOST} µs",
        stored / rows * 1e6 <= _MOST,
    )
    yield Line("exportar la lista a XLSX, por persona", f"{given / rows * 1e6:.1f} µs")


def _turn(folder: Path, example: Path, table: Tabla, turn: int) -> tuple[float, float, float, float]:
    """Seconds to look at the rows, to store them, of SQLite alone with the same rows, and to give the list out."""
    base = copied(example, folder / f"nuestra{turn}.rcdesk")
    desk = open_desk(base)
    hearing = hearing_id(desk, PRIMERA)
    bring: list[PorTraer] = []
    compared = timed(lambda: bring.append(_compared(desk, hearing, table)))
    stored = timed(lambda: _bring(desk, hearing, bring[0]))
    path = folder / f"lista{turn}.xlsx"
    given = timed(lambda: to_xlsx(desk.ask(planilla_de_asistencia, audiencia_id=hearing), path))
    desk.close()
    source = Raw(base)
    rows = source.written("asistentes", source.last() - 1)
    source.close()
    raw = Raw(copied(example, folder / f"cruda{turn}.rcdesk"))
    try:
        return compared, stored, spent(lambda: raw.write(rows[0])).wall, given
    finally:
        raw.close()


def _compared(desk: Desk, hearing: str, table: Tabla) -> PorTraer:
    known = desk.ask(conocidas, audiencia_id=hearing)
    lines = Comparacion(known, PorDefecto(), _NOW, {}).comparar(
        table, adivinar(table), titulos=True, progreso=lambda _step, _total, _words: None
    )
    return reunir(ListaDePersonas(lines).por_traer())


def _bring(desk: Desk, hearing: str, bring: PorTraer) -> None:
    done, wrong = threading.Event(), list[BaseException]()

    def failed(error: BaseException) -> None:
        wrong.append(error)
        done.set()

    desk.do_long(traer_personas, Listener(lambda _: done.set(), failed), audiencia_id=hearing, traer=bring)
    done.wait()
    if wrong:
        raise wrong[0]


def _refused(folder: Path, sizes: Sizes) -> Iterator[Line]:
    bomb = folder / "bomba.xlsx"
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(98):
            part.write(b'<row r="1"><c/></row>' * 48_000)
    yield at_most("negar una bomba que se vuelve 98 MB", timed(lambda: _no(lambda: read_table(bomb))), _BOMB, unit="s")
    long = folder / "largo.csv"
    with long.open("w") as file:
        file.write("Documento;Nombre\n")
        file.writelines(f"{number};Ana Núñez {number}\n" for number in range(sizes.long_file))
    took = timed(lambda: read_table(long))
    yield at_most(f"CSV de {sizes.long_file} filas: leer las primeras y contar el resto", took, _LONG, unit="s")
    yield at_most("cancelar esa lectura", _cancelled(long), _AT_ONCE, unit="ms")


def _no(run: Callable[[], object]) -> None:
    try:
        run()
    except StoreError:
        return
    raise RuntimeError("a bomb was read")


def _cancelled(path: Path) -> float:
    """Milliseconds from asking to stop until nothing of the reading is left."""

    asked = [0.0]

    def progress(step: int, _total: int, _words: str) -> None:
        if step:
            asked[0] = time.perf_counter()
            raise Cancelled

    with suppress(Cancelled):
        read_table(path, progress=progress)
    return (time.perf_counter() - asked[0]) * 1000
