"""Bars and columns of figures as tables with shaded cells: whoever edits the document, or listens to it, has them all.

What a colour would tell is told by a pattern and, beside it, by words.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from rcdesk.documents.series import Columns, Progress
from rcdesk.render import style as look
from rcdesk.render.columns import columns_told, values_told
from rcdesk.render.docx.markup import line, run, twips, unmarked
from rcdesk.render.docx.story import Story
from rcdesk.render.docx.tables import UNCUT, cell, row, shares, table
from rcdesk.render.progress import beside_told, is_low, progress_told, share, share_told
from rcdesk.render.style import Sheet
from rcdesk.render.words import plain

_COLUMNS: Final = (3.4, 4.0, 3.2)
_BAR: Final = 11.0
_KEPT: Final = 15  # rows that stay on one page, with their note
_BARE: Final = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'
_SOLID, _RISING, _FALLING = "clear", "thinDiagStripe", "thinReverseDiagStripe"
_PATTERNS: Final = (_SOLID, _RISING, "pct50", _FALLING, "pct75", "thinVertStripe")


def progress(story: Story, block: Progress, sheet: Sheet) -> Iterator[str]:
    """Yield a row for each: its name, its bar and its figures; the bar has a cell more for what exceeds 100 %."""
    yield line(story, block.title, "Titulodegrafico")
    most = max((value for value in map(share, block.rows) if value is not None), default=Fraction(0))
    over = max(Fraction(0), most - 100)
    name, bar, figures = _COLUMNS
    goal = float(bar * 100 / (100 + over))
    columns = shares((name, goal, *((bar - goal,) if over else ()), figures), sheet.width)
    keep = "<w:keepNext/>" if len(block.rows) <= _KEPT else ""
    if block.rows:
        yield table("Grafico", columns, _advances(block, columns, over, keep), progress_told(block))
    yield line(story, block.caption, "Nota")


def _advances(block: Progress, columns: tuple[int, ...], over: Fraction, keep: str) -> Iterator[str]:
    for each in block.rows:
        value = share(each) or Fraction(0)
        pattern = _FALLING if is_low(block, each) else _SOLID
        bars = [cell(columns[1], _bar(columns[1], min(value / 100, Fraction(1)), pattern), _BARE)]
        if over:
            excess = max(Fraction(0), value - 100) / over
            bars.append(cell(columns[2], _bar(columns[2], excess, _RISING), _BARE))
        figures = run(share_told(each), bold=True) + run(beside_told(block, each))
        yield row(
            (cell(columns[0], unmarked(plain(each.name), "Celda", keep)), *bars, _figures(columns[-1], figures)), UNCUT
        )


def columns(story: Story, block: Columns, sheet: Sheet) -> Iterator[str]:
    """Yield a row for each place: its name, a bar for each series, one below another, and its figures."""
    yield line(story, block.title, "Titulodegrafico")
    wide = shares(_COLUMNS, sheet.width)
    keep = "<w:keepNext/>" if len(block.places) <= _KEPT else ""
    if block.places:
        most = max((value for one in block.series for value in one.values if value is not None), default=0)
        rows = (_place(block, place, wide, Fraction(most), keep) for place in range(len(block.places)))
        yield table("Grafico", wide, rows, columns_told(block))
    yield line(story, block.caption, "Nota")


def _place(block: Columns, place: int, wide: tuple[int, ...], most: Fraction, keep: str) -> str:
    bars = ""
    for number, one in enumerate(block.series):
        value = one.values[place]
        part = max(Fraction(0), Fraction(value) / most) if value and most else Fraction(0)
        bars += _bar(wide[1], part, _PATTERNS[number % len(_PATTERNS)])
    named = cell(wide[0], unmarked(plain(block.places[place]), "Celda", keep))
    told = _figures(wide[2], run(values_told(block, place)))
    return row((named, cell(wide[1], bars or unmarked("", "Celda"), _BARE), told), UNCUT)


def _bar(width: int, part: Fraction, pattern: str) -> str:
    colour = look.hexadecimal(look.SERIES)
    fill = f'w:color="auto" w:fill="{colour}"' if pattern == _SOLID else f'w:color="{colour}" w:fill="ffffff"'
    shade = f'<w:shd w:val="{pattern}" {fill}/>' if part > 0 else ""
    room = f'<w:spacing w:line="{twips(_BAR)}" w:lineRule="exact"/><w:ind w:right="{round((1 - part) * width)}"/>'
    return unmarked("", "Celda", shade + room)


def _figures(width: int, inside: str) -> str:
    return cell(width, f'<w:p><w:pPr><w:pStyle w:val="Celda"/><w:jc w:val="right"/></w:pPr>{inside}</w:p>')
