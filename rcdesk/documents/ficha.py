"""How the documents made after a hearing begin: which hearing it was, when and where, as far as it is known."""

from __future__ import annotations

from collections.abc import Iterator

from rcdesk.documents.blocks import Block, Grid, Heading
from rcdesk.documents.folios import cuando, donde, nombre
from rcdesk.domain.registro import Audiencia


def ficha(titulo: str, audiencia: Audiencia) -> Iterator[Block]:
    """The title of the document, and the hearing it is of."""
    filas = (("Actividad", nombre(audiencia)), ("Fecha", cuando(audiencia)), ("Lugar", donde(audiencia)))
    yield Heading(titulo, 1)
    yield Grid((), tuple(fila for fila in filas if fila[1]), (1.4, 8.6), summary="Datos de la audiencia")
