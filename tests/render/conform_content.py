"""What the conformance rules read: elements of the structure, marks and letters of the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

PAINTING: Final = frozenset(
    ("INLINE IMAGE", "Do", "sh", "Tj", "TJ", "'", '"', *("f", "F", "f*", "B", "B*", "b", "b*", "S", "s"))
)
_STATE: Final = ("q", "Q", "cm", "w", "J", "j", "M", "d", "ri", "i", "gs", "BX", "EX", "d0", "d1")
_PATHS: Final = ("m", "l", "c", "v", "y", "h", "re", "n", "W", "W*")
_TEXT: Final = ("BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td", "TD", "Tm", "T*")
_COLOUR: Final = ("CS", "cs", "SC", "SCN", "sc", "scn", "G", "g", "RG", "rg", "K", "k")
_KNOWN: Final = PAINTING.union(_STATE, _PATHS, _TEXT, _COLOUR, ("MP", "DP", "BMC", "BDC", "EMC"))
_NAMED: Final = {"Tf": "/Font", "Do": "/XObject", "gs": "/ExtGState", "sh": "/Shading"}
_OTHER_COLOURS: Final = frozenset(("k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"))
_LONGEST_STRING, _DEEPEST, _MOST_OBJECTS = 32_767, 28, 8_388_607


def role(element: Object) -> str:
    """The role of an element, without its slash."""
    return str(element.get("/S", ""))[1:]


def kids(element: Object) -> list[Object]:
    """The child elements."""
    return [kid for kid in _all_kids(element) if isinstance(kid, Dictionary) and "/S" in kid]


def references(element: Object) -> list[Object]:
    """References to annotations."""
    return [kid for kid in _all_kids(element) if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR]


@lru_cache(maxsize=1)
def elements(pdf: pikepdf.Pdf) -> tuple[tuple[Object, Object | None], ...]:
    """Every element with its parent, in reading order."""
    if "/StructTreeRoot" not in pdf.Root:
        return ()
    waiting: list[tuple[Object, Object | None]] = [(kid, None) for kid in reversed(kids(pdf.Root.StructTreeRoot))]
    found: list[tuple[Object, Object | None]] = []
    while waiting:
        element, parent = waiting.pop()
        found.append((element, parent))
        waiting += [(kid, element) for kid in reversed(kids(element))]
    return tuple(found)


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


class Stream(NamedTuple):
    """The operators of a page, or of a form that pages place, and the resources that they name."""

    where: str
    page: int
    """Number of the page, from 1; 0 for a form."""
    resources: Object
    code: Sequence[tuple[Sequence[Object], str]]


@lru_cache(maxsize=1)
def streams(pdf: pikepdf.Pdf) -> tuple[Stream, ...]:
    """What is drawn in a file: its pages, and each of their forms once."""
    found: list[Stream] = []
    forms: dict[tuple[int, int], Stream] = {}
    for number, page in enumerate(pdf.pages, 1):
        resources = page.obj.Resources
        found.append(Stream(f"page {number}", number, resources, _code(page)))
        for name, form in resources.get("/XObject", Dictionary()).as_dict().items():
            if form.get("/Subtype") == Name.Form and form.objgen not in forms:
                own = form.get("/Resources", resources)
                forms[form.objgen] = Stream(f"form {name}", 0, own, _code(form))
    return (*found, *forms.values())


def _code(stream: pikepdf.Page | Object) -> list[tuple[list[Object], str]]:
    """Operands and operators; of an inline picture only that it is one."""
    return [
        ([], "INLINE IMAGE")
        if isinstance(one, pikepdf.ContentStreamInlineImage)
        else (list(one.operands), str(one.operator))
        for one in pikepdf.parse_content_stream(stream)
    ]


def marked(pdf: pikepdf.Pdf) -> Iterator[tuple[int, set[int]]]:
    """The marks that claim an element, of each page by its number from 1."""
    for stream in streams(pdf):
        if stream.page:
            found = {_mcid(operands) for operands, name in stream.code if name == "BDC"}
            yield stream.page, {mcid for mcid in found if mcid is not None}


def content_marked(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: everything painted is content or artifact, never one inside the other, each mark closed and used once."""
    for stream in streams(pdf):
        if stream.page:
            yield from (f"{stream.where}: {what}" for what in _marks_of_page(stream))
        elif any(_mcid(operands) is not None for operands, name in stream.code if name == "BDC"):
            yield f"{stream.where}: content in what many pages place"


