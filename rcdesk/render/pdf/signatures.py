"""Places to sign, two in a row, each over the name and office of who signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rcdesk.documents.blocks import Signer
from rcdesk.render import style as look
from rcdesk.render.pdf.beside import Signing
from rcdesk.render.pdf.stacks import Cast, Stack
from rcdesk.render.pdf.strips import Strip
from rcdesk.render.pdf.tags import Node
from rcdesk.render.style import Sheet
from rcdesk.render.words import one_line

_GUTTER = 36.0


def signature_strips(signers: Sequence[Signer], root: Node, sheet: Sheet) -> Iterator[Strip]:
    """The pairs, kept together as far as a page allows."""
    width = (sheet.width - _GUTTER) / 2
    pairs = [signers[index : index + 2] for index in range(0, len(signers), 2)]
    for number, pair in enumerate(pairs, 1):
        people = [_signer(signer, Node("P", root), width) for signer in pair]
        places = [index * (width + _GUTTER) for index in range(len(pair))]
        yield Signing(places, people, sheet.room, line=look.SIGN_ROOM, keep=number < len(pairs))


def _signer(signer: Signer, node: Node, width: float) -> Stack:
    made = [Cast(look.SIGNER, width).one(node, one_line(signer.name))]
    offices = (one_line(signer.role), one_line(signer.office))
    return made + [Cast(look.OFFICE, width).one(node, line) for line in offices if line]
