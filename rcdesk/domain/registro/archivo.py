"""The whole file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from rcdesk.domain.registro.audiencias import Audiencia
from rcdesk.domain.registro.entidad import DiaNoHabil, Entidad
from rcdesk.domain.registro.personas import Organizacion, Persona
from rcdesk.domain.registro.planes import Plan
from rcdesk.domain.registro.valores import FechaHora, Valor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Archivo(Valor):
    """A whole rcdesk/1 file."""

    formato: Literal["rcdesk/1"] = "rcdesk/1"
    generado: FechaHora | None = None
    version_publica: bool | None = None
    fuente: str | None = None
    entidad: Entidad | None = None
    personas: tuple[Persona, ...] = ()
    organizaciones: tuple[Organizacion, ...] = ()
    audiencias: tuple[Audiencia, ...] = ()
    planes: tuple[Plan, ...] = ()
    dias_no_habiles: tuple[DiaNoHabil, ...] = ()
    listas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
