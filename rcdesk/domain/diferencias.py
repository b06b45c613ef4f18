"""Two wordings of one text: what stayed, what left, what came, by whole words."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final, Literal

Suerte = Literal["igual", "salio", "entro"]
Trozo = tuple[Suerte, str]

_MUCHAS: Final = 2000  # words of both texts; comparing more takes longer than a person waits
_PALABRAS: Final = re.compile(r"\s+|\w+|[^\w\s]")


def diferencias(antes: str, despues: str) -> list[Trozo]:
    """Return the pieces in reading order; beyond 2,000 words, one whole text and then the other."""
    if antes == despues:
        return [("igual", antes)] if antes else []
    before, after = _PALABRAS.findall(antes), _PALABRAS.findall(despues)
    if len(before) + len(after) > _MUCHAS:
        return [("salio", antes), ("entro", despues)]
    found: list[Trozo] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("igual", "".join(before[i:j])))
            continue
        if i < j:
            found.append(("salio", "".join(before[i:j])))
        if k < m:
            found.append(("entro", "".join(after[k:m])))
    return found
