"""Our own check that a PDF keeps what it claims: PDF/A-3a and PDF/UA-1, as far as this program's documents go.

Not a general validator: it knows simple TrueType fonts and the constructs this program writes. Each rule is one
function that yields what is wrong; `RULES` names them. Tests break a good file to prove that each rule can fail. The
rules are those of ISO 19005-3 (as veraPDF words them) and of the Matterhorn protocol 1.1 that a program can decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from io import BytesIO
from typing import Final, NamedTuple, TypeAlias
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from tests.render import conform_content as content
from tests.render import conform_fonts as fonts
from tests.render import conform_tree as tree

Rule: TypeAlias = Callable[[pikepdf.Pdf], Iterator[str]]

_IDENTIFIED: Final = (("pdfaid:part", "3"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1"))
_SAME: Final = (("/Title", "dc:title"), ("/Producer", "pdf:Producer"), ("/Subject", "dc:description"))
_DESCRIPTION: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"
_ACTIVE: Final = ("/AA", "/OpenAction", "/NeedsRendering", "/OCProperties", "/Perms", "/Requirements", "/AcroForm")
_RELATIONS: Final = frozenset(("/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"))
_HIDDEN: Final = 0b100011
"""The flags Invisible, Hidden and NoView of an annotation."""
_PRINT: Final = 0b100


class Finding(NamedTuple):
    """One broken rule."""

    rule: str
    what: str


_seen: Final[dict[bytes, tuple[Finding, ...]]] = {}


def check(data: bytes) -> list[Finding]:
    """Everything wrong with a file; empty when it conforms. The same bytes are read only once."""
    digest = sha256(data).digest()
    if digest not in _seen:
        found = [Finding("file", what) for what in file_structure(data)]
        with pikepdf.open(BytesIO(data)) as pdf:
            found += [Finding(name, what) for name, rule in RULES.items() for what in rule(pdf)]
        _seen[digest] = tuple(found)
    return list(_seen[digest])


def file_structure(data: bytes) -> Iterator[str]:
    """Rule: a header with its binary comment, nothing after the end, and an identifier of the file."""
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", data):
        yield "no header of PDF 1 with its binary comment"
    if not re.search(rb"%%EOF\r?\n?\Z", data):
        yield "something after the end"
    if not re.search(rb"/ID \[ ?<[0-9a-f]{32}", data) and not re.search(rb"/ID\s*\[", data):
        yield "no identifier"


def _identification(pdf: pikepdf.Pdf) -> Iterator[str]:
    packet = _packet(pdf)
    said = _properties(packet)
    if said is None:
        yield "the metadata are not XML"
        return
    for key, value in _IDENTIFIED:
        if said.get(key) != value:
            yield f"metadata do not say {key} {value}"
    if "pdfuaid:part" in said and "<pdfaSchema:prefix>pdfuaid<" not in packet:
        yield "the extension schema of pdfuaid is missing"


def _packet(pdf: pikepdf.Pdf) -> str:
    return pdf.Root.Metadata.read_bytes().decode() if "/Metadata" in pdf.Root else ""


def _properties(packet: str) -> dict[str, str] | None:
    """What the metadata say, by the usual name of each property; None when they are not XML."""
    try:
        tree = ElementTree.fromstring(packet)
    except ElementTree.ParseError:
        return None
    prefixes = {uri: prefix for prefix, uri in re.findall(r'xmlns:(\w+)="([^"]+)"', packet)}
    return {
        f"{prefixes.get(uri, uri)}:{name}": "".join(each.itertext()).strip()
        for description in tree.iter(_DESCRIPTION)
        for each in description
        for uri, name in [each.tag[1:].split("}")]
    }


def _metadata(pdf: pikepdf.Pdf) -> Iterator[str]:
    said = _properties(_packet(pdf)) or {}
    if not said.get("dc:title"):
        yield "no title"
    for key, name in _SAME:
        if key in pdf.docinfo and str(pdf.docinfo[key]) != said.get(name, ""):
            yield f"{name} differs from the information dictionary"
    for key, name in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        ours = re.sub(r"\D", "", str(pdf.docinfo.get(key, "")))[:14]
        if ours != re.sub(r"\D", "", said.get(name, ""))[:14]:
            yield f"{name} differs from the information dictionary"


def _colour_profile(pdf: pikepdf.Pdf) -> Iterator[str]:
    intents = [item for item in pdf.Root.get("/OutputIntents", Array()) if item.get("/S") == Name.GTS_PDFA1]
    profiles = [item.DestOutputProfile for item in intents if "/DestOutputProfile" in item]
    if not profiles:
        yield "no output intent with a colour profile"
    for profile in profiles:
        header = profile.read_bytes()[:128]
        if header[36:40] != b"acsp" or header[16:20] != b"RGB " or profile.get("/N") != 3:
            yield "the colour profile is not one of RGB"


def _catalog(pdf: pikepdf.Pdf) -> Iterator[str]:
    root, marks = pdf.Root, pdf.Root.get("/MarkInfo", Dictionary())
    if not re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", str(root.get("/Lang", ""))):
        yield "no language"
    if not bool(marks.get("/Marked", False)) or bool(marks.get("/Suspects", False)):
        yield "not marked as tagged"
    if not bool(root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)):
        yield "the window would show the file name, not the title"


def _plain(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Nothing encrypted, nothing that acts by itself, nothing that is shown or not."""
    if pdf.is_encrypted:
        yield "encrypted"
    yield from (f"the catalog has {key}" for key in _ACTIVE if key in pdf.Root)
    for key in ("/JavaScript", "/AlternatePresentations"):
        if key in pdf.Root.get("/Names", Dictionary()):
            yield f"the names have {key}"
    for number, page in enumerate(pdf.pages, 1):
        yield from (f"page {number} has {key}" for key in ("/AA", "/PresSteps", "/Trans") if key in page.obj)


