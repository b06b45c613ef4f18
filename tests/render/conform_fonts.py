"""The conformance rules about letters: each in a font of the file, drawn, as wide as it says, and with its Unicode."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from functools import lru_cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from tests.render.conform_content import streams


def embedded(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: every font travels in the file, as a subset."""
    for font in _fonts(pdf).values():
        name = str(font.get("/BaseFont", ""))[1:]
        descriptor = font.get("/FontDescriptor", Dictionary())
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
            yield f"{name} is not embedded"
        elif not re.match(r"[A-Z]{6}\+", name):
            yield f"{name} is not a subset"


def letters_mapped(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: every letter drawn has a glyph and a Unicode value."""
    fonts = _fonts(pdf)
    known = {key: (_unicode_codes(font), _drawn_codes(font)) for key, font in fonts.items()}
    for key, codes in _shown(pdf, fonts).items():
        mapped, drawn = known[key]
        name = fonts[key].BaseFont
        if codes - mapped:
            yield f"{name}: codes without Unicode {sorted(codes - mapped)[:8]}"
        if drawn is not None and codes - drawn:
            yield f"{name}: codes without glyph {sorted(codes - drawn)[:8]}"


def _fonts(pdf: pikepdf.Pdf) -> dict[tuple[int, int], Object]:
    return {
        font.objgen: font
        for page in pdf.pages
        for font in page.obj.Resources.get("/Font", Dictionary()).as_dict().values()
    }


def _shown(pdf: pikepdf.Pdf, fonts: dict[tuple[int, int], Object]) -> dict[tuple[int, int], set[int]]:
    """The codes shown with each font, in pages and in the forms they place."""
    shown: dict[tuple[int, int], set[int]] = {}
    for stream in streams(pdf):
        named = {name: font.objgen for name, font in stream.resources.get("/Font", Dictionary()).as_dict().items()}
        codes: set[int] = set()
        for operands, name in stream.code:
            if name == "Tf":
                codes = shown.setdefault(named.get(str(operands[0]), (0, 0)), set())
            elif name in ("Tj", "TJ", "'", '"'):
                parts = operands[-1] if isinstance(operands[-1], Array) else operands[-1:]
                for part in parts:
                    if isinstance(part, pikepdf.String):
                        codes.update(bytes(part))
    return {key: codes for key, codes in shown.items() if key in fonts}


def _unicode_codes(font: Object) -> set[int]:
    """The codes that the ToUnicode map gives real characters, in whole UTF-16 units."""
    if "/ToUnicode" not in font:
        return set()
    table = font.ToUnicode.read_bytes().decode("latin-1")
    pairs: list[tuple[int, str]] = []
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        pairs += [(int(code, 16), value) for code, value in re.findall(r"<(\w+)>\s*<(\w+)>", block)]
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, target in re.findall(r"<(\w+)>\s*<(\w+)>\s*(\[.*?\]|<\w+>)", block, re.S):
            values = re.findall(r"<(\w+)>", target)
            span = range(int(first, 16), int(last, 16) + 1)
            pairs += zip(span, values if len(values) > 1 else values * len(span), strict=False)
    return {code for code, value in pairs if _is_text(value)}


def _is_text(value: str) -> bool:
    """Whether hexadecimal digits are characters in UTF-16."""
    if len(value) % 4:
        return False
    try:
        text = bytes.fromhex(value).decode("utf-16-be")
    except UnicodeDecodeError:
        return False
    return not set(text) & {"\0", "\ufeff", "\ufffe", "\ufffd"}


def as_drawn(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: each font is a TrueType one that says what it is, as wide in the file as in its program."""
    fonts = _fonts(pdf)
    shown = _shown(pdf, fonts)
    for key, font in fonts.items():
        name, descriptor = font.BaseFont, font.get("/FontDescriptor", Dictionary())
        if font.get("/Subtype") != Name.TrueType or descriptor.get("/FontName") != name:
            yield f"{name}: another kind of font, or another name"
        if not int(descriptor.get("/Flags", 0)) & 4 or "/Encoding" in font:
            yield f"{name}: a subset with an encoding of its own"
        if "/FontFile2" not in descriptor:
            continue
        glyphs, widths = _glyphs(descriptor.FontFile2.read_bytes())
        first = int(font.FirstChar)
        for code in shown.get(key, set()) & glyphs.keys():
            if abs(float(font.Widths[code - first]) - widths[min(glyphs[code], len(widths) - 1)]) > 1:
                yield f"{name}: code {code} is not as wide as it is drawn"


def _drawn_codes(font: Object) -> set[int] | None:
    """The codes that the embedded program draws with a glyph of its own; None when there is no program."""
    descriptor = font.get("/FontDescriptor", Dictionary())
    if "/FontFile2" not in descriptor:
        return None
    return {code for code, glyph in _glyphs(descriptor.FontFile2.read_bytes())[0].items() if glyph}


@lru_cache(maxsize=16)
def _glyphs(program: bytes) -> tuple[dict[int, int], list[float]]:
    """The glyph of each code, by a cmap of format 6 as ReportLab writes, and the width of each glyph in thousandths."""
    tables = {
        program[at : at + 4]: struct.unpack(">L", program[at + 8 : at + 12])[0]
        for at in range(12, 12 + 16 * struct.unpack(">H", program[4:6])[0], 16)
    }
    start = tables[b"cmap"]
    start += struct.unpack(">L", program[start + 8 : start + 12])[0]
    kind, _, _, first, count = struct.unpack(">5H", program[start : start + 10])
    assert kind == 6, kind
    glyphs = struct.unpack(f">{count}H", program[start + 10 : start + 10 + 2 * count])
    (units,) = struct.unpack(">H", program[tables[b"head"] + 18 : tables[b"head"] + 20])
    (wide,) = struct.unpack(">H", program[tables[b"hhea"] + 34 : tables[b"hhea"] + 36])
    pairs = struct.unpack(f">{2 * wide}H", program[tables[b"hmtx"] : tables[b"hmtx"] + 4 * wide])
    return {first + at: glyph for at, glyph in enumerate(glyphs)}, [1000 * each / units for each in pairs[::2]]
