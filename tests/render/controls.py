"""Broken files, made from a good one: each names the conformance rule that must notice it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tests.render import conform_content as content

Change: TypeAlias = Callable[[Pdf], object]

_CREATED = b"CreateDate>20"


def _metadata(old: bytes, new: bytes) -> Change:
    """Replace words of the metadata packet."""

    def change(pdf: Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new))

    return change


def _page(pattern: bytes, new: bytes) -> Change:
    """Replace operators of the first page."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        code, count = re.subn(pattern, new, page.Contents.read_bytes(), count=1)
        assert count
        page.Contents = pdf.make_stream(code)

    return change


def _without(find: Callable[[Pdf], Object], key: str) -> Change:
    """Delete an entry of an object."""

    def change(pdf: Pdf) -> None:
        del find(pdf)[key]

    return change


def _with(find: Callable[[Pdf], Object], key: str, value: Callable[[Pdf], Object]) -> Change:
    """Set an entry of an object."""

    def change(pdf: Pdf) -> None:
        find(pdf)[key] = value(pdf)

    return change


def _fonts(pdf: Pdf) -> list[Object]:
    return list(pdf.pages[0].obj.Resources.Font.as_dict().values())


def _unmap(pdf: Pdf) -> None:
    for font in _fonts(pdf):
        del font["/ToUnicode"]


def _five_digits(pdf: Pdf) -> None:
    for font in _fonts(pdf):
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<0041>", b"<1F44D>"))


def _unembed(pdf: Pdf) -> None:
    for font in _fonts(pdf):
        del font.FontDescriptor["/FontFile2"]


def _whole_font(pdf: Pdf) -> None:
    for font in _fonts(pdf):
        font.BaseFont = Name("/NotoSans")


def _untab(pdf: Pdf) -> None:
    for page in pdf.pages:
        del page.obj["/Tabs"]


def _orphan_parent(pdf: Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0] = owners[-1]


def _first(role: str) -> Callable[[Pdf], Object]:
    """The first element with a role."""

    def find(pdf: Pdf) -> Object:
        return next(element for element, _ in content.elements(pdf) if content.role(element) == role)

    return find


def _root(pdf: Pdf) -> Object:
    return pdf.Root


def _link(pdf: Pdf) -> Object:
    return next(page.obj.Annots[0] for page in pdf.pages if "/Annots" in page.obj)


def _attached(pdf: Pdf) -> Object:
    return next(iter(pdf.attachments.values())).obj


def _picture(pdf: Pdf) -> Object:
    forms = (form for page in pdf.pages for form in page.obj.Resources.XObject.as_dict().values())
    return next(form for form in forms if form.Subtype == Name.Image)


def _name(name: str) -> Callable[[Pdf], Object]:
    return lambda _: Name(name)


CONTROLS: dict[str, tuple[str, Change]] = {
    "another part of PDF/A": ("identification", _metadata(b">3</pdfaid:part", b">1</pdfaid:part")),
    "no PDF/UA": ("identification", _metadata(b">1</pdfuaid:part", b">9</pdfuaid:part")),
    "no extension schema": ("identification", _metadata(b"prefix>pdfuaid<", b"prefix>other<")),
    "no title": ("metadata", _metadata(b"dc:title", b"dc:source")),
    "another date": ("metadata", _metadata(_CREATED, _CREATED[:-2] + b"19")),
    "no output intent": ("colour profile", _without(_root, "/OutputIntents")),
    "no language": ("catalog", _without(_root, "/Lang")),
    "not marked": ("catalog", _without(_root, "/MarkInfo")),
    "the file name as title": ("catalog", _without(_root, "/ViewerPreferences")),
    "a script": ("plain", _with(_root, "/OpenAction", lambda _: Dictionary(S=Name.JavaScript, JS=String("1")))),
    "no tab order": ("pages", _untab),
    "no way to the parents": ("pages", _without(lambda pdf: pdf.pages[0].obj, "/StructParents")),
    "a font not embedded": ("fonts embedded", _unembed),
    "a whole font": ("fonts embedded", _whole_font),
    "letters without Unicode": ("letters mapped", _unmap),
    "an emoji of five digits": ("letters mapped", _five_digits),
    "a code without glyph": ("letters mapped", _page(rb"\((Acta No)", rb"(\\377\1")),
    "text outside every mark": ("content marked", _page(rb"(?s)/H1 <</MCID \d+>> BDC(.*?)EMC", rb"\1")),
    "a fill outside every mark": ("content marked", _page(rb"\Z", rb" 0 0 10 10 re f")),
    "a mark used twice": ("content marked", _page(rb"/MCID 1>>", rb"/MCID 0>>")),
    "a mark of another element": ("parent tree", _orphan_parent),
    "an unknown role": ("roles", _with(_first("P"), "/S", _name("/Foo"))),
    "an item outside a list": ("roles", _with(_first("L"), "/S", _name("/Div"))),
    "a skipped level": ("headings", _with(_first("H2"), "/S", _name("/H3"))),
    "a figure without words": ("figures", _without(_first("Figure"), "/Alt")),
    "a picture in CMYK": ("colours", _with(_picture, "/ColorSpace", _name("/DeviceCMYK"))),
    "a header without scope": ("tables", _without(_first("TH"), "/A")),
    "a short row": ("tables", _with(_first("TR"), "/K", lambda pdf: Array([_first("TR")(pdf).K[0]]))),
    "a link of nobody": ("links", _without(_link, "/StructParent")),
    "a link without description": ("links", _without(_link, "/Contents")),
    "a link that does not print": ("links", _without(_link, "/F")),
    "an attachment not associated": ("attachments", _without(_root, "/AF")),
    "an attachment without relationship": ("attachments", _without(_attached, "/AFRelationship")),
}


def broken(good: bytes, name: str) -> bytes:
    """A good file with one thing broken."""
    out = BytesIO()
    with pikepdf.open(BytesIO(good)) as pdf:
        CONTROLS[name][1](pdf)
        pdf.save(out)
    return out.getvalue()
