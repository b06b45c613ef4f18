"""What the parts of a Word file hold in common, and what each of them refers to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from rcdesk.render.pictures import Picture

KINDS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

BULLETS, BOXES, FIRST_NUMBERED = 1, 2, 3
"""Numbers of lists: all the bulleted ones are one, those with boxes another, and each numbered one has its own."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: a picture, an address, another part."""

    kind: str
    target: str
    outside: bool = False


@dataclass(slots=True)
class Shared:
    """Pictures by their bytes, the level at which each numbered list begins, and how many drawings there are."""

    media: dict[bytes, str] = field(default_factory=dict)
    numbered: list[int] = field(default_factory=list)
    drawings: int = 0

    def list_number(self, level: int, *, ordered: bool, boxes: bool) -> int:
        """Return the number of a list that begins here."""
        if not ordered:
            return BOXES if boxes else BULLETS
        self.numbered.append(level)
        return FIRST_NUMBERED + len(self.numbered) - 1

    def drawing(self) -> int:
        """Return the number of one more drawing: no two are alike in a file."""
        self.drawings += 1
        return self.drawings


@dataclass(slots=True)
class Story:
    """One part that is read (the body, a header), with what it refers to."""

    shared: Shared
    relations: dict[Relation, str] = field(default_factory=dict)

    def relate(self, relation: Relation) -> str:
        """Return the identifier by which this part names the other."""
        return self.relations.setdefault(relation, f"rId{len(self.relations) + 1}")

    def link(self, address: str) -> str:
        """Return the identifier of a web address."""
        return self.relate(Relation("hyperlink", address, outside=True))

    def picture(self, picture: Picture) -> str:
        """Return the identifier of a picture, kept once however many times it is shown."""
        media = self.shared.media
        name = media.setdefault(picture.data, f"imagen{len(media) + 1}.{picture.suffix}")
        return self.relate(Relation("image", f"media/{name}"))
