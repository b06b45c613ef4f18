"""What the conformance rules read: elements of the structure, marks and letters of the pages."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

PAINTING = frozenset(
    ("INLINE IMAGE", "Do", "sh", "Tj", "TJ", "'", '"', *("f", "F", "f*", "B", "B*", "b", "b*", "S", "s"))
)


def role(element: Object) -> str:
    """The role of an element, without its slash."""
    return str(element.get("/S", ""))[1:]


def kids(element: Object) -> list[Object]:
    """The child elements."""
    return [kid for kid in _all_kids(element) if isinstance(kid, Dictionary) and "/S" in kid]


def references(element: Object) -> list[Object]:
    """References to annotations."""
    return [kid for kid in _all_kids(element) if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR]


def elements(pdf: pikepdf.Pdf) -> Iterator[tuple[Object, Object | None]]:
    """Every element with its parent, in reading order."""
    if "/StructTreeRoot" not in pdf.Root:
        return
    waiting: list[tuple[Object, Object | None]] = [(kid, None) for kid in reversed(kids(pdf.Root.StructTreeRoot))]
    while waiting:
        element, parent = waiting.pop()
        yield element, parent
        waiting += [(kid, element) for kid in reversed(kids(element))]


def marks_of(element: Object) -> Iterator[tuple[tuple[int, int], int]]:
    """The marks an element claims: page and number."""
    for kid in _all_kids(element):
        if isinstance(kid, int):
            yield element.Pg.objgen, kid
        elif kid.get("/Type") == Name.MCR:
            page = kid.Pg if "/Pg" in kid else element.Pg
            yield page.objgen, int(kid.MCID)


def rows(table: Object) -> Iterator[Object]:
    """The rows of a table, in its groups or alone."""
    for kid in kids(table):
        if role(kid) == "TR":
            yield kid
        else:
            yield from (row for row in kids(kid) if role(row) == "TR")


def attribute(element: Object, key: str) -> Object | None:
    """A value among the attributes of an element."""
    attributes = element.get("/A", Dictionary())
    for item in attributes if isinstance(attributes, Array) else [attributes]:
        if key in item:
            return item[key]
    return None


def parent_tree(pdf: pikepdf.Pdf) -> dict[int, Object]:
    """The number tree from pages and annotations to elements."""
    if "/StructTreeRoot" not in pdf.Root:
        return {}
    numbers = pdf.Root.StructTreeRoot.ParentTree.get("/Nums", Array())
    return {int(numbers[index]): numbers[index + 1] for index in range(0, len(numbers), 2)}


def marked(page: pikepdf.Page) -> set[int]:
    """The marks on a page that claim an element."""
    return {
        int(operands[1].MCID)
        for operands, _ in _operators(page, "BDC")
        if len(operands) > 1 and isinstance(operands[1], Dictionary) and "/MCID" in operands[1]
    }


def content_marked(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: everything painted is content or artifact, each mark is closed, and no number is used twice."""
    for number, page in enumerate(pdf.pages, 1):
        open_marks: list[bool] = []
        seen: set[int] = set()
        bare = 0
        for operands, name in _operators(page):
            if name in ("BDC", "BMC"):
                properties = operands[1] if len(operands) > 1 else Dictionary()
                mcid = int(properties.MCID) if isinstance(properties, Dictionary) and "/MCID" in properties else None
                if mcid in seen:
                    yield f"page {number}: mark {mcid} is used twice"
                if mcid is not None:
                    seen.add(mcid)
                open_marks.append(mcid is not None or operands[0] == Name.Artifact)
            elif name == "EMC":
                open_marks.pop()
            elif name in PAINTING and not any(open_marks):
                bare += 1
        if bare:
            yield f"page {number}: {bare} operators paint outside every mark"
        if open_marks:
            yield f"page {number}: a mark is not closed"


def fonts_embedded(pdf: pikepdf.Pdf) -> Iterator[str]:
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


def _operators(stream: pikepdf.Page | Object, wanted: str = "") -> Iterator[tuple[list[Object], str]]:
    """The operators of a page or a form; of an inline picture only that it is one."""
    for instruction in pikepdf.parse_content_stream(stream, wanted):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            yield [], "INLINE IMAGE"
        else:
            yield list(instruction.operands), str(instruction.operator)


def _all_kids(element: Object) -> list[Object | int]:
    value = element.get("/K", Array())
    return list(value) if isinstance(value, Array) else [value]


def _fonts(pdf: pikepdf.Pdf) -> dict[tuple[int, int], Object]:
    return {
        font.objgen: font
        for page in pdf.pages
        for font in page.obj.Resources.get("/Font", Dictionary()).as_dict().values()
    }


def _shown(pdf: pikepdf.Pdf, fonts: dict[tuple[int, int], Object]) -> dict[tuple[int, int], set[int]]:
    """The codes shown with each font, in pages and in the forms they place."""
    shown: dict[tuple[int, int], set[int]] = {}
    streams: dict[tuple[int, int], tuple[pikepdf.Page | Object, Object]] = {}
    for page in pdf.pages:
        streams[page.obj.objgen] = page, page.obj.Resources
        for form in page.obj.Resources.get("/XObject", Dictionary()).as_dict().values():
            if form.get("/Subtype") == Name.Form:
                streams[form.objgen] = form, form.get("/Resources", page.obj.Resources)
    for stream, resources in streams.values():
        named = {name: font.objgen for name, font in resources.get("/Font", Dictionary()).as_dict().items()}
        codes: set[int] = set()
        for operands, name in _operators(stream, "Tf Tj TJ ' \""):
            if name == "Tf":
                codes = shown.setdefault(named.get(str(operands[0]), (0, 0)), set())
            else:
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


def _drawn_codes(font: Object) -> set[int] | None:
    """The codes that the embedded program draws with a glyph of its own; None when its table is of another kind."""
    descriptor = font.get("/FontDescriptor", Dictionary())
    if "/FontFile2" not in descriptor:
        return None
    program = descriptor.FontFile2.read_bytes()
    tables = {program[at : at + 4]: struct.unpack(">LL", program[at + 8 : at + 16]) for at in
              range(12, 12 + 16 * struct.unpack(">H", program[4:6])[0], 16)}  # fmt: skip
    start = tables[b"cmap"][0]
    start += struct.unpack(">L", program[start + 8 : start + 12])[0]
    kind, _, _, first, count = struct.unpack(">5H", program[start : start + 10])
    if kind != 6:
        return None
    glyphs = struct.unpack(f">{count}H", program[start + 10 : start + 10 + 2 * count])
    return {first + index for index, glyph in enumerate(glyphs) if glyph}
