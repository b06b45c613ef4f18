"""What a table of open data is: its columns, each described, and its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal, TypeAlias

from rcdesk.domain.plazos import dia_en_colombia
from rcdesk.domain.registro import FechaHora

Valor: TypeAlias = str | int | Decimal | None
Tipo: TypeAlias = Literal["texto", "entero", "decimal", "porcentaje", "fecha", "hora", "enlace"]

SEPARADOR: Final = " | "
"""Between the values of a cell that holds several."""

_DIA: Final = len("AAAA-MM-DD")


@dataclass(frozen=True, slots=True)
class Columna:
    """A column: its name, what it holds, and where it is in a row, attribute by attribute («compromiso.que_hacer»).

    `campo` is a field of rcdesk/1, whose description is that of the format; what is derived has its own `descripcion`.
    `de_funcion` are names that are public by the charge of who bears them.
    """

    nombre: str
    tipo: Tipo
    ruta: str
    campo: str = ""
    descripcion: str = ""
    de_funcion: bool = False


@dataclass(frozen=True, slots=True)
class Tabla:
    """A table as it is published; each row is as long as `columnas`."""

    nombre: str
    titulo: str
    columnas: tuple[Columna, ...]
    filas: tuple[tuple[Valor, ...], ...]


def tabla(nombre: str, titulo: str, columnas: tuple[Columna, ...], renglones: Iterable[object]) -> Tabla:
    """Read a table of some rows."""
    filas = tuple(tuple(_leido(columna, renglon) for columna in columnas) for renglon in renglones)
    return Tabla(nombre, titulo, columnas, filas)


def _leido(columna: Columna, renglon: object) -> Valor:
    valor: Any = renglon
    for parte in columna.ruta.split("."):
        valor = None if valor is None else getattr(valor, parte)
    if isinstance(valor, tuple):
        return SEPARADOR.join(str(uno).replace("|", "/") for uno in valor) or None
    match columna.tipo:
        case "decimal" | "porcentaje":
            return None if valor is None else Decimal(valor)
        case "entero":
            return None if valor is None else int(valor)
        case "fecha":
            return None if valor is None else _dia(str(valor))
        case _:
            return None if valor is None else str(valor)


def _dia(fecha: str) -> str:
    """The day of an instant, that of Colombia; a date as it is known, to the month or to the year."""
    return fecha if len(fecha) <= _DIA else dia_en_colombia(FechaHora(fecha)).isoformat()
