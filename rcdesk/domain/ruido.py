"""What a chat brings that nobody has to answer: laughs, drawings, greetings and praise alone."""

from __future__ import annotations

import re
from typing import Final

from rcdesk.i18n import sin_tildes

_LONG: Final = 200  # letters: what is longer says something
_LAUGH: Final = re.compile(r"(?:[jkh]+[aeiou]?){2,}[jkh]?|lo+l|xd+", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_POLITE: Final = _words(
    """
    hola holaa buenos buenas buen dia dias tarde tardes noche noches saludo saludos bendicion bendiciones dios todos
    todas los las bendiga les le cordial un abrazo fraternal para a con y de desde por la el su gracias muchas mil
    senor senora alcalde alcaldesa gobernador gobernadora doctor doctora felicitaciones felicidades excelente gestion
    buena buen muy bien trabajo labor bravo presente conectado conectada conectados amen equipo que tal administracion
    alcaldia gobernacion rendicion cuentas
    """
)
_OPENS: Final = _words(
    """
    hola buenos buenas buen saludo saludos cordial bendiciones gracias muchas mil felicitaciones felicidades excelente
    bravo amen presente muy
    """
)


def motivo_para_saltar(texto: str) -> str:
    """Return why a message needs no answer, in Spanish; empty when it may need one. Any doubt keeps it."""
    text = texto.strip()
    if not text:
        return "No trae palabras"
    if len(text) > _LONG:
        return ""
    words = _WORD.findall(text)
    if not words:
        return "" if any(letter.isdigit() for letter in text) else "Solo dibujos o signos"
    if all(len(word) > 1 and _LAUGH.fullmatch(word) for word in words):
        return "Solo risas"
    if "?" in text or "¿" in text:
        return ""
    bare = [sin_tildes(word) for word in words]
    if bare[0] in _OPENS and all(_is_polite(words, bare, place) for place in range(len(words))):
        return "Solo saluda o felicita"
    return ""


def _is_polite(words: list[str], bare: list[str], place: int) -> bool:
    """A name with its capitals after «desde» or «de» is where or who one greets."""
    if bare[place] in _POLITE:
        return True
    named = words[place].istitle() and place > 0
    return named and any(word in ("desde", "de", "senor", "senora", "doctor", "doctora") for word in bare[:place])
