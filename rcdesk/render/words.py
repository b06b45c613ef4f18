"""Text as a page can show it: cleaned, and split into paragraphs and marked-up runs.

This is the only way for a user's words into any output. `**bold**` and http addresses are all the mark-up there is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from rcdesk.documents.blocks import ASTERISK, Document

_SPACES = re.compile("  +")
_BLANK = re.compile(r"[\t\v\f\x1c-\x1f\x85]")
_NEWLINE = re.compile(r"\r\n?|[\u2028\u2029]")
_UNDRAWN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\uffff"
    f"\ue000-{chr(ord(ASTERISK) - 1)}{chr(ord(ASTERISK) + 1)}-\uf8ff\ud800-\udfff"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U0010ffff]"
)
"""Controls, joiners, variation selectors, skin tones, private use, lone surrogates: what a printed page cannot show."""

_STACKED = re.compile("([\u0300-\u036f]{8})[\u0300-\u036f]+")
"""More marks over one letter than any language writes: they would cover the lines above."""

_MARKUP = re.compile(
    r"\*\*(?=\S)(?P<bold>(?:[^*]|\*(?!\*))+)(?<=\S)\*\*|(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:)\]’”])"
)

_LONGEST_LINK = 2_000
"""A longer address is printed and leads nowhere: no browser opens it, and Word refuses it."""


class Span(NamedTuple):
    """Neighbouring letters of one weight; `url` is the address they lead to, or empty."""

    text: str
    bold: bool
    url: str


def clean(text: str) -> str:
    """The text as it can be printed: NFC, one kind of newline, no controls, single spaces."""
    if not (text.isprintable() and (text.isascii() or max(text) < "\u0300")):  # nearly all Spanish needs no cleaning
        text = _NEWLINE.sub("\n", unicodedata.normalize("NFC", text))
        text = _STACKED.sub(r"\1", _UNDRAWN.sub("", _BLANK.sub(" ", text)))
    if "  " in text:
        text = _SPACES.sub(" ", text)
    return text.strip(" ")


def one_line(text: str) -> str:
    """The clean text without paragraphs, for titles and names."""
    return clean(clean(text).replace("\n", " "))


def paragraphs(text: str) -> list[str]:
    """The non-empty paragraphs of a text; at least one, perhaps empty."""
    cleaned = clean(text)
    if "\n" not in cleaned:
        return [cleaned]
    return [part for part in (part.strip(" ") for part in cleaned.split("\n")) if part] or [""]


def spans(text: str, bold: bool = False) -> Iterator[Span]:
    """A clean paragraph in runs of one weight and one address, with typed asterisks given back."""
    end = 0
    for match in _MARKUP.finditer(text):
        if match.start() > end:
            yield Span(typed(text[end : match.start()]), bold, "")
        if match["bold"] is not None:
            yield from spans(match["bold"], bold=True)
        else:
            url = typed(match["url"])
            yield Span(url, bold, url if len(url) <= _LONGEST_LINK else "")
        end = match.end()
    if end < len(text):
        yield Span(typed(text[end:]), bold, "")


def typed(text: str) -> str:
    """The text with the asterisks that `blocks.literal` protected."""
    return text.replace(ASTERISK, "*")


def plain(text: str) -> str:
    """The words alone, in one line, for bookmarks, alternative texts and metadata."""
    return bare(one_line(text))


def bare(text: str) -> str:
    """A clean paragraph without its mark-up."""
    return "".join(span.text for span in spans(text))


def title_of(document: Document) -> str:
    """The title that windows and footers show: a document without one still has a kind."""
    return plain(document.title) or plain(document.form.kind) or "Documento"
