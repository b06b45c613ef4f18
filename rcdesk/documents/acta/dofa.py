"""The self-assessment: its narrative, and the crossed matrix with its strategies."""

from __future__ import annotations

from collections.abc import Iterator

from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Block, Matrix, Quadrant, literal
from rcdesk.domain.dofa import codigos_dofa
from rcdesk.domain.registro import Cruce, Dofa, Estrategia


def autoevaluacion(ctx: Contexto) -> Iterator[Block]:
    """The narrative of the self-assessment."""
    yield from ctx.narrar(ctx.audiencia.autoevaluacion)


def dofa(ctx: Contexto) -> Iterator[Block]:
    """The matrix, with its strategies numbered within each crossing, and what was concluded."""
    matriz = ctx.audiencia.dofa
    if matriz is None or matriz == Dofa():
        return
    citada = any(estrategia.factores for estrategia in matriz.estrategias)
    yield Matrix(
        "DOFA",
        (_factores("Fortalezas", matriz.fortalezas, citada), _factores("Debilidades", matriz.debilidades, citada)),
        (_factores("Oportunidades", matriz.oportunidades, citada), _factores("Amenazas", matriz.amenazas, citada)),
        ((_cruce(matriz, "FO"), _cruce(matriz, "DO")), (_cruce(matriz, "FA"), _cruce(matriz, "DA"))),
    )
    yield from ctx.narrar(matriz.cierre)


def _factores(titulo: str, textos: tuple[str, ...], citada: bool) -> Quadrant:
    """With their codes only where some strategy cites one: the form has none."""
    if not citada:
        return Quadrant(titulo, tuple(map(literal, textos)))
    return Quadrant(titulo, tuple(f"**{titulo[0]}{lugar}:** {literal(uno)}" for lugar, uno in enumerate(textos, 1)))


def _cruce(matriz: Dofa, cruce: Cruce) -> Quadrant:
    codigos = codigos_dofa(matriz.estrategias)
    return Quadrant(
        f"Estrategias {cruce}",
        tuple(
            f"**{codigo}:** {literal(estrategia.texto)}{_citados(estrategia)}"
            for codigo, estrategia in zip(codigos, matriz.estrategias, strict=True)
            if estrategia.cruce == cruce
        ),
    )


def _citados(estrategia: Estrategia) -> str:
    return f" ({', '.join(estrategia.factores)})" if estrategia.factores else ""
