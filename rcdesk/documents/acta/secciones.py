"""The development: the sections of the acta, or the nine of the real format when it has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rcdesk.documents.acta.contexto import Contexto
from rcdesk.documents.acta.divulgada import secciones
from rcdesk.documents.acta.insertos import SIN_DATOS, parte
from rcdesk.documents.blocks import Block, Heading, Paragraph, literal
from rcdesk.domain.frases import es_parte
from rcdesk.domain.registro import Bloque, Dato, Figura, Inserto, Seccion
from rcdesk.i18n import sin_tildes


@dataclass(frozen=True, slots=True)
class SeccionEstandar:
    """A section of the real format and what it prints: all of `datos` that there is.

    It opens with a sentence where no table or chart of it tells the same.
    """

    titulo: str
    datos: tuple[Dato, ...]


SECCIONES_ESTANDAR: Final = (
    SeccionEstandar("Temas de la actividad de Rendición de Cuentas.", ("frase_de_temas", "temas")),
    SeccionEstandar("Medio y fecha de la convocatoria.", ("frase_de_convocatoria", "convocatoria")),
    SeccionEstandar("Fecha y lugar de la actividad.", ("fecha_y_lugar",)),
    SeccionEstandar("Número de asistentes.", ("asistencia", "metricas_virtuales")),
    SeccionEstandar(
        "Información divulgada en la Rendición de Cuentas.", ("informacion_divulgada", "intervenciones", "decisiones")
    ),
    SeccionEstandar(
        "Propuestas, observaciones o peticiones recibidas durante el evento.", ("frase_de_canales", "preguntas")
    ),
    SeccionEstandar("Análisis de las propuestas o peticiones recibidas.", ("frase_de_analisis", "preguntas_por_tema")),
    SeccionEstandar("Análisis de encuestas de evaluación aplicadas.", ("encuestas",)),
    SeccionEstandar("Autoevaluación.", ("autoevaluacion", "dofa")),
)
"""The nine sections of the acta format of a rendición de cuentas, in its words."""

_DEL_ANALISIS: Final = ("propuesta", "peticion", "pregunta", "pqr")


def titulos(ctx: Contexto) -> tuple[str, ...]:
    """The titles of the sections, for the agenda of a hearing that has none."""
    escritas = tuple(seccion.titulo or "" for seccion in ctx.acta.desarrollo)
    return tuple(map(literal, escritas)) or tuple(estandar.titulo for estandar in SECCIONES_ESTANDAR)


def desarrollo(ctx: Contexto) -> Iterator[Block]:
    """The sections as written, numbered by their place; otherwise the nine standard ones from the data."""
    if not ctx.acta.desarrollo:
        yield from _estandar(ctx)
    for numero, seccion in enumerate(con_grafica_de_temas(ctx.acta.desarrollo), 1):
        dentro = ctx.en_seccion(str(numero))
        yield Heading(f"{numero}. {literal(seccion.titulo or 'Sin título')}", 2)
        hecho = [
            *dentro.narrar(seccion.bloques),
            *secciones(dentro, seccion.secciones, 3),
        ]
        yield from hecho or [Paragraph("Esta sección no se ha diligenciado.")]


def con_grafica_de_temas(partes: Sequence[Seccion]) -> tuple[Seccion, ...]:
    """The sections with the chart of questions by topic in place of its picture, when nobody kept the picture.

    It belongs in the section that analyses the questions («Análisis de las propuestas o peticiones…»), and is put there
    only if no section asks for it by itself.
    """
    if any(_pide_grafica(seccion) for seccion in partes):
        return tuple(partes)
    return tuple(_con_grafica(seccion) if _analiza_preguntas(seccion) else seccion for seccion in partes)


def _estandar(ctx: Contexto) -> Iterator[Block]:
    for numero, estandar in enumerate(SECCIONES_ESTANDAR, 1):
        dentro = ctx.en_seccion(str(numero))
        yield Heading(f"{numero}. {estandar.titulo}", 2)
        hecho = [block for dato in estandar.datos for block in parte(dentro.abriendo(dato), dato)]
        yield from hecho or [Paragraph(next(SIN_DATOS[dato] for dato in estandar.datos if es_parte(dato)))]


def _pide_grafica(seccion: Seccion) -> bool:
    return any(isinstance(bloque, Inserto) and bloque.dato == "preguntas_por_tema" for bloque in seccion.bloques)


def _analiza_preguntas(seccion: Seccion) -> bool:
    titulo = sin_tildes(seccion.titulo or "")
    return "analisis" in titulo and any(palabra in titulo for palabra in _DEL_ANALISIS)


def _con_grafica(seccion: Seccion) -> Seccion:
    perdida = next((b for b in seccion.bloques if isinstance(b, Figura) and not b.archivo), None)
    if perdida is None:
        return replace(seccion, bloques=(*seccion.bloques, Inserto(dato="preguntas_por_tema")))
    grafica = Inserto(dato="preguntas_por_tema", fuente=perdida.fuente)
    bloques: tuple[Bloque, ...] = tuple(grafica if bloque is perdida else bloque for bloque in seccion.bloques)
    return replace(seccion, bloques=bloques)
