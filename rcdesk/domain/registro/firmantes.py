"""Who signs, prepares, reviews or approves a document."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rcdesk.domain.registro.valores import Fecha, Registro

MedioDeFirma: TypeAlias = Literal["papel", "electronica", "digital"]
"""By hand on the printed acta, or as Ley 527 de 1999 tells an electronic signature from a digital one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Firmante(Registro):
    """Who signs, prepares, reviews or approves; `medio` and `fecha` say how and when they did."""

    nombre: str | None
    cargo: str | None = None
    dependencia: str | None = None
    fecha: Fecha | None = None
    medio: MedioDeFirma | None = None
