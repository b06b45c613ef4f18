"""Rules about the people who come."""

from __future__ import annotations

import unicodedata
from typing import Final

_PARTICULAS: Final = frozenset({"da", "de", "del", "di", "dos", "la", "las", "los", "san", "santa", "van", "von", "y"})
_SIN_TILDE: Final = {0x300, 0x301, 0x302, 0x308}
_ORDEN_DE_LA_ENIE: Final = "n\uffff"  # after every other word that begins with n


def orden_alfabetico(nombre: str | None) -> tuple[str, str]:
    """The key that sorts a printed list by surname, in Spanish order (accents ignored, ñ after n).

    A name is typed in one line, so its surnames are its last two words («Rosa Elvira Nieto de la Hoz»: Nieto de la
    Hoz), or the last one of two; «Nieto de la Hoz, Rosa Elvira» says it by itself. Who has no name goes last.
    """
    limpio = " ".join((nombre or "").split())
    if not limpio:
        return "\U0010ffff", ""
    apellidos, coma, nombres = limpio.partition(",")
    if not coma:
        partes = _unidas(limpio.split(" "))
        corte = max(1, len(partes) - 2) if len(partes) > 1 else 0
        nombres, apellidos = " ".join(partes[:corte]), " ".join(partes[corte:])
    return _clave(apellidos), _clave(nombres.strip())


def _unidas(palabras: list[str]) -> list[str]:
    """Words with the particles before each of them: «de la Hoz» is one."""
    partes: list[str] = []
    sueltas: list[str] = []
    for palabra in palabras:
        sueltas.append(palabra)
        if palabra.casefold() not in _PARTICULAS:
            partes.append(" ".join(sueltas))
            sueltas = []
    return [*partes, " ".join(sueltas)] if sueltas else partes


def _clave(texto: str) -> str:
    letras = unicodedata.normalize("NFC", texto.casefold()).replace("ñ", _ORDEN_DE_LA_ENIE)
    return "".join(c for c in unicodedata.normalize("NFD", letras) if ord(c) not in _SIN_TILDE)
