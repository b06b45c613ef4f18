"""Words as Word has them: paragraphs of a style, runs of one weight, links and list items. Nothing else writes text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from rcdesk.documents.blocks import Item
from rcdesk.render.docx.story import Story
from rcdesk.render.style import GAP, INDENT
from rcdesk.render.words import one_line, spans
from rcdesk.render.words import paragraphs as parted

DEEPEST: Final = 8
"""Word has nine levels of lists; what is deeper stays at the last."""

SEPARATOR: Final = '<w:p><w:pPr><w:pStyle w:val="Separador"/></w:pPr></w:p>'
"""After each table: two tables that touch become one, and a cell may not end with a table."""

ABOVE: Final = f'<w:p><w:pPr><w:pStyle w:val="Separador"/><w:spacing w:before="{round(14 * GAP)}"/></w:pPr></w:p>'
"""The space over a table, which has none of its own; it stays with the table."""

_ADDRESS: Final = re.compile(r"(https?)://([^/?#@\[\]\\]+?)(:\d{1,5})?([/?#].*)?", re.IGNORECASE)
_UNSAFE: Final = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]")
_HOST: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\.?")
_LONGEST_ADDRESS: Final = 2000
"""Letters: Word refuses to open a file with a longer one."""


def twips(points: float) -> int:
    """Return points in the unit of Word, a twentieth of them."""
    return round(20 * points)


def paragraph(story: Story, words: str, style: str, more: str = "") -> str:
    """Return one clean paragraph, of the style of that identifier; `more` are its other properties, in their order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs(story, words)}</w:p>'


def paragraphs(story: Story, text: str, style: str, more: str = "") -> str:
    """Return each paragraph of a text; nothing of an empty one."""
    return "".join(paragraph(story, part, style, more) for part in parted(text) if part)


def cell_paragraphs(story: Story, text: str, style: str, more: str = "") -> str:
    """Return the paragraphs of a cell, which has one at least."""
    return paragraphs(story, text, style, more) or paragraph(story, "", style, more)


def line(story: Story, text: str, style: str, more: str = "") -> str:
    """Return a text in one paragraph, its mark-up obeyed; nothing of an empty one."""
    words = one_line(text)
    return paragraph(story, words, style, more) if words else ""


def unmarked(text: str, style: str, more: str = "") -> str:
    """Return one paragraph of words that have no mark-up nor links."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{run(text)}</w:p>'


def runs(story: Story, words: str) -> str:
    """Return a clean paragraph in runs; addresses lead where they say, and nothing else leads anywhere."""
    return "".join(
        _link(story, span.url, span.text, bold=span.bold) if span.url else run(span.text, bold=span.bold)
        for span in spans(words)
    )


def run(text: str, *, bold: bool = False, style: str = "") -> str:
    """Return letters of one weight: plain text, whatever they look like."""
    if not text:
        return ""
    looks = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:b/>" if bold else "")
    looks = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def field(code: str) -> str:
    """Return a number that Word works out on each page."""
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def items(
    story: Story,
    entries: Sequence[str | Item],
    style: str,
    *,
    ordered: bool = False,
    boxes: bool = False,
    level: int = 0,
) -> Iterator[str]:
    """Yield the paragraphs of a list; each numbered one counts from 1."""
    level = min(level, DEEPEST)
    number = story.shared.list_number(level, ordered=ordered, boxes=boxes)
    sign = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    beside = f'<w:ind w:left="{twips(INDENT * (level + 1))}"/>'
    for entry in entries:
        first, *others = [part for part in parted(entry if isinstance(entry, str) else entry.text) if part] or [""]
        yield paragraph(story, first, style, sign)
        yield from (paragraph(story, other, style, beside) for other in others)
        if isinstance(entry, Item):
            yield from items(story, entry.items, style, ordered=entry.ordered, level=level + 1)


def address(url: str) -> str:
    """Return a web address as the file may name it; nothing when it is not one that a browser would open."""
    found = _ADDRESS.fullmatch(url)
    if found is None:
        return ""
    scheme, host, port, rest = found.groups(default="")
    try:
        host = host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    whole = f"{scheme.lower()}://{host}{port}{_UNSAFE.sub(_percent, rest)}"
    return whole if _HOST.fullmatch(host) and len(whole) <= _LONGEST_ADDRESS else ""


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{octet:02X}" for octet in found[0].encode())


def _link(story: Story, url: str, text: str, *, bold: bool) -> str:
    target = address(url)
    if not target:
        return run(text, bold=bold)
    inside = run(text, bold=bold, style="Hipervnculo")
    return f'<w:hyperlink r:id="{story.link(target)}" w:history="1">{inside}</w:hyperlink>'
