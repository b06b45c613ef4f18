"""A file that records name: a figure, a logo, evidence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Adjunto:
    """A file already kept as evidence; `ruta` is how the records name it."""

    ruta: str
    sha256: str
    octetos: int
