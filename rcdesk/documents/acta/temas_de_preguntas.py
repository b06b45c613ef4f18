"""The questions by topic: how many, what share, and how many were answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Block, Chart, ChartKind, Paragraph, literal
from rcdesk.domain.cifras.preguntas import preguntas_por_tema
from rcdesk.domain.cifras.vigentes import vigentes
from rcdesk.domain.registro import Porcentajes, Pregunta
from rcdesk.domain.textos import nota_de_redondeo, partes_dichas, preguntas_respondidas

SIN_TEMA = "Sin tema"
TITULO = "Preguntas de la ciudadanía por tema"


def preguntas_por_tema_del_acta(ctx: Contexto) -> Iterator[Block]:
    """A chart of all the questions, how its percentages were rounded, and how many questions were answered."""
    todas = ctx.audiencia.preguntas
    if not todas:
        return
    grafica = grafica_de_temas(todas, ctx.acta.porcentajes)
    if grafica is not None:
        yield grafica
        nota = nota_de_redondeo([cuantas for _, cuantas in grafica.points], ctx.acta.porcentajes)
        if nota:
            yield Paragraph(nota, note=True)
    yield Paragraph(f"{preguntas_respondidas(todas)}.")


def grafica_de_temas(preguntas: Sequence[Pregunta], modo: Porcentajes | None) -> Chart | None:
    """All the questions by topic, also those without topic when others have one; None when none has."""
    todas = vigentes(preguntas)
    por_tema = preguntas_por_tema(todas)
    if not por_tema:
        return None
    puntos = [(literal(tema), cuantas) for tema, cuantas in Counter(por_tema).most_common()]
    sin_tema = len(todas) - sum(por_tema.values())
    if sin_tema:
        puntos.append((SIN_TEMA, sin_tema))
    partes = partes_dichas([cuantas for _, cuantas in puntos], modo) if modo else ()
    dichas = tuple(parte.replace(" ", "\u00a0") for parte in partes)
    return Chart(TITULO, tuple(puntos), len(todas), kind=ChartKind.PIE, shares=dichas)
