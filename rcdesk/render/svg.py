"""A drawing as SVG, for the screen and for files: the shapes that the PDF draws, and their words as text.

Only what SVG Tiny 1.2 has, for that is what Qt draws; words that end at the right say so, and stay in their column
with whatever letters the reader's machine has.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Final, assert_never

from rcdesk.documents.blocks import Chart
from rcdesk.render.charts import described, whole
from rcdesk.render.manner import on_paper
from rcdesk.render.shapes import Box, Drawing, Shape, Slice, Strokes, Words
from rcdesk.render.style import CAPITAL, hexadecimal
from rcdesk.render.writer import write_whole

PAPER_LETTERS: Final = "'Noto Sans', 'Segoe UI', Arial, sans-serif"

_WIDE, _AROUND = 520.0, 14.0


def svg(drawing: Drawing, said: str, letters: str, *, around: float = 0.0, ground: str = "") -> str:
    """A document: `said` is read aloud in its place, `letters` the families of its text, `around` its margin."""
    width, height = drawing.width + 2 * around, drawing.height + 2 * around
    box = f'viewBox="{-around:g} {-around:g} {width:.1f} {height:.1f}" width="{width:.1f}" height="{height:.1f}"'
    text = f'font-family="{escape(letters)}" font-size="{drawing.size:g}"'
    under = f'<rect x="{-around:g}" y="{-around:g}" width="100%" height="100%" fill="{ground}"/>' if ground else ""
    inside = "".join(_shape(shape, drawing.size) for shape in drawing.shapes)
    title = f"<title>{escape(said)}</title>"
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {box} {text}>{title}{under}{inside}</svg>'


def chart_file(chart: Chart, base: str, notes: Iterable[str] = (), letters: str = PAPER_LETTERS) -> str:
    """A chart to be put in another document: with its title, its base and its notes, on white."""
    drawing = whole(chart, _WIDE, on_paper(), base, tuple(notes))
    return svg(drawing, described(chart), letters, around=_AROUND, ground="#ffffff")


def to_svg(chart: Chart, base: str, notes: Iterable[str], path: Path) -> int:
    """Write a chart in `path`, whole or not at all, and return its size in bytes. OSError when it cannot be written."""
    data = f'<?xml version="1.0" encoding="UTF-8"?>\n{chart_file(chart, base, notes)}\n'.encode()
    write_whole(path, data)
    return len(data)


def _shape(shape: Shape, size: float) -> str:
    match shape:
        case Box(x, y, width, height, colour, edge):
            line = f' stroke="#{hexadecimal(edge)}" stroke-width="{size / 12:.2f}"' if edge else ""
            fill = f'fill="#{hexadecimal(colour)}"'
            return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="1.5" {fill}{line}/>'
        case Slice():
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in shape.points())
            line = f'stroke="#{hexadecimal(shape.edge)}" stroke-width="{size / 12:.2f}" stroke-linejoin="round"'
            return f'<polygon points="{points}" fill="#{hexadecimal(shape.colour)}" {line}/>'
        case Strokes(lines, colour, weight):
            path = "".join(f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" for x1, y1, x2, y2 in lines)
            thick = f'stroke-width="{weight:.2f}"'
            return f'<path d="{path}" fill="none" stroke="#{hexadecimal(colour)}" {thick}/>'
        case Words(x, y, text, colour, bold, end, centred):
            heavy = ' font-weight="600"' if bold else ""
            anchor = ' text-anchor="end"' if end else ' text-anchor="middle"' if centred else ""
            place = f'x="{x:.1f}" y="{y + CAPITAL * size:.1f}" fill="#{hexadecimal(colour)}"'
            return f"<text {place}{heavy}{anchor}>{escape(text, quote=False)}</text>"
        case _:
            assert_never(shape)
