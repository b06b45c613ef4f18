"""The report of the evaluation surveys: each question with its chart, its base and what people wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rcdesk import i18n
from rcdesk.documents.acta.contexto import Contexto, contexto
from rcdesk.documents.acta.encuestas import enunciado, pregunta_con_resultados, presentacion
from rcdesk.documents.acta.insertos import insertar
from rcdesk.documents.blocks import Block, Document, Grid, Heading, Layout, Paragraph, literal
from rcdesk.documents.ficha import ficha
from rcdesk.documents.folios import nombre
from rcdesk.documents.formato import SIN_IMAGENES, Imagenes, autor, formato, formato_de, pie_de, terminada
from rcdesk.documents.graficas import grafica
from rcdesk.domain.cifras.audiencia import espectadores_maximos
from rcdesk.domain.cifras.encuesta import base, encuestados, porcentaje_del_pico
from rcdesk.domain.palabras import APLICACION_ENCUESTA, MOMENTO_ENCUESTA
from rcdesk.domain.publica import version_publica
from rcdesk.domain.registro import Archivo, Audiencia, Encuesta, PreguntaEncuesta
from rcdesk.domain.resultados import BASE_PEQUENA

TIPO_DOCUMENTAL: Final = "INFORME DE LA ENCUESTA"


def informe_de_encuesta(archivo: Archivo, audiencia: Audiencia, *, imagenes: Imagenes = SIN_IMAGENES) -> Document:
    """Every survey of a hearing, from the public version: what people wrote is cleared of whom it names."""
    publico = version_publica(replace(archivo, audiencias=(audiencia,)), iniciales=True, abiertas=None)
    publicada = publico.audiencias[0]
    ctx = contexto(publico, publicada, imagenes, insertar)
    return Document(
        title=f"Informe de la encuesta. {nombre(publicada)}",
        subject=nombre(publicada),
        author=autor(publico, publicada),
        created=terminada(audiencia),
        form=formato(archivo, formato_de(archivo, "encuesta"), tipo=TIPO_DOCUMENTAL, imagenes=imagenes),
        blocks=tuple(_blocks(ctx)),
        layout=Layout(foot=pie_de(formato_de(publico, "encuesta"))),
    )


def _blocks(ctx: Contexto) -> Iterator[Block]:
    yield from ficha("Informe de la encuesta", ctx.audiencia)
    if not ctx.audiencia.encuestas:
        yield Paragraph("No se registró encuesta de evaluación.")
    for encuesta in ctx.audiencia.encuestas:
        yield Heading(literal(encuesta.titulo or "Encuesta de evaluación"), 2)
        yield from ctx.narrar(encuesta.introduccion) if encuesta.introduccion else (Paragraph(presentacion(encuesta)),)
        yield from _participacion(ctx.audiencia, encuesta)
        for numero, pregunta in enumerate(encuesta.preguntas, 1):
            yield Heading(f"{numero}. {enunciado(pregunta)}", 3)
            yield from _pregunta(ctx, encuesta, pregunta)
        yield from ctx.narrar(encuesta.cierre)


def _participacion(audiencia: Audiencia, encuesta: Encuesta) -> Iterator[Block]:
    """When and how it was answered; each proportion says of which population it is."""
    como = (
        ("Momento", literal(MOMENTO_ENCUESTA[encuesta.momento]) if encuesta.momento else ""),
        ("Aplicación", APLICACION_ENCUESTA[encuesta.aplicacion] if encuesta.aplicacion else ""),
    )
    personas = encuestados(encuesta)
    maximo = espectadores_maximos(audiencia.metricas_virtuales)
    del_pico = porcentaje_del_pico(encuesta, maximo)
    filas = [fila for fila in como if fila[1]]
    if personas is not None:
        filas.append(("Respondieron la encuesta", i18n.plural(personas, "persona", "personas")))
    if del_pico is not None and maximo is not None and personas is not None:
        dicho = f"{i18n.numero(personas)} de {i18n.numero(maximo)} ({del_pico.replace('.', ',')} %)"
        filas.append(("Frente al máximo de espectadores en vivo", dicho))
    if filas:
        yield Grid((), tuple(filas), (3.6, 6.4), summary="Participación en la encuesta")
    if del_pico is not None:
        yield Paragraph(
            "Quienes responden y quienes miran son poblaciones distintas: la proporción es una referencia, no una tasa"
            " de respuesta de la misma población.",
            note=True,
        )


def _pregunta(ctx: Contexto, encuesta: Encuesta, pregunta: PreguntaEncuesta) -> Iterator[Block]:
    """What the acta prints of it, and a word of caution where percentages are of a few."""
    yield from pregunta_con_resultados(ctx, encuesta, pregunta)
    personas = base(pregunta, encuesta.respuestas)
    if personas and personas < BASE_PEQUENA and grafica(encuesta, pregunta) is not None:
        yield Paragraph(f"Base menor de {BASE_PEQUENA}: lea cuántas personas son, no solo el %.", note=True)
