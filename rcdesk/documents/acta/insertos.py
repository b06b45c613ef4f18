"""Which part of the hearing each `inserto` prints, and what is said when there is none of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, assert_never

from rcdesk.documents.acta.asistencia import asistencia, metricas
from rcdesk.documents.acta.caracterizacion import caracterizacion
from rcdesk.documents.acta.compromisos import compromisos
from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.acta.convocatoria import convocatoria
from rcdesk.documents.acta.divulgada import decisiones, informacion, intervenciones, temas
from rcdesk.documents.acta.dofa import autoevaluacion, dofa
from rcdesk.documents.acta.encuestas import encuestas
from rcdesk.documents.acta.lugar import fecha_y_lugar
from rcdesk.documents.acta.preguntas import preguntas
from rcdesk.documents.acta.temas_de_preguntas import preguntas_por_tema_del_acta
from rcdesk.documents.blocks import Block, Chart, Paragraph, literal
from rcdesk.documents.narrativa import fuente
from rcdesk.domain.frases import es_frase, es_parte
from rcdesk.domain.registro import Dato, Frase, Inserto, ParteDelActa

SIN_DATOS: Final[Mapping[ParteDelActa, str]] = {
    "temas": "No se registraron temas.",
    "convocatoria": "No se registró la convocatoria.",
    "fecha_y_lugar": "No se registraron la fecha ni el lugar.",
    "asistencia": "No se registró la asistencia.",
    "metricas_virtuales": "No se registraron cifras de la transmisión.",
    "informacion_divulgada": "No se registró la información divulgada.",
    "intervenciones": "No se registraron intervenciones.",
    "preguntas": "No se registraron preguntas.",
    "preguntas_por_tema": "No se registraron preguntas.",
    "decisiones": "No se registraron decisiones.",
    "encuestas": "No se registró encuesta de evaluación.",
    "autoevaluacion": "No se registró la autoevaluación.",
    "dofa": "No se registró la matriz DOFA.",
    "compromisos": "No se registraron compromisos.",
}
"""What a section says, soberly, when its data are missing."""


def insertar(ctx: Contexto, inserto: Inserto) -> Iterator[Block]:
    """The structured part that an inserto stands for, with its source; a chart carries it after its own notes.

    A sentence without data is not printed: nobody reads in an acta which sentence it could have.
    """
    hecho = list(parte(ctx, inserto.dato))
    if not hecho and es_parte(inserto.dato):
        hecho = [Paragraph(SIN_DATOS[inserto.dato])]
    for block in hecho:
        if isinstance(block, Chart) and inserto.fuente:
            yield replace(block, caption=f"{block.caption} Fuente: {literal(inserto.fuente)}".lstrip())
        else:
            yield block
    if hecho and not any(isinstance(block, Chart) for block in hecho):
        yield from fuente(inserto.fuente)


def parte(ctx: Contexto, dato: Dato) -> Iterable[Block]:
    """The blocks of one structured part of the hearing, or its sentence; none when it has no data."""
    if es_frase(dato):
        return _frase(ctx, dato)
    assert es_parte(dato)
    match dato:
        case "temas":
            return temas(ctx)
        case "convocatoria":
            return convocatoria(ctx)
        case "fecha_y_lugar":
            return fecha_y_lugar(ctx)
        case "asistencia":
            return (*asistencia(ctx), *caracterizacion(ctx))
        case "metricas_virtuales":
            return metricas(ctx)
        case "informacion_divulgada":
            return informacion(ctx)
        case "intervenciones":
            return intervenciones(ctx)
        case "preguntas":
            return preguntas(ctx)
        case "preguntas_por_tema":
            return preguntas_por_tema_del_acta(ctx)
        case "decisiones":
            return decisiones(ctx)
        case "encuestas":
            return encuestas(ctx)
        case "autoevaluacion":
            return autoevaluacion(ctx)
        case "dofa":
            return dofa(ctx)
        case "compromisos":
            return compromisos(ctx)
        case _:
            assert_never(dato)


def _frase(ctx: Contexto, cual: Frase) -> Iterator[Block]:
    dicha = ctx.frase(cual)
    if dicha:
        yield Paragraph(literal(dicha))
