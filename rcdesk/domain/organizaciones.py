"""Which organisations are represented: each under one name, however each person wrote it, and how many come for it.

Two ways of writing one are joined only by a person, in the catalogue; what each person wrote stays as they wrote it.
Capital letters, accents and points tell no two apart.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rcdesk.domain.registro import Asistente, Organizacion
from rcdesk.i18n import sin_tildes

_WORD: Final = re.compile(r"[a-z0-9]+")
_INITIALS: Final = re.compile(r"(?<=\b\w)\.(?=\w\b)")  # «J.A.C.» is one word
_NOBODY: Final = frozenset(
    {
        *("ciudadano", "ciudadana", "ciudadania", "ciudadano a", "ciudadana o", "particular", "independiente"),
        *("ninguna", "ninguno", "n a", "na", "no aplica", "no tiene", "sin organizacion", "persona natural", "no"),
        *("comunidad", "comunidad en general", "publico general", "vecino", "vecina", "habitante", "civil"),
    }
)
"""What somebody writes who comes for nobody but themselves."""


@dataclass(frozen=True, slots=True)
class Representada:
    """An organisation and how many people came for it; `escrita` are the other ways in which they wrote it."""

    nombre: str
    personas: int
    escrita: tuple[str, ...] = ()


class Catalogo:
    """The names that a person joined: whoever writes one of them comes for the organisation."""

    def __init__(self, organizaciones: Iterable[Organizacion] = ()) -> None:
        self._names: dict[str, str] = {}
        for one in (one for one in organizaciones if one.anulada is None):
            for name in (one.nombre, *one.otros_nombres):
                self._names.setdefault(forma(name), one.nombre)

    def canonica(self, escrita: str | None) -> str | None:
        """Return the name of the organisation that somebody wrote, or None when they come for nobody."""
        form = forma(escrita)
        return None if not form or form in _NOBODY else self._names.get(form, escrita)


@lru_cache(maxsize=20_000)  # a live count asks for the same names after each entrance
def forma(texto: str | None) -> str:
    """Return a name by which two of its ways of writing are one: small letters, without accents, points or hyphens."""
    return " ".join(_WORD.findall(_INITIALS.sub("", sin_tildes(texto or ""))))


def representadas(escritas: Iterable[tuple[str | None, int]], catalogo: Catalogo) -> tuple[Representada, ...]:
    """Return who is represented, in the order of the alphabet; `escritas` are names as written and how many wrote each.

    One without a name in the catalogue goes by the way in which most people wrote it.
    """
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for escrita, count in escritas:
        name = catalogo.canonica(escrita)
        if name is not None and escrita is not None:
            written[forma(name)][escrita] += count
    found = []
    for ways in written.values():
        spellings = sorted(ways, key=lambda way: (-ways[way], way))
        name = catalogo.canonica(spellings[0]) or ""
        found.append(Representada(name, ways.total(), tuple(way for way in spellings if way != name)))
    return tuple(sorted(found, key=lambda one: (sin_tildes(one.nombre), one.nombre)))


def cuantas(escritas: Iterable[str | None], catalogo: Catalogo) -> int:
    """Return how many are `representadas`, without telling which."""
    return len({forma(name) for name in map(catalogo.canonica, escritas) if name is not None})


def de_quienes_asisten(
    asistentes: Iterable[Asistente], organizaciones: Iterable[Organizacion]
) -> tuple[Representada, ...]:
    """Return the organisations represented at a hearing, as every screen and document counts them.

    Those of whoever has an hour of arrival; when nobody has one (a list copied from elsewhere) those of everybody.
    """
    people = [one for one in asistentes if one.anulada is None]  # `cifras` counts with this: it cannot be asked
    came = [one for one in people if one.hora_llegada] or people
    return representadas(Counter(one.organizacion for one in came).items(), Catalogo(organizaciones))
