"""Two wordings of one text: what stayed, what left, what came, by whole words."""

from __future__ import annotations

import re
from typing import Final, Literal

from rapidfuzz.distance import Indel

Suerte = Literal["igual", "salio", "entro"]
Trozo = tuple[Suerte, str]

_MUCHAS: Final = 4000  # words of both texts: a change in more is not read word by word
_PALABRAS: Final = re.compile(r"\s*\w+|\s*[^\w\s]|\s+")


def diferencias(antes: str, despues: str) -> list[Trozo]:
    """Return the pieces in reading order; beyond 4,000 words, one whole text and then the other."""
    before, after = _PALABRAS.findall(antes), _PALABRAS.findall(despues)
    if len(before) + len(after) > _MUCHAS and antes != despues:
        return [("salio", antes), ("entro", despues)]
    found: list[Trozo] = []
    gone = came = ""
    for step in Indel.opcodes(before, after):
        left, right = before[step.src_start : step.src_end], after[step.dest_start : step.dest_end]
        if step.tag != "equal":
            gone, came = gone + "".join(left), came + "".join(right)
            continue
        found += _cambio(gone, came)
        gone = came = ""
        found.append(("igual", "".join(left)))
    return found + _cambio(gone, came)


def _cambio(salio: str, entro: str) -> list[Trozo]:
    pieces: list[Trozo] = [("salio", salio), ("entro", entro)]
    return [piece for piece in pieces if piece[1]]
