"""The script of who moderates: the agenda with its hours and the private note of each point, which no other has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rcdesk.documents.blocks import Align, Block, Document, Grid, Heading, Layout, Paragraph, literal
from rcdesk.documents.folios import nombre
from rcdesk.documents.formato import SIN_IMAGENES, Imagenes, autor, formato, formato_de, pie_de, terminada
from rcdesk.documents.orden_del_dia import puntos, suma_de_minutos
from rcdesk.domain.registro import Archivo, Audiencia

TIPO_DOCUMENTAL: Final = "GUION DE LA AUDIENCIA"

_AVISO: Final = "Para quien modera. No se publica ni se anexa al acta."
_ENCABEZADOS: Final = ("Hora", "Punto", "Min", "A cargo de", "Nota")
_ANCHOS: Final = (0.9, 3.0, 0.6, 1.9, 3.6)
_ALINEACION: Final = (Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT)


def guion(archivo: Archivo, audiencia: Audiencia, *, imagenes: Imagenes = SIN_IMAGENES) -> Document:
    """The agenda, lying down, to have at hand on the stage."""
    return Document(
        title=f"Guion. {nombre(audiencia)}",
        subject=nombre(audiencia),
        author=autor(archivo, audiencia),
        created=terminada(audiencia),
        form=formato(archivo, formato_de(archivo, "guion"), tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=tuple(_blocks(audiencia)),
        layout=Layout(landscape=True, foot=pie_de(formato_de(archivo, "guion"))),
    )


def _blocks(audiencia: Audiencia) -> Iterator[Block]:
    yield Heading("Guion de la audiencia", 1)
    yield Paragraph(nombre(audiencia))
    yield Paragraph(_AVISO, note=True)
    if not audiencia.orden_del_dia:
        yield Paragraph("Todavía no hay orden del día.")
        return
    filas = tuple((*fila, literal(punto.guion or "")) for punto, fila in puntos(audiencia))
    yield Grid(_ENCABEZADOS, filas, _ANCHOS, _ALINEACION, summary="Orden del día con sus notas", ruled=True)
    yield Paragraph(suma_de_minutos(audiencia), note=True)
