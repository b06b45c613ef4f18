"""What a document is made of, before anyone decides how it looks.

Every text is plain; `**bold**` is its only mark-up, a newline starts a new paragraph, and http addresses become links.
Words that somebody else typed go in through `literal` or `bold`, so that their own asterisks are printed, not obeyed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Final, TypeAlias

from rcdesk.documents.series import Columns, Kind, Progress

ASTERISK = "\ue02a"
"""A typed asterisk, as `literal` protects it: a private character that no keyboard gives and renderers print as `*`."""


def literal(text: str) -> str:
    """The text with its asterisks protected: all of it will be printed as typed."""
    return text.replace(ASTERISK, "").replace("*", ASTERISK)


def bold(text: str) -> str:
    """The text in bold, as typed, each of its paragraphs; an empty text stays empty."""
    lines = (literal(line).strip() for line in text.splitlines())
    return "\n".join(f"**{line}**" for line in lines if line)


class Align(Enum):
    """Where the text of a table column stands."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


class ChartKind(Enum):
    """How shares of a whole are shown."""

    BARS = "bars"
    PIE = "pie"


SLICES: Final = 6
"""Most shares of a disc that can be told apart; more of them are bars, as where it is narrow."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered or plain title; levels 1 (the largest) to 4."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `note` is the smaller text of sources and remarks, `quote` somebody's words set apart."""

    text: str
    note: bool = False
    quote: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list that has a list of its own below it."""

    text: str
    items: tuple[str | Item, ...] = ()
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list: bulleted, numbered, or with boxes to mark by hand; an item with a list inside is an `Item`."""

    items: tuple[str | Item, ...]
    ordered: bool = False
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its header row is repeated on every page.

    `widths` are shares of the text width, one for each column; `aligns` and `kinds` are empty or as long. Without
    `header`, the first column names each row. `row_height` is the least height of a row of the body, in points
    (9 mm = 25.5), to write by hand; `ruled` draws the vertical rules of a paper form. With `fill`, blank rows whose
    first cell counts on from it complete the last page. `summary` is read aloud and not printed.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    aligns: tuple[Align, ...] = ()
    summary: str = ""
    row_height: float = 0.0
    ruled: bool = False
    fill: int = 0
    kinds: tuple[Kind, ...] = ()

    @property
    def aligned(self) -> tuple[Align, ...]:
        """Where the text of each column stands; figures stand at the right unless it is said otherwise."""
        kinds = self.kinds or (Kind.TEXT,) * len(self.widths)
        figures = (Kind.NUMBER, Kind.PERCENT, Kind.MONEY)
        return self.aligns or tuple(Align.RIGHT if kind in figures else Align.LEFT for kind in kinds)


