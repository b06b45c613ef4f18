"""What the QR of a card or of a sheet says: which row it stands for, and nothing about anybody.

Only capital letters and digits, so that a reader set for another keyboard types the same; two check characters, so that
what was read badly is nobody's.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple
from uuid import UUID
from zlib import crc32

Clase = Literal["asistente", "persona", "hoja"]

PREFIJO: Final = "RCDESK"
LARGO: Final = 35  # characters of a whole code

_LETRAS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U
_CLASES: Final[dict[str, Clase]] = {"A": "asistente", "P": "persona", "H": "hoja"}
_FORMA: Final = re.compile(rf"{PREFIJO}([{''.join(_CLASES)}])([{_LETRAS}]{{26}})([{_LETRAS}]{{2}})")


class Codigo(NamedTuple):
    """What was read: of what kind, and the key of its row."""

    clase: Clase
    id: str


def codigo_de(clase: Clase, id: str) -> str:
    """Return what the QR says of the row with this key (a UUID)."""
    letter = next(letter for letter, one in _CLASES.items() if one == clase)
    body = letter + _in_letters(UUID(id).int, 26)
    return PREFIJO + body + _check(body)


def leer_codigo(texto: str) -> Codigo | None:
    """Read what a QR says; None when it is not ours, or not whole."""
    found = _FORMA.fullmatch(texto.strip().upper())  # with the capitals locked, a reader types small letters
    if found is None or found[3] != _check(found[1] + found[2]):
        return None
    number = 0
    for letter in found[2]:
        number = number * 32 + _LETRAS.index(letter)
    return Codigo(_CLASES[found[1]], str(UUID(int=number))) if number < 1 << 128 else None


def con_control(numero: int, letras: int) -> str:
    """A number in that many letters of base 32, and two more that check them."""
    body = _in_letters(numero, letras)
    return body + _check(body)


def _in_letters(number: int, places: int) -> str:
    return "".join(_LETRAS[number >> 5 * place & 31] for place in reversed(range(places)))


def _check(body: str) -> str:
    return _in_letters(crc32(body.encode()) & 0x3FF, 2)
