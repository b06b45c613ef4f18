"""The minute of a hearing."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rcdesk.domain.registro.entidad import FormatoDocumental
from rcdesk.domain.registro.firmantes import Firmante
from rcdesk.domain.registro.narrativa import Bloque, Seccion
from rcdesk.domain.registro.valores import Fecha, FechaHora, Hora, Positivo, Registro, Ruta, Sha256, Valor

EstadoActa: TypeAlias = Literal["borrador", "en_revision", "aprobada", "publicada"]

Porcentajes: TypeAlias = Literal["enteros", "suman_100"]
"""How the questions by topic are told: in whole percentages, or in those that add up to 100 (largest remainder)."""

Disposicion: TypeAlias = Literal["acogida", "acogida_en_parte", "no_acogida"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ProximaReunion(Valor):
    """The call to the next meeting."""

    fecha: Fecha | None = None
    hora: Hora | None = None
    lugar: str | None = None
    texto: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Anexo(Registro):
    """An annex of the acta."""

    titulo: str
    folios: int | None = None
    archivo: Ruta | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Observacion(Registro):
    """What a reviewer asks of a copy of the draft, and what was done about it."""

    autor: str | None = None
    fecha: FechaHora | None = None
    revision: Positivo | None = None  # of which copy: the first one sent is 1
    lugar: str | None = None  # as the reviewer says it: «página 3, renglón 12»
    texto: str
    disposicion: Disposicion | None = None  # absent while nobody has decided
    respuesta: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class VersionAprobada(Registro):
    """A version of the acta that was approved, and the files that prove it, each by its SHA-256."""

    version: Positivo
    numero: str | None = None
    aprobada: FechaHora | None = None
    quien: str | None = None  # who approved it in the program
    motivo: str | None = None  # why it corrects the one before
    instantanea: Sha256  # the data as they were, from which its documents are made
    pdf: Sha256 | None = None  # the internal document
    pdf_publico: Sha256 | None = None
    archivo: Ruta | None = None  # the signed paper, scanned


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Acta(Registro):
    """The minute: header, narrative and closing; what is structured lives in the hearing."""

    numero: str | None = None
    version: Positivo | None = None
    revision: Positivo | None = None  # how many copies were sent to be reviewed
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
    porcentajes: Porcentajes | None = None  # absent: with one decimal, each rounded by itself
    responsabilidad: str | None = None
    observaciones_generales: tuple[Bloque, ...] = ()  # empty list: the space was left blank
    notas: tuple[str, ...] = ()
    proxima_reunion: ProximaReunion | None = None
    firmas: tuple[Firmante, ...] = ()
    elaboro: tuple[Firmante, ...] = ()
    reviso: tuple[Firmante, ...] = ()
    aprobo: tuple[Firmante, ...] = ()
    anexos: tuple[Anexo, ...] = ()
    observaciones_de_revision: tuple[Observacion, ...] = ()
    versiones: tuple[VersionAprobada, ...] = ()
