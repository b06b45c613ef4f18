"""Who attended, in figures that can be published: the acta is public, so it never prints the exact small ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rcdesk import i18n
from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Align, Block, Grid, Paragraph, literal
from rcdesk.documents.formato import de_cien
from rcdesk.domain.caracterizacion import MINIMO, TablaPublica, protegidas
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.registro import Audiencia

_ANCHOS: Final = (7, 1.5, 1.5)
_ALINEACION: Final = (Align.LEFT, Align.RIGHT, Align.RIGHT)
_RESERVADA: Final = "*"
_NOTA: Final = (
    f"* Se reserva: son menos de {MINIMO} personas, o una cifra con la que aquellas se podrían deducir. Responder era"
    " voluntario."
)


def caracterizacion(ctx: Contexto) -> Iterator[Block]:
    """The tables under their title; nothing when nobody was asked anything."""
    hechas = tuple(tablas_de_caracterizacion(ctx))
    if hechas:
        yield Paragraph("**Caracterización de quienes asistieron**")
        yield from hechas


def con_caracterizacion(publicada: Audiencia, propia: Audiencia) -> Audiencia:
    """The public version of a hearing with what people told of themselves, to be counted.

    Of it only these tables are printed, protected.
    """
    contadas = tuple(
        replace(uno, enfoque_diferencial=suyo.enfoque_diferencial)
        for uno, suyo in zip(publicada.asistentes, vigentes(propia.asistentes), strict=True)
    )
    return replace(publicada, asistentes=contadas)


def tablas_de_caracterizacion(ctx: Contexto) -> Iterator[Block]:
    """A table for each field that was asked, and what is reserved."""
    tablas = protegidas((uno.enfoque_diferencial for uno in ctx.audiencia.asistentes), ctx.archivo.listas)
    if not tablas:
        return
    personas = i18n.plural(len(ctx.audiencia.asistentes), "persona registrada", "personas registradas")
    for tabla in tablas:
        if not tabla.callada:
            yield from _tabla(tabla)
    calladas = i18n.lista_en_palabras([_seguido(tabla.titulo) for tabla in tablas if tabla.callada])
    if calladas:
        yield Paragraph(literal(f"También se preguntó por {calladas}: esas cifras se reservan*."))
    multiple = any(tabla.multiple and not tabla.callada for tabla in tablas)
    varias = " En «Otras condiciones» cada una pudo dar varias respuestas." if multiple else ""
    yield Paragraph(f"Porcentajes sobre {personas}.{varias} {literal(_NOTA)}", note=True)


def _tabla(tabla: TablaPublica) -> Iterator[Block]:
    """The figures that can be told, then on one line all that are reserved; an option that nobody chose is not told."""
    dichas = [
        (literal(celda.opcion), i18n.numero(celda.n), de_cien(celda.n, tabla.total))
        for celda in tabla.celdas
        if celda.n
    ]
    reservadas = i18n.lista_en_palabras([celda.opcion for celda in tabla.celdas if celda.n is None])
    if reservadas:
        dichas.append((literal(reservadas), literal(_RESERVADA), ""))
    yield Grid((tabla.titulo, "Personas", "%"), tuple(dichas), _ANCHOS, _ALINEACION, summary=tabla.titulo)


def _seguido(titulo: str) -> str:
    """A title inside a sentence."""
    return titulo[:1].lower() + titulo[1:]
