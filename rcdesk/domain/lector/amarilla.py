"""The barcode on the back of the yellow cédula and of the tarjeta de identidad (PDF417, 531 bytes), read by anchors.

There is no published standard. Those who have read it agree (several public readers, and payloads without data of
anyone): two letters say the kind of document; then a number of the entity, `PubDSK_1`, another number of up to eight
figures, the document in ten figures with zeros before, four fields of 23 bytes (two surnames, two names), and
`0`, sex, date of birth (AAAAMMDD), place, blood group; then two templates of fingerprints. What fills each field are
NULs, which a reader in keyboard mode drops, or types as spaces: positions say nothing, anchors do.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from rcdesk.domain.lector.cedulas import Cedula, Sexo

ANCLAS: Final = re.compile(
    rb"([0-9]{10})([^0-9]{3,140}?)0([MFmf])((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])"
)
"""Document, names, sex and birth. Whatever comes after them is nobody's business."""

_FILLER: Final = re.compile(rb"([^A-Za-z\xc0-\xff \0])\1+")
"""What a reader makes of the NULs of a field, when it types them as some sign."""
_FIELD: Final = 23
_STRANGE: Final = 2  # letters lost by the reader; with more, it was read badly
_ENIES: Final = str.maketrans({";": "Ñ", ":": "Ñ", "¥": "Ñ", "¤": "Ñ"})
"""How an ñ comes through when reader and computer are not set for the same keyboard."""
_SEXES: Final[dict[bytes, Sexo]] = {b"M": "M", b"F": "F"}


def leer_amarilla(rafaga: bytearray, hoy: date) -> Cedula | None:
    """Read a barcode; None when it lacks an anchor, or says something that cannot be."""
    found = ANCLAS.search(rafaga)
    if found is None:
        return None
    number, names, sex, *born = (bytes(part) for part in found.groups())
    birth = _date(*(int(part) for part in born))
    parts = _fields(names)
    if birth is None or birth > hoy or not number.strip(b"0") or not parts:
        return None
    two = len(parts) == 4
    return Cedula(
        tipo="TI" if rafaga[:2].upper() == b"I3" else "CC",
        numero=number.lstrip(b"0").decode(),
        apellidos=_joined(parts[:2]) if two else "",
        nombres=_joined(parts[2:]) if two else "",
        juntos="" if two else _joined(parts),
        sexo=_SEXES[sex.upper()],
        nacimiento=birth,
    )


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fields(names: bytes) -> list[str]:
    """Divide the four fields as far as the reader let them be divided; none when too much of them is lost.

    Four, when each stands in its place or nothing else divides them; a single one when the fillers were dropped.
    """
    names = _FILLER.sub(lambda run: bytes(len(run[0])), names)
    if len(names) == 4 * _FIELD:
        parts = [names[place : place + _FIELD] for place in range(0, len(names), _FIELD)]
    elif b"\0" in names:
        parts = re.split(rb"\0+", names)
    else:
        parts = re.split(rb" {2,}", names) if b"  " in names else names.split(b" ")
    words = [_letters(part) for part in parts]
    lost = sum(len(part.strip(b"\0 ")) for part in parts) - sum(map(len, words))
    if lost > _STRANGE or not any(words):
        return []
    return words if len(parts) == 4 and len(names) == 4 * _FIELD else [word for word in words if word]


def _letters(part: bytes) -> str:
    text = part.decode("latin-1").translate(_ENIES)
    return " ".join("".join(c for c in text if c.isalpha() or c in " '-").upper().split())


def _joined(parts: list[str]) -> str:
    return " ".join(filter(None, parts))
