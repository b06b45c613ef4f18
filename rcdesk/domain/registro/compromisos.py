"""Commitments and how they advance."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rcdesk.domain.registro.narrativa import Evidencia
from rcdesk.domain.registro.valores import Anulada, Cantidad, Fecha, FechaONoAplica, RefPregunta, Registro, Valor

Alcance: TypeAlias = Literal["a_cargo", "no_a_cargo"]


EstadoCompromiso: TypeAlias = Literal["pendiente", "en_curso", "cumplido", "incumplido", "cancelado"]


OrigenCompromiso: TypeAlias = Literal["acta", "orden_del_dia", "mesa", "pregunta", "dofa", "estrategia", "otro"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Seguimiento(Registro):
    """How a commitment, or a period of an activity, stood at a date; what was said stays, and more is added."""

    corte: Fecha | None = None
    avance: Cantidad | None = None  # percent; of a period of an activity, how much was done until then, in its unit
    texto: str | None = None
    evidencias: tuple[Evidencia, ...] = ()
    estado: EstadoCompromiso | None = None  # of a commitment, from then on
    nueva_fecha: FechaONoAplica | None = None  # that of the commitment, from then on
    responsables: tuple[str, ...] = ()  # who answer for the commitment, from then on
    autor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Compromiso(Registro):
    """A commitment or task."""

    codigo: str | None = None
    que_hacer: str
    alcance: Alcance | None = None
    entidad_competente: str | None = None
    fecha_traslado: Fecha | None = None
    responsables: tuple[str, ...] = ()
    dependencia: str | None = None
    adquirido: Fecha | None = None  # when it was made; without it, the date of its hearing
    fecha: FechaONoAplica | None = None  # «N.A.» is a value
    prioridad: str | None = None
    estado: EstadoCompromiso | None = None
    origen: OrigenCompromiso | None = None
    origen_detalle: str | None = None
    preguntas: tuple[RefPregunta, ...] = ()  # numbers of the questions it comes from
    seguimientos: tuple[Seguimiento, ...] = ()
    anulada: Anulada | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CompromisoAnterior(Valor):
    """A commitment made before a hearing, as it stood on its day; what the approved acta tells of it."""

    procedencia: str  # codigo of the hearing or plan where it was made
    procedencia_nombre: str | None = None  # what it is called
    codigo: str | None = None
    que_hacer: str
    responsables: tuple[str, ...] = ()
    entidad_competente: str | None = None  # to which it was handed over
    fecha_traslado: Fecha | None = None
    adquirido: Fecha | None = None
    fecha: FechaONoAplica | None = None
    estado: EstadoCompromiso | None = None
    avance: Cantidad | None = None  # percent
    texto: str | None = None  # its last advance
    descartado: str | None = None  # why the acta leaves it out
