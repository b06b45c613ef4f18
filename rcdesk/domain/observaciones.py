"""What reviewers ask of a copy of the acta, and what was decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rcdesk.domain import registro as r
from rcdesk.domain.lineas import Linea, exigir


@dataclass(eq=False, kw_only=True)
class Observacion(Linea):
    """A remark on a copy: who, where in it and what; and, once decided, whether it is accepted and what was done."""

    record: ClassVar[type[r.Valor]] = r.Observacion

    acta_id: str = ""
    autor: str | None = None
    fecha: str | None = None
    revision: int | None = None
    lugar: str | None = None
    texto: str = ""
    disposicion: r.Disposicion | None = None
    respuesta: str | None = None

    def revisar(self) -> None:
        """A remark says at least what it asks for."""
        exigir(self.texto, "texto", "qué se observa")
