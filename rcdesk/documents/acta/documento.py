"""The acta of a hearing, from its data alone."""

from __future__ import annotations

from typing import Final

from rcdesk.documents.acta.apertura import apertura, con_numero
from rcdesk.documents.acta.cierre import cierre
from rcdesk.documents.acta.contexto import contexto
from rcdesk.documents.acta.incidentes import cronologia
from rcdesk.documents.acta.insertos import insertar
from rcdesk.documents.acta.secciones import desarrollo, titulos
from rcdesk.documents.acta.verificacion import verificacion
from rcdesk.documents.blocks import Attachment, Document, Heading, Layout, literal
from rcdesk.documents.formato import SIN_IMAGENES, Imagenes, autor, formato, formato_de, pie_de, terminada
from rcdesk.domain.registro import Archivo, Audiencia
from rcdesk.domain.sello import Sello

TIPO_DOCUMENTAL: Final = "ACTA DE REUNIÓN"

_PAGINAS_SIN_INDICE: Final = 60
"""Up to so many pages the agenda is index enough, and the form stays as the entity controls it."""


def acta(
    archivo: Archivo,
    audiencia: Audiencia,
    *,
    datos: bytes | None,
    imagenes: Imagenes = SIN_IMAGENES,
    sello: Sello | None = None,
) -> Document:
    """The acta in the real format: header form, opening, development, close, signatures and annexes.

    `datos` are the open data that travel inside it (the `version_publica`, as JSON). `imagenes` has the picture of each
    `archivo` and `logo` that is at hand; a figure without its picture prints its words. Annulled records are left out.
    `sello` is that of an approved version.
    """
    ctx = contexto(archivo, audiencia, imagenes, insertar)
    blocks = (*apertura(ctx, titulos(ctx)), Heading("DESARROLLO:", 2), *cronologia(ctx), *desarrollo(ctx), *cierre(ctx))
    if sello is not None:
        blocks = (*blocks, *verificacion(sello))
    documental = ctx.acta.formato or formato_de(archivo, "acta")
    return Document(
        title=f"{con_numero('Acta', archivo, ctx.acta)}{'. Versión pública' if archivo.version_publica else ''}",
        subject=literal(audiencia.nombre or audiencia.objetivo or TIPO_DOCUMENTAL.capitalize()),
        author=autor(archivo, audiencia),
        created=terminada(audiencia),
        form=formato(archivo, documental, tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=blocks,
        contents_over=_PAGINAS_SIN_INDICE,
        attachment=None if datos is None else _adjunto(datos),
        layout=Layout(foot=pie_de(documental)),
    )


def _adjunto(datos: bytes) -> Attachment:
    return Attachment("datos-abiertos.json", datos, "application/json", "Datos abiertos de la audiencia (rcdesk/1)")
