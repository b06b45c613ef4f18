"""What Ajustes says of each of its sections, at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from rcdesk.work.calendario import listar_dias
from rcdesk.work.entidad import listar_dependencias, listar_habituales, ver_entidad
from rcdesk.work.formatos import listar_formatos
from rcdesk.work.libro import libro_de_numeros
from rcdesk.work.terminos import listar_terminos


@dataclass(frozen=True, slots=True)
class AjustesView:
    """How many of each thing there are; `entidad` is its name, empty while nobody has written it."""

    entidad: str
    formatos: int
    sin_codigo: int
    numeros: int
    saltos: int
    firmantes: int
    dependencias: int
    dias: int
    terminos: int
    """Those that the entity says."""


def ver_ajustes(connection: Connection, *, hoy: str) -> AjustesView:
    """Return how the settings stand on `hoy` (AAAA-MM-DD)."""
    formatos = listar_formatos(connection, hoy=hoy)
    libro = libro_de_numeros(connection)
    saltos = sum(row.estado == "salto" for row in libro)
    return AjustesView(
        entidad=ver_entidad(connection).nombre or "",
        formatos=sum(row.estado != "anterior" for row in formatos),
        sin_codigo=sum(row.estado == "sin_codigo" for row in formatos),
        numeros=len(libro) - saltos,
        saltos=saltos,
        firmantes=len(listar_habituales(connection)),
        dependencias=len(listar_dependencias(connection)),
        dias=len(listar_dias(connection)),
        terminos=sum(row.propio for row in listar_terminos(connection)),
    )
