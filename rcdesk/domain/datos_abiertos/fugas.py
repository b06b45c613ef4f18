"""Personal data that would leave in a table: looked for in every cell before anything is written (Ley 1581 de 2012).

Two searches, as in `reserva`: what the base knows to be of somebody, and what looks like a document, a telephone or an
e-mail, whoever typed it. What is found is told by its place, never by what it says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from rcdesk.domain.datos_abiertos.tabla import Columna, Tabla
from rcdesk.domain.reserva import CORREO, NUMERO, Reserva, enmascarar
from rcdesk.i18n import sin_tildes

_COLUMNAS: Final = re.compile(
    r"(^|_)(documento|cedula|identificacion|telefono|celular|correo|email|direccion|firma|autor|asistente|persona"
    r"|representante|barrio|discapacidad|etnia|edad|genero|sexo)(_|$)"
)
"""Names that a column of open data may not have."""
_DE_LA_ENTIDAD: Final = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,120}\.gov\.co\b", re.IGNORECASE)
"""An address of a public entity is published by law (Ley 1712 de 2014, art. 9)."""
_ENLACE: Final = re.compile(r"https?://\S+")
"""The figures of an address are not somebody's number, unless the base knows that they are."""

COLUMNA: Final = "es una columna de datos personales"
_CORREO: Final = "parece un correo electrónico"
_NUMERO: Final = "parece un documento o un teléfono"
_CONOCIDO: Final = "es un dato personal registrado en la base"


@dataclass(frozen=True, slots=True)
class Fuga:
    """What would leave, told by its place: `fila` counts from 1, and is 0 when it is the whole column."""

    tabla: str
    fila: int
    columna: str
    que: str

    @property
    def en_palabras(self) -> str:
        """«compromisos, fila 4, columna que_hacer: parece un documento o un teléfono»."""
        fila = f"fila {self.fila}, " if self.fila else ""
        return f"{self.tabla}, {fila}columna {self.columna}: {self.que}"


def fugas(tablas: Iterable[Tabla], reserva: Reserva, propios: Iterable[str] = ()) -> Iterator[Fuga]:
    """Every personal value of some tables; `propios` are addresses and numbers of the entity, which are public."""
    suyos = tuple(propio for propio in propios if propio)
    sin_nombres = replace(reserva, nombres={})

    @lru_cache(maxsize=4096)  # states, offices and names of activities are said again and again
    def dicho(texto: str, de_funcion: bool) -> str:
        return _de_una_celda(texto, sin_nombres if de_funcion else reserva, suyos)

    for una in tablas:
        for lugar, columna in enumerate(una.columnas):
            if _COLUMNAS.search(sin_tildes(columna.nombre)):
                yield Fuga(una.nombre, 0, columna.nombre, COLUMNA)
            elif columna.tipo in ("texto", "enlace"):
                yield from _de_una_columna(una, lugar, columna, dicho)


def tapadas(tablas: Iterable[Tabla], reserva: Reserva, encontradas: Iterable[Fuga]) -> tuple[Tabla, ...]:
    """The tables with what was found hidden, cell by cell; a column of personal data stays as it is, to be refused."""
    lugares = {(una.tabla, una.fila, una.columna) for una in encontradas if una.fila}
    return tuple(_tapada(una, reserva, lugares) for una in tablas)


def _tapada(una: Tabla, reserva: Reserva, lugares: Collection[tuple[str, int, str]]) -> Tabla:
    nombres = [columna.nombre for columna in una.columnas]
    filas = tuple(
        tuple(
            enmascarar(reserva.quitar(celda))
            if isinstance(celda, str) and (una.nombre, numero, nombre) in lugares
            else celda
            for nombre, celda in zip(nombres, fila, strict=True)
        )
        for numero, fila in enumerate(una.filas, 1)
    )
    return replace(una, filas=filas)


def _de_una_columna(una: Tabla, lugar: int, columna: Columna, dicho: Callable[[str, bool], str]) -> Iterator[Fuga]:
    for numero, fila in enumerate(una.filas, 1):
        celda = fila[lugar]
        que = dicho(celda, columna.de_funcion) if isinstance(celda, str) else ""
        if que:
            yield Fuga(una.nombre, numero, columna.nombre, que)


def _de_una_celda(texto: str, reserva: Reserva, propios: Iterable[str]) -> str:
    """What is personal in a text; empty when nothing is."""
    sin_propios = _DE_LA_ENTIDAD.sub("", texto)
    for propio in propios:
        sin_propios = sin_propios.replace(propio, "")
    if reserva.quitar(sin_propios) != sin_propios:
        return _CONOCIDO
    visto = _ENLACE.sub("", sin_propios)
    tapado = enmascarar(visto)
    if tapado.count(CORREO) > visto.count(CORREO):  # what was taken out already says so
        return _CORREO
    return _NUMERO if tapado.count(NUMERO) > visto.count(NUMERO) else ""
