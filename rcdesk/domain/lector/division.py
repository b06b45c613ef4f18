"""Dividing a name that a reader gave without spaces (`ZULUAGARIOSANAMILENA`), by the names that are known.

It only proposes: a person reads it, with the cédula before their eyes, and corrects it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from rcdesk.i18n import sin_tildes

_KNOWN, _FOREIGN, _UNKNOWN, _LETTER = 1.0, 2.6, 4.0, 0.35  # what a word costs; the cheapest reading is proposed
_UNUSUAL: Final = 0.8  # for each surname or name that is missing, or too many, of two and two
_LEAST, _LONGEST = 3, 23
_MOST_SURNAMES, _MOST_NAMES = 2, 3
_PARTICLES: Final = ("DELAS", "DELOS", "DELA", "DEL", "DE", "LA", "SAN")
_WRITTEN: Final = {"DELAS": "de las", "DELOS": "de los", "DELA": "de la", "DEL": "del", "DE": "de", "LA": "la"}
_SMALL: Final = frozenset({"de", "del", "la", "las", "los", "y"})


@dataclass(frozen=True, slots=True)
class Diccionario:
    """Names and surnames that are known, by their bare letters in capitals, as they are written: RIOS → Ríos."""

    nombres: Mapping[str, str]
    apellidos: Mapping[str, str]


class Dividido(NamedTuple):
    """A name, divided."""

    apellidos: str
    nombres: str

    @property
    def completo(self) -> str:
        """As it is said: the names first."""
        return f"{self.nombres} {self.apellidos}".strip()


def diccionario(nombres: Iterable[str], apellidos: Iterable[str]) -> Diccionario:
    """Index words by their bare letters; the first way of writing one stays."""
    return Diccionario(_index(nombres), _index(apellidos))


def escribir(texto: str, conocidas: Diccionario) -> str:
    """Write a name that came in capitals as it is written: «DE LA HOZ RIOS» → «de la Hoz Ríos»."""
    return " ".join(_written(word, conocidas) for word in texto.split())


def dividir(juntos: str, conocidas: Diccionario) -> Dividido:
    """Divide a name, surnames first, into surnames and names.

    Its spaces divide it, or are those inside of a surname («MUÑOZDE LA HOZROSA»): the known names tell which.
    """
    words = juntos.split()
    if len(words) > 1 and _all_known(words, conocidas):
        return _by_words(words, conocidas)
    together = _by_letters("".join(words), conocidas)
    if len(words) <= 1 or _all_known(together.completo.split(), conocidas):
        return together
    return _by_words(words, conocidas)


def _all_known(words: list[str], known: Diccionario) -> bool:
    return all(
        word.lower() in _SMALL or _bare(word) in known.apellidos or _bare(word) in known.nombres for word in words
    )


def mismas_letras(uno: str, otro: str) -> bool:
    """Say whether two names have the same letters, whatever their accents, their order and what divides them."""
    return bool(uno) and _sorted_letters(uno) == _sorted_letters(otro)


def _sorted_letters(nombre: str) -> list[str]:
    return sorted(filter(str.isalpha, _bare(nombre)))


def _by_words(words: list[str], known: Diccionario) -> Dividido:
    """Each word stands by itself: it is only to be seen which is the first of the names."""
    units = _joined(words)

    def cost(cut: int) -> float:
        parts = ((units[:cut], known.apellidos), (units[cut:], known.nombres))
        strange = sum(_bare(unit.split()[-1]) not in mine for part, mine in parts for unit in part)
        return strange + _UNUSUAL * (abs(cut - 2) + abs(len(units) - cut - 2))

    cut = min(reversed(range(1, len(units))), key=cost, default=1)  # when in doubt, two surnames
    return Dividido(*(escribir(" ".join(part), known) for part in (units[:cut], units[cut:])))


def _joined(words: list[str]) -> list[str]:
    units: list[str] = []
    waiting = ""
    for word in words:
        waiting = f"{waiting} {word}".strip()
        if word.lower() not in _SMALL:
            units.append(waiting)
            waiting = ""
    return [*units, waiting] if waiting else units


def _by_letters(letters: str, known: Diccionario) -> Dividido:
    """The cheapest way of reading the letters as one or two surnames and one to three names."""
    bare, end = _bare(letters), len(letters)
    if len(bare) != end:  # a letter that is two when bare: nothing could be put back in its place
        return Dividido(letters.capitalize(), "")

    @cache
    def read(place: int, surnames: int, names: int) -> tuple[float, tuple[tuple[bool, int, int], ...]]:
        if place == end:
            missing = abs(surnames - 2) + abs(names - 2)
            return (_UNUSUAL * missing, ()) if surnames and names else (float("inf"), ())
        best: tuple[float, tuple[tuple[bool, int, int], ...]] = (float("inf"), ())
        for stop in range(place + _LEAST, min(end, place + _LONGEST) + 1):
            for is_name in (False, True):
                if names >= _MOST_NAMES if is_name else names > 0 or surnames >= _MOST_SURNAMES:
                    continue
                if is_name and not surnames:
                    continue
                rest, after = read(stop, surnames + (not is_name), names + is_name)
                total = rest + _cost(bare[place:stop], is_name, known)
                if total < best[0]:
                    best = (total, ((is_name, place, stop), *after))
        return best

    _, parts = read(0, 0, 0)
    if not parts:
        return Dividido(letters.capitalize(), "")
    said = [(is_name, _phrase(letters[start:stop], known)) for is_name, start, stop in parts]
    return Dividido(*(" ".join(word for is_name, word in said if is_name is wanted) for wanted in (False, True)))


def _cost(bare: str, is_name: bool, known: Diccionario) -> float:
    mine, others = (known.nombres, known.apellidos) if is_name else (known.apellidos, known.nombres)
    word = bare[len(_particle(bare)) :]
    if bare in mine or word in mine:
        return _KNOWN
    return _FOREIGN if bare in others or word in others else _UNKNOWN + _LETTER * len(bare)


def _particle(bare: str) -> str:
    return next((one for one in _PARTICLES if bare.startswith(one) and len(bare) - len(one) >= _LEAST), "")


def _phrase(letters: str, known: Diccionario) -> str:
    bare = _bare(letters)
    particle = _particle(bare)
    rest = bare[len(particle) :]
    whole = bare in known.apellidos or bare in known.nombres
    if whole or not (rest in known.apellidos or rest in known.nombres):
        return _written(letters, known)
    small = _WRITTEN.get(particle, particle.capitalize())
    return f"{small} {_written(letters[len(particle) :], known)}".strip()


def _written(word: str, known: Diccionario) -> str:
    if word.lower() in _SMALL:
        return word.lower()
    bare = _bare(word)
    if "Ñ" in word.upper():  # the ñ is surer than any list
        return word.capitalize()
    return known.apellidos.get(bare) or known.nombres.get(bare) or word.capitalize()


def _bare(text: str) -> str:
    return sin_tildes(text).upper()


def _index(words: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(_bare(word), word)
    return found
