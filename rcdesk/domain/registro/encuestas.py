"""The evaluation survey."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from rcdesk.domain.registro.narrativa import Bloque
from rcdesk.domain.registro.valores import NO_NULO, FechaHora, Registro, Valor

TipoPreguntaEncuesta: TypeAlias = Literal["unica", "multiple", "si_no", "ordinal", "numero", "texto"]


AplicacionRespuesta: TypeAlias = Literal["virtual", "papel"]


MomentoEncuesta: TypeAlias = Literal["previa", "durante", "posterior"]


AplicacionEncuesta: TypeAlias = Literal["virtual", "papel", "mixta"]


ValorDeRespuesta: TypeAlias = str | int | float | bool | tuple[str, ...] | None
"""What one person answered; «No responde» and «N.A.» are values, None is no answer."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Condicion(Valor):
    """Asked only of those who answered another question so."""

    pregunta: str
    es: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Resultado(Registro):
    """How many chose an option."""

    opcion: str
    cantidad: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class PreguntaEncuesta(Registro):
    """One question of a survey: its statement, and its aggregated results when there are no single answers."""

    codigo: str
    enunciado: str | None = None
    tipo: TipoPreguntaEncuesta
    opciones: tuple[str, ...] = ()
    admite_otro: bool | None = None
    obligatoria: bool | None = None
    opciones_incompletas: bool | None = None
    condicion: Condicion | None = None
    caracteriza: bool | None = None  # it asks who the person is, not what they think
    grupos: Annotated[Mapping[str, tuple[str, ...]], NO_NULO] = field(default_factory=dict)  # name → free answers in it
    respondieron: int | None = None
    resultados: tuple[Resultado, ...] = ()
    reservadas: tuple[str, ...] = ()  # options whose count is not published: it would tell of too few people
    muestra: tuple[str, ...] = ()
    analisis: tuple[Bloque, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RespuestaEncuesta(Registro):
    """One anonymous answer to a survey."""

    fecha: FechaHora | None = None
    aplicacion: AplicacionRespuesta | None = None
    valores: Mapping[str, ValorDeRespuesta]  # question codigo → value; a list in multiple


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Encuesta(Registro):
    """A survey, with single answers or with counts, never both."""

    codigo: str | None = None
    titulo: str | None = None
    momento: MomentoEncuesta | None = None
    aplicacion: AplicacionEncuesta | None = None
    url: str | None = None
    introduccion: tuple[Bloque, ...] = ()
    preguntas: tuple[PreguntaEncuesta, ...]
    encuestados: int | None = None  # only with aggregated results
    respuestas: tuple[RespuestaEncuesta, ...] = ()
    cierre: tuple[Bloque, ...] = ()
