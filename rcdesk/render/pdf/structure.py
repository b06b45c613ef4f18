"""The tree that says what every mark means, and the links that belong to it, as PDF objects."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from rcdesk.render.pdf.pen import Pen, Target
from rcdesk.render.pdf.tags import Attributes, Mark, Node


def write_structure(pdf: Pdf, root: Node, pen: Pen) -> None:
    """Add the tree of elements, the way back from each mark to its element, and the links."""
    pages = [page.obj for page in pdf.pages]
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    elements: dict[Node, Object] = {}
    tree.K = _element(pdf, pages, root, tree, elements)
    numbers = Array()
    for number, (page, owners) in enumerate(zip(pages, pen.owners, strict=False)):
        page.StructParents = number
        page.Tabs = Name.S
        if "/Trans" in page:
            del page["/Trans"]  # ReportLab's empty transition: an archive shows pages, not slides
        numbers.append(number)
        numbers.append(pdf.make_indirect(Array([elements[node] for node in owners])))
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(pages)
    pdf.Root.StructTreeRoot = tree
    _links(pdf, pages, pen.targets, elements)


def _element(pdf: Pdf, pages: Sequence[Object], node: Node, parent: Object, elements: dict[Node, Object]) -> Object:
    home = next((kid.page for kid in node.kids if type(kid) is Mark), None)
    entries: dict[str, Any] = {"/S": _role(node.role), "/P": parent}
    if home is not None:
        entries["/Pg"] = pages[home]
    if node.alt:
        entries["/Alt"] = String(node.alt)
    if node.attributes is not None:
        entries["/A"] = _attributes(node.attributes)
    if not any(isinstance(kid, Node) for kid in node.kids):  # most are: whole at once, which takes half the time
        if node.kids:
            entries["/K"] = _kids([_mark(kid, home, pages) for kid in node.kids if isinstance(kid, Mark)])
        element = elements[node] = pdf.make_indirect(Dictionary(entries))
        return element
    element = elements[node] = pdf.make_indirect(Dictionary(entries))
    element.K = _kids(
        [
            _element(pdf, pages, kid, element, elements) if isinstance(kid, Node) else _mark(kid, home, pages)
            for kid in node.kids
        ]
    )
    return element


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


def _links(pdf: Pdf, pages: Sequence[Object], targets: list[Target], elements: dict[Node, Object]) -> None:
    """Make each active rectangle an annotation that belongs to its Link element."""
    tree = pdf.Root.StructTreeRoot
    numbers = tree.ParentTree.Nums
    for number, target in enumerate(targets, len(pages)):
        page, element = pages[target.page], elements[target.node]
        annotation = pdf.make_indirect(_annotation(target, number, elements))
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(annotation)
        kids = element.K if isinstance(element.K, Array) else Array([element.K])
        kids.append(Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation))
        element.K = kids
        for entry in (number, element):
            numbers.append(entry)
    tree.ParentTreeNextKey = len(pages) + len(targets)


def _annotation(target: Target, number: int, elements: dict[Node, Object]) -> Dictionary:
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=list(target.box), Border=[0, 0, 0], F=4, StructParent=number
    )
    if isinstance(target.to, Node):
        link.Dest = Array([elements[target.to].Pg, Name.Fit])
        link.Contents = String("Ir a la sección")
    else:
        link.A = pikepdf.Dictionary(S=Name.URI, URI=String(target.to))
        link.Contents = String(f"Enlace: {target.to}")
    return link