def _marks_of_page(stream: Stream) -> Iterator[str]:
    open_marks: list[str] = []
    seen: set[int] = set()
    bare = 0
    for operands, name in stream.code:
        if name in ("BDC", "BMC"):
            mcid = _mcid(operands)
            kind = "content" if mcid is not None else "artifact" if operands[0] == Name.Artifact else ""
            if kind and {"content", "artifact"} & set(open_marks):
                yield f"{kind} inside {' '.join(filter(None, open_marks))}"
            if mcid in seen:
                yield f"mark {mcid} is used twice"
            if mcid is not None:
                seen.add(mcid)
            open_marks.append(kind)
        elif name == "EMC":
            open_marks.pop()
        elif name in PAINTING and not any(open_marks):
            bare += 1
    if bare:
        yield f"{bare} operators paint outside every mark"
    if open_marks:
        yield "a mark is not closed"


def _mcid(operands: Sequence[Object]) -> int | None:
    said = operands[1] if len(operands) > 1 else None
    return int(said.MCID) if isinstance(said, Dictionary) and "/MCID" in said else None


def operators(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: only operators that the standard knows, in pairs, and names that the resources hold."""
    for stream in streams(pdf):
        pairs: Counter[str] = Counter()
        for operands, name in stream.code:
            pairs[name] += 1
            if name not in _KNOWN:
                yield f"{stream.where}: unknown operator {name}"
            kind = _NAMED.get(name)
            if kind is not None and str(operands[0]) not in stream.resources.get(kind, Dictionary()):
                yield f"{stream.where}: {name} of {operands[0]}, which is not there"
        for opens, closes in (("q", "Q"), ("BT", "ET")):
            if pairs[opens] != pairs[closes]:
                yield f"{stream.where}: {pairs[opens]} {opens} and {pairs[closes]} {closes}"


def limits(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: no string, name, nesting or number of objects beyond what every reader must bear."""
    for stream in streams(pdf):
        deep = deepest = 0
        for operands, name in stream.code:
            deep += (name == "q") - (name == "Q")
            deepest = max(deep, deepest)
            for operand in operands:
                if isinstance(operand, pikepdf.String) and len(bytes(operand)) > _LONGEST_STRING:
                    yield f"{stream.where}: a string of {len(bytes(operand))} bytes"
        if deepest > _DEEPEST:
            yield f"{stream.where}: {deepest} states one inside another"
    if len(pdf.objects) > _MOST_OBJECTS:
        yield f"{len(pdf.objects)} objects"
    for holder, key in _spoken(pdf):
        if key in holder and len(bytes(holder[key])) > _LONGEST_STRING:
            yield f"{key} of {len(bytes(holder[key]))} bytes"


def _spoken(pdf: pikepdf.Pdf) -> Iterator[tuple[Object, str]]:
    """Where a file holds the words of other people, apart from its pages."""
    yield from ((pdf.docinfo, key) for key in ("/Title", "/Author", "/Subject"))
    yield from ((element, "/Alt") for element, _ in elements(pdf))
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", Array()):
            yield annotation, "/Contents"
            if "/A" in annotation:
                yield annotation.A, "/URI"


def colours(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: colours that the profile describes, and pictures as they are."""
    for stream in streams(pdf):
        for _, name in stream.code:
            if name in _OTHER_COLOURS:
                yield f"{stream.where}: {name}, which is no colour of RGB"
        for picture in stream.resources.get("/XObject", Dictionary()).as_dict().values():
            if picture.get("/Subtype") != Name.Image:
                continue
            if picture.get("/ColorSpace") not in (Name.DeviceRGB, Name.DeviceGray):
                yield f"{stream.where}: a picture in other colours than RGB"
            if bool(picture.get("/Interpolate", False)) or "/Alternates" in picture or "/OPI" in picture:
                yield f"{stream.where}: a picture that is not shown as it is"


def _all_kids(element: Object) -> list[Object | int]:
    value = element.get("/K", Array())
    return list(value) if isinstance(value, Array) else [value]
