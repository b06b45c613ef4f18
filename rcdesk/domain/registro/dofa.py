"""The crossed matrix."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rcdesk.domain.registro.narrativa import Bloque
from rcdesk.domain.registro.valores import Registro

Cruce: TypeAlias = Literal["FO", "DO", "FA", "DA"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Estrategia(Registro):
    """A crossed strategy; its code (FO1) is its place, and so are those of the factors that it crosses (F1, O2)."""

    cruce: Cruce
    texto: str
    factores: tuple[str, ...] = ()
    compromiso: str | None = None  # codigo of the commitment that carries it out


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Dofa(Registro):
    """The crossed matrix: strengths, weaknesses, opportunities and threats."""

    fortalezas: tuple[str, ...] = ()
    debilidades: tuple[str, ...] = ()
    oportunidades: tuple[str, ...] = ()
    amenazas: tuple[str, ...] = ()
    estrategias: tuple[Estrategia, ...] = ()
    cierre: tuple[Bloque, ...] = ()