@dataclass(frozen=True, slots=True)
class Quadrant:
    """A titled list: one cell of a crossed matrix."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A crossed matrix (DOFA): column heads over, row heads beside, crossings row by row."""

    corner: str
    columns: tuple[Quadrant, ...]
    rows: tuple[Quadrant, ...]
    crossings: tuple[tuple[Quadrant, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture (PNG or JPEG, a file or its bytes) with the words that replace it.

    Without one, a frame says that the evidence is kept elsewhere. `alt` is read aloud; `caption` (leyenda) and `source`
    (fuente, without the word) are printed below.
    """

    alt: str
    caption: str = ""
    source: str = ""
    image: Path | bytes | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Counts of one whole, printed with n and percentage; `base` is the number of answers.

    `shares` are the percentages as they must be printed, one for each point; without them, each with one decimal.
    """

    title: str
    points: tuple[tuple[str, int], ...]
    base: int
    caption: str = ""
    kind: ChartKind = ChartKind.BARS
    shares: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, and in which office."""

    name: str
    role: str
    office: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Places to sign by hand, two in a row; the heading above, or the words that close a letter, stay with them."""

    signers: tuple[Signer, ...]
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Qr:
    """An address to scan, with the words beside it; a `title` among them is one of level 1."""

    content: str
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A card to cut and hand out; its words are printed as they are, without mark-up, and cut where they do not fit.

    `code` is what its QR says, and `said` what is read aloud in its place.
    """

    head: str
    title: str
    lines: tuple[str, ...]
    note: str
    code: str
    said: str


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards, eight on a page."""

    cards: tuple[Card, ...]


class Paper(Enum):
    """The sheets that an office in Colombia has; the word is what they are called there."""

    LETTER = "carta"
    LEGAL = "oficio"


@dataclass(frozen=True, slots=True)
class Layout:
    """How pages are laid: on which paper, standing or lying, how they are counted, and what each says at its foot.

    `counted` is the word of «Página 2 de 7»; empty when the pages carry a number of their own. `foot` is small print
    that every page repeats, at most a dozen lines; a screen reader meets it once. With `line_numbers`, those of a copy
    for revision, each line of text has in the margin its number on the page, which no screen reader says; Word, which
    numbers by itself, does not count the lines of tables.
    """

    landscape: bool = False
    paper: Paper = Paper.LETTER
    counted: str = "Página"
    foot: str = ""
    line_numbers: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """Lines to write on by hand, after their label; with 0 lines, as many as the page or the slip has left."""

    label: str = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to answer by hand: its words, and boxes to mark or lines to write on.

    Each of `options` is the key that types it, printed small, and its words; after those of `other`, which has its key
    too, another answer is written. `note` says whom it is asked of, or how it is answered.
    """

    text: str
    options: tuple[tuple[str, str], ...] = ()
    other: tuple[str, str] | None = None
    lines: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """A piece of paper to fill in by hand and hand back: its number, whose it is, and what is asked in it."""

    number: str
    head: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Slips:
    """Slips to be cut apart, four on a page; their titles are not bookmarks."""

    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a page."""


@dataclass(frozen=True, slots=True)
class Format:
    """The controlled format of the quality system, printed in the box that heads every page.

    `kind` is the tipo documental («ACTA DE REUNIÓN»), `system` the lines above it (proceso, subproceso, sistema),
    `in_force` the date of entry into force already in words. What is empty is not printed; with no code, version nor
    date the box is a smaller one with the entity and the kind. `logo` and `logo_right`, at each end, are PNG or JPEG.
    """

    entity: str
    kind: str
    system: tuple[str, ...] = ()
    code: str = ""
    version: str = ""
    in_force: str = ""
    logo: Path | bytes | None = None
    logo_right: Path | bytes | None = None

    @property
    def codes(self) -> tuple[tuple[str, str], ...]:
        """The labels and values of the quality system, as the form words them; only those that have a value."""
        labelled = (
            ("CÓDIGO", self.code),
            ("VERSIÓN", self.version),
            ("FECHA DE ENTRADA EN VIGENCIA", self.in_force),
        )
        return tuple((label, value) for label, value in labelled if value.strip())


@dataclass(frozen=True, slots=True)
class Part:
    """What follows is another part of the document: it starts a page, is laid in its way and has titles of its own.

    The bookmarks call it by its title, which is not printed. `form` heads its pages in place of that of the document.
    """

    title: str
    layout: Layout = Layout()
    form: Format | None = None


Block: TypeAlias = (
    Heading
    | Paragraph
    | Items
    | Grid
    | Matrix
    | Figure
    | Chart
    | Progress
    | Columns
    | Signatures
    | Qr
    | Cards
    | Room
    | Ask
    | Slips
    | PageBreak
    | Part
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """Open data that travels inside the document; `mime` as in `application/json`."""

    name: str
    data: bytes
    mime: str
    description: str


@dataclass(frozen=True, slots=True)
class Document:
    """A finished composition, ready for any renderer.

    `created` is a date of the document (when it was approved, when the hearing ended), never of the clock: the same
    document gives the same bytes. A table of contents is added beyond `contents_over` pages, never when it is None,
    nor to a document of several parts, whose bookmarks are enough. `layout` is that of the pages before the first part.
    """

    title: str
    subject: str
    author: str
    created: datetime
    form: Format
    blocks: tuple[Block, ...]
    attachment: Attachment | None = None
    contents_over: int | None = 20
    language: str = "es-CO"
    layout: Layout = Layout()
