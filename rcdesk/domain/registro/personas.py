"""People and organisations of the directory."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rcdesk.domain.registro.valores import Anulada, Registro, Valor

TipoDocumento: TypeAlias = Literal["RC", "TI", "CC", "CE", "PA", "PEP", "PPT", "NIT", "otro"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Documento(Valor):
    """An identity document."""

    tipo: TipoDocumento | None = None
    numero: str | None = None  # without thousands separators


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Persona(Registro):
    """Someone in the directory."""

    nombre: str | None
    otros_nombres: tuple[str, ...] = ()
    documento: Documento | None = None
    cargo: str | None = None
    dependencia: str | None = None
    organizacion: str | None = None
    telefono: str | None = None
    correo: str | None = None
    municipio: str | None = None
    territorio: str | None = None  # comuna, localidad or corregimiento
    barrio: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Organizacion(Registro):
    """An organisation of the directory; whoever comes for one of its `otros_nombres` comes for it."""

    nombre: str
    otros_nombres: tuple[str, ...] = ()
    anulada: Anulada | None = None
