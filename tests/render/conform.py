"""Our own check that a PDF keeps what it claims: PDF/A-3a and PDF/UA-1, as far as this program's documents go.

Not a general validator: it knows simple TrueType fonts and the constructs this program writes. Each rule is one
function that yields what is wrong; `RULES` names them. Tests break a good file to prove that each rule can fail.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import NamedTuple, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.render import conform_content as content

Rule: TypeAlias = Callable[[pikepdf.Pdf], Iterator[str]]

ROLES = {
    *("Document", "Part", "Sect", "Div", "P", "H1", "H2", "H3", "H4", "H5", "H6", "BlockQuote", "Note", "Form"),
    *("L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"),
    *("Figure", "Caption", "Link", "Span", "TOC", "TOCI", "Reference"),
}
PARENTS = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TOCI": {"TOC"},
}
HEADING = re.compile(r"H([1-6])$")


class Finding(NamedTuple):
    """One broken rule."""

    rule: str
    what: str


def check(data: bytes) -> list[Finding]:
    """Everything wrong with a file; empty when it conforms."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return [Finding(name, what) for name, rule in RULES.items() for what in rule(pdf)]


def _identification(pdf: pikepdf.Pdf) -> Iterator[str]:
    packet = pdf.Root.Metadata.read_bytes().decode() if "/Metadata" in pdf.Root else ""
    for key, value in (("pdfaid:part", "3"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")):
        if not re.search(rf'{key}(="{value}"|[^>]*>{value}<)', packet):
            yield f"metadata do not say {key} {value}"
    if "pdfuaid:part" in packet and "<pdfaSchema:prefix>pdfuaid<" not in packet:
        yield "the extension schema of pdfuaid is missing"


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        title = metadata.get("dc:title")
        if not title:
            yield "no title"
        for key, name in (("/Title", "dc:title"), ("/Producer", "pdf:Producer")):
            if key in pdf.docinfo and str(pdf.docinfo[key]) != str(metadata.get(name)):
                yield f"{name} differs from the information dictionary"
        dates = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}
        for key, name in dates.items():
            ours = re.sub(r"\D", "", str(pdf.docinfo.get(key, "")))[:14]
            if ours != re.sub(r"\D", "", str(metadata.get(name, "")))[:14]:
                yield f"{name} differs from the information dictionary"


def _colour_profile(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents = [item for item in pdf.Root.get("/OutputIntents", Array()) if item.get("/S") == Name.GTS_PDFA1]
    if not any("/DestOutputProfile" in item and len(item.DestOutputProfile.read_bytes()) > 128 for item in intents):
        yield "no output intent with a colour profile"


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if not re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", str(root.get("/Lang", ""))):
        yield "no language"
    if not bool(root.get("/MarkInfo", Dictionary()).get("/Marked", False)):
        yield "not marked as tagged"
    if not bool(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)):
        yield "the window would show the file name, not the title"


def _plain(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.is_encrypted:
        yield "encrypted"
    for key in ("/AA", "/OpenAction", "/NeedsRendering"):
        if key in pdf.Root:
            yield f"the catalog has {key}"
    if "/Names" in pdf.Root and "/JavaScript" in pdf.Root.Names:
        yield "JavaScript"


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        if "/StructParents" not in page.obj:
            yield f"page {number}: no StructParents"
        if page.obj.get("/Tabs") != Name.S:
            yield f"page {number}: tab order is not that of the structure"


def _parent_tree(pdf: pikepdf.Pdf) -> Iterator[str]:
    """From every mark to its element and back."""
    tree = content.parent_tree(pdf)
    claimed = {mark: element.objgen for element, _ in content.elements(pdf) for mark in content.marks_of(element)}
    for number, page in enumerate(pdf.pages, 1):
        owners = tree.get(int(page.obj.get("/StructParents", -1)), Array())
        for mcid in content.marked(page):
            element = owners[mcid] if isinstance(owners, Array) and mcid < len(owners) else None
            if element is None or claimed.get((page.obj.objgen, mcid)) != element.objgen:
                yield f"page {number}: mark {mcid} and its element do not point to one another"


def _roles(pdf: pikepdf.Pdf) -> Iterator[str]:
    for element, parent in content.elements(pdf):
        role = content.role(element)
        if role not in ROLES:
            yield f"unknown role {role}"
        if role in PARENTS and (parent is None or content.role(parent) not in PARENTS[role]):
            yield f"{role} inside {content.role(parent) if parent is not None else 'nothing'}"


def _headings(pdf: pikepdf.Pdf) -> Iterator[str]:
    level = 0
    for element, _ in content.elements(pdf):
        found = HEADING.match(content.role(element))
        if found:
            if int(found[1]) > level + 1:
                yield f"H{found[1]} after H{level}"
            level = int(found[1])


def _figures(pdf: pikepdf.Pdf) -> Iterator[str]:
    for element, _ in content.elements(pdf):
        if content.role(element) == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure without alternative text"


def _colours(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Pictures in colours that the profile describes, and as they are."""
    for number, page in enumerate(pdf.pages, 1):
        for picture in page.obj.Resources.get("/XObject", Dictionary()).as_dict().values():
            if picture.get("/Subtype") != Name.Image:
                continue
            if picture.get("/ColorSpace") not in (Name.DeviceRGB, Name.DeviceGray):
                yield f"page {number}: a picture in other colours than RGB"
            if bool(picture.get("/Interpolate", False)):
                yield f"page {number}: an interpolated picture"


def _tables(pdf: pikepdf.Pdf) -> Iterator[str]:
    for element, _ in content.elements(pdf):
        role = content.role(element)
        if role == "TH" and str(content.attribute(element, "/Scope")) not in ("/Row", "/Column", "/Both"):
            yield "a header cell without scope"
        if role == "Table":
            rows = list(content.rows(element))
            if len({len(content.kids(row)) for row in rows}) > 1:
                yield "rows of different lengths"
            if not any(content.role(cell) == "TH" for row in rows for cell in content.kids(row)):
                yield "a table without headers"


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    tree = content.parent_tree(pdf)
    for number, page in enumerate(pdf.pages, 1):
        for annotation in page.obj.get("/Annots", Array()):
            element = tree.get(int(annotation.get("/StructParent", -1)), Dictionary())
            owned = content.role(element) == "Link"
            if not owned or annotation.objgen not in {kid.Obj.objgen for kid in content.references(element)}:
                yield f"page {number}: a link outside the structure"
            if not str(annotation.get("/Contents", "")).strip():
                yield f"page {number}: a link without description"
            if not int(annotation.get("/F", 0)) & 4:
                yield f"page {number}: a link that would not print"


def _attachments(pdf: pikepdf.Pdf) -> Iterator[str]:
    associated = {item.objgen for item in pdf.Root.get("/AF", Array())}
    for name in pdf.attachments:
        spec = pdf.attachments[name].obj
        if spec.objgen not in associated:
            yield f"{name}: not associated with the document"
        if "/AFRelationship" not in spec:
            yield f"{name}: no relationship"
        if not {"/F", "/UF"} <= set(spec.keys()):
            yield f"{name}: no file name"
        stream = spec.EF.UF if "/UF" in spec.EF else spec.EF.F
        if "/Subtype" not in stream or "/ModDate" not in stream.get("/Params", Dictionary()):
            yield f"{name}: no type or date"


RULES: dict[str, Rule] = {
    "identification": _identification,
    "metadata": _metadata,
    "colour profile": _colour_profile,
    "catalog": _catalog,
    "plain": _plain,
    "pages": _pages,
    "fonts embedded": content.fonts_embedded,
    "letters mapped": content.letters_mapped,
    "content marked": content.content_marked,
    "parent tree": _parent_tree,
    "roles": _roles,
    "headings": _headings,
    "figures": _figures,
    "colours": _colours,
    "tables": _tables,
    "links": _links,
    "attachments": _attachments,
}
