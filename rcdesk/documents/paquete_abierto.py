"""The files of an open-data package: each table as CSV and JSON, the dictionary that describes it, and its licence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from rcdesk.documents.planilla import Celda, Planilla
from rcdesk.domain.datos_abiertos.tabla import Columna, Tabla, Tipo, Valor
from rcdesk.i18n import fecha_larga, plural

LICENCIA: Final = (
    "Atribución 4.0 Internacional (CC BY 4.0)",
    "https://creativecommons.org/licenses/by/4.0/deed.es",
)

_TIPO: Final[dict[Tipo, str]] = {
    "texto": "texto",
    "entero": "número entero",
    "decimal": "número decimal",
    "porcentaje": "número decimal, en porcentaje",
    "fecha": "fecha AAAA-MM-DD; AAAA-MM o AAAA si no se sabe más",
    "hora": "hora HH:MM",
    "enlace": "dirección web",
}
_DICCIONARIO: Final = ("tabla", "columna", "tipo", "descripción")

Descripcion = Callable[[str], str]
"""What a field of rcdesk/1 is, by its name («compromiso.alcance»)."""


def planilla_de(tabla: Tabla) -> Planilla:
    """A table as a sheet; a cell that says nothing is empty."""
    columnas = tuple(columna.nombre for columna in tabla.columnas)
    return Planilla(tabla.titulo, columnas, tuple(tuple(map(_celda, fila)) for fila in tabla.filas))


def json_de(tabla: Tabla) -> bytes:
    """A table as JSON: an object for each row; decimals are texts with a point, so that no figure is lost."""
    nombres = [columna.nombre for columna in tabla.columnas]
    filas = [dict(zip(nombres, map(_dicho, fila), strict=True)) for fila in tabla.filas]
    return f"{json.dumps(filas, ensure_ascii=False, indent=1)}\n".encode()


def diccionario(tablas: Sequence[Tabla], descripcion: Descripcion) -> Planilla:
    """Every column of every table: what it holds and what it is."""
    filas = tuple(
        (tabla.nombre, columna.nombre, _TIPO[columna.tipo], _descrita(columna, descripcion))
        for tabla in tablas
        for columna in tabla.columnas
    )
    return Planilla("Diccionario", _DICCIONARIO, filas)


def leeme(tablas: Sequence[Tabla], entidad: str, corte: date) -> str:
    """What the package holds, how it is read and how it may be used."""
    return "\n".join(_leeme(tablas, entidad, corte)) + "\n"


def _leeme(tablas: Sequence[Tabla], entidad: str, corte: date) -> Iterator[str]:
    yield "DATOS ABIERTOS DE RENDICIÓN DE CUENTAS"
    yield entidad
    yield f"Estado de las cosas al {fecha_larga(corte.isoformat())}."
    yield ""
    yield "Cada tabla está en CSV (UTF-8, separado por punto y coma, coma decimal) y en JSON (punto decimal):"
    for tabla in tablas:
        yield f"- {tabla.nombre}: {tabla.titulo} ({plural(len(tabla.filas), 'fila', 'filas')})"
    yield ""
    yield "diccionario.csv y diccionario.json dicen qué es cada columna. Una celda vacía es un dato que no se tiene o"
    yield "que no se publica. Los valores de una misma celda van separados por « | ». En el CSV, un texto que empieza"
    yield "por un signo de fórmula lleva antes un apóstrofo, para que ninguna hoja de cálculo lo ejecute."
    yield ""
    yield "No lleva datos personales: ni nombres de ciudadanos, ni documentos, teléfonos o correos (Ley 1581 de 2012)."
    yield "Donde un texto llevaba uno dice «[número reservado]», «[correo reservado]» o «[nombre reservado]»."
    yield "Las respuestas de las encuestas que dieron muy pocas personas no se publican con su número."
    yield ""
    yield f"Licencia: {LICENCIA[0]}"
    yield LICENCIA[1]
    yield "Puede usar y compartir estos datos, también con fines comerciales, si dice de quién son."


def _descrita(columna: Columna, descripcion: Descripcion) -> str:
    return columna.descripcion or descripcion(columna.campo)


def _celda(valor: Valor) -> Celda:
    return "" if valor is None else valor


def _dicho(valor: Valor) -> str | int | None:
    return f"{valor:f}" if isinstance(valor, Decimal) else valor
