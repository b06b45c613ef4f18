"""The structure tree: what each mark on the page means, for a screen reader."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """One piece of marked content: a page and its number on that page."""

    page: int
    mcid: int


class Attributes(NamedTuple):
    """What one kind of element says of itself: owner (Table, List, Layout) and entries."""

    owner: str
    entries: tuple[tuple[str, str], ...]


class Node:
    """One structure element. Kids are elements and marks, in reading order."""

    __slots__ = ("alt", "attributes", "kids", "role")

    def __init__(
        self, role: str, parent: Node | None = None, alt: str = "", attributes: Attributes | None = None
    ) -> None:
        self.role = role
        self.alt = alt
        self.attributes = attributes
        self.kids: list[Node | Mark] = []
        if parent is not None:
            parent.kids.append(self)


COLUMN = Attributes("Table", (("Scope", "/Column"),))
ROW = Attributes("Table", (("Scope", "/Row"),))
BOTH = Attributes("Table", (("Scope", "/Both"),))
BULLETS = Attributes("List", (("ListNumbering", "/Disc"),))
BOXES = Attributes("List", (("ListNumbering", "/Square"),))
NUMBERS = Attributes("List", (("ListNumbering", "/Decimal"),))
BLOCK = Attributes("Layout", (("Placement", "/Block"),))
