"""The line that a moderator types, read as it grows: «Nombre: pregunta #tema @dependencia !tipo».

A piece is taken out of the text only when it names one person of the hearing or one thing of a catalogue, or when the
person said so; «Buenos días: …», «#NoMás», an e-mail, a URL or 10:30 are words like any other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar

from rcdesk.domain.palabras import TIPO_PREGUNTA
from rcdesk.i18n import sin_tildes

Campo = Literal["autor", "tema", "dependencia", "tipo"]

ANONIMO: Final = "Anónimo"
_SIGILS: Final[Mapping[str, Campo]] = {"#": "tema", "@": "dependencia", "!": "tipo"}
_WORD: Final = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")
_SIGIL: Final = re.compile(r"(?<!\S)[#@!](?=[^\W_])")
_BETWEEN: Final = re.compile("[ \u00a0]+|[-_]")  # what may stand between two words of one name
_PREFIX: Final = re.compile("\\s*([^\\W\\d_](?:[\\w .'’\u0300-\u036f-]{0,78}[^\\W_.])?):(?=$|[\\s¿¡«“\"]|[^\\W\\d_])")
_CLINGS: Final = re.compile(r"[,.;:?)»\n]|!(?![^\W_])")  # what has no space before it
_SPACES: Final = " \u00a0"
_MOST: Final = 64  # sigils looked at: a person types three, a pasted file thousands
_WORDS_OF_A_NAME: Final = 8
_ANONIMOS: Final = frozenset({"anonimo", "anonima", "anonimo/a", "anonimos"})
_TITLES: Final = frozenset({"sr", "sra", "srta", "senor", "senora", "don", "dona", "dr", "dra", "doctor", "doctora"})
_LINKS: Final = frozenset({"a", "al", "con", "de", "del", "e", "el", "en", "la", "las", "los", "para", "por", "y"})


@dataclass(frozen=True, slots=True)
class Presente:
    """Someone on the list of the hearing."""

    id: str
    nombre: str
    organizacion: str | None = None


@dataclass(frozen=True, slots=True)
class Dicho:
    """What a piece of the line says: a value of its field and, of someone on the list, the key."""

    valor: str
    asistente: str = ""


@dataclass(frozen=True, slots=True)
class Pieza:
    """A piece of the line that may say something, with its sigil or its colon; places are those of the letters."""

    campo: Campo
    inicio: int
    fin: int
    escrito: str

    @property
    def palabras(self) -> str:
        """Return what it says, without sigil or colon."""
        return self.escrito[:-1].strip() if self.campo == "autor" else self.escrito[1:]


@dataclass(frozen=True, slots=True)
class Marca(Pieza):
    """A piece that was understood."""

    dicho: Dicho


P = TypeVar("P", bound=Pieza)


@dataclass(frozen=True, slots=True)
class Lectura:
    """A line read: what was understood, what could be if the person says so, and the text without the first."""

    marcas: tuple[Marca, ...]
    dudas: tuple[Pieza, ...]
    texto: str

    def duda_en(self, lugar: int) -> Pieza | None:
        """Return the doubtful piece that the caret touches, or has just left with a space."""
        return _touched(self.dudas, lugar)

    def marca_en(self, lugar: int) -> Marca | None:
        """Return the understood piece that the caret touches, or has just left with a space."""
        return _touched(self.marcas, lugar)


def _touched(piezas: Sequence[P], lugar: int) -> P | None:
    return next((pieza for pieza in piezas if pieza.inicio <= lugar <= pieza.fin + 1), None)


Dichas = Mapping[str, Dicho | None]
"""What the person said of a piece, as it is written: what it says, or None when it is only text."""


class _Nombres:
    """Finds names by their words, accents ignored."""

    def __init__(self, nombres: Iterable[str]) -> None:
        self.palabras = [tuple(_words(nombre)) for nombre in nombres]
        self.longest = max(map(len, self.palabras), default=0)
        self._holders: dict[str, set[int]] = defaultdict(set)
        self._whole: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(self.palabras):
            self._whole["".join(words)].append(place)
            for word in words:
                self._holders[word].add(place)
        self._sorted = sorted(self._holders)

    def whole(self, words: Sequence[str]) -> list[int]:
        """Return those that are these letters, whatever stands between the words («#ViasRurales»)."""
        return self._whole.get("".join(words), [])

    def holding(self, words: Iterable[str]) -> set[int]:
        """Return those that have all these words."""
        return _common(self._holders.get(word, set()) for word in words)

    def beginning(self, words: Iterable[str]) -> set[int]:
        """Return those in which each of these is the beginning of some word."""
        return _common(self._begun_by(word) for word in words)

    def in_a_row(self, words: Sequence[str], *, first: bool) -> set[int]:
        """Return those that have these words one after another, at the beginning or anywhere."""
        found, wide = self.holding(words), len(words)
        asked = tuple(words)
        return {
            place
            for place in found
            if any(
                self.palabras[place][start : start + wide] == asked
                for start in range(1 if first else len(self.palabras[place]))
            )
        }

    def _begun_by(self, beginning: str) -> set[int]:
        found: set[int] = set()
        for word in self._sorted[bisect_left(self._sorted, beginning) :]:
            if not word.startswith(beginning):
                break
            found |= self._holders[word]
        return found


@dataclass(eq=False)
class Vocabulario:
    """What the line may name: who is on the list, and the catalogues. Building it takes a while; reading, nothing."""

    personas: Sequence[Presente] = ()
    temas: Sequence[str] = ()
    dependencias: Sequence[str] = ()
    _people: _Nombres = field(init=False, repr=False)
    _names: dict[str, tuple[_Nombres, Sequence[str]]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._people = _Nombres(one.nombre for one in self.personas)
        self._names = {
            "tema": (_Nombres(self.temas), self.temas),
            "dependencia": (_Nombres(self.dependencias), self.dependencias),
            "tipo": (_Nombres(TIPO_PREGUNTA.values()), tuple(TIPO_PREGUNTA)),
        }

    def con_catalogos(self, temas: Sequence[str], dependencias: Sequence[str]) -> Vocabulario:
        """Return one with the same people, whose names take the longest to know."""
        made = Vocabulario((), temas, dependencias)
        made.personas, made._people = self.personas, self._people
        return made

    def personas_de(self, nombre: str) -> list[Presente]:
        """Return who may be meant by a name: those called exactly so, else those who have all its words."""
        words = _words(nombre)
        titled = [word for word in words if word not in _TITLES] or words
        if not titled:
            return []
        found = self._people.holding(titled)
        exact = [place for place in found if sorted(self._people.palabras[place]) == sorted(titled)]
        return [self.personas[place] for place in exact or sorted(found)]

    def llamados(self, nombre: str) -> list[Presente]:
        """Return those called exactly so."""
        return [one for one in self.personas_de(nombre) if mismo_nombre(one.nombre, nombre)]

    def como_se_escribe(self, campo: str, valor: str) -> str:
        """Return a topic or an office as its catalogue writes it, or as it came."""
        if campo not in ("tema", "dependencia"):
            return valor
        names, values = self._names[campo]
        found = names.whole(_words(valor))
        return values[found[0]] if found else valor

    def opciones(self, duda: Pieza) -> list[Dicho]:
        """Return what a doubtful piece may say, if it is the beginning of something known."""
        if duda.campo == "autor":
            people = self.personas_de(duda.palabras)
            people = people or [self.personas[place] for place in self._people.beginning(_words(duda.palabras))]
            return [Dicho(one.nombre, one.id) for one in people]
        names, values = self._names[duda.campo]
        found = names.beginning(_words(duda.palabras))
        return [Dicho(values[place]) for place in sorted(found)]

    def asker(self, pieza: Pieza) -> Dicho | None:
        """Return the only person that a prefix can be; one word alone is the whole of few names."""
        if es_anonimo(pieza.palabras):
            return Dicho(ANONIMO)
        people = self.personas_de(pieza.palabras)
        if len(people) != 1:
            return None
        known = set(_words(pieza.palabras)) - _TITLES
        alone = len(known) < 2 and known != set(_words(people[0].nombre))
        return None if alone else Dicho(people[0].nombre, people[0].id)

    def named(self, campo: Campo, words: Sequence[str]) -> tuple[int, Dicho] | None:
        """Return how many of these words name one thing of a catalogue, and which."""
        names, values = self._names[campo]
        counts = range(min(len(words), names.longest), 0, -1)
        for count in counts:
            if found := names.whole(words[:count]):
                return count, Dicho(values[found[0]])
        for first in (True, False):
            for count in counts:
                some = () if words[count - 1] in _LINKS else names.in_a_row(words[:count], first=first)
                if len(some) == 1:
                    return count, Dicho(values[next(iter(some))])
        return None


def leer_linea(linea: str, vocabulario: Vocabulario, dichas: Dichas | None = None) -> Lectura:
    """Read a line; at most one piece says each thing, the first, and the others stay in the text."""
    said = dichas or {}
    marks: list[Marca] = []
    doubts: list[Pieza] = []
    for piece, dicho in _pieces(linea, vocabulario, said):
        if dicho is None:
            if said.get(piece.escrito, piece) is not None:
                doubts.append(piece)
        elif all(mark.campo != piece.campo for mark in marks):
            marks.append(Marca(piece.campo, piece.inicio, piece.fin, piece.escrito, dicho))
    return Lectura(tuple(marks), tuple(doubts), _without(linea, marks))


def es_anonimo(nombre: str) -> bool:
    """Whether a name says that the one who asks did not give it."""
    return sin_tildes(nombre.strip()) in _ANONIMOS


def mismo_nombre(uno: str, otro: str) -> bool:
    """Whether two names have the same words, accents and order ignored."""
    return sorted(_words(uno)) == sorted(_words(otro))


def puede_ser(pieza: Pieza, valor: str) -> bool:
    """Whether what a piece says is part of a value: its words begin words of it."""
    words = _words(valor)
    return all(any(word.startswith(part) for word in words) for part in _words(pieza.palabras) if part not in _TITLES)


def _pieces(linea: str, vocabulario: Vocabulario, said: Dichas) -> Iterator[tuple[Pieza, Dicho | None]]:
    prefix = _PREFIX.match(linea)
    if prefix is not None and len(prefix[1].split()) <= _WORDS_OF_A_NAME:
        start, end = prefix.start(1), prefix.end(1) + 1
        piece = Pieza("autor", start, end, linea[start:end])
        yield piece, said[piece.escrito] if piece.escrito in said else vocabulario.asker(piece)
    reached = 0
    for number, found in enumerate(_SIGIL.finditer(linea)):
        if number == _MOST:
            return
        if found.start() >= reached:
            piece, dicho = _after_sigil(linea, found.start(), vocabulario, said)
            reached = piece.fin
            yield piece, dicho


def _after_sigil(linea: str, start: int, vocabulario: Vocabulario, said: Dichas) -> tuple[Pieza, Dicho | None]:
    campo = _SIGILS[linea[start]]
    ends = _ends_of_words(linea, start + 1)
    first = Pieza(campo, start, ends[0], linea[start : ends[0]])
    if first.escrito in said:
        return first, said[first.escrito]
    if linea[ends[0] : ends[0] + 1] in ("@", ".", "/") and linea[ends[0] + 1 : ends[0] + 2].isalnum():
        return first, None  # an address
    words = [word for end_of, end in zip((start + 1, *ends), ends, strict=False) for word in _words(linea[end_of:end])]
    named = vocabulario.named(campo, words) if len(words) == len(ends) else None
    if named is None:
        return first, None
    end = ends[named[0] - 1]
    return Pieza(campo, start, end, linea[start:end]), named[1]


def _ends_of_words(linea: str, start: int) -> list[int]:
    """Return where each of the next words ends, while nothing but a space, a hyphen or a low line divides them."""
    ends: list[int] = []
    word = _WORD.match(linea, start)
    while word is not None and len(ends) < _WORDS_OF_A_NAME:
        ends.append(word.end())
        between = _BETWEEN.match(linea, word.end())
        word = _WORD.match(linea, between.end()) if between is not None else None
    return ends or [start]


def _without(linea: str, marks: Sequence[Marca]) -> str:
    """Return the line without what was understood, its spaces tidied where something was taken."""
    text, reached = "", 0
    for mark in sorted(marks, key=lambda mark: mark.inicio):
        text = _joined(text, linea[reached : mark.inicio])
        reached = mark.fin
    return _joined(text, linea[reached:]).strip()


def _joined(before: str, after: str) -> str:
    """Join what stood on both sides of something taken out, with one space where there was any."""
    left, right = before.rstrip(_SPACES), after.lstrip(_SPACES)
    if not left or not right or (left, right) == (before, after):
        return left + right
    return left + ("" if _CLINGS.match(right) or left[-1] in "(¿¡«\n" else " ") + right


def _words(text: str) -> list[str]:
    return _WORD.findall(sin_tildes(text))


def _common(sets: Iterable[set[int]]) -> set[int]:
    found: set[int] | None = None
    for some in sets:
        found = some if found is None else found & some
    return found or set()
