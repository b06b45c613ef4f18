"""What those who reviewed the acta asked for and what was decided about it, to be filed with the acta."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from rcdesk.documents.blocks import Align, Block, Document, Grid, Heading, Layout, Paragraph, literal
from rcdesk.documents.ficha import ficha
from rcdesk.documents.folios import nombre
from rcdesk.documents.formato import SIN_IMAGENES, Imagenes, autor, formato, formato_de, pie_de, terminada
from rcdesk.domain.palabras import con_mayuscula
from rcdesk.domain.palabras_del_acta import DISPOSICION
from rcdesk.domain.registro import Acta, Archivo, Audiencia, Observacion
from rcdesk.i18n import lista_en_palabras, plural

TIPO_DOCUMENTAL: Final = "OBSERVACIONES Y SU DISPOSICIÓN"

_ENCABEZADOS: Final = ("No.", "Quién", "Dónde", "Observación", "Disposición", "Qué se hizo")
_ANCHOS: Final = (0.5, 1.6, 1.4, 3.6, 1.3, 3.0)
_ALINEACION: Final = (Align.RIGHT, *[Align.LEFT] * 5)
_SIN_DECIDIR: Final = "Sin decidir"


def observaciones_y_disposicion(
    archivo: Archivo, audiencia: Audiencia, *, imagenes: Imagenes = SIN_IMAGENES
) -> Document:
    """The remarks on each copy of the acta, with their disposition, lying down. It names who made them: internal."""
    return Document(
        title=f"Observaciones y su disposición. {nombre(audiencia)}",
        subject=nombre(audiencia),
        author=autor(archivo, audiencia),
        created=terminada(audiencia),
        form=formato(archivo, formato_de(archivo, "observaciones"), tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=tuple(_blocks(audiencia)),
        layout=Layout(landscape=True, foot=pie_de(formato_de(archivo, "observaciones"))),
    )


def _blocks(audiencia: Audiencia) -> Iterator[Block]:
    acta = audiencia.acta or Acta()
    yield from ficha("Observaciones al acta y su disposición", audiencia)
    if acta.numero:
        yield Paragraph(f"Acta No. {literal(acta.numero)}")
    todas = acta.observaciones_de_revision
    if not todas:
        yield Paragraph("No se hicieron observaciones.")
        return
    yield Paragraph(_cuenta(todas))
    numeradas = list(enumerate(todas, 1))
    for revision in dict.fromkeys(una.revision for una in todas):
        filas = tuple(_fila(numero, una) for numero, una in numeradas if una.revision == revision)
        titulo = f"Copia de revisión {revision}" if revision else "Sin copia numerada"
        yield Heading(titulo, 2)
        yield Grid(_ENCABEZADOS, filas, _ANCHOS, _ALINEACION, summary=f"{titulo}: cada observación y su disposición")


def _cuenta(todas: Sequence[Observacion]) -> str:
    """How many there are and how each kind was decided: «3 observaciones: 2 acogidas y 1 sin decidir.»."""
    cuentas = Counter(una.disposicion for una in todas)
    partes = [
        plural(cuentas[clave], dicho, dicho.replace("acogida", "acogidas"))
        for clave, dicho in DISPOSICION.items()
        if cuentas[clave]
    ]
    if cuentas[None]:
        partes.append(f"{cuentas[None]} {_SIN_DECIDIR.lower()}")
    return f"{plural(len(todas), 'observación', 'observaciones')}: {lista_en_palabras(partes)}."


def _fila(numero: int, una: Observacion) -> tuple[str, ...]:
    return (
        str(numero),
        literal(una.autor or ""),
        literal(una.lugar or ""),
        literal(una.texto),
        con_mayuscula(DISPOSICION[una.disposicion]) if una.disposicion else _SIN_DECIDIR,
        literal(una.respuesta or ""),
    )
