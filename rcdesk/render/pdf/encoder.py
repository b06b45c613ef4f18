"""Letters as operands of a content stream: a self-filling `str.translate` table for each face and size."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from rcdesk.render.typeface import Face


class Encoder(dict[int, str]):
    """From code points to what goes between the parentheses of `( ) Tj`, for one face and size in one document.

    A letter of another font closes the parentheses, changes font and comes back, so fallback costs nothing to a text
    that needs none. A letter that no font has is a square whose ActualText is the true letter.
    """

    def __init__(self, face: Face, size: float, document: PDFDocument) -> None:
        super().__init__()
        self._face, self._size, self._document = face, size, document
        face.font.splitString(" ", document)
        self.select = self._font(face.font, 0)

    def __missing__(self, code: int) -> str:
        font, drawn = self._face.drawn_with(chr(code))
        ((subset, raw),) = font.splitString(drawn, self._document)
        text = "".join(_escaped(byte) for byte in raw)
        if font is not self._face.font or subset:
            text = f") Tj {self._font(font, subset)} ({text}) Tj {self.select} ("
        if drawn != chr(code):
            actual = chr(code).encode("utf-16-be").hex().upper()
            text = f") Tj /Span <</ActualText <FEFF{actual}>>> BDC ({text}) Tj EMC ("
        self[code] = text
        return text

    def _font(self, font: TTFont, subset: int) -> str:
        return f"{font.getSubsetInternalName(subset, self._document)} {self._size:g} Tf"


def _escaped(byte: int) -> str:
    if byte in b"\\()":
        return "\\" + chr(byte)
    return chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}"
