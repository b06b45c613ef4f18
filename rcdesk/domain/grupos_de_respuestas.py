"""Free answers that say the same, «Facebook», «por redes» and «Watsap», grouped under a name; each stays as typed.

What is proposed is by how alike they are and by the means that offices ask about; a person accepts it, or not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from rcdesk.domain.encuestas import contesta, de_opciones, libre, opciones
from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro import PreguntaEncuesta, RespuestaEncuesta
from rcdesk.i18n import sin_tildes, solo_palabras

Grupos = Mapping[str, tuple[str, ...]]
"""Name of a group → the answers in it, as typed."""

_LONGEST: Final = 80  # letters of a name
_SHORT: Final = 6  # words of an answer whose subject one word tells
_COMPARED: Final = 60  # letters of an answer that are compared
_MANY: Final = 1500  # different answers that are compared, the most said first
_ALIKE: Final = 87  # of 100
_SLIP: Final = 0.79  # how like a word that is known, with a slip

_EMPTY: Final = frozenset(
    """
    a al con de del desde e el en es fue la las lo los mediante me mi por que se su sus traves un una via y
    """.split()  # noqa: SIM905
)
"""What tells nothing of an answer."""
_FAMILIES: Final[Mapping[str, str]] = {
    "Redes sociales": "redes facebook face fb instagram insta twitter tiktok youtube",
    "WhatsApp": "whatsapp watsap wasap guasap wpp wsp whats",
    "Página web": "web pagina sitio portal internet website",
    "Correo electrónico": "correo email mail correos gmail",
    "Radio": "radio emisora emisoras",
    "Televisión": "television tv canal telepacifico noticiero noticias",
    "Prensa": "prensa periodico diario",
    "Voz a voz": "voz amigo amiga amigos vecino vecina vecinos vecinas conocido familiar companero companera",
    "Invitación directa": "invitacion invitaron llamada llamaron carta oficio",
    "Carteleras y volantes": "cartelera carteleras afiche afiches volante volantes perifoneo megafono",
    "Junta de Acción Comunal": "jac junta",
}
"""The means by which people hear of a hearing → the words that tell each."""
_WORDS: Final[Mapping[str, str]] = {word: name for name, words in _FAMILIES.items() for word in words.split()}
_LONG_WORDS: Final = tuple(word for word in _WORDS if len(word) >= 5)


@dataclass(frozen=True, slots=True)
class Propuesta:
    """Answers that may be one, and the name that they could have."""

    nombre: str
    respuestas: tuple[str, ...]


def agrupable(pregunta: PreguntaEncuesta) -> bool:
    """Whether people write in it: an open question, or one of options that admits another."""
    return pregunta.tipo == "texto" or (de_opciones(pregunta) and (libre(pregunta) or bool(pregunta.grupos)))


def libres(pregunta: PreguntaEncuesta, respuestas: Sequence[RespuestaEncuesta]) -> dict[str, int]:
    """Return the free answers as they were typed → how many gave each, the most given first."""
    offered = set(opciones(pregunta)) if de_opciones(pregunta) else set()
    count: Counter[str] = Counter()
    for respuesta in respuestas:
        value = respuesta.valores.get(pregunta.codigo)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str) and one not in offered and contesta(one):
                count[one] += 1
    return dict(count.most_common())


def de_grupo(pregunta: PreguntaEncuesta) -> dict[str, str]:
    """Return the group of each answer that is in one."""
    return {text: name for name, texts in pregunta.grupos.items() for text in texts}


def proponer(textos: Mapping[str, int], grupos: Grupos, nombres: Collection[str] = ()) -> list[Propuesta]:
    """Return which of some answers may be one, the largest first; those that are in a group already stay out of it.

    `nombres` are the options of the question: what is alike to one takes its name, as to the groups that there are.
    """
    grouped = {text for texts in grupos.values() for text in texts}
    left = {text: many for text, many in textos.items() if text not in grouped}
    found: dict[str, list[str]] = {}
    named = {_key(name): name for name in (*nombres, *grupos)}
    for text in left:
        name = named.get(_key(text)) or _family(text, named)
        if name:
            found.setdefault(name, []).append(text)
    taken = {text for texts in found.values() for text in texts}
    for alike in _alike([text for text in left if text not in taken]):
        found[_name(alike, textos)] = alike
    known = {*nombres, *grupos}
    proposed = [
        Propuesta(name, tuple(texts))
        for name, texts in found.items()
        if len(texts) > 1 or name in known or name != texts[0]
    ]
    return sorted(proposed, key=lambda one: (-sum(textos[text] for text in one.respuestas), one.nombre))


def poner(grupos: Grupos, nombre: str, textos: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the groups with some answers in one of them, made if it is new, and in no other."""
    name = revisar_nombre(nombre, grupos)
    rest = sacar(grupos, textos)
    return {**rest, name: (*rest.get(name, ()), *textos)}


