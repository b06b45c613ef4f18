"""Which medium somebody names in their own words: «por el Facebook de la alcaldía» is the social networks."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Final

from rcdesk.domain.registro.convocatoria import Medio
from rcdesk.i18n import sin_tildes

_PALABRAS: Final[Mapping[Medio, str]] = {
    "whatsapp": r"whats?app|wasap|cadenas?",
    "redes_sociales": r"facebook|instagram|twitter|tik ?tok|youtube|redes( sociales)?|red social|x",
    "intranet": r"intranet",
    "calendario_web": r"calendario|agenda web",
    "sitio_web": r"(sitio|pagina|portal)( web)?|web|micrositio|internet",
    "correo": r"correos?( electronicos?)?|e-?mail",
    "radio": r"radio|emisoras?|cuna radial",
    "television": r"television|tv|tele|canal( local| regional)?",
    "prensa": r"prensa|periodicos?|diarios?",
    "perifoneo": r"perifoneo|carro ?valla|megafono",
    "aviso": r"avisos?|carteleras?|afiches?|carteles?|volantes?|pasacalles?|pendon(es)?|vallas?",
    "circular": r"circular(es)?",
    "tarjeta": r"tarjetas?|invitacion(es)?|cartas?",
}
"""The first that is found counts: «página de Facebook» is a social network before it is a page."""

_BUSCADAS: Final[Mapping[Medio, re.Pattern[str]]] = {
    medio: re.compile(rf"\b(?:{palabras})\b") for medio, palabras in _PALABRAS.items()
}
_PREGUNTA: Final = re.compile(
    r"\b(se )?(enter|inform)(o|aron|aste|arse)\b|\bpor (cual|que) medios?\b|\bmedios? (de|por)\b.*\bconvoca"
)


_INVITACIONES: Final[tuple[Medio, ...]] = ("tarjeta", "correo", "circular")
"""How an invitation reaches whom it is for."""


def medio_de(dicho: str, usados: Collection[Medio] = ()) -> Medio | None:
    """The medium that some words name; None when they name none that the announcement may use.

    An invitation that does not say how it came is the first of those `usados` by which one can come.
    """
    palabras = sin_tildes(dicho)
    medio = next((medio for medio, buscada in _BUSCADAS.items() if buscada.search(palabras)), None)
    return next((uno for uno in _INVITACIONES if uno in usados), medio) if medio == "tarjeta" else medio


def pregunta_como_se_entero(enunciado: str) -> bool:
    """Whether a question of a survey asks how people learned of the hearing."""
    return _PREGUNTA.search(sin_tildes(enunciado)) is not None
