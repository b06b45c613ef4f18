"""The shape of a burst: what it may be while it is being typed, when there is no doubt, and when it is whole.

Nothing here minds how fast the keys come: gap and shape are two witnesses, and the scanner asks both.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from rcdesk.domain.codigos import LARGO, PREFIJO
from rcdesk.domain.lector.amarilla import ANCLAS

Clase = Literal["codigo", "amarilla", "mrz"]
"""A code of ours (cards and sheets), the barcode of the yellow cédula, the machine readable lines of the new one."""

TD1: Final = 90
"""Letters of the three lines of a TD1 document (ICAO 9303-5)."""

_CODIGO: Final = PREFIJO.encode()
_MARCA: Final = b"PUBDSK"
_MANY: Final = 24
"""Digits without a letter between them after which it can only be a yellow cédula of those that lack the mark."""
_LATE: Final = 8  # letters of a machine readable line by which a figure has come
_BLANK: Final = b"\0 \t\r\n"
_ENDS: Final = b"\t\r\n"
_FILLED: Final = 6  # letters after which a filler may come
_WRITTEN: Final = b"0123456789" + bytes(range(65, 91)) + bytes(range(97, 123))
_SIGNS: Final = bytes(set(range(256)) - set(_WRITTEN))
"""What a reader may make of the fillers of a yellow cédula: nothing, spaces, or any sign."""


def limpio(rafaga: bytes | bytearray) -> bytes:
    """Return a burst in capitals, without the keys that wrote nothing: with Bloq Mayús, a reader types small."""
    return bytes(rafaga).translate(None, _BLANK).upper()


def clase_de(rafaga: bytearray) -> Clase | None:
    """Say what a burst is, once it cannot be anything that a person types."""
    text = limpio(rafaga[:64])
    if text.startswith(_CODIGO):
        return "codigo"
    if re.match(rb"I[^0-9]COL.{0,2}[0-9]", text):
        return "mrz"
    if re.match(rb"(?:0[0-9]|I3)[0-9]{2,20}H?PUBDSK|0[0-9]{%d}" % (_MANY - 1), text.translate(None, _SIGNS)):
        return "amarilla"
    return None


def puede_ser(rafaga: bytearray) -> bool:
    """Say whether what has been typed so far may still be the beginning of one."""
    if clase_de(rafaga) is not None:
        return True
    text = limpio(rafaga)
    if len(text) == len(rafaga) and (_CODIGO.startswith(text) or _may_be_mrz(text)):
        return True
    written = text.translate(None, _SIGNS)
    beginning = len(rafaga) - len(rafaga.lstrip(_WRITTEN))
    filled = len(written) == len(rafaga) or (beginning >= _FILLED and not any(end in rafaga for end in _ENDS))
    return filled and _may_be_yellow(written)


def es_entera(clase: Clase, rafaga: bytearray) -> bool:
    """Say whether nothing more is needed of a burst, whatever its reader still types."""
    match clase:
        case "codigo":
            return len(limpio(rafaga)) >= LARGO
        case "mrz":
            return len(limpio(rafaga)) >= TD1
        case "amarilla":
            return 48 <= rafaga[-1] <= 57 and ANCLAS.search(rafaga) is not None


def _may_be_mrz(text: bytes) -> bool:
    """`I`, any letter or filler, `COL`, and soon a figure of the number of the card."""
    begins = re.match(rb"I(?:[^0-9](?:C(?:O(?:L[^0-9]*)?)?)?)?$", text, re.DOTALL)
    return begins is not None and len(text) < _LATE


def _may_be_yellow(text: bytes) -> bool:
    """The kind of document, a number, and the mark of who made the barcode."""
    found = re.match(rb"0(?:[0-9]+|\Z)|I(?:3[0-9]*|\Z)", text)
    if found is None:
        return False
    rest = text[found.end() :].removeprefix(b"H")
    return not rest or (found.end() >= 6 and _MARCA.startswith(rest))
