"""How alike two names of a person are, however each desk heard and typed them.

Accents, order, particles and what sounds alike («Yaneth», «Yhanet») tell no two people apart; what is left is compared
letter by letter, with the words sorted (token sort ratio).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from rcdesk.i18n import sin_tildes

PARECIDO: Final = 0.92
"""From 0 to 1: two names at least this alike may be one person (FEATURES 28)."""

Palabras = tuple[str, ...]
"""The words of a name by their sound, sorted."""

_WORD: Final = re.compile(r"[a-z]+")
_PARTICLES: Final = frozenset({"da", "de", "del", "di", "do", "dos", "el", "la", "las", "los", "van", "von", "y"})
_SOUNDS: Final = (
    (re.compile("ph"), "f"),
    (re.compile("ch"), "x"),
    (re.compile("h"), ""),
    (re.compile("ll|y"), "i"),
    (re.compile("[vw]"), "b"),
    (re.compile("qu(?=[ei])|q"), "k"),
    (re.compile("z|c(?=[ei])"), "s"),
    (re.compile("c"), "k"),
    (re.compile("g(?=[ei])"), "j"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_LONGEST: Final = 200  # letters of a name that are compared


@lru_cache(maxsize=100_000)
def palabras_de(nombre: str | None) -> Palabras:
    """Return the words of a name by their sound; none when it is no name of a person to compare.

    A nickname («@natahrdz»), a name with figures and one of a single word are somebody's, but nobody knows whose.
    """
    text = sin_tildes((nombre or "")[:_LONGEST])
    if "@" in text or any(map(str.isdigit, text)):
        return ()
    words = sorted(_sound(word) for word in _WORD.findall(text) if word not in _PARTICLES)
    return tuple(words) if sum(len(word) > 1 for word in words) >= 2 else ()


def parecido(uno: Palabras, otro: Palabras) -> float:
    """Return how alike two names are, from `PARECIDO` to 1, or 0 when they are not.

    Those of brother and sister («Mario», «María») are not. A name is like one that says more of it: «Ana M. Zuluaga»,
    «Luz Marina Cuéllar» and «… Cuéllar Salazar».
    """
    if uno == otro:
        return 1.0
    if not uno or not otro:
        return 0.0
    alike = fuzz.ratio(" ".join(uno), " ".join(otro), score_cutoff=PARECIDO * 100) / 100
    if alike:
        return 0.0 if _brother_and_sister(uno, otro) else alike
    shorter = len(uno) != len(otro) or any(len(word) == 1 for word in (*uno, *otro))
    return PARECIDO if shorter and _abrevia(uno, otro) else 0.0


def _abrevia(uno: Palabras, otro: Palabras) -> bool:
    """Whether one name is the other with fewer words or with initials, and still three of its words, or two of two."""
    short, long = sorted((uno, otro), key=lambda words: (len(words), sum(map(len, words))))
    left = list(long)
    whole = [word for word in short if len(word) > 1]
    for word in whole:
        if word not in left:
            return False
        left.remove(word)
    for letter in (word for word in short if len(word) == 1):
        meant = next((word for word in left if word[0] == letter), None)
        if meant is None:
            return False
        left.remove(meant)
    return len(whole) >= 2 and (len(short) >= 3 or not left)


def _brother_and_sister(uno: Palabras, otro: Palabras) -> bool:
    """Whether all that tells them apart is the «a» or the «o» at the end of one word."""
    mine, theirs = [word for word in uno if word not in otro], [word for word in otro if word not in uno]
    if len(mine) != 1 or len(theirs) != 1:
        return False
    return mine[0][:-1] == theirs[0][:-1] and {mine[0][-1], theirs[0][-1]} == {"a", "o"}


@lru_cache(maxsize=50_000)
def _sound(word: str) -> str:
    if len(word) == 1:
        return word
    for pattern, letter in _SOUNDS:
        word = pattern.sub(letter, word)
    return word or "h"
