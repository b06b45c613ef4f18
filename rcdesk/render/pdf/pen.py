"""Writes pages: text, fills and rules as content-stream operators, each inside the mark that says what it is.

ReportLab's canvas keeps the pages, fonts and pictures; the operators of text are written straight into its page code,
because that is where nine tenths of the time would go. No other module touches that private code.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from rcdesk.documents.blocks import Align
from rcdesk.render.pdf.encoder import Encoder
from rcdesk.render.pdf.tags import Mark, Node
from rcdesk.render.style import INK, LINK, SOFT, Colour, Sheet, Style
from rcdesk.render.typeface import faces
from rcdesk.render.wrap import Line, Link, Run, line_width

if TYPE_CHECKING:
    from rcdesk.render.pdf.stacks import Text


_NOTHING = Node("Artifact")
"""The element of what says nothing."""

ABOVE_TITLE = 12.0
"""A heading that is jumped to has so much of the page in sight above it."""


class Target(NamedTuple):
    """An active rectangle: its element, its page, and the address or the element it leads to."""

    node: Node
    page: int
    box: tuple[float, float, float, float]
    to: str | Node


class Bookmark(NamedTuple):
    """A heading as the reader's side panel lists it."""

    title: str
    level: int
    page: int
    top: float
    node: Node


