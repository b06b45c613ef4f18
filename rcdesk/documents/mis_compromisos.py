"""A sheet for each who answers for commitments, or for each office, with their totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from rcdesk import i18n
from rcdesk.documents.blocks import Block, Document, Grid, Heading, Layout, PageBreak, Paragraph, literal
from rcdesk.documents.debidos import (
    LAMPARA,
    Debido,
    Quien,
    como_va,
    de_donde,
    entidad,
    fecha_debida,
    hecho_el,
    que_hacer,
)
from rcdesk.documents.formato import SIN_IMAGENES, Imagenes, formato, formato_de, pie_de
from rcdesk.domain.registro import Archivo

TIPO_DOCUMENTAL: Final = "COMPROMISOS POR RESPONSABLE"


def mis_compromisos(
    archivo: Archivo, quienes: Sequence[Quien], *, hoy: date, imagenes: Imagenes = SIN_IMAGENES
) -> Document:
    """Each begins a page. What several answer for is in the sheet of each one."""
    documental = formato_de(archivo, "compromisos")
    hojas = [tuple(_hoja(quien, hoy)) for quien in quienes]
    blocks = hojas[0] if hojas else (Heading("Mis compromisos", 1), Paragraph("No hay compromisos."))
    for hoja in hojas[1:]:
        blocks = (*blocks, PageBreak(), *hoja)
    return Document(
        title=f"Compromisos por responsable. {entidad(archivo)}",
        subject="Compromisos por responsable",
        author=entidad(archivo),
        created=hecho_el(hoy),
        form=formato(archivo, documental, tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=blocks,
        contents_over=None,
        layout=Layout(foot=pie_de(documental)),
    )


def _hoja(quien: Quien, hoy: date) -> Iterator[Block]:
    yield Heading(f"Compromisos: {literal(quien.nombre)}", 1)
    yield Paragraph(f"Como están el {i18n.fecha_larga(hoy.isoformat())}. {_totales(quien.debidos)}")
    filas = tuple((que_hacer(uno), de_donde(uno), fecha_debida(uno), como_va(uno)) for uno in quien.debidos)
    yield Grid(
        ("Compromiso", "Se adquirió en", "Fecha", "Cómo va"),
        filas,
        (4.4, 2.4, 1.5, 1.9),
        summary=f"Compromisos de {literal(quien.nombre)}",
    )


def _totales(debidos: Sequence[Debido]) -> str:
    """«5 compromisos: 2 vencidos, 1 en curso y 2 cumplidos.»"""
    cuantos = Counter(uno.lampara for uno in debidos)
    partes = [
        f"{cuantos[lampara]} {_en_plural(LAMPARA[lampara], cuantos[lampara])}"
        for lampara in LAMPARA
        if cuantos[lampara]
    ]
    return f"{i18n.plural(len(debidos), 'compromiso', 'compromisos')}: {i18n.lista_en_palabras(partes)}."


def _en_plural(palabra: str, n: int) -> str:
    """«vencido», «vencidos»; what is said with two words does not change."""
    word = palabra.lower()
    return word if n == 1 or " " in word else f"{word}s"
