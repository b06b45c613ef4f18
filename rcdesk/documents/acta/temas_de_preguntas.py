"""The questions by topic: how many, what share, and how many were answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Block, Chart, ChartKind, Paragraph, literal
from rcdesk.domain.cifras.preguntas import preguntas_por_tema
from rcdesk.domain.textos import preguntas_respondidas

SIN_TEMA = "Sin tema"
TITULO = "Preguntas de la ciudadanía por tema"


def preguntas_por_tema_del_acta(ctx: Contexto) -> Iterator[Block]:
    """A chart of all the questions, also of those without topic when others have one, and how many were answered."""
    todas = ctx.audiencia.preguntas
    if not todas:
        return
    por_tema = preguntas_por_tema(todas)
    sin_tema = len(todas) - sum(por_tema.values())
    puntos = [(literal(tema), cuantas) for tema, cuantas in Counter(por_tema).most_common()]
    if sin_tema:
        puntos.append((SIN_TEMA, sin_tema))
    if por_tema:
        yield Chart(TITULO, tuple(puntos), len(todas), kind=ChartKind.PIE)
    yield Paragraph(f"{preguntas_respondidas(todas)}.")
