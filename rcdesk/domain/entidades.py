"""The public entity, as a person fills it: written once, it is printed in every document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Final

from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import Linea

_CORREO: Final = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_NIT: Final = re.compile(r"[0-9][0-9. ]*(-\s?[0-9])?")
_SITIO: Final = re.compile(r"(https?://)?[^\s/.]+(\.[^\s/.]+)+(/\S*)?", re.IGNORECASE)


@dataclass(eq=False, kw_only=True)
class Entidad(Linea):
    """The entity that renders accounts. Nothing is required: documents say what is missing, and are printed."""

    record: ClassVar[type[r.Valor]] = r.Entidad

    nombre: str | None = None
    nit: str | None = None
    sigla: str | None = None
    municipio: str | None = None
    departamento: str | None = None
    sitio_web: str | None = None
    correo: str | None = None
    logo: str | None = None

    def revisar(self) -> None:
        """Refuse an address that leads nowhere: it is printed where citizens are told to write."""
        if self.nit and not _NIT.fullmatch(self.nit):
            raise RuleError("El NIT lleva números, puntos y el dígito después del guion: 890.399.000-1.", field="nit")
        if self.correo and not _CORREO.fullmatch(self.correo):
            falta = "el final" if "@" in self.correo else "la arroba (@)"
            raise RuleError(f"Falta {falta} del correo. Escríbalo como contacto@puertosereno.gov.co.", field="correo")
        if self.sitio_web and not _SITIO.fullmatch(self.sitio_web):
            raise RuleError("Escriba la página como puertosereno.gov.co, sin espacios.", field="sitio_web")
