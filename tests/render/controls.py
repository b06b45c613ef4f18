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


def _with(find: Callable[[Pdf], Object], key: str, value: Callable[[Pdf], Object | bool | int]) -> Change:
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


def _page_one(pdf: Pdf) -> Object:
    return pdf.pages[0].obj


def _structure(pdf: Pdf) -> Object:
    return pdf.Root.StructTreeRoot


def _mark_info(pdf: Pdf) -> Object:
    return pdf.Root.MarkInfo


def _attached_stream(pdf: Pdf) -> Object:
    return _attached(pdf).EF.F


def _bookmark(pdf: Pdf) -> Object:
    return pdf.Root.Outlines.First


def _font(pdf: Pdf) -> Object:
    return _fonts(pdf)[0]


def _grey_profile(pdf: Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes().replace(b"RGB ", b"GRAY", 1))


def _other_stream(pdf: Pdf) -> Object:
    """A stream that hangs from the catalog, packed as an archive does not accept."""
    stream = pdf.make_stream(b"")
    stream.write(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", filter=Name.LZWDecode)
    pdf.Root.PieceInfo = Dictionary(Otro=stream)
    return stream


def _first_code(pdf: Pdf) -> None:
    """Make every letter of the first font much wider than it is drawn."""
    for font in _fonts(pdf):
        font.Widths = Array([float(width) + 300 for width in font.Widths])


def _second_head(pdf: Pdf) -> None:
    """Two groups of heads in the first table that has one."""
    table = next(
        element
        for element, _ in content.elements(pdf)
        if content.role(element) == "Table" and content.role(content.kids(element)[0]) == "THead"
    )
    table.K[1].S = Name.THead


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
    "metadata that are not XML": ("identification", _metadata(b"</rdf:RDF>", b"")),
    "no PDF/UA": ("identification", _metadata(b">1</pdfuaid:part", b">9</pdfuaid:part")),
    "no extension schema": ("identification", _metadata(b"prefix>pdfuaid<", b"prefix>other<")),
    "no title": ("metadata", _metadata(b"dc:title", b"dc:source")),
    "another date": ("metadata", _metadata(_CREATED, _CREATED[:-2] + b"19")),
    "another subject": ("metadata", _metadata(b"Primera audiencia", b"Segunda audiencia")),
    "no output intent": ("colour profile", _without(_root, "/OutputIntents")),
    "a profile of greys": ("colour profile", _grey_profile),
    "no language": ("catalog", _without(_root, "/Lang")),
    "not marked": ("catalog", _without(_root, "/MarkInfo")),
    "the file name as title": ("catalog", _without(_root, "/ViewerPreferences")),
    "a script": ("plain", _with(_root, "/OpenAction", lambda _: Dictionary(S=Name.JavaScript, JS=String("1")))),
    "layers": ("plain", _with(_root, "/OCProperties", lambda _: Dictionary())),
    "a script by name": ("plain", _with(_root, "/Names", lambda _: Dictionary(JavaScript=Dictionary()))),
    "a page that acts": ("plain", _with(_page_one, "/AA", lambda _: Dictionary())),
    "marks that are suspect": ("catalog", _with(_mark_info, "/Suspects", lambda _: True)),
    "a stream in LZW": ("streams", _other_stream),
    "a stream in another file": ("streams", _with(_other_stream, "/F", lambda _: String("otro.bin"))),
    "no tab order": ("pages", _untab),
    "a page of two points": ("pages", _with(_page_one, "/MediaBox", lambda _: Array([0, 0, 2, 2]))),
    "no bookmarks": ("bookmarks", _without(_root, "/Outlines")),
    "a bookmark without title": ("bookmarks", _with(_bookmark, "/Title", lambda _: String(" "))),
    "a bookmark to nowhere": ("bookmarks", _without(_bookmark, "/Dest")),
    "no way to the parents": ("pages", _without(lambda pdf: pdf.pages[0].obj, "/StructParents")),
    "a font not embedded": ("fonts embedded", _unembed),
    "a whole font": ("fonts embedded", _whole_font),
    "letters wider than drawn": ("fonts as drawn", _first_code),
    "an encoding of its own": ("fonts as drawn", _with(_font, "/Encoding", _name("/WinAnsiEncoding"))),
    "another kind of font": ("fonts as drawn", _with(_font, "/Subtype", _name("/Type1"))),
    "letters without Unicode": ("letters mapped", _unmap),
    "an emoji of five digits": ("letters mapped", _five_digits),
    "a code without glyph": ("letters mapped", _page(rb"\((Acta No)", rb"(\\377\1")),
    "text outside every mark": ("content marked", _page(rb"(?s)/H1 <</MCID \d+>> BDC(.*?)EMC", rb"\1")),
    "a fill outside every mark": ("content marked", _page(rb"\Z", rb" 0 0 10 10 re f")),
    "a mark used twice": ("content marked", _page(rb"/MCID 1>>", rb"/MCID 0>>")),
    "decoration inside content": ("content marked", _page(rb"(/H1 <</MCID \d+>> BDC)", rb"\1 /Artifact BMC EMC")),
    "content inside decoration": (
        "content marked",
        _page(rb"(?s)(/H1 <</MCID \d+>> BDC.*?EMC)", rb"/Artifact BMC \1 EMC"),
    ),
    "an operator that nobody knows": ("operators", _page(rb"\Z", rb" 1 zz")),
    "a font that is not there": ("operators", _page(rb"/F\d\+\d", b"/F99")),
    "a state that is not given back": ("operators", _page(rb"\Z", b" q")),
    "states thirty deep": ("limits", _page(rb"\Z", b" q" * 30 + b" Q" * 30)),
    "a string beyond the limit": ("limits", _page(rb"\((Acta No)", b"(" + b"a" * 32_768 + rb"\1")),
    "an endless description": ("limits", _with(_first("Figure"), "/Alt", lambda _: String("a" * 32_768))),
    "a colour of ink": ("colours", _page(rb"\Z", b" 0 0 0 1 k")),
    "a mark of another element": ("parent tree", _orphan_parent),
    "a parent that is another": ("parent tree", _with(_first("TR"), "/P", _structure)),
    "a key used again": ("parent tree", _with(_structure, "/ParentTreeNextKey", lambda _: 1)),
    "roles by another name": ("roles", _with(_structure, "/RoleMap", lambda _: Dictionary(Cosa=Name.P))),
    "two documents": ("roles", _with(_structure, "/K", lambda pdf: Array([_structure(pdf).K] * 2))),
    "a paragraph in a row": ("roles", _with(_first("TD"), "/S", _name("/P"))),
    "an unknown role": ("roles", _with(_first("P"), "/S", _name("/Foo"))),
    "an item outside a list": ("roles", _with(_first("L"), "/S", _name("/Div"))),
    "a skipped level": ("headings", _with(_first("H2"), "/S", _name("/H3"))),
    "a figure without words": ("figures", _without(_first("Figure"), "/Alt")),
    "a picture smoothed over": ("colours", _with(_picture, "/Interpolate", lambda _: True)),
    "a picture in CMYK": ("colours", _with(_picture, "/ColorSpace", _name("/DeviceCMYK"))),
    "a header without scope": ("tables", _without(_first("TH"), "/A")),
    "two heads of a table": ("tables", _second_head),
    "an item of two bodies": ("lists", _with(_first("Lbl"), "/S", _name("/LBody"))),
    "a list without numbering": ("lists", _without(_first("L"), "/A")),
    "a short row": ("tables", _with(_first("TR"), "/K", lambda pdf: Array([_first("TR")(pdf).K[0]]))),
    "a link of nobody": ("links", _without(_link, "/StructParent")),
    "a link without description": ("links", _without(_link, "/Contents")),
    "a link that does not print": ("links", _without(_link, "/F")),
    "a hidden link": ("links", _with(_link, "/F", lambda _: 6)),
    "a link that runs something": ("links", _with(_link, "/A", lambda _: Dictionary(S=Name.Launch))),
    "an attachment not associated": ("attachments", _without(_root, "/AF")),
    "an attachment without relationship": ("attachments", _without(_attached, "/AFRelationship")),
    "an attachment without description": ("attachments", _without(_attached, "/Desc")),
    "an attachment without type": ("attachments", _without(_attached_stream, "/Subtype")),
    "an attachment of another size": ("attachments", lambda pdf: _attached_stream(pdf).write(b"{}")),
}


RAW_CONTROLS: dict[str, Callable[[bytes], bytes]] = {
    "no comment after the header": lambda good: re.sub(rb"\A(%PDF-1.\d\n).*?\n", rb"\1", good),
    "words after the end": lambda good: good + b"fin",
    "no identifier": lambda good: good.replace(b"/ID", b"/IE"),
}
"""Broken as bytes: the rule of the file must notice them."""


def broken(good: bytes, name: str) -> bytes:
    """A good file with one thing broken."""
    out = BytesIO()
    with pikepdf.open(BytesIO(good)) as pdf:
        CONTROLS[name][1](pdf)
        pdf.save(
            out,
            deterministic_id=True,
            fix_metadata_version=False,  # it would mend them
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    return out.getvalue()


def encrypted(good: bytes) -> bytes:
    """A good file that asks for no password and is encrypted all the same."""
    out = BytesIO()
    with pikepdf.open(BytesIO(good)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="x", user=""))
    return out.getvalue()
