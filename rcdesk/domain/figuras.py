"""The pictures of a hearing's narratives, and those that nobody describes for who does not see them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rcdesk.domain.bloques import sin_alternativo
from rcdesk.domain.partes import Donde
from rcdesk.domain.registro import Acta, Audiencia, Bloque, Figura, Seccion


@dataclass(frozen=True, slots=True)
class FiguraPuesta:
    """A picture in a narrative. `parte` is the part of the hearing where it is, `lugar` where in it."""

    parte: Donde
    lugar: str
    muda: bool
    """Whether nobody wrote what it shows."""


def figuras(audiencia: Audiencia) -> Iterator[FiguraPuesta]:
    """Every picture with a file, in the order of the acta."""
    acta = audiencia.acta or Acta()
    for seccion in audiencia.informacion_divulgada:
        yield from _de_seccion(seccion, "preparacion", "informacion")
    for seccion in acta.desarrollo:
        yield from _de_seccion(seccion, "acta", None)
    for encuesta in audiencia.encuestas:
        for pregunta in encuesta.preguntas:
            yield from _de(pregunta.analisis, "encuesta", pregunta.id or "")
    bajo_la_matriz = audiencia.dofa.cierre if audiencia.dofa else ()
    yield from _de((*audiencia.autoevaluacion, *bajo_la_matriz), "acta", "autoevaluacion")
    yield from _de(acta.observaciones_generales, "acta", "cierre")


def _de_seccion(seccion: Seccion, parte: Donde, lugar: str | None) -> Iterator[FiguraPuesta]:
    yield from _de(seccion.bloques, parte, lugar or f"seccion/{seccion.id}")
    for dentro in seccion.secciones:
        yield from _de_seccion(dentro, parte, lugar)


def _de(bloques: Iterable[Bloque], parte: Donde, lugar: str) -> Iterator[FiguraPuesta]:
    for bloque in bloques:
        if isinstance(bloque, Figura) and bloque.archivo:
            yield FiguraPuesta(parte, lugar, sin_alternativo(bloque))