class Pen:
    """Draws one document, page by page. Tops and heights are in points, y upwards.

    `depth` is 1 where titles are those of a part, which has a bookmark of its own. `baselines` are those of the lines
    of text of the current page, decoration apart; `marks` counts those of each page that is done. One that is not
    `tagged` draws what nobody will listen to.
    """

    def __init__(self, canvas: Canvas, sheet: Sheet, *, tagged: bool = True) -> None:
        self.canvas, self.tagged = canvas, tagged
        self.lay(sheet)
        self.page = 0
        self.depth = 0
        self.marks: list[int] = []
        self.targets: list[Target] = []
        self.bookmarks: list[Bookmark] = []
        self.baselines: list[float] = []
        self._encoders: dict[tuple[bool, float], Encoder] = {}
        self._settings: dict[tuple[bool, float, float], tuple[Encoder, str]] = {}
        self._rules: dict[tuple[float, Colour], list[str]] = {}
        self._uprights: dict[tuple[tuple[float, ...], float, Colour], tuple[float, float]] = {}
        self._links: dict[Link, Node] = {}
        self._colour: Colour | None = None
        self._node: Node | None = None
        self._decorating = 0
        self._marked = 0

    def lay(self, sheet: Sheet) -> None:
        """The page in hand, still white, and those that follow are of this size and with these margins."""
        self.sheet = sheet
        self.left, self.width = sheet.left, sheet.width
        self.canvas.setPageSize((sheet.page_width, sheet.page_height))

    @contextmanager
    def column(self, left: float, width: float) -> Iterator[None]:
        """What is drawn inside takes these for its margin and its width."""
        before = self.left, self.width
        self.left, self.width = left, width
        yield
        self.left, self.width = before

    def write(self, *operators: str) -> None:
        """Append operators to the page."""
        self.canvas._code.extend(operators)

    def end_page(self) -> None:
        """Draw the page's rules, all in one artifact, and turn the page."""
        self._flush_rules()
        self.canvas.showPage()
        drawn = self.canvas._doc.Pages.pages[-1]
        drawn.Contents = _compressed(drawn.stream)
        drawn.stream = None
        self.page += 1
        self.marks.append(self._marked)
        self._marked = 0
        self.baselines.clear()
        self._colour = None

    @contextmanager
    def form(self, name: str) -> Iterator[None]:
        """What is drawn inside becomes a picture to place on many pages; only decoration may go in."""
        self.canvas.beginForm(name)
        self._colour = None
        with self.decoration():
            yield
            self._flush_rules()
        self.canvas.endForm()
        self._colour = None

    def place(self, name: str, kind: str) -> None:
        """Put a form on the page; `kind` is Header or Footer."""
        self.write(f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC")
        self.canvas.doForm(name)
        self.write("EMC")

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is drawn inside says nothing: screen readers skip it."""
        self._decorating += 1
        yield
        self._decorating -= 1

    @contextmanager
    def picture(self, node: Node) -> Iterator[None]:
        """What the canvas draws inside is the content of one figure."""
        self.write(self._opening(node))
        self.canvas.saveState()
        yield
        self.canvas.restoreState()
        self.write("EMC")

    def fill(self, x: float, top: float, width: float, height: float, colour: Colour) -> None:
        """A coloured rectangle, as decoration."""
        box = f"{x:.2f} {top - height:.2f} {width:.2f} {height:.2f} re f EMC"
        self.write("/Artifact BMC", self._paint(colour), box)

    def rule(self, x: float, y: float, length: float, weight: float, colour: Colour) -> None:
        """A horizontal line, as decoration; lines are drawn when the page ends."""
        self._rules.setdefault((weight, colour), []).append(f"{x:.2f} {y:.2f} m {x + length:.2f} {y:.2f} l")

    def uprights(self, places: tuple[float, ...], top: float, height: float, weight: float, colour: Colour) -> None:
        """Vertical lines downwards from `top`, as decoration; those that go on where others end are drawn as one."""
        key = places, weight, colour
        start, end = self._uprights.get(key, (top, top))
        if abs(end - top) > 0.01:
            self._draw_uprights(key, start, end)
            start = top
        self._uprights[key] = start, top - height

    def dashes(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """A line to cut along, as decoration."""
        path = "{:.2f} {:.2f} m {:.2f} {:.2f} l S".format(*start, *end)
        self.write("/Artifact BMC q [4 3] 0 d 0.6 w {:g} {:g} {:g} RG".format(*SOFT), path, "Q EMC")

    def shade(self, colour: Colour) -> None:
        """The colour of the next shapes of a picture."""
        self.write("{:g} {:g} {:g} rg".format(*colour))

    def label(self, words: str, size: float, x: float, y: float, *, bold: bool = False, colour: Colour = INK) -> None:
        """Words of a picture, on a baseline."""
        encoder = self._encoder(bold, size)
        self.shade(colour)
        self.write(f"BT {encoder.select} {x:.2f} {y:.2f} Td ({words.translate(encoder)}) Tj ET")

    def bookmark(self, title: str, level: int, top: float, node: Node) -> None:
        """Note a heading drawn here, `depth` levels below what it says."""
        self.bookmarks.append(Bookmark(title, level + self.depth, self.page, top, node))

    def text(self, text: Text, x: float, top: float) -> None:
        """The lines of a text, downwards from `top`."""
        style, node = text.style, text.node or _NOTHING
        encoder, begin = self._setting(style)
        y = top - style.baseline
        if not self._decorating and node is not _NOTHING:
            self.baselines += [y - index * style.leading for index in range(len(text.lines))]
        out = [f"{begin} {self._paint(style.colour)} {x:.2f} {y:.2f} Td"]
        plain = [line.translate(encoder) for line in text.lines if type(line) is str]
        if plain and text.align is Align.LEFT and len(plain) == len(text.lines):  # nearly all, and much the quickest
            drawn = ") Tj\nT* (".join(plain)
            out.append(f"{self._opening(node)}  ({drawn}) Tj\nEMC ET")
        else:
            self._lines(out, text, x, y)
        self.canvas._code.extend(out)

    def _lines(self, out: list[str], text: Text, x: float, y: float) -> None:
        """Lines of several weights, or that do not begin at the left."""
        style, node = text.style, text.node or _NOTHING
        encoder, shift = self._encoder(style.bold, style.size), 0.0
        for index, line in enumerate(text.lines):
            move = "T*" if index else ""
            if text.align is not Align.LEFT:
                start = _start(line, text)
                move = f"{start - shift:.2f} {-style.leading if index else 0:g} Td"
                shift = start
            if type(line) is str:
                out.append(f"{self._turn(node)}{move} ({line.translate(encoder)}) Tj")
            else:
                out.append(move)
                self._runs(out, text, line, x + shift, y - index * style.leading)
        out.append(f"{self._turn(None)}ET")

    def _runs(self, out: list[str], text: Text, line: Line, x: float, y: float) -> None:
        size = text.style.size
        for run in line:
            assert isinstance(run, Run)
            encoder = self._encoder(run.bold, size)
            width = faces()[run.bold].width(run.text, size)
            node = text.node or _NOTHING
            if run.link is not None and node is not _NOTHING and self.tagged and not self._decorating:
                node = self._link(run.link, node, (x, y - 0.25 * size, x + width, y + 0.8 * size))
            colour = self._paint(LINK if run.link else text.style.colour)
            out.append(f"{self._turn(node)}{encoder.select} {colour} ({run.text.translate(encoder)}) Tj")
            x += width
        own = self._encoder(text.style.bold, size)
        out.append(f"{own.select} {self._paint(text.style.colour)}")

    def _link(self, link: Link, parent: Node, box: tuple[float, float, float, float]) -> Node:
        """The element of a link, one for all the lines that show it."""
        node = self._links.get(link)
        if node is None:
            node = self._links[link] = Node("Link", parent)
        self.targets.append(Target(node, self.page, box, link.url))
        return node

    def _turn(self, node: Node | None) -> str:
        """Close the open mark and open that of `node`, unless it is open already."""
        if node is self._node:
            return ""
        closing = "EMC " if self._node is not None else ""
        self._node = node
        return closing if node is None else closing + self._opening(node) + " "

    def _opening(self, node: Node) -> str:
        if self._decorating or node is _NOTHING or not self.tagged:
            return "/Artifact BMC"
        mark = Mark(self.page, self._marked)
        self._marked += 1
        node.kids.append(mark)
        return f"/{node.role} <</MCID {mark.mcid}>> BDC"

    def _paint(self, colour: Colour) -> str:
        if colour == self._colour:
            return ""
        self._colour = colour
        return "{:g} {:g} {:g} rg".format(*colour)

    def _setting(self, style: Style) -> tuple[Encoder, str]:
        """What writes the letters of a style, and how its text begins."""
        key = style.bold, style.size, style.leading
        found = self._settings.get(key)
        if found is None:
            encoder = self._encoder(style.bold, style.size)
            found = self._settings[key] = encoder, f"BT {encoder.select} {style.leading:g} TL"
        return found

    def _encoder(self, bold: bool, size: float) -> Encoder:
        found = self._encoders.get((bold, size))
        if found is None:
            found = self._encoders[bold, size] = Encoder(faces()[bold], size, self.canvas._doc)
        return found

    def _draw_uprights(self, key: tuple[tuple[float, ...], float, Colour], start: float, end: float) -> None:
        places, weight, colour = key
        lines = [f"{x:.2f} {start:.2f} m {x:.2f} {end:.2f} l" for x in places]
        self._rules.setdefault((weight, colour), []).extend(lines)

    def _flush_rules(self) -> None:
        for key, (start, end) in self._uprights.items():
            self._draw_uprights(key, start, end)
        self._uprights.clear()
        if self._rules:
            self.write("/Artifact BMC q")
            for (weight, colour), segments in self._rules.items():
                self.write("{:g} w {:g} {:g} {:g} RG".format(weight, *colour), *segments, "S")
            self.write("Q EMC")
            self._rules.clear()


def _compressed(code: str) -> PDFStream:
    """The operators of a page, as they will be in the file: a long document would not fit in memory twice."""
    return PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), zlib.compress(code.encode("ascii")))


def _start(line: Line, text: Text) -> float:
    width = line_width(line, text.style.size, bold=text.style.bold)
    return (text.width - width) / (2 if text.align is Align.CENTER else 1)
