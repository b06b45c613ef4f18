"""How documents look: the sheet, the type scale and the palette, in points. Nothing else in `render` holds a size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from rcdesk.documents.blocks import Layout, Paper

Colour: TypeAlias = tuple[float, float, float]

CM = 72 / 2.54


def hexadecimal(colour: Colour) -> str:
    """A colour as web pages and Word write it, without a sign before."""
    return "".join(f"{round(255 * part):02x}" for part in colour)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and the rectangle of its text: `top` is that of the text, from the lower edge of the page."""

    page_width: float
    page_height: float
    left: float
    top: float
    width: float
    room: float

    @property
    def tall_row(self) -> float:
        """A row up to this height goes whole to the next page; a taller one is cut where the page ends."""
        return 0.2 * self.room


SHORT_SIDE = 612.0
LONG_SIDE = {Paper.LETTER: 792.0, Paper.LEGAL: 1008.0}
"""Letter, the size of Colombian public paper, and Legal, for lists of many columns."""

BOX_DOWN, BOX_GAP = 1.25 * CM, 18.0
"""Of the header box: from the edge of the paper, and to the text below."""


def sheet(layout: Layout, box: float = 0.0, foot: float = 0.0) -> Sheet:
    """A page with a header box and small print of those heights.

    GTC 185 asks 3-4 cm above and left, 2-3 cm right and below.
    """
    long = LONG_SIDE[layout.paper]
    width, height = (long, SHORT_SIDE) if layout.landscape else (SHORT_SIDE, long)
    left, right, bottom = (2 * CM, 2 * CM, 2.2 * CM) if layout.landscape else (3 * CM, 2.5 * CM, 2.6 * CM)
    top = height - BOX_DOWN - box - BOX_GAP
    return Sheet(width, height, left, top, width - left - right, top - bottom - foot)


INK: Colour = (0.11, 0.13, 0.16)
SOFT: Colour = (0.36, 0.40, 0.45)
ACCENT: Colour = (0.07, 0.24, 0.42)
LINK: Colour = (0.04, 0.33, 0.60)
HAIR: Colour = (0.74, 0.78, 0.82)
FORM: Colour = (0.50, 0.54, 0.58)
TINT: Colour = (0.925, 0.945, 0.965)
PALE: Colour = (0.968, 0.975, 0.983)
SERIES: Colour = ACCENT
"""What fills the bars and the shares of a chart."""

CAPITAL: float = 0.357
"""Half the height of a capital, in sizes: from the middle of a line to its baseline."""


@dataclass(frozen=True, slots=True)
class Style:
    """One kind of text. `before` is the space above."""

    size: float
    leading: float
    bold: bool = False
    colour: Colour = INK
    before: float = 0.0

    @property
    def baseline(self) -> float:
        """From the top of the line to its baseline: capitals stand in the middle of the line."""
        return self.leading / 2 + CAPITAL * self.size


BODY = Style(10, 14.5, before=7)
QUOTE = replace(BODY, size=9.6, leading=14, before=6)
NOTE = Style(8.2, 11.5, colour=SOFT, before=4)
ITEM = replace(BODY, before=3)
H1 = Style(19, 24, bold=True, colour=ACCENT, before=4)
H2 = Style(13, 17.5, bold=True, colour=ACCENT, before=20)
H3 = Style(10.4, 14.5, bold=True, before=15)
H4 = Style(9.6, 13.5, bold=True, colour=SOFT, before=12)
HEADINGS = (H1, H2, H3, H4)
CELL = Style(8.8, 12.2)
HEAD = Style(8.4, 11.4, bold=True, colour=ACCENT)
LABEL = Style(8.4, 12.2, bold=True, colour=ACCENT)
TITLE = Style(8.4, 12, bold=True, colour=ACCENT)
CARD = Style(11, 14, bold=True)
NUMBER = Style(15, 19, bold=True, colour=ACCENT)
SIGNER = Style(9, 12.5, bold=True)
OFFICE = Style(8.4, 11.8, colour=SOFT)
CONTENTS = Style(9.6, 15, before=2)
CHART = Style(8.4, 11)
ASK = Style(9.6, 12.8, bold=True, before=9)
OPTION = Style(9.2, 12)
OPTION_BOX = Style(12, 12)
OPTION_KEY = Style(7.4, 12, colour=SOFT)
"""Of a question to answer by hand: its words, those of an option, its box, and the key that types it."""

SYSTEM = Style(6.6, 8.8, colour=SOFT)
OWNER = Style(7.4, 9.6, bold=True, colour=ACCENT)
KIND = Style(12, 15.5, bold=True, colour=ACCENT)
CODE = Style(7, 9.4)
FOOTNOTE = Style(7.6, 10, colour=SOFT)
FINE = Style(7, 9)
"""Of what repeats on every page."""

FOOT = 1.45 * CM
"""From the edge of the paper to the lower line of the footer."""

PAD_X, PAD_Y = 6.0, 5.0
"""Inside a table cell."""

WRITE_ROOM = 24.0
"""From a line to the next, to write by hand (8.5 mm)."""

SCAN_SIDE = 76.0
"""Of a code, 27 mm: read from a hand's distance, also by a telephone."""

SIGN_ROOM = 42.0
"""Above the line of a signature, for the hand."""

INDENT = 14.0
"""From the bullet to the text of a list."""

STACKED = 0.4
"""A heading right under another keeps this share of its space above."""

GAP = 10.0
"""Above a table, a figure or a chart."""
