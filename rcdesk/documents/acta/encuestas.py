"""The results of the evaluation surveys, question by question, each with its base."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeGuard

from rcdesk import i18n
from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Block, Chart, Heading, Items, Paragraph, literal
from rcdesk.documents.graficas import grafica, poblacion
from rcdesk.domain import encuestas as de_encuestas
from rcdesk.domain.caracterizacion import MINIMO
from rcdesk.domain.cifras.encuesta import abierta, base, conteos, encuestados
from rcdesk.domain.frase_de_resultados import frase
from rcdesk.domain.registro import Bloque, Encuesta, Figura, Parrafo, PreguntaEncuesta
from rcdesk.domain.reserva import enmascarar

_MUESTRA: Final = 5
"""Open answers shown of each question."""

_MENOS: Final = f"menos de {MINIMO} respuestas"
"""How the count of an option that few chose is told in what is published."""

_NADIE: Final = "Nadie respondió esta pregunta."


def encuestas(ctx: Contexto) -> Iterator[Block]:
    """Every survey of the hearing."""
    varias = len(ctx.audiencia.encuestas) > 1
    for encuesta in ctx.audiencia.encuestas:
        if varias and encuesta.titulo:
            yield Heading(literal(encuesta.titulo), 3)
        yield from _encuesta(ctx, encuesta, 4 if varias else 3)


def _encuesta(ctx: Contexto, encuesta: Encuesta, nivel: int) -> Iterator[Block]:
    if encuesta.introduccion:
        yield from ctx.narrar(encuesta.introduccion)
    else:
        yield Paragraph(presentacion(encuesta))
    for pregunta, numero in zip(encuesta.preguntas, ctx.numeros, strict=False):
        yield Heading(f"{numero} {enunciado(pregunta)}", nivel)
        yield from pregunta_con_resultados(ctx, encuesta, pregunta)
    yield from ctx.narrar(encuesta.cierre)


def presentacion(encuesta: Encuesta) -> str:
    """Which survey it was, how many answered it and where."""
    personas = encuestados(encuesta)
    titulo = literal(encuesta.titulo or "de evaluación")
    if not (encuesta.preguntas or personas):
        return f"No se registraron resultados de la encuesta «{titulo}»."
    cuantas = f" por {i18n.plural(personas, 'persona', 'personas')}" if personas else ""
    enlace = f" a través del enlace {literal(encuesta.url)}" if encuesta.url else ""
    return f"Se aplicó la encuesta «{titulo}»{cuantas}{enlace}."


def pregunta_con_resultados(ctx: Contexto, encuesta: Encuesta, pregunta: PreguntaEncuesta) -> Iterator[Block]:
    """The chart of a question with what keeps it from being misread, its open answers and what is written of it."""
    analisis = list(pregunta.analisis)
    figura = next((bloque for bloque in analisis if _sin_imagen(bloque, ctx)), None)
    dibujo = grafica(encuesta, pregunta, fuente=figura.fuente or "" if figura is not None else "")
    if dibujo is not None:
        if figura is not None:  # the picture of this very chart, which nobody kept
            analisis.remove(figura)
        yield dibujo
    elif not (analisis or pregunta.muestra or pregunta.reservadas or abierta(pregunta, encuesta.respuestas)):
        yield Paragraph(_sin_respuestas(pregunta, base(pregunta, encuesta.respuestas)))
    yield from _reservadas(pregunta)
    yield from _muestra(encuesta, pregunta, dibujo)
    yield from ctx.narrar(analisis)
    if not any(isinstance(bloque, Parrafo) for bloque in analisis):  # until somebody writes it, the figures do
        dicha = frase(pregunta, base(pregunta, encuesta.respuestas), conteos(pregunta, encuesta.respuestas))
        if dicha:
            yield Paragraph(literal(dicha))


def _sin_imagen(bloque: Bloque, ctx: Contexto) -> TypeGuard[Figura]:
    return isinstance(bloque, Figura) and (bloque.archivo or "") not in ctx.imagenes


def _sin_respuestas(pregunta: PreguntaEncuesta, personas: int | None) -> str:
    """Why a question has nothing to show."""
    if personas == 0:
        return _NADIE
    if personas and pregunta.caracteriza:  # what people wrote of who they are stays inside
        verbo = "Respondió" if personas == 1 else "Respondieron"
        return f"{verbo} {i18n.plural(personas, 'persona', 'personas')}. Lo que escribieron se reserva."
    return "No se registraron respuestas."


def _reservadas(pregunta: PreguntaEncuesta) -> Iterator[Block]:
    """The options whose count is not published: by their name, so that who thought otherwise is seen."""
    if not pregunta.reservadas:
        return
    cuales = literal("; ".join(pregunta.reservadas))
    if pregunta.caracteriza:
        yield Paragraph(f"Cifra reservada, para que no se sepa quién respondió: {cuales}.", note=True)
    elif pregunta.respondieron is None:
        yield Paragraph(f"Cifras reservadas: {cuales}.", note=True)
    else:
        yield Paragraph(f"Con {_MENOS}: {cuales}.", note=True)


def _muestra(encuesta: Encuesta, pregunta: PreguntaEncuesta, dibujo: Chart | None) -> Iterator[Block]:
    """Open answers: those chosen by the secretary, otherwise the first different ones; no telephone that one says.

    Of whom they are is said here when no chart, `dibujo`, says it before.
    """
    se_lee = abierta(pregunta, encuesta.respuestas)
    dichas = tuple(conteos(pregunta, encuesta.respuestas)) if se_lee else ()
    muestra = pregunta.muestra or dichas[:_MUESTRA]
    if muestra:
        de_quienes = poblacion(encuesta, pregunta) if dibujo is None else ""
        if de_quienes:
            yield Paragraph(literal(de_quienes), note=True)
        yield Items(tuple(literal(enmascarar(dicha)) for dicha in muestra))
    resto = len(set(dichas) - set(muestra))
    if resto:
        yield Paragraph(f"Y {i18n.plural(resto, 'respuesta más', 'respuestas más')}.", note=True)
    elif se_lee and not muestra:
        yield Paragraph(_NADIE)


def enunciado(pregunta: PreguntaEncuesta) -> str:
    """What was asked, to be printed as it is written."""
    return literal(de_encuestas.enunciado(pregunta))
