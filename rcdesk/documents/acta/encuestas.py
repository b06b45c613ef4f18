"""The results of the evaluation surveys, question by question, each with its base."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Final

from rcdesk import i18n
from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Block, Chart, ChartKind, Heading, Items, Paragraph, literal
from rcdesk.domain.cifras.encuesta import base, conteos, encuestados, sin_discriminar
from rcdesk.domain.registro import Encuesta, Figura, PreguntaEncuesta

_MUESTRA: Final = 5
"""Open answers shown of each question."""

_PORCIONES: Final = 6
_VALORES: Final = 12
"""Most slices of a pie, and most different numbers before they are told by tens."""


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
        yield Paragraph(_presentacion(encuesta))
    for pregunta, numero in zip(encuesta.preguntas, ctx.numeros, strict=False):
        yield Heading(f"{numero} {_enunciado(pregunta)}", nivel)
        yield from _pregunta(ctx, encuesta, pregunta)
    yield from ctx.narrar(encuesta.cierre)


def _presentacion(encuesta: Encuesta) -> str:
    personas = encuestados(encuesta)
    titulo = literal(encuesta.titulo or "de evaluación")
    if not (encuesta.preguntas or personas):
        return f"No se registraron resultados de la encuesta «{titulo}»."
    cuantas = f" por {i18n.plural(personas, 'persona', 'personas')}" if personas else ""
    enlace = f" a través del enlace {literal(encuesta.url)}" if encuesta.url else ""
    return f"Se aplicó la encuesta «{titulo}»{cuantas}{enlace}."


def _pregunta(ctx: Contexto, encuesta: Encuesta, pregunta: PreguntaEncuesta) -> Iterator[Block]:
    personas = base(pregunta, encuesta.respuestas)
    puntos = _puntos(pregunta, conteos(pregunta, encuesta.respuestas))
    analisis = list(pregunta.analisis)
    abierta = pregunta.tipo == "texto" and bool(encuesta.respuestas)
    if puntos and personas and not abierta:
        grafica = next((bloque for bloque in analisis if _sin_imagen(ctx, bloque)), None)
        if isinstance(grafica, Figura):  # the picture of this very chart, which nobody kept
            analisis.remove(grafica)
        yield _grafica(puntos, personas, pregunta, grafica.fuente if isinstance(grafica, Figura) else None)
        yield from _advertencias(encuesta, pregunta, personas)
    elif not (analisis or pregunta.muestra or abierta):
        yield Paragraph("No se registraron respuestas.")
    yield from _muestra(encuesta, pregunta)
    yield from ctx.narrar(analisis)


def _sin_imagen(ctx: Contexto, bloque: object) -> bool:
    return isinstance(bloque, Figura) and (bloque.archivo or "") not in ctx.imagenes


def _grafica(
    puntos: tuple[tuple[str, int], ...], personas: int, pregunta: PreguntaEncuesta, fuente: str | None
) -> Chart:
    enteros = sum(1 for _, cuantos in puntos if cuantos)
    torta = (
        1 < enteros <= len(puntos) <= _PORCIONES
        and pregunta.tipo not in ("multiple", "numero")
        and sum(cuantos for _, cuantos in puntos) == personas
    )
    return Chart(
        title="",
        points=tuple((literal(opcion), cuantos) for opcion, cuantos in puntos),
        base=personas,
        caption=f"Fuente: {literal(fuente)}" if fuente else "",
        kind=ChartKind.PIE if torta else ChartKind.BARS,
    )


def _advertencias(encuesta: Encuesta, pregunta: PreguntaEncuesta, personas: int) -> Iterator[Block]:
    """What a reader needs not to misread the percentages."""
    sueltas = sin_discriminar(pregunta, encuesta.respuestas)
    if sueltas is not None and sueltas > 0:
        yield Paragraph(f"De {i18n.plural(personas, 'respuesta', 'respuestas')}, {sueltas} sin discriminar.", note=True)
    if pregunta.tipo == "multiple":
        yield Paragraph("Cada persona pudo elegir varias opciones: los porcentajes pueden sumar más de 100.", note=True)
    if pregunta.condicion is not None:
        yield Paragraph(_condicion(encuesta, pregunta), note=True)


def _condicion(encuesta: Encuesta, pregunta: PreguntaEncuesta) -> str:
    condicion = pregunta.condicion
    if condicion is None:
        return ""
    otra = next((una for una in encuesta.preguntas if una.codigo == condicion.pregunta), None)
    dicha = _enunciado(otra) if otra else literal(condicion.pregunta)
    return f"Se preguntó a quienes respondieron «{literal(i18n.lista_en_palabras(condicion.es))}» a: {dicha}"


def _muestra(encuesta: Encuesta, pregunta: PreguntaEncuesta) -> Iterator[Block]:
    """Open answers: those chosen by the secretary, otherwise the first different ones."""
    dichas = tuple(conteos(pregunta, encuesta.respuestas)) if pregunta.tipo == "texto" and encuesta.respuestas else ()
    muestra = pregunta.muestra or dichas[:_MUESTRA]
    if muestra:
        yield Items(tuple(map(literal, muestra)))
    resto = len(set(dichas) - set(muestra))
    if resto:
        yield Paragraph(f"Y {i18n.plural(resto, 'respuesta más', 'respuestas más')}.", note=True)
    elif pregunta.tipo == "texto" and encuesta.respuestas and not muestra:
        yield Paragraph("Nadie respondió esta pregunta.")


def _puntos(pregunta: PreguntaEncuesta, cuenta: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The options to draw: also those that nobody chose, and numbers in their order."""
    if pregunta.tipo == "numero":
        return _numeros(cuenta)
    if not cuenta:
        return ()
    ofrecidas = () if pregunta.opciones_incompletas else pregunta.opciones
    completa = {**dict.fromkeys(ofrecidas, 0), **cuenta} if _discriminada(pregunta, cuenta) else cuenta
    return tuple(completa.items())


def _discriminada(pregunta: PreguntaEncuesta, cuenta: Mapping[str, int]) -> bool:
    """Whether an option without count is one that nobody chose, and not one that nobody told."""
    return pregunta.respondieron is None or sum(cuenta.values()) >= pregunta.respondieron


def _numeros(cuenta: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    leidos = sorted((valor, cuenta[texto]) for texto in cuenta if (valor := _decimal(texto)) is not None)
    otros = tuple((texto, cuantos) for texto, cuantos in cuenta.items() if _decimal(texto) is None)
    if len(leidos) <= _VALORES:
        return (*((f"{valor.normalize():f}".replace(".", ","), cuantos) for valor, cuantos in leidos), *otros)
    decenas: dict[int, int] = {}
    for valor, cuantos in leidos:
        decenas[int(valor // 10) * 10] = decenas.get(int(valor // 10) * 10, 0) + cuantos
    return (*((f"{desde} a {desde + 9}", cuantos) for desde, cuantos in decenas.items()), *otros)


def _decimal(texto: str) -> Decimal | None:
    try:
        valor = Decimal(texto)
    except InvalidOperation:
        return None
    return valor if valor.is_finite() and abs(valor) < 10**9 else None


def _enunciado(pregunta: PreguntaEncuesta) -> str:
    return literal(pregunta.enunciado or pregunta.codigo.replace("_", " ").capitalize())
