"""Word (DOCX) from a document: blocks → paragraphs, tables and lists of a style → sections → a file to go on editing.

The parts are written here: a library that edits what Word made brings its own styles and dates, and is slower by far.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from rcdesk.documents.blocks import Block, Document, Format, Layout, Part
from rcdesk.render.docx.compose import compose
from rcdesk.render.docx.furniture import BOX, footer, header, section
from rcdesk.render.docx.looks import numbering, styles
from rcdesk.render.docx.package import NAMESPACES, packed
from rcdesk.render.docx.story import Relation, Shared, Story
from rcdesk.render.style import Sheet, sheet
from rcdesk.render.writer import write_whole

_TAGS: Final = {"header": "hdr", "footer": "ftr"}


def to_docx(document: Document, path: Path) -> int:
    """Write the document as a Word file and return its size in bytes; an `OSError` leaves no half file."""
    data = to_bytes(document)
    write_whole(path, data)
    return len(data)


def to_bytes(document: Document) -> bytes:
    """The document as a Word file; the same document gives the same bytes."""
    return _Writing(document).file()


class _Writing:
    """A file being made: its parts by name, and what each refers to."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.shared = Shared()
        self.body = Story(self.shared)
        self.parts: dict[str, str] = {}
        self.stories = {"document": self.body}
        self.named: dict[tuple[Layout, Format | None], str] = {}

    def file(self) -> bytes:
        """Lay each part as a section and put it all together."""
        inside = "".join(self._sections())
        parts = {
            "document": f"<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>",
            "styles": styles(self.document.language),
            "numbering": numbering(self.shared.numbered),
            **self.parts,
        }
        for name in ("styles", "numbering", "settings"):
            self.body.relate(Relation(name, f"{name}.xml"))
        return packed(self.document, parts, self.stories)

    def _sections(self) -> Iterator[str]:
        """Yield each part, and its paper after it, as Word wants: inside a paragraph, except the last."""
        laid = _parts(self.document)
        for place, (part, blocks) in enumerate(laid, 1):
            page = sheet(part.layout, BOX)
            yield from compose(self.body, blocks, page)
            heads = (self._header(part, page), self._footer(part, page))
            paper = section(part.layout, page, heads)
            yield paper if place == len(laid) else f'<w:p><w:pPr><w:pStyle w:val="Separador"/>{paper}</w:pPr></w:p>'

    def _header(self, part: Part, page: Sheet) -> str:
        form = part.form or self.document.form
        return self._once("header", (part.layout, form), lambda story: header(story, form, page))

    def _footer(self, part: Part, page: Sheet) -> str:
        return self._once("footer", (part.layout, None), lambda story: footer(story, self.document, part.layout, page))

    def _once(self, kind: str, like: tuple[Layout, Format | None], make: Callable[[Story], str]) -> str:
        """Return the identifier of what heads or ends the pages of a part, made once for all that have it alike."""
        if like not in self.named:
            self.named[like] = name = f"{kind}{len(self.named) + 1}"
            self.stories[name] = story = Story(self.shared)
            tag = _TAGS[kind]
            self.parts[name] = f"<w:{tag} {NAMESPACES}>{make(story)}</w:{tag}>"
        return self.body.relate(Relation(kind, f"{self.named[like]}.xml"))


def _parts(document: Document) -> list[tuple[Part, list[Block]]]:
    """The document by parts; what comes before the first one, if anything, is one more."""
    laid: list[tuple[Part, list[Block]]] = []
    for block in document.blocks:
        if isinstance(block, Part):
            laid.append((block, []))
        else:
            if not laid:
                laid.append((Part("", document.layout), []))
            laid[-1][1].append(block)
    return laid or [(Part("", document.layout), [])]
