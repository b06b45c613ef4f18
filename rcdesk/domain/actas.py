"""The minute of a hearing, as a person fills it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from rcdesk.domain import registro as r
from rcdesk.domain.campos import leer
from rcdesk.domain.errors import RuleError
from rcdesk.domain.lineas import Linea, exigir
from rcdesk.domain.numeracion import patron_escrito
from rcdesk.domain.palabras_del_acta import ESTADO_ACTA
from rcdesk.domain.registro.actas import EstadoActa

APROBADA: Final[frozenset[EstadoActa]] = frozenset({"aprobada", "publicada"})
"""States of an acta whose text is final."""


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
    porcentajes: r.Porcentajes | None = None
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

    @property
    def aprobada(self) -> bool:
        """Whether its text is final."""
        return self.estado in APROBADA

    def enviar_a_revision(self, observada: int = 0) -> int:
        """Hand over a copy to be reviewed, and return which one it is: the first is 1.

        `observada` is the last copy of which there are remarks: those of another version are not taken for this one's.
        """
        self._exigir("borrador", "en_revision", para="enviar a revisión")
        self.estado, self.revision = "en_revision", max(self.revision or 0, observada) + 1
        return self.revision

    def devolver(self) -> None:
        """Take it back from the reviewers to go on writing."""
        self._exigir("en_revision", para="devolver a borrador")
        self.estado = "borrador"

    def corregir(self, cambios: Mapping[str, object]) -> None:
        """Write the fields that a person typed; a pattern that gives no numbers is refused too."""
        super().corregir(cambios)
        if "formato_numeracion" in cambios:
            self.formato_numeracion = patron_escrito(self.formato_numeracion, "formato_numeracion")

    def aprobar(self, numero: str, hoy: str, *, numerada: bool = True) -> None:
        """Make it final, with its number, on `hoy` (AAAA-MM-DD, of Bogotá); only one not `numerada` may have none."""
        self._exigir("en_revision", para="aprobar")
        if numerada:
            exigir(numero, "numero", "el número del acta, o en su formato el patrón con que se numeran")
        self.numero, self.estado, self.fecha_aprobacion = numero.strip() or None, "aprobada", hoy
        self.version = self.version or 1

    def publicar(self, url: str | None, hoy: str) -> None:
        """Say that it was published, where if it is known, and when (AAAA-MM-DD, of Bogotá)."""
        self._exigir("aprobada", para="publicar")
        self.url = _direccion(leer(self.record, "url", url))
        self.fecha_publicacion = leer(self.record, _FECHA, hoy)
        if (self.fecha_publicacion or "") < (self.fecha_aprobacion or ""):
            raise RuleError("El acta no pudo publicarse antes de aprobarse. Corrija la fecha.", field=_FECHA)
        self.estado = "publicada"

    def corregir_version(self, motivo: str) -> int:
        """Begin the next version, which says why it corrects this one, and return which it is. The number stays."""
        self._exigir("aprobada", "publicada", para="corregir con una versión nueva")
        exigir(motivo, "motivo", "por qué se corrige el acta")
        self.motivo_correccion = leer(self.record, "motivo_correccion", motivo)
        self.estado, self.version, self.revision = "borrador", (self.version or 1) + 1, None
        self.fecha_aprobacion = self.fecha_publicacion = self.url = self.sha256 = None
        return self.version

    def _exigir(self, *estados: EstadoActa, para: str) -> None:
        estado = self.estado or "borrador"
        if estado not in estados:
            ya = "ya " if estado in APROBADA else ""
            raise RuleError(f"El acta {ya}está {_EN[estado]}: no se puede {para}. {_que_hacer(estado, estados)}")


def _direccion(url: str | None) -> str | None:
    """The address of a page; one without «https://» gets it. RuleError when it is none: publishing is not undone."""
    if not url:
        return None
    entera = url if "://" in url else f"https://{url}"
    if not _PAGINA.fullmatch(entera):
        raise RuleError("Escriba la dirección completa de la página: https://www.entidad.gov.co/acta.", field="url")
    return entera


def _que_hacer(estado: EstadoActa, estados: Collection[EstadoActa]) -> str:
    """What leads from the state in which an acta is to those in which it can be done."""
    if estado in APROBADA:
        return "Para cambiarla haga una versión nueva."
    if "publicada" in estados:
        return "Todavía puede cambiarla directamente."
    return "Primero envíela a revisión." if APROBADA.isdisjoint(estados) else "Primero apruébela."


_FECHA: Final = "fecha_publicacion"
_PAGINA: Final = re.compile(r"https?://[^\s/.]+(\.[^\s/.]+)+(/\S*)?", re.IGNORECASE)

_EN: Final[Mapping[EstadoActa, str]] = {**ESTADO_ACTA, "borrador": "en borrador"}
