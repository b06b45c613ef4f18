"""Reads a Word file back as `to_text` writes a document: an independent reader, of the file and not of our code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTIES: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def lines(data: bytes) -> list[str]:
    """What it says, without empty lines: the header, the small print of the first section, and the body."""
    word = docx.Document(BytesIO(data))
    section = word.sections[0]
    read = _Reader()
    said = [*read.story(section.header), *_foot(section.footer), *read.story(word)]
    return [line.rstrip() for line in said if line.strip()]


def _foot(footer: Any) -> Iterator[str]:
    for paragraph in footer.paragraphs:
        if paragraph.style.name == "Letra menuda":
            yield f"[Al pie de cada página: {paragraph.text}]"


class _Reader:
    def __init__(self) -> None:
        self.counted: Counter[tuple[str, int]] = Counter()
        self.kinds: dict[str, str] = {}

    def story(self, parent: Any) -> Iterator[str]:
        for block in parent.iter_inner_content():
            if isinstance(block, Table):
                yield from self.table(block)
            else:
                yield self.paragraph(block)

    def paragraph(self, paragraph: Paragraph) -> str:
        style = paragraph.style  # once: each reading looks it up in the file
        name = (style and style.name) or ""
        text = "".join(self.pictures(paragraph)) + paragraph.text.replace("\t", "________")
        if name.startswith("Heading "):
            return f"{'#' * int(name[-1])} {text}"
        return f"{'> ' if name == 'Quote' else ''}{self.sign(paragraph, name)}{text}"

    def pictures(self, paragraph: Paragraph) -> Iterator[str]:
        for drawn in paragraph._p.iter(_PROPERTIES):
            said = drawn.get("descr") or ""
            yield f"[{said}]" if said.startswith("Código QR:") else f"[Imagen: {said}]"

    def sign(self, paragraph: Paragraph, style: str) -> str:
        """The bullet or the number that Word prints, with the indent of its level."""
        properties: Any = paragraph._p.pPr
        found = None if properties is None else properties.numPr
        if found is None:
            indented = None if properties is None else properties.find(f"{_W}ind")
            if indented is None or not style.startswith("List"):
                return ""
            return "  " * round(int(indented.get(f"{_W}left")) / 280)
        level, number = found.ilvl.val, str(found.numId.val)
        kind = self.kind(paragraph, number)
        self.counted[number, level] += 1
        sign = f"{self.counted[number, level]}." if kind == "1" else "☐" if kind == "2" else "-"
        return f"{'  ' * level}{sign} "

    def kind(self, paragraph: Paragraph, number: str) -> str:
        if not self.kinds:
            part: Any = paragraph.part
            lists = part.numbering_part.element.iter(f"{_W}num")
            self.kinds = {each.get(f"{_W}numId"): each.find(f"{_W}abstractNumId").get(f"{_W}val") for each in lists}
        return self.kinds[number]

    def table(self, table: Table) -> Iterator[str]:
        assert table.style is not None
        name = table.style.name
        crossed = (table._tbl.tblPr.xpath("w:tblDescription/@w:val") or [""])[0].startswith("Matriz cruzada")
        for row in table._tbl.tr_lst:
            cells = [[self.paragraph(Paragraph(p, table)) for p in cell.p_lst] for cell in row.tc_lst]
            if (
                name in ("Formato", "Sin bordes") and not (name == "Sin bordes" and table._tbl.xpath(_SIGNED))
            ) or crossed:
                yield from (line for cell in cells for line in cell)
            elif name == "Gráfico":
                yield ": ".join("".join(cell) for cell in cells if any(cell))
            elif name == "Sin bordes":
                yield from (" | ".join(line for line in cell if line) for cell in cells)
            else:
                yield " | ".join(" / ".join(line for line in cell if line) for cell in cells).strip()


_SIGNED: Final = "w:tblPr/w:tblDescription[@w:val='Firmas']"
