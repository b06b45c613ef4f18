"""The entity, its offices, its formats and its calendar."""

from dataclasses import dataclass
from typing import Annotated

from rcdesk.domain.registro.firmantes import Firmante
from rcdesk.domain.registro.valores import Fecha, Marca, Positivo, Registro, Ruta


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Dependencia(Registro):
    """An office of the entity."""

    codigo: str | None = None
    nombre: str
    sigla: str | None = None
    otros_nombres: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class FormatoDocumental(Registro):
    """A controlled format of the quality system; an acta keeps the one it was made with."""

    tipo_documental: str | None = None
    proceso: str | None = None
    subproceso: str | None = None
    sistema: str | None = None
    codigo: str | None = None
    version: str | None = None
    vigente_desde: Fecha | None = None
    pie: str | None = None
    logo: Ruta | None = None
    logo_derecho: Ruta | None = None
    numeracion: str | None = None  # how its documents are numbered: «4112.020.14.12.{n}»
    primer_numero: Positivo | None = None  # where the numbers begin; 1 when nobody says


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class TextoDeAutorizacion(Registro):
    """What a person accepts about personal data (Ley 1581 de 2012), by version."""

    version: str
    texto: str
    vigente_desde: Fecha | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class TerminoLegal(Registro):
    """Business days to answer what is received from a day on, by kind, and the rule that says so."""

    desde: Fecha | None = None  # None: for what was received on any day before the others
    general: Positivo
    informacion: Positivo
    consulta: Positivo
    norma: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Entidad(Registro):
    """The public entity that renders accounts."""

    nombre: str | None
    nit: str | None = None
    sigla: str | None = None
    municipio: str | None = None
    departamento: str | None = None
    sitio_web: str | None = None
    correo: str | None = None
    logo: Ruta | None = None
    dependencias: tuple[Dependencia, ...] = ()
    formatos: tuple[FormatoDocumental, ...] = ()
    textos_de_autorizacion: tuple[TextoDeAutorizacion, ...] = ()
    firmas: tuple[Firmante, ...] = ()  # who signs its actas, unless an acta says otherwise; so are the next three
    elaboro: tuple[Firmante, ...] = ()
    reviso: tuple[Firmante, ...] = ()
    aprobo: tuple[Firmante, ...] = ()
    terminos: tuple[TerminoLegal, ...] = ()  # beside those of the law, or in place of the one of the same day


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class DiaNoHabil(Registro):
    """A day added to the calendar of holidays, or taken from it."""

    fecha: Annotated[Fecha, Marca(patron="FechaHora")]  # a whole day; the schema tolerates a time of day
    motivo: str | None = None
    habil: bool | None = None  # True makes a holiday a business day
