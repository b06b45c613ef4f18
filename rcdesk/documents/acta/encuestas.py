"""The results of the evaluation surveys, question by question, each with its base."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rcdesk import i18n
from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Block, Chart, ChartKind, Heading, Items, Paragraph, literal
from rcdesk.domain import encuestas as de_encuestas
from rcdesk.domain.caracterizacion import MINIMO
from rcdesk.domain.cifras.encuesta import abierta, base, conteos, encuestados, sin_discriminar
from rcdesk.domain.registro import Encuesta, Figura, PreguntaEncuesta
from rcdesk.domain.resultados import Puntos, puntos

_MUESTRA: Final = 5
"""Open answers shown of each question."""

MENOS: Final = f"menos de {MINIMO} respuestas"
"""How the count of an option that few chose is told in what is published."""

NADIE: Final = "Nadie respondió esta pregunta."

_PORCIONES: Final = 6
"""Most slices of a pie."""


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
    personas = base(pregunta, encuesta.respuestas)
    dibujados = puntos(pregunta, conteos(pregunta, encuesta.respuestas))
    analisis = list(pregunta.analisis)
    se_lee = abierta(pregunta, encuesta.respuestas)
    if dibujados and personas and not se_lee:
        grafica = next((bloque for bloque in analisis if _sin_imagen(ctx, bloque)), None)
        if isinstance(grafica, Figura):  # the picture of this very chart, which nobody kept
            analisis.remove(grafica)
        yield _grafica(dibujados, personas, pregunta, grafica.fuente if isinstance(grafica, Figura) else None)
        yield from _advertencias(encuesta, pregunta, personas)
    elif not (analisis or pregunta.muestra or pregunta.reservadas or se_lee):
        yield Paragraph(NADIE if personas == 0 else "No se registraron respuestas.")
    yield from _reservadas(pregunta)
    yield from _muestra(encuesta, pregunta)
    yield from ctx.narrar(analisis)


def _sin_imagen(ctx: Contexto, bloque: object) -> bool:
    return isinstance(bloque, Figura) and (bloque.archivo or "") not in ctx.imagenes


def _grafica(dibujados: Puntos, personas: int, pregunta: PreguntaEncuesta, fuente: str | None) -> Chart:
    enteros = sum(1 for _, cuantos in dibujados if cuantos)
    torta = (
        1 < enteros <= len(dibujados) <= _PORCIONES
        and pregunta.tipo not in ("multiple", "numero")
        and sum(cuantos for _, cuantos in dibujados) == personas
    )
    return Chart(
        title="",
        points=tuple((literal(opcion), cuantos) for opcion, cuantos in dibujados),
        base=personas,
        caption=f"Fuente: {literal(fuente)}" if fuente else "",
        kind=ChartKind.PIE if torta else ChartKind.BARS,
    )


def _advertencias(encuesta: Encuesta, pregunta: PreguntaEncuesta, personas: int) -> Iterator[Block]:
    """What a reader needs not to misread the percentages."""
    sueltas = None if pregunta.reservadas else sin_discriminar(pregunta, encuesta.respuestas)
    if sueltas is not None and sueltas > 0:
        yield Paragraph(f"De {i18n.plural(personas, 'respuesta', 'respuestas')}, {sueltas} sin discriminar.", note=True)
    if pregunta.tipo == "multiple":
        yield Paragraph("Cada persona pudo elegir varias opciones: los porcentajes pueden sumar más de 100.", note=True)
    if pregunta.condicion is not None:
        yield Paragraph(_condicion(encuesta, pregunta), note=True)


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
        yield Paragraph(f"Con {MENOS}: {cuales}.", note=True)


def _condicion(encuesta: Encuesta, pregunta: PreguntaEncuesta) -> str:
    condicion = pregunta.condicion
    if condicion is None:
        return ""
    otra = next((una for una in encuesta.preguntas if una.codigo == condicion.pregunta), None)
    dicha = enunciado(otra) if otra else literal(condicion.pregunta)
    return f"Se preguntó a quienes respondieron «{literal(i18n.lista_en_palabras(condicion.es))}» a: {dicha}"


def _muestra(encuesta: Encuesta, pregunta: PreguntaEncuesta) -> Iterator[Block]:
    """Open answers: those chosen by the secretary, otherwise the first different ones."""
    se_lee = abierta(pregunta, encuesta.respuestas)
    dichas = tuple(conteos(pregunta, encuesta.respuestas)) if se_lee else ()
    muestra = pregunta.muestra or dichas[:_MUESTRA]
    if muestra:
        yield Items(tuple(map(literal, muestra)))
    resto = len(set(dichas) - set(muestra))
    if resto:
        yield Paragraph(f"Y {i18n.plural(resto, 'respuesta más', 'respuestas más')}.", note=True)
    elif se_lee and not muestra:
        yield Paragraph(NADIE)


def enunciado(pregunta: PreguntaEncuesta) -> str:
    """What was asked, to be printed as it is written."""
    return literal(de_encuestas.enunciado(pregunta))
