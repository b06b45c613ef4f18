"""The number of an identity document: how it is read, how it is kept, and when two of them are one."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from rapidfuzz.distance import OSA

from rcdesk.domain.registro.personas import TipoDocumento

TIPOS_QUE_SE_ESCRIBEN: Final[tuple[TipoDocumento, ...]] = ("RC", "TI", "CC", "CE", "PA", "PEP", "PPT", "NIT")
_LONGEST_FIRST: Final = sorted(TIPOS_QUE_SE_ESCRIBEN, key=len, reverse=True)
_POINTS: Final = re.compile(r"[\s.,·]")
_LONG_ENOUGH: Final = 6  # characters from which one slip is a slip, and not another number


def numero_de_documento(texto: str) -> str:
    """Return a number as the base keeps it: without the points and spaces with which people write it, in capitals."""
    return _POINTS.sub("", texto).upper()


def leer_documento(texto: str) -> tuple[TipoDocumento | None, str]:
    """Read a document as people say it: «1.144.020.318», «CE 445566», «NIT 900.000.000-5»; a number alone is a CC."""
    limpio = numero_de_documento(texto)
    for tipo in _LONGEST_FIRST:
        resto = limpio.removeprefix(tipo)
        if resto != limpio and any(letra.isdigit() for letra in resto):
            return tipo, resto.lstrip("-")
    return ("CC" if limpio.isdigit() else "otro" if limpio else None), limpio


def llave_de_documento(numero: str | None) -> str:
    """Return a number as it is compared: its figures and capital letters, without zeros before."""
    bare = numero or ""
    if not (bare.isascii() and bare.isalnum()):  # nearly none
        bare = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", bare)))
        bare = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in bare)
    return bare.upper().lstrip("0") or bare[-1:]


def mismo_documento(una: str, otra: str) -> bool:
    """Whether two numbers, as `llave_de_documento` returns them, are one or differ in one slip of the keys."""
    return una == otra or (min(len(una), len(otra)) >= _LONG_ENOUGH and OSA.distance(una, otra, score_cutoff=1) <= 1)
