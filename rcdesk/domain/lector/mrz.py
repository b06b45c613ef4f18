"""The three lines of thirty letters on the back of the new cédula (TD1, ICAO 9303-5), with their check digits.

The NUIP is the optional field of the second line; what stands in the first is the number of the card. A cédula de
extranjería has the same lines, another nationality, and its number in the first one.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from rcdesk.domain.lector.cedulas import Cedula, Sexo
from rcdesk.domain.lector.formas import TD1, limpio

_WEIGHTS: Final = (7, 3, 1)
_LINE: Final = TD1 // 3
_ADULT: Final = 7
"""Years from which a citizen has a document with a photograph: who seems younger was born a century before."""
_NUIP, _EXTRANJERIA = r"[0-9]{3,10}", r"[0-9A-Z]{3,9}"
_SEXES: Final[dict[str, Sexo]] = {"M": "M", "F": "F"}


def digito(campo: str) -> int:
    """Return the check digit of a field (ICAO 9303-3 §4.9): weights 7, 3, 1; letters from 10 on, fillers 0."""
    return sum(int(c, 36) * _WEIGHTS[n % 3] for n, c in enumerate(campo) if c != "<") % 10


def lineas_de(rafaga: bytearray) -> tuple[str, str, str] | None:
    """Return the three lines, whatever divides them; None when they are not whole.

    A reader set for another keyboard types the filler `<` as `;`, `>` or anything but a letter: each is a filler.
    """
    typed = limpio(rafaga).decode("latin-1")
    text = "".join(c if c.isascii() and c.isalnum() else "<" for c in typed)
    return (text[:_LINE], text[_LINE : 2 * _LINE], text[2 * _LINE :]) if len(text) == TD1 else None


def cuadra(uno: str, dos: str) -> bool:
    """Say whether every check digit of the first two lines is the one that it must be."""
    held = ((uno[5:14], uno[14]), (dos[:6], dos[6]), (dos[8:14], dos[14]))
    whole = uno[5:] + dos[:7] + dos[8:15] + dos[18:29]
    return all(check == str(digito(field)) for field, check in (*held, (whole, dos[29])))


def leer_mrz(rafaga: bytearray, hoy: date) -> Cedula | None:
    """Read the three lines; None when they are not whole, when a check digit fails, or when nobody is named."""
    lines = lineas_de(rafaga)
    if lines is None or not cuadra(lines[0], lines[1]):
        return None
    one, two, names = lines
    surnames, _, given = names.partition("<<")
    colombian = two[15:18] == "COL"
    optional = two[18:29].strip("<")
    if not colombian and optional.isdigit():  # no digit checks the nationality: this is a citizen's, read badly
        return None
    number = (optional if colombian else one[5:14].strip("<")).lstrip("0")
    birth = _birth(two[:6], hoy)
    if not re.fullmatch(_NUIP if colombian else _EXTRANJERIA, number) or birth is None or not surnames.strip("<"):
        return None
    return Cedula(
        tipo="CC" if colombian else "CE",
        numero=number,
        apellidos=_words(surnames),
        nombres=_words(given),
        juntos="",
        sexo=_SEXES.get(two[7], ""),
        nacimiento=birth,
    )


def _birth(typed: str, hoy: date) -> date | None:
    """Two figures say the year: the last one with those that leaves someone old enough to have a document."""
    if not typed.isdigit():
        return None
    year, month, day = int(typed[:2]), int(typed[2:4]), int(typed[4:])
    century = hoy.year // 100 * 100
    for whole in (century + year, century + year - 100):
        try:
            born = date(whole, month, day)
        except ValueError:
            continue
        if hoy.year - born.year >= _ADULT:
            return born
    return None


def _words(field: str) -> str:
    return " ".join(field.replace("<", " ").split())
