"""How the hearing was announced: each piece, with where and when it was published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

from rcdesk import i18n
from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Block, Items, Paragraph, bold, literal
from rcdesk.documents.formato import fecha_de_formulario
from rcdesk.domain.registro import Bloque, Convocatoria, Pieza, Publicacion

Narrar: TypeAlias = Callable[[Iterable[Bloque]], Iterable[Block]]
"""What prints a narrative where the announcement is told."""


def convocatoria(ctx: Contexto) -> Iterator[Block]:
    """How the hearing of an acta was announced."""
    return anuncio(ctx.audiencia.convocatoria, ctx.narrar)


def anuncio(aviso: Convocatoria | None, narrar: Narrar) -> Iterator[Block]:
    """The narrative of an announcement, otherwise its media in a sentence; then the pieces."""
    if aviso is None:
        return
    if aviso.bloques:
        yield from narrar(aviso.bloques)
    elif aviso.medios:
        medios = literal(i18n.lista_en_palabras(aviso.medios))
        yield Paragraph(f"La convocatoria se realizó a través de {medios}.")
    yield from _datos(aviso)
    for pieza in aviso.piezas:
        yield from _pieza(narrar, pieza)


def _datos(aviso: Convocatoria) -> Iterator[Block]:
    if aviso.correo_preguntas:
        yield Paragraph(f"Correo para enviar preguntas: {literal(aviso.correo_preguntas)}")
    if aviso.publicaciones_en_redes is not None:
        cuantas = i18n.plural(aviso.publicaciones_en_redes, "publicación", "publicaciones")
        yield Paragraph(f"Publicaciones en redes sociales: {cuantas}.")
    if aviso.etiquetas:
        yield Paragraph(f"Etiquetas: {literal(', '.join(aviso.etiquetas))}")


def _pieza(narrar: Narrar, pieza: Pieza) -> Iterator[Block]:
    """A bullet with its sources below; pictures, when there are, come between the two."""
    salidas = groupby(pieza.publicaciones, key=lambda una: una.fuente)
    fuentes = [dicha for _, iguales in salidas if (dicha := _fuente(tuple(iguales)))]
    partes = [bold(pieza.titulo), literal(pieza.texto or "")]
    if not pieza.figuras:
        partes += fuentes
    yield Items(("\n".join(parte for parte in partes if parte),))
    if pieza.figuras:
        yield from narrar(pieza.figuras)
        yield from (Paragraph(fuente, note=True) for fuente in fuentes)


def _fuente(publicaciones: Sequence[Publicacion]) -> str:
    """One source with all it published; a date that was only deduced is not printed."""
    fuente = publicaciones[0].fuente
    dichas = " ".join(filter(None, map(_publicacion, publicaciones)))
    return f"Fuente: {literal(fuente)} {dichas}".rstrip() if fuente else dichas


def _publicacion(publicacion: Publicacion) -> str:
    fecha = None if "fecha" in publicacion.inferidos else publicacion.fecha
    cuando = fecha_de_formulario(fecha) if fecha else ""
    if cuando and publicacion.hora and "hora" not in publicacion.inferidos:
        cuando += f", {i18n.hora_am_pm(publicacion.hora)}"
    return " ".join(parte for parte in (f"({cuando})" if cuando else "", literal(publicacion.url or "")) if parte)
