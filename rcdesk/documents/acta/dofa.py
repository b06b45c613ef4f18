"""The self-assessment: its narrative, and the crossed matrix with its strategies."""

from __future__ import annotations

from collections.abc import Iterator

from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Block, Matrix, Quadrant, literal
from rcdesk.domain.dofa import codigos_dofa
from rcdesk.domain.registro import Cruce, Dofa


def autoevaluacion(ctx: Contexto) -> Iterator[Block]:
    """The narrative of the self-assessment."""
    yield from ctx.narrar(ctx.audiencia.autoevaluacion)


def dofa(ctx: Contexto) -> Iterator[Block]:
    """The matrix, with its strategies numbered within each crossing, and what was concluded."""
    matriz = ctx.audiencia.dofa
    if matriz is None or matriz == Dofa():
        return
    yield Matrix(
        "DOFA",
        (_factores("Fortalezas", matriz.fortalezas), _factores("Debilidades", matriz.debilidades)),
        (_factores("Oportunidades", matriz.oportunidades), _factores("Amenazas", matriz.amenazas)),
        ((_cruce(matriz, "FO"), _cruce(matriz, "DO")), (_cruce(matriz, "FA"), _cruce(matriz, "DA"))),
    )
    yield from ctx.narrar(matriz.cierre)


def _factores(titulo: str, textos: tuple[str, ...]) -> Quadrant:
    return Quadrant(titulo, tuple(map(literal, textos)))


def _cruce(matriz: Dofa, cruce: Cruce) -> Quadrant:
    codigos = codigos_dofa(matriz.estrategias)
    return Quadrant(
        f"Estrategias {cruce}",
        tuple(
            f"**{codigo}:** {literal(estrategia.texto)}"
            for codigo, estrategia in zip(codigos, matriz.estrategias, strict=True)
            if estrategia.cruce == cruce
        ),
    )
