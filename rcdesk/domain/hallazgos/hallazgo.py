"""A finding: which check, how grave, where, and what to say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Gravedad: TypeAlias = Literal["E", "W", "I"]
"""A contradiction, a likely mistake, or a notice (DOMAIN: the checks V01–V40)."""


@dataclass(frozen=True, slots=True)
class Hallazgo:
    """`donde` is a JSON Pointer into the file; `registro` the key of the row it speaks of, in the base, and `campo`.

    `detalle` tells apart those of one field: the period, the date.

    `nota` says in Spanish what, and what to do.
    """

    codigo: str
    gravedad: Gravedad
    donde: str
    nota: str
    registro: str = ""
    campo: str = ""
    detalle: str = ""

    @property
    def lugar(self) -> str:
        """Which row, field and part of it: where it is remembered that it was dismissed, wherever the row moves."""
        return "/".join(filter(None, (self.registro, self.campo, self.detalle)))
