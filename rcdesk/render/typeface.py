"""Letters and their widths, with a fallback face letter by letter.

Widths are tables that fill themselves and are read by the interpreter's own C loops, so text costs the same with or
without fallback. A letter that no face has is drawn as a square: a missing glyph would break PDF/A.
"""

from __future__ import annotations

from functools import cache

from reportlab.pdfbase.ttfonts import TTFont

from rcdesk.resources import resource

MISSING = "\u25a1"

_LONGEST_CACHED = 40


@cache
def _symbols() -> TTFont:
    return _font("Symbols", "Symbola-Subset.ttf")


def _font(name: str, file: str) -> TTFont:
    return TTFont(name, str(resource("fonts", file)))


class Face:
    """One weight, at any size. Widths are in thousandths of the size."""

    def __init__(self, name: str, file: str) -> None:
        self.font = _font(name, file)
        self._glyphs = self.font.face.charToGlyph
        self.letters = _Letters(self)
        self.words = _Words(self.letters)

    def drawn_with(self, letter: str) -> tuple[TTFont, str]:
        """The font that draws a letter, and the letter it draws."""
        code = ord(letter)
        if code in self._glyphs:
            return self.font, letter
        symbols = _symbols()
        return symbols, letter if code in symbols.face.charToGlyph else MISSING

    def width(self, text: str, size: float) -> float:
        """The width of a line, in points."""
        return sum(map(self.letters.__getitem__, text)) * size / 1000


class _Letters(dict[str, float]):
    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, letter: str) -> float:
        font, drawn = self._face.drawn_with(letter)
        width = float(font.face.charWidths.get(ord(drawn), font.face.defaultWidth))
        self[letter] = width
        return width


class _Words(dict[str, float]):
    def __init__(self, letters: _Letters) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, word: str) -> float:
        width = sum(map(self._letters.__getitem__, word))
        if len(word) <= _LONGEST_CACHED:
            self[word] = width
        return width


@cache
def faces() -> tuple[Face, Face]:
    """Regular and bold, loaded at first use."""
    return Face("NotoSans", "NotoSans-Regular.ttf"), Face("NotoSans-Bold", "NotoSans-Bold.ttf")
