"""Commitments and how they advance."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rcdesk.domain.registro.narrativa import Evidencia
from rcdesk.domain.registro.valores import Anulada, Cantidad, Fecha, FechaONoAplica, RefPregunta, Registro

Alcance: TypeAlias = Literal["a_cargo", "no_a_cargo"]


EstadoCompromiso: TypeAlias = Literal["pendiente", "en_curso", "cumplido", "incumplido", "cancelado"]


OrigenCompromiso: TypeAlias = Literal["acta", "orden_del_dia", "mesa", "pregunta", "dofa", "estrategia", "otro"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Seguimiento(Registro):
    """How a commitment stood at a date."""

    corte: Fecha | None = None
    avance: Cantidad | None = None  # percent
    texto: str | None = None
    evidencias: tuple[Evidencia, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Compromiso(Registro):
    """A commitment or task."""

    codigo: str | None = None
    que_hacer: str
    alcance: Alcance | None = None
    entidad_competente: str | None = None
    fecha_traslado: Fecha | None = None
    responsables: tuple[str, ...] = ()
    fecha: FechaONoAplica | None = None  # «N.A.» is a value
    prioridad: str | None = None
    estado: EstadoCompromiso | None = None
    origen: OrigenCompromiso | None = None
    origen_detalle: str | None = None
    preguntas: tuple[RefPregunta, ...] = ()  # numbers of the questions it comes from
    seguimientos: tuple[Seguimiento, ...] = ()
    anulada: Anulada | None = None
