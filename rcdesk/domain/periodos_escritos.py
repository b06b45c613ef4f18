"""Periods as a person types them: «segundo semestre de 2026» is 2026-S2. `periodos` says them back."""

from __future__ import annotations

import re
from typing import Final

from rcdesk.i18n import leer_fecha, sin_tildes

_PARTES: Final = {"S": ("semestre", 2), "C": ("cuatrimestre", 3), "T": ("trimestre", 4)}
_ORDINALES: Final = ("primer", "segundo", "tercer", "cuarto")
_NUMEROS: Final = {"1": 1, "i": 1, "2": 2, "ii": 2, "3": 3, "iii": 3, "4": 4, "iv": 4}


def leer_periodo(texto: str) -> str | None:
    """The period that a person typed, or None when it is not one.

    Understands `2026`, `2026-S2`, `S2 2026`, `II semestre de 2026`, `segundo semestre 2026`, `noviembre de 2026`.
    """
    words = re.sub(r"\b(de|del|el|la)\b|[º°.,]", " ", sin_tildes(texto).replace("º", "")).split()
    plain = " ".join(words)
    if found := re.fullmatch(r"(\d{4})[- ]?([sct])([1-4])|([sct])([1-4])[- ](\d{4})", plain):
        year, letter, number = found.group(1, 2, 3) if found.group(1) else found.group(6, 4, 5)
        return _valido(year, letter.upper(), int(number))
    for letter, (name, _) in _PARTES.items():
        if name in words:
            rest = [word for word in words if word != name]
            years = [word for word in rest if re.fullmatch(r"\d{4}", word)]
            numbers = [n for word in rest if (n := _numero(word)) is not None]
            found_all = len(rest) == 2 and len(years) == len(numbers) == 1
            return _valido(years[0], letter, numbers[0]) if found_all else None
    iso = leer_fecha(texto)
    return iso if iso is not None and len(iso) <= len("2026-11") else None


def _numero(word: str) -> int | None:
    ordinal = next((i for i, name in enumerate(_ORDINALES, 1) if word.startswith(name)), None)
    return ordinal or _NUMEROS.get(re.sub(r"(o|er|do|ro|to)$", "", word))


def _valido(year: str, letter: str, number: int) -> str | None:
    return f"{int(year):04}-{letter}{number}" if int(year) and number <= _PARTES[letter][1] else None
