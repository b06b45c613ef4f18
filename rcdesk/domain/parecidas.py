"""Which open question asks what is being typed: by its words, without accents, endings or what everybody says.

A word weighs more the fewer questions have it. Two questions are alike when what they share weighs at least half of
both; a word that nobody wrote before is taken for the known one that it nearly is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, KeysView, Mapping
from dataclasses import dataclass
from math import log, sqrt
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from rcdesk.domain.raices import COMUNES, raices

_LEAST: Final = 0.5  # of the weight of what is typed that the other must have
_ALIKE: Final = 0.55  # cosine, when two words tell
_THE_SAME: Final = 0.8  # cosine, when one does
_NEAR: Final = 0.8  # how like two words are when one is the other with a slip


@dataclass(frozen=True, slots=True)
class Parecida:
    """The question that is most like what is typed; `puntaje` goes from 0 to 1, the same words."""

    clave: str
    puntaje: float


class Parecidas:
    """The open questions of a hearing by their words, kept as they come and go."""

    def __init__(self) -> None:
        self._stems: dict[str, tuple[str, ...]] = {}
        self._holders: dict[str, set[str]] = defaultdict(set)
        self._letters: dict[str, dict[str, None]] = defaultdict(dict)
        """Initial → the words that begin with it: a slip is seldom in the first letter."""

    def __len__(self) -> int:
        return len(self._stems)

    def claves(self) -> KeysView[str]:
        """Return the keys of those it knows."""
        return self._stems.keys()

    def poner(self, clave: str, texto: str) -> None:
        """Know a question, which was not there."""
        stems = self._stems[clave] = raices(texto)
        for stem in stems:
            self._holders[stem].add(clave)
            self._letters[stem[0]][stem] = None

    def quitar(self, clave: str) -> None:
        """Forget a question that owes no answer any more."""
        for stem in self._stems.pop(clave, ()):
            holders = self._holders[stem]
            holders.discard(clave)
            if not holders:
                del self._holders[stem]
                del self._letters[stem[0]][stem]

    def buscar(self, texto: str) -> Parecida | None:
        """Return the one most like a text, if any is alike."""
        weights = {known: self._weight(known) for known in dict.fromkeys(map(self._known, raices(texto)))}
        whole = sum(weights.values())
        shared = self._sharing(weights, whole * _LEAST)
        best, most = "", 0.0
        for clave, weight in shared.items():
            if weight >= whole * _LEAST:
                score = weight / sqrt(whole * sum(map(self._weight, self._stems[clave])))
                if (score, best) > (most, clave) and self._enough(weights, clave, score):
                    best, most = clave, score
        return Parecida(best, most) if best else None

    def _sharing(self, weights: Mapping[str, float], least: float) -> Mapping[str, float]:
        """Return the weight that each question shares, of those that can reach the least: the rarest words tell."""
        found: dict[str, float] = {}
        left = sum(weights.values())
        for stem, weight in sorted(weights.items(), key=lambda item: -item[1]):
            holders: Iterable[str] = self._holders.get(stem, ())
            if left < least:
                holders = found.keys() & holders
            for clave in holders:
                found[clave] = found.get(clave, 0.0) + weight
            left -= weight
        return found

    def _enough(self, weights: Mapping[str, float], clave: str, score: float) -> bool:
        """One word in common is a subject, not a question, unless there is nothing else in either."""
        both = [stem for stem in self._stems[clave] if stem in weights]
        telling = sum(stem not in COMUNES for stem in both)
        return len(both) >= 2 and (score >= _THE_SAME or (score >= _ALIKE and telling >= 2))

    def _weight(self, stem: str) -> float:
        """A word's rarity, squared."""
        rarity = log(1 + (len(self._stems) + 1) / max(1, len(self._holders.get(stem, ()))))
        return (rarity / 4 if stem in COMUNES else rarity) ** 2

    def _known(self, stem: str) -> str:
        """Return the word itself, or the known one that it nearly is."""
        if stem in self._holders or len(stem) < 5:
            return stem
        near = process.extractOne(
            stem, self._letters.get(stem[0], {}).keys(), scorer=OSA.normalized_similarity, score_cutoff=_NEAR
        )
        return stem if near is None else near[0]
