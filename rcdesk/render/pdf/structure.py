"""The tree that says what every mark means, and the links that belong to it, as PDF objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from rcdesk.render.pdf.draw import Drawn
from rcdesk.render.pdf.pen import Target
from rcdesk.render.pdf.tags import Attributes, Mark, Node

_LONGEST_ALT = 8_000
"""Letters: a string of a PDF has at most 32,767 bytes, four for an emoji."""


def write_structure(pdf: Pdf, drawn: Drawn) -> None:
    """Add the tree of elements, the way back from each mark to its element, and the links."""
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writing = _Writing(pdf, drawn)
    tree.K = writing.element(drawn.root, tree)
    numbers = Array()
    for number, (page, owners) in enumerate(zip(writing.pages, writing.owners, strict=True)):
        page.StructParents = number
        page.Tabs = Name.S
        _lighten(page)
        numbers.append(number)
        numbers.append(owners)
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(writing.pages)
    pdf.Root.StructTreeRoot = tree
    _links(pdf, writing.pages, drawn.targets, writing.linked)


def _lighten(page: Object) -> None:
    """Take out what ReportLab writes in every page and says nothing; a transition has no place in an archive."""
    for key in ("/Trans", "/Rotate"):
        if key in page:
            del page[key]
    if "/ProcSet" in page.Resources:
        del page.Resources["/ProcSet"]


class _Writing:
    """The elements, one object each: of a hundred thousand only those that a link needs are kept within reach."""

    def __init__(self, pdf: Pdf, drawn: Drawn) -> None:
        self.pdf = pdf
        self.pages = [page.obj for page in pdf.pages]
        self.owners = [pdf.make_indirect(Array([None] * count)) for count in drawn.marks]
        self.linked: dict[Node, Object] = {}
        for target in drawn.targets:
            self.linked[target.node] = pdf.Root
            if isinstance(target.to, Node):
                self.linked[target.to] = pdf.Root

    def element(self, node: Node, parent: Object) -> Object:
        """An element with all that hangs from it."""
        marks = [kid for kid in node.kids if type(kid) is Mark]
        home = marks[0].page if marks else None
        entries: dict[str, Any] = {"/S": _role(node.role), "/P": parent}
        if home is not None:
            entries["/Pg"] = self.pages[home]
        if node.alt:
            entries["/Alt"] = String(node.alt if len(node.alt) <= _LONGEST_ALT else node.alt[:_LONGEST_ALT] + "…")
        if node.attributes is not None:
            entries["/A"] = _attributes(node.attributes)
        leaf = len(marks) == len(node.kids)
        if leaf and marks:  # most are: whole at once, which takes half the time
            entries["/K"] = _kids([_mark(mark, home, self.pages) for mark in marks])
        made = self.pdf.make_indirect(Dictionary(entries))
        if node in self.linked:
            self.linked[node] = made
        for mark in marks:
            self.owners[mark.page][mark.mcid] = made
        if not leaf:
            made.K = _kids(
                [
                    self.element(kid, made) if isinstance(kid, Node) else _mark(kid, home, self.pages)
                    for kid in node.kids
                ]
            )
        node.kids.clear()  # what is written is let go: both trees of a long document would not fit
        return made


@cache
def _role(role: str) -> Name:
    return Name("/" + role)


def _mark(mark: Mark, home: int | None, pages: Sequence[Object]) -> int | Dictionary:
    """A mark on the page of its element is a number; on another page, it says which."""
    return mark.mcid if mark.page == home else Dictionary(Type=Name.MCR, Pg=pages[mark.page], MCID=mark.mcid)


def _kids(kids: list[Any]) -> Any:
    return Array(kids) if len(kids) > 1 else kids[0]


def _attributes(attributes: Attributes) -> Dictionary:
    made = Dictionary(O=Name("/" + attributes.owner))
    for key, value in attributes.entries:
        made["/" + key] = Name(value) if value.startswith("/") else String(value)
    return made


def _links(pdf: Pdf, pages: Sequence[Object], targets: Sequence[Target], linked: Mapping[Node, Object]) -> None:
    """Make each active rectangle an annotation that belongs to its Link element."""
    tree = pdf.Root.StructTreeRoot
    numbers = tree.ParentTree.Nums
    for number, target in enumerate(targets, len(pages)):
        page, element = pages[target.page], linked[target.node]
        annotation = pdf.make_indirect(_annotation(target, number, linked))
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(annotation)
        kids = element.K if isinstance(element.K, Array) else Array([element.K])
        kids.append(Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation))
        element.K = kids
        for entry in (number, element):
            numbers.append(entry)
    tree.ParentTreeNextKey = len(pages) + len(targets)


def _annotation(target: Target, number: int, linked: Mapping[Node, Object]) -> Dictionary:
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=list(target.box), Border=[0, 0, 0], F=4, StructParent=number
    )
    if isinstance(target.to, Node):
        link.Dest = Array([linked[target.to].Pg, Name.Fit])
        link.Contents = String("Ir a la sección")
    else:
        link.A = pikepdf.Dictionary(S=Name.URI, URI=String(target.to))
        link.Contents = String(f"Enlace: {target.to}")
    return link
