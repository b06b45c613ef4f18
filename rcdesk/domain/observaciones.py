"""What reviewers ask of a copy of the acta, and what was decided about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Final

from rcdesk.domain import registro as r
from rcdesk.domain.lineas import Linea, exigir

_PAGINA: Final = re.compile(r"p[áa]g(?:inas?|s)?\.?\s*(\d{1,4})", re.IGNORECASE)


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


def pagina_de(lugar: str | None) -> int | None:
    """The page that a remark points at: 3 in «página 3, renglón 12» and in «Pág. 3»; None when it names none."""
    found = _PAGINA.search(lugar or "")
    return int(found[1]) if found else None
