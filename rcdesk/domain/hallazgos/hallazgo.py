"""A finding: which check, how grave, where, and what to say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Gravedad: TypeAlias = Literal["E", "W", "I"]
"""A contradiction, a likely mistake, or a notice (DOMAIN: the checks V01–V40)."""


@dataclass(frozen=True, slots=True)
class Hallazgo:
    """`donde` is a JSON Pointer into the file; `registro` the key of the row it speaks of, in the base, and `campo`.

    `nota` says in Spanish what, and what to do.
    """

    codigo: str
    gravedad: Gravedad
    donde: str
    nota: str
    registro: str = ""
    campo: str = ""
