"""A QR code as few rectangles: the mask is fixed and neighbouring modules are one bar.

Trying the eight masks, as the standard suggests (ISO/IEC 18004), takes nine tenths of the time, and any of them reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

_MASK: Final = 2  # columns of three: long runs in both directions are rare in it
_DARK: Final = re.compile(b"\x01+")
LONGEST: Final = 500  # octets: more does not fit in a code that a telephone can read


class Bar(NamedTuple):
    """Dark modules side by side, counted from the upper left corner."""

    left: int
    top: int
    width: int
    height: int


class Code(NamedTuple):
    """How many modules a side has, and its dark bars."""

    side: int
    bars: tuple[Bar, ...]


def code(content: str) -> Code:
    """Return the code of `content`, read even with 15 % of it lost (level M); it needs four modules of white around."""
    import qrcode  # at first use: most documents have none

    maker = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    maker.add_data(content, optimize=0)  # of one kind of letters: nothing to divide
    matrix = maker.get_matrix()
    return Code(len(matrix), tuple(_bars(matrix)))


def _bars(matrix: Sequence[Sequence[bool]]) -> Iterator[Bar]:
    """Each run of a row; one that is the same as that above it makes it taller."""
    standing: dict[tuple[int, int], int] = {}
    for top, row in enumerate([*matrix, ()]):
        here = dict.fromkeys((found.span() for found in _DARK.finditer(bytes(row))), top)
        for run, since in standing.items():
            if run in here:
                here[run] = since
            else:
                yield Bar(run[0], since, run[1] - run[0], top - since)
        standing = here