def sacar(grupos: Grupos, textos: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the groups without some answers; one that is left empty goes."""
    out = set(textos)
    left = {name: tuple(text for text in texts if text not in out) for name, texts in grupos.items()}
    return {name: texts for name, texts in left.items() if texts}


def renombrar(grupos: Grupos, antes: str, despues: str) -> dict[str, tuple[str, ...]]:
    """Return the groups with another name for one; the name of another group joins both."""
    others = {name: texts for name, texts in grupos.items() if name != antes}
    name = revisar_nombre(despues, others)
    return {**others, name: (*others.get(name, ()), *grupos.get(antes, ()))}


def revisar_nombre(nombre: str, grupos: Grupos) -> str:
    """Return a name without spaces about it, as it is written already if there is such a group; RuleError if empty."""
    name = " ".join(nombre.split())
    if not name:
        raise RuleError("Escriba el nombre del grupo.", field="nombre_del_grupo")
    if len(name) > _LONGEST:
        raise RuleError(
            f"El nombre del grupo pasa de {_LONGEST} letras. Escriba uno más corto.", field="nombre_del_grupo"
        )
    return next((one for one in grupos if sin_tildes(one) == sin_tildes(name)), name)


def _key(text: str) -> str:
    """The words of an answer that tell something, without «por» or «a través de»."""
    return " ".join(word for word in _words(text) if word not in _EMPTY)


def _words(text: str) -> list[str]:
    return solo_palabras(text[:_COMPARED]).split()


def _family(text: str, named: Mapping[str, str]) -> str:
    """The means that a short answer names, with a slip or not; nothing of one that names two."""
    words = [word for word in _words(text) if word not in _EMPTY]
    if not words or len(words) > _SHORT:
        return ""
    names = dict.fromkeys(filter(None, map(_means, words)))
    if len(names) != 1:
        return ""
    name = next(iter(names))
    return named.get(_key(name), name)


def _means(word: str) -> str:
    if word in _WORDS or len(word) < 5:
        return _WORDS.get(word, "")
    near = process.extractOne(word, _LONG_WORDS, scorer=OSA.normalized_similarity, score_cutoff=_SLIP)
    return _WORDS[near[0]] if near is not None else ""


def _alike(texts: Sequence[str]) -> Iterator[list[str]]:
    """Yield the sets of answers that differ in a slip, an accent or a word that tells nothing."""
    keys = {text: _key(text) or sin_tildes(text) for text in texts[:_MANY] if len(text) <= _COMPARED}
    while keys:
        first = next(iter(keys))
        key = keys.pop(first)
        near = process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None)
        group = [first, *(text for _, _, text in near)]
        for text in group[1:]:
            del keys[text]
        if len(group) > 1:
            yield group


def _name(texts: Sequence[str], count: Mapping[str, int]) -> str:
    """The way in which most wrote it; of those, the one with its accents and its capital letter."""
    best = max(texts, key=lambda text: (count[text], not text.isascii(), text[:1].isupper(), text))
    return (best[:1].upper() + best[1:]).strip(" .")[:_LONGEST]
