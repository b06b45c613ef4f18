"""The commitments of the hearing, as the form's table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Block, Grid, literal
from rcdesk.documents.formato import fecha_de_formulario
from rcdesk.domain.registro import NO_APLICA, Compromiso

ENCABEZADOS: Final = ("QUÉ HACER", "RESPONSABLE", "FECHA COMPROMISO")


def compromisos(ctx: Contexto) -> Iterator[Block]:
    """What was promised, by whom and for when; nothing when nothing was."""
    filas = tuple((literal(uno.que_hacer), _responsable(uno), _fecha(uno)) for uno in ctx.audiencia.compromisos)
    if filas:
        yield Grid(ENCABEZADOS, filas, (5, 3.2, 1.8), summary="Tareas y compromisos")


def _responsable(uno: Compromiso) -> str:
    """Who does it; what another entity must do says which one, and since when it knows."""
    responsables = literal(", ".join(uno.responsables))
    if uno.alcance != "no_a_cargo":
        return responsables
    entidad = literal(uno.entidad_competente or "otra entidad")
    traslado = f", trasladado el {fecha_de_formulario(uno.fecha_traslado)}" if uno.fecha_traslado else ""
    return "\n".join(parte for parte in (responsables, f"A cargo de {entidad}{traslado}") if parte)


def _fecha(uno: Compromiso) -> str:
    if uno.fecha is None:
        return "Sin fecha"
    return uno.fecha if uno.fecha == NO_APLICA else fecha_de_formulario(uno.fecha)
