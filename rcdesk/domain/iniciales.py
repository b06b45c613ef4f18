"""How somebody who did not authorise the publication of their name is told: by their initials."""

from __future__ import annotations

import re
from typing import Final

_PALABRA: Final = re.compile(r"[^\W\d_]+")
_ENLACES: Final = frozenset({"de", "del", "la", "las", "los", "y", "e", "da", "do", "dos", "van", "von"})


def iniciales(nombre: str) -> str:
    """«Flor María de la Peña» → «F. M. P.»; empty when the name has no letters. Those of initials are the same."""
    palabras = _PALABRA.findall(nombre)
    dichas = [palabra for palabra in palabras if not _enlaza(palabra)] or palabras
    return " ".join(f"{palabra[0].upper()[0]}." for palabra in dichas)


def _enlaza(palabra: str) -> bool:
    """Whether a word joins others; a letter by itself in capitals is an initial."""
    return (palabra if len(palabra) == 1 else palabra.casefold()) in _ENLACES
