"""The open-data package of a base: made of its public version, and only if nothing personal is found in it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from rcdesk.documents.paquete_abierto import diccionario, json_de, leeme, planilla_de
from rcdesk.domain.datos_abiertos import tablas
from rcdesk.domain.datos_abiertos.fugas import Fuga, fugas, tapadas
from rcdesk.domain.datos_abiertos.tabla import Tabla
from rcdesk.domain.errors import RuleError
from rcdesk.domain.publica import reservado, version_publica
from rcdesk.domain.registro import Archivo
from rcdesk.domain.telling import Telling
from rcdesk.i18n import peso, plural
from rcdesk.resources import resource
from rcdesk.work.gather import reunir

_DICHAS: Final = 8
"""Places that a refusal names; the others are counted."""

_PASOS: Final = 3


@dataclass(frozen=True, slots=True)
class Hecho:
    """What was written: tables, rows in all of them, bytes of the package, and cells with something hidden."""

    tablas: int
    filas: int
    octetos: int
    tapadas: int

    @property
    def en_palabras(self) -> str:
        """«9 tablas, 235 filas, 33 kB»."""
        dichas = [plural(self.tablas, "tabla", "tablas"), plural(self.filas, "fila", "filas"), peso(self.octetos)]
        if self.tapadas:
            dichas.append(plural(self.tapadas, "celda tapada", "celdas tapadas"))
        return ", ".join(dichas)


def empacar_datos_abiertos(
    connection: Any, *, corte: date, salida: Path, avance: Telling, tapar: bool = False
) -> Hecho:
    """Write in `salida` the zip of the open tables of the whole base, as things stood at the end of a day.

    RuleError, and nothing written, when a cell holds what looks personal: it says where; with `tapar` it is hidden.
    OSError when it cannot be written. `avance` is told of each step, and may raise to leave it.
    """
    from rcdesk.render.csv import to_bytes
    from rcdesk.render.writer import write_whole
    from rcdesk.render.zipped import zipped

    avance(0, _PASOS, "Reuniendo los datos")
    archivo = reunir(connection)
    avance(1, _PASOS, "Haciendo las tablas y buscando en ellas datos personales")
    hechas, escondidas = tablas_abiertas(archivo, corte, tapar=tapar)
    avance(2, _PASOS, "Escribiendo las tablas")
    explicadas = diccionario(hechas, descripcion_del_formato)
    columnas = [dict(zip(explicadas.columnas, map(str, fila), strict=True)) for fila in explicadas.filas]
    entidad = (archivo.entidad.nombre if archivo.entidad else None) or "Entidad sin nombre"
    partes: dict[str, str | bytes] = {
        "LEEME.txt": leeme(hechas, entidad, corte).encode(),
        "diccionario.csv": to_bytes(explicadas),
        "diccionario.json": f"{json.dumps(columnas, ensure_ascii=False, indent=1)}\n".encode(),
    }
    for tabla in hechas:
        partes[f"datos/{tabla.nombre}.csv"] = to_bytes(planilla_de(tabla))
        partes[f"datos/{tabla.nombre}.json"] = json_de(tabla)
    hecho = zipped(partes)
    write_whole(salida, hecho)
    return Hecho(len(hechas), sum(len(tabla.filas) for tabla in hechas), len(hecho), escondidas)


def tablas_abiertas(archivo: Archivo, corte: date, *, tapar: bool = False) -> tuple[tuple[Tabla, ...], int]:
    """The open tables of a file and how many cells were hidden in them.

    Where something personal is found, it is hidden with `tapar`; otherwise RuleError, saying where and never what.
    """
    hechas, secreto = tablas(version_publica(archivo), corte), reservado(archivo)
    propios = [archivo.entidad.correo if archivo.entidad else None, archivo.entidad.nit if archivo.entidad else None]
    propios += [una.convocatoria.correo_preguntas for una in archivo.audiencias if una.convocatoria]
    encontradas = [*fugas(hechas, secreto, filter(None, propios))]
    if encontradas and tapar:
        hechas = tapadas(hechas, secreto, encontradas)
        negar([*fugas(hechas, secreto, filter(None, propios))])
        return hechas, len(encontradas)
    negar(encontradas)
    return hechas, 0


def negar(encontradas: Sequence[Fuga]) -> None:
    """Refuse what was found, saying where and never what."""
    if encontradas:
        dichas = "; ".join(una.en_palabras for una in encontradas[:_DICHAS])
        otras = len(encontradas) - _DICHAS
        mas = f"; y {plural(otras, 'otra', 'otras')}" if otras > 0 else ""
        raise RuleError(
            f"No se hizo el paquete, porque llevaría datos personales: {dichas}{mas}. Corríjalo donde está escrito, o"
            " hágalo tapando esos datos."
        )


def descripcion_del_formato(campo: str) -> str:
    """What a field of rcdesk/1 is, as its schema says: «compromiso.alcance», «actividad.meta.valor»."""
    registro, *nombres = campo.split(".")
    dicho: Mapping[str, Any] = _registros()[registro]
    for nombre in nombres:
        dicho = _propiedades(dicho)[nombre]
    return str(dicho.get("description", ""))


@cache
def _registros() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(resource("rcdesk-1.schema.json").read_bytes())["$defs"]
    return found


def _propiedades(esquema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of an object, be it alone, one of several shapes, or each of a list."""
    if "properties" in esquema:
        found: Mapping[str, Any] = esquema["properties"]
        return found
    if "items" in esquema:
        return _propiedades(esquema["items"])
    return next(_propiedades(forma) for forma in esquema["oneOf"] if "properties" in forma)
