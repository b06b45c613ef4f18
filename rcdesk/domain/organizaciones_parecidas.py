"""Which names of organisations may be one: «JAC El Jardín» and «Junta de Acción Comunal El Jardin»; a person says it.

What is proper of each is compared, apart from what only says what it is: every «Junta de Acción Comunal» is another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz, process

from rcdesk.domain.organizaciones import forma

PARECIDA: Final = 88
"""From 0 to 100: what is proper of two names, without «Junta de Acción Comunal» or «Universidad», is this alike."""

_LONGEST: Final = 200  # letters of a name that are compared
_LINKS: Final = frozenset({"a", "al", "de", "del", "e", "el", "en", "la", "las", "los", "por", "y"})
_LONG: Final = {
    "jac": "junta accion comunal",
    "jal": "junta administradora local",
    "asojuntas": "asociacion juntas accion comunal",
    "univ": "universidad",
    "u": "universidad",
    "asoc": "asociacion",
    "fund": "fundacion",
    "corp": "corporacion",
    "coop": "cooperativa",
    "ie": "institucion educativa",
    "inst": "institucion",
    "sec": "secretaria",
    "min": "ministerio",
    "alc": "alcaldia",
    "ong": "organizacion",
}
"""How offices shorten what an organisation is."""
_KINDS: Final = frozenset(
    {
        *("accion", "administradora", "alcaldia", "asociacion", "ciudadana", "ciudadano", "club", "colectivo"),
        *("comite", "comunal", "comunitaria", "comunitario", "concejo", "consejo", "cooperativa", "corporacion"),
        *("educativa", "emisora", "federacion", "fundacion", "grupo", "institucion", "junta", "juntas", "liga"),
        *("local", "mesa", "ministerio", "municipal", "organizacion", "red", "secretaria", "sindicato"),
        *("universidad", "veeduria"),
    }
)
"""Words that say what an organisation is, and not which one."""


def parecidas(nombres: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of names that may be one organisation, the likeliest first. A person says whether they are."""
    parts = {name: _parts(name) for name in nombres}
    proper = {name: own for name, (own, _) in parts.items() if own}
    found: dict[tuple[str, str], float] = {}
    names = list(proper)
    for place, name in enumerate(names):
        others = {other: proper[other] for other in names[place + 1 :]}
        near = process.extract(proper[name], others, scorer=fuzz.ratio, score_cutoff=PARECIDA, limit=20)
        found |= {(name, other): score for _, score, other in near if _one_kind(parts[name][1], parts[other][1])}
    return sorted(found, key=lambda pair: (-found[pair], pair))


def _parts(name: str) -> tuple[str, frozenset[str]]:
    """What is proper of a name, its words sorted, and the words that say what it is."""
    said = " ".join(_LONG.get(word, word) for word in forma(name[:_LONGEST]).split())
    words = [word for word in said.split() if word not in _LINKS]
    own = sorted(word for word in words if word not in _KINDS)
    return " ".join(own), frozenset(words) & _KINDS


def _one_kind(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether what one is may be what the other is: the same, or one does not say it whole."""
    return mine <= theirs or theirs <= mine
