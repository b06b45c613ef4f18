"""How somebody who did not authorise the publication of their name is told, and in which ways others write it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

_PALABRA: Final = re.compile(r"[^\W\d_]+")
_ENLACES: Final = frozenset({"de", "del", "la", "las", "los", "y", "e", "da", "do", "dos", "van", "von"})


def iniciales(nombre: str) -> str:
    """«Flor María de la Peña» → «F. M. P.»; empty when the name has no letters. Those of initials are the same."""
    palabras = _PALABRA.findall(nombre)
    dichas = [palabra for palabra in palabras if not _enlaza(palabra)] or palabras
    return " ".join(f"{palabra[0].upper()[0]}." for palabra in dichas)


_ORDENES: Final[Mapping[int, tuple[tuple[int, ...], ...]]] = {
    2: ((1, 0),),
    3: ((1, 2, 0), (2, 0, 1), (0, 2)),
    4: ((2, 3, 0, 1), (0, 2), (0, 1, 2), (0, 2, 3)),
}
"""How many words a name has → the orders in which others say it: two given names come before two surnames."""


def con_otras_escrituras(nombres: Mapping[str, str], publicos: Collection[str], comun: str) -> dict[str, str]:
    """Folded names and what stands for each, with the other ways of writing them: surnames first, or fewer words.

    A way that is part of a name of `publicos` is left alone; what several people may be is `comun`.
    """
    dichos = {tramo for nombre in publicos for tramo in _tramos(nombre.split())}
    otras: dict[str, str] = {}
    for nombre, dicho in nombres.items():
        for otra in _otras(nombre):
            if otra not in nombres and otra not in dichos:
                otras[otra] = dicho if otras.get(otra, dicho) == dicho else comun
    return {**otras, **nombres}


def _otras(nombre: str) -> Iterator[str]:
    """«flor inés paz gómez» is also «paz gómez flor inés», «flor paz», «flor inés paz» and «flor paz gómez»."""
    partes = _partes(nombre)
    for orden in _ORDENES.get(len(partes), ()):
        yield " ".join(partes[n] for n in orden)


def _partes(nombre: str) -> list[str]:
    """The words of a name, each with the particles before it: «flor», «de la peña»."""
    partes, antes = [], ""
    for palabra in _PALABRA.findall(nombre):
        antes = f"{antes} {palabra}".strip()
        if palabra not in _ENLACES:
            partes.append(antes)
            antes = ""
    return partes


def _tramos(palabras: list[str]) -> Iterator[str]:
    """Every run of two or more words of a name."""
    cuantas = len(palabras)
    yield from (" ".join(palabras[i:j]) for i in range(cuantas) for j in range(i + 2, cuantas + 1))


def _enlaza(palabra: str) -> bool:
    """Whether a word joins others; a letter by itself in capitals is an initial."""
    return (palabra if len(palabra) == 1 else palabra.casefold()) in _ENLACES
