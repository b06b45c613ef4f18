"""A line of copied text, put together from its pieces: some bold, some not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from rcdesk.domain.campos import LIMITE

_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_BLANK: Final = re.compile(r"\s+")
_MARKED: Final = re.compile(r"\*\*(?=\S).+?(?<=\S)\*\*")
_TWO: Final = re.compile(r"\*(?=\*)")
_BREAK: Final = "\n"
_KEPT_BREAK: Final = "\x85"  # stands for a line that ends, until the spaces are counted


def limpio(text: str) -> str:
    """Return a copied text without what cannot be seen, in one line, its spaces single."""
    return _BLANK.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text))).strip()


@dataclass(slots=True)
class Renglon:
    """Pieces of text that go one after another."""

    _trozos: list[tuple[str, bool]] = field(default_factory=list)

    def escribir(self, text: str, *, negrita: bool = False, tal_cual: bool = False) -> None:
        """Put a text after what there is; its line breaks are spaces, unless it is shown as it is."""
        if tal_cual:
            text = text.replace("\r\n", "\n").replace("\n", _KEPT_BREAK)
        self._trozos.append((text, negrita))

    def partir(self) -> None:
        """End the line here."""
        self._trozos.append((_KEPT_BREAK, False))

    def tomar(self) -> list[str]:
        """Return the paragraphs written, bold between `**`, and forget them; an empty line divides two paragraphs."""
        lines = [_joined(line) for line in self._lineas()]
        self._trozos.clear()
        found: list[str] = []
        for blank, group in groupby(lines, key=lambda line: not line):
            if not blank:
                found += _partido(_BREAK.join(group))
        return found

    def llano(self) -> str:
        """Return all that was written, without marks, in one line, and forget it."""
        text = limpio("".join(text for text, _ in self._trozos).replace(_KEPT_BREAK, " "))
        self._trozos.clear()
        return text

    def _lineas(self) -> Iterator[list[tuple[str, bool]]]:
        line: list[tuple[str, bool]] = []
        for text, bold in self._trozos:
            first, *others = text.split(_KEPT_BREAK)
            line.append((first, bold))
            for other in others:
                yield line
                line = [(other, bold)]
        yield line


def _joined(pieces: list[tuple[str, bool]]) -> str:
    """One line. A `**` that was copied is no mark: it is set apart where it could be taken for one."""
    runs = [
        (_BLANK.sub(" ", _UNSEEN.sub("", "".join(text for text, _ in group))), bold)
        for bold, group in groupby((piece for piece in pieces if piece[0]), key=lambda piece: piece[1])
    ]
    literal = "".join(text for text, _ in runs)
    if "**" in literal and (any(bold for _, bold in runs) or _MARKED.search(literal)):
        runs = [(_TWO.sub("* ", text), bold) for text, bold in runs]
    line = "".join(_bold(text) if bold else text for text, bold in runs)
    return _BLANK.sub(" ", unicodedata.normalize("NFC", line)).strip()


def _bold(text: str) -> str:
    """The words between marks, and the spaces around them outside."""
    words = text.strip()
    if not words:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}**{words}**{after}"


def _partido(text: str) -> Iterator[str]:
    """A text in pieces that a field admits, cut where there is a space if there is one."""
    while len(text) > LIMITE:
        at = text.rfind(" ", LIMITE // 2, LIMITE)
        cut = at if at > 0 else LIMITE
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    yield text
