"""The controlled formats of the entity: their versions, and how their documents are numbered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Final, Literal, TypeAlias

from rcdesk.domain import registro as r
from rcdesk.domain.lineas import Linea, exigir
from rcdesk.domain.numeracion import patron_escrito
from rcdesk.i18n import sin_tildes

EstadoDeFormato: TypeAlias = Literal["al_dia", "sin_codigo", "futuro", "anterior"]
_ULTIMO: Final = re.compile(r"(\d+)(?!.*\d)")


@dataclass(eq=False, kw_only=True)
class Formato(Linea):
    """A format as the master list has it. Without a code it is printed too."""

    record: ClassVar[type[r.Valor]] = r.FormatoDocumental

    entidad_id: str = ""
    tipo_documental: str | None = None
    proceso: str | None = None
    subproceso: str | None = None
    sistema: str | None = None
    codigo: str | None = None
    version: str | None = None
    vigente_desde: str | None = None
    pie: str | None = None
    logo: str | None = None
    logo_derecho: str | None = None
    numeracion: str | None = None
    primer_numero: int | None = None

    def revisar(self) -> None:
        """Refuse a format of no document, and a pattern that gives no numbers."""
        exigir(self.tipo_documental, "tipo_documental", "de qué documento es: Acta de reunión, Listado de asistencia…")
        self.numeracion = patron_escrito(self.numeracion)

    def version_nueva(self) -> Formato:
        """The next version of it, to be filled: everything the same but the version, with no date yet."""
        campos = {name: getattr(self, name) for name in self.record.__dataclass_fields__ if hasattr(self, name)}
        nuevo = campos | {"id": "", "version": version_siguiente(self.version), "vigente_desde": None}
        return Formato(entidad_id=self.entidad_id, **nuevo)


def version_siguiente(version: str | None) -> str:
    """The version that follows, with the zeros and the letters of the one before: 02 → 03, V9 → V10; 2 after none."""
    escrita = version or "1"
    if not _ULTIMO.search(escrita):
        return f"{escrita} 2"
    return _ULTIMO.sub(lambda found: str(int(found[1]) + 1).zfill(len(found[1])), escrita)


def mismo_documento(uno: str | None, otro: str | None) -> bool:
    """Whether two formats are of one document, however it was written."""
    return sin_tildes(uno or "").split() == sin_tildes(otro or "").split()
