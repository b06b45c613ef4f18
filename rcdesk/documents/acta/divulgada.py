"""What the entity told at the hearing: topics, disclosed information, who spoke and what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from rcdesk import i18n
from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.blocks import Block, Grid, Heading, Items, Paragraph, literal
from rcdesk.domain.registro import Decision, GrupoDeTemas, Intervencion, Seccion

_DEEPEST = 4


def temas(ctx: Contexto) -> Iterator[Block]:
    """The topics, by group."""
    for grupo in ctx.audiencia.temas:
        titulo = _titulo_de_grupo(grupo)
        if titulo:
            yield Heading(titulo, 3)
        if grupo.items:
            yield Items(tuple(map(literal, grupo.items)))


def informacion(ctx: Contexto) -> Iterator[Block]:
    """The disclosed information, numbered under its section: 5.1, 5.2…"""
    yield from secciones(ctx, ctx.audiencia.informacion_divulgada, 3)


def secciones(ctx: Contexto, partes: tuple[Seccion, ...], nivel: int) -> Iterator[Block]:
    """Subsections with their own number, and theirs below; their `cifras` are to be added up: the text says them."""
    for parte, numero in zip(partes, ctx.numeros, strict=False):
        yield Heading(f"{numero} {literal(parte.titulo or 'Sin título')}", min(nivel, _DEEPEST))
        dentro = ctx.en_seccion(numero)
        yield from dentro.narrar(parte.bloques)
        yield from secciones(dentro, parte.secciones, nivel + 1)


def intervenciones(ctx: Contexto) -> Iterator[Block]:
    """Who spoke, on what and for how long, and what each said."""
    for intervencion in ctx.audiencia.intervenciones:
        yield Paragraph(_quien(intervencion))
        yield from ctx.narrar(intervencion.bloques)


def decisiones(ctx: Contexto) -> Iterator[Block]:
    """What was decided, with the votes when there were."""
    tomadas = ctx.audiencia.decisiones
    if not tomadas:
        return
    if all(_votos(decision) == ("", "", "") for decision in tomadas):
        yield Items(tuple(literal(decision.texto) for decision in tomadas), ordered=True)
        return
    filas = tuple((literal(decision.texto), *_votos(decision)) for decision in tomadas)
    yield Grid(("Decisión", "A favor", "En contra", "En blanco"), filas, (6.4, 1.2, 1.2, 1.2), summary="Decisiones")


def _titulo_de_grupo(grupo: GrupoDeTemas) -> str:
    return literal(grupo.titulo or (f"TEMAS {grupo.dependencia.upper()}" if grupo.dependencia else ""))


def _quien(intervencion: Intervencion) -> str:
    nombre = f"**{literal(intervencion.nombre or 'Sin nombre')}**"
    partes = [nombre, literal(intervencion.cargo or "")]
    dicho = " - ".join(parte for parte in partes if parte)
    if intervencion.tema:
        dicho += f". Tema: {literal(intervencion.tema)}"
    return f"{dicho} ({i18n.plural(intervencion.minutos, 'minuto', 'minutos')})" if intervencion.minutos else dicho


def _votos(decision: Decision) -> tuple[str, str, str]:
    favor, contra, blanco = (
        "" if votos is None else str(votos) for votos in (decision.a_favor, decision.en_contra, decision.en_blanco)
    )
    return favor, contra, blanco
