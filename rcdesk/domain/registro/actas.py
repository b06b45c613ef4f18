"""The minute of a hearing."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rcdesk.domain.registro.entidad import FormatoDocumental
from rcdesk.domain.registro.narrativa import Bloque, Seccion
from rcdesk.domain.registro.valores import Fecha, Hora, Positivo, Registro, Ruta, Sha256, Valor

EstadoActa: TypeAlias = Literal["borrador", "en_revision", "aprobada", "publicada"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ProximaReunion(Valor):
    """The call to the next meeting."""

    fecha: Fecha | None = None
    hora: Hora | None = None
    lugar: str | None = None
    texto: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Firmante(Registro):
    """Who signs, prepares, reviews or approves."""

    nombre: str | None
    cargo: str | None = None
    dependencia: str | None = None
    fecha: Fecha | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Anexo(Registro):
    """An annex of the acta."""

    titulo: str
    folios: int | None = None
    archivo: Ruta | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Acta(Registro):
    """The minute: header, narrative and closing; what is structured lives in the hearing."""

    numero: str | None = None
    version: Positivo | None = None
    motivo_correccion: str | None = None
    estado: EstadoActa | None = None
    fecha_aprobacion: Fecha | None = None
    fecha_publicacion: Fecha | None = None
    url: str | None = None
    sha256: Sha256 | None = None  # of the final PDF
    libro: str | None = None
    formato: FormatoDocumental | None = None
    objetivo: str | None = None  # when it differs from the hearing’s
    desarrollo: tuple[Seccion, ...] = ()
    responsabilidad: str | None = None
    observaciones_generales: tuple[Bloque, ...] = ()  # empty list: the space was left blank
    notas: tuple[str, ...] = ()
    proxima_reunion: ProximaReunion | None = None
    firmas: tuple[Firmante, ...] = ()
    elaboro: tuple[Firmante, ...] = ()
    reviso: tuple[Firmante, ...] = ()
    aprobo: tuple[Firmante, ...] = ()
    anexos: tuple[Anexo, ...] = ()
