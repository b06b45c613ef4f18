"""What happened in the room, hour by hour. The public version of the data has none of it."""

from __future__ import annotations

from collections.abc import Iterator

from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Block, Grid, Heading, literal
from rcdesk.domain.palabras import TIPO_INCIDENTE, con_mayuscula
from rcdesk.domain.registro import Incidente
from rcdesk.i18n import hora_am_pm


def cronologia(ctx: Contexto) -> Iterator[Block]:
    """The incidents by their hour; nothing when none was noted."""
    anotados = sorted(ctx.audiencia.incidentes, key=lambda uno: uno.hora or "")
    if anotados:
        yield Heading("Cronología de la audiencia", 3)
        filas = tuple(map(_fila, anotados))
        yield Grid(("Hora", "Hecho", "Qué pasó"), filas, (1.2, 2, 6.8), summary="Incidentes, por hora")


def _fila(uno: Incidente) -> tuple[str, str, str]:
    hecho = con_mayuscula(TIPO_INCIDENTE[uno.tipo]) if uno.tipo else ""
    return hora_am_pm(uno.hora) if uno.hora else "", hecho, literal(uno.texto)
