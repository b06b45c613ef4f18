"""What a report is made of: the data as they stood on a day, and what was asked to be printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rcdesk.documents.formato import SIN_IMAGENES, Imagenes
from rcdesk.domain import registro as r


@dataclass(frozen=True, slots=True)
class Parte:
    """A part of a report that may be left out: its name in the code, and its words.

    With `numera`, the titles inside it are numbered under its own: 5.1, 5.2…
    """

    id: str
    titulo: str
    numera: bool = False


@dataclass(frozen=True, slots=True)
class Datos:
    """`archivo` is the public version, with every hearing and plan; `plan`, the one that is told, as it was at `corte`.

    `periodo` is a period of rcdesk/1, or None for all; of `partes` those that are printed, all when None.
    """

    archivo: r.Archivo
    plan: r.Plan | None
    corte: date
    periodo: str | None = None
    partes: frozenset[str] | None = None
    imagenes: Imagenes = field(default_factory=lambda: SIN_IMAGENES)

    def lleva(self, parte: Parte) -> bool:
        """Whether a part is printed."""
        return self.partes is None or parte.id in self.partes
