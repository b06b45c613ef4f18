"""The minute of a hearing, as a person fills it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rcdesk.domain import registro as r
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import Linea
from rcdesk.domain.registro.actas import EstadoActa


@dataclass(eq=False, kw_only=True)
class Acta(Linea):
    """The minute: number, format and the texts that are not structured data of the hearing."""

    record: ClassVar[type[r.Valor]] = r.Acta

    audiencia_id: str = ""
    numero: str | None = None
    version: int | None = None
    revision: int | None = None
    motivo_correccion: str | None = None
    fecha_aprobacion: str | None = None
    fecha_publicacion: str | None = None
    url: str | None = None
    sha256: str | None = None
    estado: EstadoActa | None = None
    libro: str | None = None
    objetivo: str | None = None
    responsabilidad: str | None = None
    observaciones_generales: tuple[r.Bloque, ...] = ()
    notas: tuple[str, ...] = ()
    formato_tipo_documental: str | None = None
    formato_proceso: str | None = None
    formato_subproceso: str | None = None
    formato_sistema: str | None = None
    formato_codigo: str | None = None
    formato_version: str | None = None
    formato_vigente_desde: str | None = None
    formato_pie: str | None = None
    formato_logo: str | None = None
    formato_logo_derecho: str | None = None
    formato_numeracion: str | None = None
    formato_primer_numero: int | None = None
    proxima_reunion_fecha: str | None = None
    proxima_reunion_hora: str | None = None
    proxima_reunion_lugar: str | None = None
    proxima_reunion_texto: str | None = None

    def revisar(self) -> None:
        """An approved acta is frozen: it changes only through a new version."""
        if self.estado in ("aprobada", "publicada"):
            raise RuleError("El acta está aprobada: para corregirla haga una versión nueva.")
