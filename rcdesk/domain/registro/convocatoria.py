"""How a hearing or a plan was announced."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rcdesk.domain.registro.narrativa import Bloque
from rcdesk.domain.registro.valores import Anulada, Fecha, Hora, Registro

Medio: TypeAlias = Literal[
    "tarjeta",
    "correo",
    "circular",
    "intranet",
    "sitio_web",
    "redes_sociales",
    "calendario_web",
    "prensa",
    "radio",
    "television",
    "whatsapp",
    "aviso",
    "perifoneo",
    "otro",
]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Publicacion(Registro):
    """One publication of a piece."""

    fecha: Fecha | None = None
    hora: Hora | None = None
    fuente: str | None = None  # without the word «Fuente:»
    url: str | None = None  # as published, even if malformed


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Pieza(Registro):
    """One piece of the announcement."""

    titulo: str
    medio: Medio | None = None
    texto: str | None = None
    publicaciones: tuple[Publicacion, ...] = ()
    figuras: tuple[Bloque, ...] = ()
    anulada: Anulada | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Convocatoria(Registro):
    """How the hearing was announced."""

    bloques: tuple[Bloque, ...] = ()
    medios: tuple[str, ...] = ()
    piezas: tuple[Pieza, ...] = ()
    correo_preguntas: str | None = None
    publicaciones_en_redes: int | None = None
    etiquetas: tuple[str, ...] = ()
