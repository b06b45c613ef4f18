"""What an approved acta says of itself so that anybody can check it: the hash of its data, as a short code and a QR.

It is no electronic nor digital signature (Ley 527 de 1999): it shows whether a file is the one that was approved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from rcdesk.domain.codigos import con_control
from rcdesk.domain.registro import Archivo, FechaHora, Sha256, Valor

_DIGITOS: Final = 15
"""Hexadecimal digits of the hash that the short code tells: 60 bits, twelve letters."""
_QR: Final = re.compile(r"RCDESK ACTA V(\d+) SHA256 ([0-9A-F]{64})")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Instantanea(Valor):
    """The data of a hearing as its acta was approved; the documents of that version are made from it alone.

    `adjuntos` are the files that the records name, each with its SHA-256. `cabezas` are the chains of the bitácora just
    before: mesa → «number seal», so that nobody can write the history again without its showing.
    """

    formato: Literal["rcdesk-instantanea/1"] = "rcdesk-instantanea/1"
    aprobada: FechaHora
    quien: str
    version: int
    cabezas: Mapping[str, str]
    adjuntos: Mapping[str, str]
    archivo: Archivo


@dataclass(frozen=True, slots=True)
class Sello:
    """What the acta of an approved version prints of its data: their hash, and when they were approved."""

    sha256: Sha256
    version: int
    aprobada: FechaHora
    cabezas: Mapping[str, str]

    @property
    def codigo(self) -> str:
        """The hash in letters that can be read aloud: «4F7K-9QWZ-1B2C-X8»."""
        return codigo_corto(self.sha256)

    @property
    def qr(self) -> str:
        """What its QR says, in capital letters and digits, so that the code is small."""
        return f"RCDESK ACTA V{self.version} SHA256 {self.sha256.upper()}"


def codigo_corto(sha256: str) -> str:
    """The first 60 bits of a SHA-256 in twelve letters of base 32 and two that check them, in groups."""
    letters = con_control(int(sha256[:_DIGITOS], 16), 12)
    return "-".join((letters[:4], letters[4:8], letters[8:12], letters[12:]))


def leer_qr(texto: str) -> tuple[int, str] | None:
    """The version and the SHA-256 that the QR of an acta says; None when it is not ours."""
    found = _QR.fullmatch(texto.strip().upper())
    return (int(found[1]), found[2].lower()) if found else None