def _streams(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Each one in the file, packed in a way that an archive accepts."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            filters = item.get("/Filter", Array())
            names = {str(name) for name in (filters if isinstance(filters, Array) else [filters])}
            if names & {"/LZWDecode", "/Crypt"}:
                yield f"a stream with {' '.join(sorted(names))}"
            if {"/F", "/FFilter"} & set(item.keys()):
                yield "a stream outside the file"


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        if "/StructParents" not in page.obj:
            yield f"page {number}: no StructParents"
        if page.obj.get("/Tabs") != Name.S:
            yield f"page {number}: tab order is not that of the structure"
        if not all(3 <= float(side) <= 14_400 for side in list(page.obj.MediaBox)[2:]):
            yield f"page {number}: too small or too large"


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[str]:
    """One for each heading at least, with a title, to a page of the file."""
    pages = {page.obj.objgen for page in pdf.pages}
    waiting = [pdf.Root.Outlines.First] if "/First" in pdf.Root.get("/Outlines", Dictionary()) else []
    found = 0
    while waiting:
        item = waiting.pop()
        found += 1
        if not str(item.get("/Title", "")).strip():
            yield "a bookmark without title"
        if "/Dest" not in item or item.Dest[0].objgen not in pages:
            yield "a bookmark to nowhere"
        waiting += [item[key] for key in ("/First", "/Next") if key in item]
    headings = sum(bool(tree.HEADING.match(content.role(element))) for element, _ in content.elements(pdf))
    if headings and not found:
        yield "no bookmarks"


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    parents = content.parent_tree(pdf)
    for number, page in enumerate(pdf.pages, 1):
        for annotation in page.obj.get("/Annots", Array()):
            yield from (f"page {number}: {what}" for what in _link(annotation, parents))


def _link(annotation: Object, parents: dict[int, Object]) -> Iterator[str]:
    element = parents.get(int(annotation.get("/StructParent", -1)), Dictionary())
    owned = content.role(element) == "Link"
    if not owned or annotation.objgen not in {kid.Obj.objgen for kid in content.references(element)}:
        yield "a link outside the structure"
    if not str(annotation.get("/Contents", "")).strip():
        yield "a link without description"
    flags = int(annotation.get("/F", 0))
    if not flags & _PRINT or flags & _HIDDEN:
        yield "a link that would not print"
    if annotation.get("/Subtype") != Name.Link or annotation.get("/A", Dictionary(S=Name.URI)).S != Name.URI:
        yield "an annotation that does something else than lead to a place"


def _attachments(pdf: pikepdf.Pdf) -> Iterator[str]:
    associated = {item.objgen for item in pdf.Root.get("/AF", Array())}
    for name in pdf.attachments:
        spec = pdf.attachments[name].obj
        stream = spec.EF.UF if "/UF" in spec.EF else spec.EF.F
        said = stream.get("/Params", Dictionary())
        if spec.objgen not in associated:
            yield f"{name}: not associated with the document"
        if str(spec.get("/AFRelationship", "")) not in _RELATIONS:
            yield f"{name}: no relationship"
        if not {"/F", "/UF"} <= set(spec.keys()):
            yield f"{name}: no file name"
        if not str(spec.get("/Desc", "")).strip():
            yield f"{name}: no description"
        if not re.fullmatch(r"/[\w.+-]+/[\w.+-]+", str(stream.get("/Subtype", ""))) or "/ModDate" not in said:
            yield f"{name}: no type or date"
        if int(said.get("/Size", -1)) != len(stream.read_bytes()):
            yield f"{name}: another size"


RULES: Final[dict[str, Rule]] = {
    "identification": _identification,
    "metadata": _metadata,
    "colour profile": _colour_profile,
    "catalog": _catalog,
    "plain": _plain,
    "streams": _streams,
    "pages": _pages,
    "bookmarks": _bookmarks,
    "links": _links,
    "attachments": _attachments,
    "fonts embedded": fonts.embedded,
    "fonts as drawn": fonts.as_drawn,
    "letters mapped": fonts.letters_mapped,
    "content marked": content.content_marked,
    "operators": content.operators,
    "limits": content.limits,
    "colours": content.colours,
    "parent tree": tree.parent_tree,
    "roles": tree.roles,
    "headings": tree.headings,
    "figures": tree.figures,
    "tables": tree.tables,
    "lists": tree.lists,
}
