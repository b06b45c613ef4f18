"""A document as a book of sheets: its words in the first one, and a sheet for each table and for each chart.

The cells are those that are printed, as numbers, percentages, dates and money where the column says that they are: a
figure is rounded as on paper, so that a sum done in the spreadsheet is that of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final, assert_never

from rcdesk import i18n
from rcdesk.documents.blocks import Block, Chart, Document, Grid, Heading, Part
from rcdesk.documents.planilla import Celda, Libro, Pesos, Planilla, Porcentaje
from rcdesk.documents.series import Columns, Kind, Progress
from rcdesk.render import xlsx
from rcdesk.render.charts import shares_of
from rcdesk.render.columns import total
from rcdesk.render.progress import share_told
from rcdesk.render.text import form_lines, lines_of
from rcdesk.render.words import bare, paragraphs, plain

_FIRST: Final = "Informe"
_MOST_DECIMALS: Final = 2  # that the sheet shows of a percentage


def to_xlsx(document: Document, path: Path) -> int:
    """Write it in `path`, whole or not at all, and return how many cells were cut: they hold 32,767 letters.

    OSError when it cannot be written.
    """
    return xlsx.to_xlsx(book(document), path)


def book(document: Document) -> Libro:
    """The sheets of a document; each table and each chart is named by the title above it."""
    made = _Sheets(plain(document.title))
    for block in document.blocks:
        made.take(block)
    opening = [("", line) for line in form_lines(document.form)]
    words = Planilla(_FIRST, ("Apartado", "Texto"), tuple(opening + made.words))
    return Libro(plain(document.title), (words, *made.sheets))


def typed(text: str, kind: Kind) -> Celda:
    """A printed cell as what it is; what does not read as its column says is left as it is printed."""
    words = _cell(text)
    match kind:
        case Kind.TEXT:
            return words
        case Kind.DATE:
            iso = i18n.leer_fecha(words)
            return date.fromisoformat(iso) if iso and len(iso) == len("2026-01-01") else words
        case Kind.NUMBER | Kind.PERCENT | Kind.MONEY:
            return _figure(words)
        case _:
            assert_never(kind)


def _figure(words: str) -> Celda:
    """A number with its sign, which is the one that is printed: a column of goals has some in percent."""
    digits = words.replace("\u00a0", " ").removeprefix("$").removesuffix("%").strip()
    value = i18n.leer_numero(digits)
    if value is None or i18n.numero(value) != digits:
        return words
    if words.endswith("%"):
        return Porcentaje(value) if _decimals(value) <= _MOST_DECIMALS else words
    return Pesos(value) if words.startswith("$") else value


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _cell(text: str) -> str:
    return "\n".join(bare(part) for part in paragraphs(text) if part)


@dataclass(slots=True)
class _Sheets:
    """What has been read of a document: the words, each beside its title, and the sheets."""

    title: str
    words: list[tuple[str, str]] = field(default_factory=list)
    sheets: list[Planilla] = field(default_factory=list)

    def take(self, block: Block) -> None:
        match block:
            case Heading(text) | Part(text):
                self.title = plain(text) or self.title
                self.words.append((self.title, ""))
            case Grid(header=()) if len(block.widths) <= 2:
                self.words += [(_cell(row[0]), _cell(" ".join(row[1:]))) for row in block.rows if row]
            case Grid():
                self._sheet(_grid(self.title, block))
            case Chart():
                self._sheet(_chart(plain(block.title) or self.title, block), plain(block.caption))
            case Progress():
                self._sheet(_progress(plain(block.title) or self.title, block), plain(block.caption))
            case Columns():
                self._sheet(_columns(plain(block.title) or self.title, block), plain(block.caption))
            case _:
                self.words += [("", line) for line in lines_of(block)]

    def _sheet(self, sheet: Planilla, caption: str = "") -> None:
        if sheet.filas:
            self.sheets.append(sheet)
            self.words.append(("", f"Hoja {len(self.sheets) + 1}: {sheet.titulo}. {caption}".strip()))


def _grid(title: str, grid: Grid) -> Planilla:
    kinds = grid.kinds or (Kind.TEXT,) * len(grid.widths)
    header = grid.header or ("",) * len(grid.widths)
    rows = (_padded(row, len(grid.widths)) for row in grid.rows)
    cells = tuple(tuple(typed(cell, kind) for cell, kind in zip(row, kinds, strict=True)) for row in rows)
    return Planilla(title, tuple(_cell(text) for text in _padded(header, len(grid.widths))), cells)


def _padded(row: tuple[str, ...], count: int) -> tuple[str, ...]:
    return (*row, *[""] * count)[:count]


def _chart(title: str, chart: Chart) -> Planilla:
    told = zip(chart.points, shares_of(chart), strict=True)
    rows = tuple((plain(label), count, typed(share, Kind.PERCENT)) for (label, count), share in told)
    return Planilla(title, ("Respuesta", "n", "%"), rows)


def _progress(title: str, block: Progress) -> Planilla:
    rows = tuple(
        (plain(row.name), _known(row.goal), _known(row.done), typed(share_told(row), Kind.PERCENT), plain(row.told))
        for row in block.rows
    )
    return Planilla(title, ("Nombre", plain(block.goal_word).capitalize(), plain(block.done_word), "%", "Nota"), rows)


def _columns(title: str, block: Columns) -> Planilla:
    summed = block.stacked and len(block.series) > 1
    header = ("", *(plain(one.name) for one in block.series), *(["Total"] if summed else []))
    return Planilla(title, header, tuple(_places(block, summed)))


def _places(block: Columns, summed: bool) -> Iterator[tuple[Celda, ...]]:
    for place, name in enumerate(block.places):
        values = [one.values[place] for one in block.series]
        values += [total(block, place)] if summed else []
        percents = block.kind is Kind.PERCENT
        cells = (Porcentaje(value) if percents and value is not None else _known(value) for value in values)
        yield (plain(name), *(plain(block.empty) if cell == "" else cell for cell in cells))


def _known(value: Decimal | int | None) -> Celda:
    return "" if value is None else value
