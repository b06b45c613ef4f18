"""The survey on paper, to print as many times as people are expected: two sides of one sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rcdesk.documents.blocks import Block, Document, Layout, PageBreak, Paper, Paragraph
from rcdesk.documents.folios import nombre
from rcdesk.documents.formato import SIN_IMAGENES, Imagenes, autor, formato, formato_de, terminada
from rcdesk.documents.papeletas import encuesta_en_papel
from rcdesk.domain.registro import Archivo, Audiencia, Encuesta

TIPO_DOCUMENTAL: Final = "ENCUESTA DE EVALUACIÓN"
_AL_PIE: Final = (
    "Formulario No. ______________ (lo escribe quien lo recibe). Para digitarlo: el número junto a cada casilla es su"
    " tecla, L escribe la otra respuesta y 0 es «no responde»."
)


def formulario(
    archivo: Archivo,
    audiencia: Audiencia,
    encuestas: Sequence[Encuesta],
    *,
    papel: Paper = Paper.LETTER,
    imagenes: Imagenes = SIN_IMAGENES,
) -> Document:
    """These surveys of a hearing, in the entity's format; nothing in them says who answers."""
    return Document(
        title=f"Formulario de la encuesta. {nombre(audiencia)}",
        subject=nombre(audiencia),
        author=autor(archivo, audiencia),
        created=terminada(audiencia),
        form=formato(archivo, formato_de(archivo, "encuesta"), tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=tuple(_blocks(audiencia, encuestas)),
        contents_over=None,
        layout=Layout(paper=papel, foot=_AL_PIE),
    )


def _blocks(audiencia: Audiencia, encuestas: Sequence[Encuesta]) -> Iterator[Block]:
    if not encuestas:
        yield Paragraph("Esta audiencia no tiene una encuesta con preguntas.")
    for numero, encuesta in enumerate(encuestas):
        if numero:
            yield PageBreak()
        yield from encuesta_en_papel(audiencia, encuesta)
