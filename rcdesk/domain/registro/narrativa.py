"""Narrative: titled sections of blocks, and what proves them."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from rcdesk.domain.registro.valores import NO_NULO, Cantidad, Fecha, Periodo, Registro, Ruta, Valor

Frase: TypeAlias = Literal[
    "horario",
    "frase_de_temas",
    "frase_de_convocatoria",
    "frase_de_asistencia",
    "espectadores",
    "folios",
    "frase_de_preguntas",
    "frase_de_canales",
    "frase_de_analisis",
    "frase_de_encuestas",
    "frase_de_compromisos",
    "responsabilidad",
]
"""A sentence that the figures of the hearing write; reworded, it is a `parrafo` that keeps which one it was."""


ParteDelActa: TypeAlias = Literal[
    "temas",
    "convocatoria",
    "fecha_y_lugar",
    "asistencia",
    "metricas_virtuales",
    "informacion_divulgada",
    "intervenciones",
    "preguntas",
    "preguntas_por_tema",
    "decisiones",
    "encuestas",
    "autoevaluacion",
    "dofa",
    "compromisos",
]
"""A structured part of the hearing, printed as its tables and charts."""

Dato: TypeAlias = Literal[ParteDelActa, Frase]
"""What an `inserto` prints."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Parrafo(Valor):
    """Running text; `**bold**` is the only mark. With `dato`, it is that sentence in somebody's own words."""

    tipo: Literal["parrafo"] = "parrafo"
    texto: str
    dato: Frase | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Item(Valor):
    """An entry of a list that has a list of its own."""

    texto: str
    items: Annotated["tuple[str | Item, ...]", NO_NULO] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Lista(Valor):
    """A list, bulleted or numbered."""

    tipo: Literal["lista"] = "lista"
    numerada: Annotated[bool | None, NO_NULO] = None
    items: tuple[str | Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Figura(Valor):
    """A picture or chart, with the words that replace it."""

    tipo: Literal["figura"] = "figura"
    leyenda: str | None = None
    fuente: str | None = None  # without the word «Fuente:»
    texto_alternativo: str | None = None
    archivo: Ruta | None = None  # relative to the file; in the base, the SHA-256 of the evidence
    transcripcion: str | None = None  # what is read inside the picture
    transcripcion_automatica: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Tabla(Valor):
    """A table typed by a person."""

    tipo: Literal["tabla"] = "tabla"
    leyenda: str | None = None
    fuente: str | None = None
    encabezados: Annotated[tuple[str, ...], NO_NULO] = ()
    filas: tuple[tuple[str | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Cita(Valor):
    """Somebody's very words."""

    tipo: Literal["cita"] = "cita"
    texto: str
    autor: str | None = None
    fuente: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Inserto(Valor):
    """The place where a structured part of the hearing is printed."""

    tipo: Literal["inserto"] = "inserto"
    dato: Dato
    fuente: str | None = None


Bloque: TypeAlias = Parrafo | Lista | Figura | Tabla | Cita | Inserto
"""One block of narrative; `tipo` says which."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Cifra(Registro):
    """A figure that a section reports."""

    concepto: str
    valor: Cantidad | None = None
    unidad: str | None = None
    dependencia: str | None = None
    periodo: Periodo | None = None
    texto: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Seccion(Registro):
    """A titled piece of narrative; its number is its place."""

    titulo: str | None = None
    dependencia: str | None = None
    bloques: tuple[Bloque, ...] = ()
    cifras: tuple[Cifra, ...] = ()
    secciones: "tuple[Seccion, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Evidencia(Registro):
    """What proves something was done."""

    texto: str | None = None
    url: str | None = None
    archivo: Ruta | None = None
    paginas: str | None = None
    consultada: Fecha | None = None  # when the address was seen
