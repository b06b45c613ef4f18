"""The conformance rules about the structure: what each mark means, and how elements hang from one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary

from tests.render import conform_content as content

HEADING: Final = re.compile(r"H([1-6])$")
_ROLES: Final = {
    *("Document", "Part", "Sect", "Div", "P", "H1", "H2", "H3", "H4", "H5", "H6", "BlockQuote", "Note", "Form"),
    *("L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"),
    *("Figure", "Caption", "Link", "Span", "TOC", "TOCI", "Reference"),
}
_PARENTS: Final = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TOCI": {"TOC"},
}
_KIDS: Final = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOCI", "TOC", "Caption"},
}
_NUMBERING: Final = frozenset(("/Disc", "/Circle", "/Square", "/Decimal"))


def parent_tree(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: from every mark to its element and back, from every element to its parent, and no key used again."""
    tree = content.parent_tree(pdf)
    claimed = {mark: element.objgen for element, _ in content.elements(pdf) for mark in content.marks_of(element)}
    for number, marks in content.marked(pdf):
        page = pdf.pages[number - 1]
        owners = tree.get(int(page.obj.get("/StructParents", -1)), Array())
        for mcid in marks:
            element = owners[mcid] if isinstance(owners, Array) and mcid < len(owners) else None
            if element is None or claimed.get((page.obj.objgen, mcid)) != element.objgen:
                yield f"page {number}: mark {mcid} and its element do not point to one another"
    for element, parent in content.elements(pdf):
        above = pdf.Root.StructTreeRoot if parent is None else parent
        if element.get("/P", Dictionary()).objgen != above.objgen:
            yield f"{content.role(element)}: its parent is another"
    if tree and int(pdf.Root.StructTreeRoot.get("/ParentTreeNextKey", 0)) <= max(tree):
        yield "the next key is in use"


def roles(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: one document, of elements that the standard names, each where it may be."""
    if "/RoleMap" in pdf.Root.get("/StructTreeRoot", Dictionary()):
        yield "roles with another name"
    tops = [content.role(element) for element, parent in content.elements(pdf) if parent is None]
    if tops != ["Document"]:
        yield f"at the top {tops}"
    for element, parent in content.elements(pdf):
        role = content.role(element)
        if role not in _ROLES:
            yield f"unknown role {role}"
        if role in _PARENTS and (parent is None or content.role(parent) not in _PARENTS[role]):
            yield f"{role} inside {content.role(parent) if parent is not None else 'nothing'}"
        if role in _KIDS:
            yield from (f"{kid} inside {role}" for kid in _kids_of(element) if kid not in _KIDS[role])
            if next(content.marks_of(element), None) is not None:
                yield f"text right inside {role}"


def headings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: no level is skipped, and the first is 1."""
    level = 0
    for element, _ in content.elements(pdf):
        found = HEADING.match(content.role(element))
        if found:
            if int(found[1]) > level + 1:
                yield f"H{found[1]} after H{level}"
            level = int(found[1])


def figures(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: words in the place of each picture."""
    for element, _ in content.elements(pdf):
        if content.role(element) == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure without alternative text"


def tables(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: as many cells in each row, headers that say of what, the row of heads first and once."""
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
            groups = [kid for kid in _kids_of(element) if kid != "TR"]
            if groups.count("THead") > 1 or ("THead" in groups and groups[0] != "THead"):
                yield "heads of the table in another place"


def lists(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Rule: an item is a label and a body, and a list with labels says how it is numbered."""
    for element, _ in content.elements(pdf):
        role = content.role(element)
        if role == "LI":
            count = Counter(_kids_of(element))
            if count["LBody"] != 1 or count["Lbl"] > 1:
                yield "an item that is not a label and a body"
        if role == "L" and str(content.attribute(element, "/ListNumbering")) not in _NUMBERING:
            yield "a list that does not say how it is numbered"


def _kids_of(element: pikepdf.Object) -> list[str]:
    return [content.role(kid) for kid in content.kids(element)]
