"""The rows of a list of people as they were read: the values of each, what keeps it out, and what is left out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Final

from rcdesk.domain.caracterizacion import Campo
from rcdesk.domain.celdas_de_personas import (
    CeldaMala,
    CeldaSinEntender,
    Valores,
    leer_autorizacion,
    leer_calidad,
    leer_correo,
    leer_cuando,
    leer_dato,
    leer_enfoque,
    leer_hora_de_ingreso,
    leer_imagen,
    leer_modalidad,
    leer_nombre,
    leer_numero_de_documento,
    leer_telefono,
    leer_tipo,
)
from rcdesk.domain.columnas import Fila, Tabla
from rcdesk.domain.columnas_de_personas import CAMPOS, MUCHAS
from rcdesk.domain.documento_de_identidad import llave_de_documento

Celdas = Mapping[str, str]
"""What a column is → the text of its cell, without blanks around; those that are empty are left out."""
Leer = Callable[[str], Valores]

CAMPO_DE_ENFOQUE: Final[Mapping[str, Campo]] = {
    "genero": "genero",
    "edad": "rango_edad",
    "etnia": "etnia",
    "discapacidad": "discapacidad",
    "victima": "victima",
    "lgbtiq": "lgbtiq",
}
"""What a column of the file is → what people tell of themselves there."""
_TITLES: Final[Mapping[str, str]] = {campo: titulo for campo, titulo in CAMPOS if campo}
_PLAIN: Final = ("organizacion", "dependencia", "cargo", "municipio", "territorio", "barrio")


@dataclass(slots=True)
class Leida:
    """A row of the file. `problema` keeps it out, and `campo` is the cell that has it; `avisos` are told."""

    fila: Fila
    celdas: Celdas
    valores: Valores = field(default_factory=dict)
    campo: str = ""
    problema: str = ""
    avisos: list[str] = field(default_factory=list)

    @property
    def llave(self) -> str:
        """The document as it is compared; empty without one."""
        return llave_de_documento(str(self.valores.get("documento_numero") or ""))


def celdas_de(tabla: Tabla, campos: Sequence[str], *, titulos: bool) -> Iterator[tuple[Fila, Celdas]]:
    """Return each row with the cells that are brought, by what they are; a row with none is nobody's."""
    single = [(place, str(campo)) for place, campo in enumerate(campos) if campo in _TITLES and campo not in MUCHAS]
    names = [place for wanted in ("nombres", "apellidos") for place, campo in enumerate(campos) if campo == wanted]
    for row in tabla.filas[1:] if titulos else tabla.filas:
        many = len(row.celdas)
        found = {campo: text for place, campo in single if place < many and (text := row.celdas[place].strip())}
        if names and (whole := " ".join(row.celdas[place].strip() for place in names if place < many).strip()):
            found["nombre"] = f"{found['nombre']} {whole}" if "nombre" in found else whole
        if found or row.aviso:
            yield row, found


def leer_fila(fila: Fila, celdas: Celdas, lectores: Mapping[str, Leer], *, cambian: Celdas | None = None) -> Leida:
    """Read a row; of somebody who is known only the cells that `cambian` are read: the others are as they were."""
    made, read = Leida(fila, celdas), celdas if cambian is None else cambian
    if fila.aviso:
        made.problema = fila.aviso
        return made
    try:
        if cambian is None or "nombre" in read:
            made.valores.update(leer_nombre(read.get("nombre", "")))
        if "documento" in read:
            made.valores.update(leer_numero_de_documento(read["documento"], celdas.get("documento_tipo", "")))
        elif cambian and (kind := leer_tipo(read.get("documento_tipo", ""))):
            made.valores |= {"documento_tipo": kind, "tipo_dicho": True}
        for campo, texto in read.items():
            if campo in lectores:
                _read(made, lectores[campo], texto)
    except CeldaMala as error:
        made.campo, made.problema = error.campo, error.motivo
    return made


def _read(made: Leida, reader: Leer, texto: str) -> None:
    try:
        made.valores.update(reader(texto))
    except CeldaSinEntender as error:
        made.avisos.append(str(error))


def lectores(ahora: datetime, opciones: Mapping[Campo, Sequence[str]]) -> Mapping[str, Leer]:
    """Return how each cell is read by itself; the name and the document are read before, with what they need.

    `opciones` are the answers that the entity offers to what people tell of themselves.
    """
    return {
        **{campo: leer_dato(campo, _TITLES[campo]) for campo in _PLAIN},
        "representante": leer_dato("autorizacion_representante", _TITLES["representante"]),
        "telefono": leer_telefono,
        "correo": leer_correo,
        "modalidad": leer_modalidad,
        "hora": lambda text: leer_hora_de_ingreso(text, ahora),
        "cuando": lambda text: leer_cuando(text, ahora),
        "autoriza": leer_autorizacion,
        "imagen": leer_imagen,
        "calidad": leer_calidad,
        **{name: partial(_focus, campo, opciones.get(campo, ())) for name, campo in CAMPO_DE_ENFOQUE.items()},
    }


def _focus(campo: Campo, opciones: Sequence[str], texto: str) -> Valores:
    return leer_enfoque(campo, texto, opciones)
