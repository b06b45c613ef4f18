"""Which people of a list may be one: those with one document are; those with names alike are to be looked at.

Fifty thousand are compared in a second or two: only names that share all their words but one are, so a name
is held by each of the lists of words that it has without one of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal, TypeVar

from rcdesk.domain.documento_de_identidad import llave_de_documento, mismo_documento
from rcdesk.domain.nombres import PARECIDO, Palabras, palabras_de, parecido
from rcdesk.domain.registro.personas import TipoDocumento

T = TypeVar("T")
Respiro = Callable[[], object]
Razon = Literal["documento", "nombre"]
"""Why two may be one: a document is enough, a name is a suggestion."""

_MOST_ALIKE: Final = 12
"""Of how many with one name or one document every pair is told; of more, each with the first."""
_MOST_COMPARED: Final = 60
"""Of how many names with all words but one the same every pair is compared."""
_AT_ONCE: Final = 200
"""Of how many at a time the long work is done: some milliseconds."""
_NEIGHBOURS: Final = 20
"""With how many after it each is compared where there are more."""


@dataclass(frozen=True, slots=True)
class Ficha:
    """What a person is compared by: someone of the directory, or of the list of a hearing."""

    id: str
    nombre: str
    documento: str = ""
    """As `documento_de` writes it."""
    persona: str | None = None
    """The key in the directory of someone of the list who is known to be there."""
    en_directorio: bool = False
    palabras: Palabras = ()


@dataclass(frozen=True, slots=True)
class Pareja:
    """Two that may be one person; `parecido` is how alike their names are, from 0 to 1."""

    una: str
    otra: str
    razon: Razon
    parecido: float

    @property
    def claves(self) -> frozenset[str]:
        """The keys of both."""
        return frozenset((self.una, self.otra))


def ficha(
    id: str,
    nombre: str | None,
    tipo: TipoDocumento | None,
    numero: str | None,
    persona: str | None = None,
    *,
    en_directorio: bool = False,
) -> Ficha:
    """Return what a person is compared by. A NIT is of an organisation, and many come for it."""
    documento = "" if tipo == "NIT" else llave_de_documento(numero)
    return Ficha(id, nombre or "", documento, persona, en_directorio, palabras_de(nombre))


def sin_pausa() -> None:
    """Go on: nobody waits."""


def de_a_pocos(items: Iterable[T], respirar: Respiro) -> Iterator[T]:
    """Go through them, and stop for breath at every few: whoever types meanwhile must not wait for long work."""
    for place, item in enumerate(items):
        if place % _AT_ONCE == 0:
            respirar()
        yield item


def buscar_parejas(
    fichas: Sequence[Ficha],
    descartadas: frozenset[frozenset[str]] = frozenset(),
    respirar: Respiro = sin_pausa,
) -> list[Pareja]:
    """Return the pairs that may be one person, the surest first, without those `descartadas` (by their two keys).

    Each key stands in `fichas` once. Two of the directory are not compared with each other. `respirar` is called again
    and again, for the long work to give way to whoever waits.
    """
    found: dict[frozenset[str], Pareja] = {}
    for una, otra in de_a_pocos(_with_one_document(fichas), respirar):
        _note(found, una, otra, "documento")
    for una, otra in de_a_pocos(_with_names_alike(fichas, respirar), respirar):
        if not (una.documento and otra.documento and not mismo_documento(una.documento, otra.documento)):
            _note(found, una, otra, "nombre")
    standing = (pair for keys, pair in found.items() if keys not in descartadas)
    return sorted(standing, key=lambda pair: (pair.razon != "documento", -pair.parecido, pair.una, pair.otra))


def _note(found: dict[frozenset[str], Pareja], una: Ficha, otra: Ficha, razon: Razon) -> None:
    keys = frozenset((una.id, otra.id))
    if len(keys) < 2 or keys in found or not _to_be_looked_at(una, otra):
        return
    alike = parecido(una.palabras, otra.palabras)
    if razon == "documento" or alike >= PARECIDO:
        first, second = (otra, una) if una.en_directorio else (una, otra)
        found[keys] = Pareja(first.id, second.id, razon, alike)


def _to_be_looked_at(una: Ficha, otra: Ficha) -> bool:
    """Nothing is asked of two of the directory, nor of who is known to be there or differs from it in nothing."""
    if una.en_directorio == otra.en_directorio:
        return not una.en_directorio
    here, known = (otra, una) if una.en_directorio else (una, otra)
    return here.persona is None and not (here.documento == known.documento and here.palabras == known.palabras)


def _with_one_document(fichas: Iterable[Ficha]) -> Iterator[tuple[Ficha, Ficha]]:
    holders: dict[str, list[Ficha]] = defaultdict(list)
    for one in fichas:
        if one.documento:
            holders[one.documento].append(one)
    for group in holders.values():
        yield from _pairs(group)


def _with_names_alike(fichas: Sequence[Ficha], respirar: Respiro) -> Iterator[tuple[Ficha, Ficha]]:
    """Pairs whose names are one, or all but one of whose words are the same, or of which one says fewer words."""
    named: dict[Palabras, list[Ficha]] = defaultdict(list)
    for one in de_a_pocos(fichas, respirar):
        if one.palabras:
            named[one.palabras].append(one)
    for group in named.values():
        yield from _pairs(group)
    here = {one.palabras for one in fichas if not one.en_directorio}
    for uno, otro in _names_alike(list(named), here, respirar):
        yield from _between(named[uno], named[otro])


def _names_alike(
    names: Sequence[Palabras], here: Collection[Palabras], respirar: Respiro
) -> Iterator[tuple[Palabras, Palabras]]:
    """The pairs of different names that are alike, one of them at least of those of `here`."""
    without_one: dict[Palabras, list[Palabras]] = defaultdict(list)
    for name in de_a_pocos((name for name in names if name in here), respirar):
        without_one.setdefault(name, [])  # one with a word more is found there
        for key in _keys(name):
            without_one[key].append(name)
    for name in de_a_pocos((name for name in names if name not in here), respirar):
        for key in _keys(name):
            if key in without_one:
                without_one[key].append(name)
    for group in de_a_pocos(without_one.values(), respirar):
        pairs = (pair for pair in _near(group) if pair[0] in here or pair[1] in here)
        yield from (pair for pair in pairs if parecido(*pair) >= PARECIDO)
    for name in de_a_pocos(names, respirar):
        yield from ((name, longer) for longer in without_one.get(name, ()) if len(longer) > len(name) >= 3)
    yield from _with_initials(names)


def _near(group: list[Palabras]) -> Iterator[tuple[Palabras, Palabras]]:
    """Pairs of a group; of a large one those that stand near in the order of their letters."""
    if len(group) <= _MOST_COMPARED:
        yield from combinations(group, 2)
        return
    group = sorted(group)
    for place, name in enumerate(group):
        yield from ((name, other) for other in group[place + 1 : place + _NEIGHBOURS])


def _keys(name: Palabras) -> Iterator[Palabras]:
    """The lists of words by which a name is held; of two words, one and the beginning of the other."""
    if len(name) == 2:
        yield name[0], name[1][:2], ""
        yield name[1], name[0][:2], ""
    else:
        yield from dict.fromkeys(name[:i] + name[i + 1 :] for i in range(len(name)))


def _with_initials(names: Sequence[Palabras]) -> Iterator[tuple[Palabras, Palabras]]:
    """Names with an initial, beside those that may say it whole."""
    short = [name for name in names if len(name[0]) == 1 or any(len(word) == 1 for word in name)]
    wanted = {word for name in short for word in name if len(word) > 1}
    holders: dict[str, set[Palabras]] = defaultdict(set)
    for name in names if wanted else ():
        for word in wanted.intersection(name):
            holders[word].add(name)
    for name in short:
        both = set.intersection(*(holders[word] for word in name if len(word) > 1))
        yield from ((name, whole) for whole in sorted(both) if whole != name and parecido(name, whole) >= PARECIDO)


def _pairs(group: Sequence[Ficha]) -> Iterator[tuple[Ficha, Ficha]]:
    if len(group) <= _MOST_ALIKE:
        yield from combinations(group, 2)
    else:
        yield from ((group[0], other) for other in group[1:])


def _between(some: Sequence[Ficha], others: Sequence[Ficha]) -> Iterator[tuple[Ficha, Ficha]]:
    if len(some) * len(others) <= _MOST_ALIKE**2:
        yield from ((one, other) for one in some for other in others)
    else:
        yield from ((some[0], other) for other in others)
        yield from ((one, others[0]) for one in some[1:])
