"""How satisfied those who answered a survey say they are: the favourable end of its first scale that has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.domain.cifras.encuesta import base, conteos
from rcdesk.domain.encuestas import enunciado
from rcdesk.i18n import solo_palabras

_FAVORABLES: Final = frozenset(
    [
        "excelente",
        "sobresaliente",
        "muy buena",
        "muy bueno",
        "muy bien",
        "buena",
        "bueno",
        "bien",
        "muy satisfecho",
        "muy satisfecha",
        "satisfecho",
        "satisfecha",
        "totalmente de acuerdo",
        "muy de acuerdo",
        "de acuerdo",
        "muy alta",
        "muy alto",
        "alta",
        "alto",
        "muy util",
        "util",
        "muy clara",
        "muy claro",
        "clara",
        "claro",
    ]
)
_CIFRAS: Final = 2
"""Of a scale of four numbers or more, how many of the greatest are favourable."""


@dataclass(frozen=True, slots=True)
class Satisfaccion:
    """Who chose a favourable option, of those who answered; `favorables` is None when they are too few to be told."""

    pregunta: str
    opciones: tuple[str, ...]
    favorables: int | None
    base: int


def satisfaccion(encuestas: Sequence[r.Encuesta]) -> Satisfaccion | None:
    """That of a hearing, from the first ordinal question with a favourable end; None when nobody was asked."""
    for encuesta in encuestas:
        for pregunta in encuesta.preguntas if encuesta.momento != "previa" else ():
            personas, opciones = base(pregunta, encuesta.respuestas), favorables(pregunta)
            if personas and opciones:
                cuenta = conteos(pregunta, encuesta.respuestas)
                callada = any(opcion in pregunta.reservadas for opcion in opciones)
                cuantas = None if callada else sum(cuenta.get(opcion, 0) for opcion in opciones)
                return Satisfaccion(enunciado(pregunta), opciones, cuantas, personas)
    return None


def favorables(pregunta: r.PreguntaEncuesta) -> tuple[str, ...]:
    """The favourable options of a scale; none of a question that is no scale, or whose words say no direction."""
    if pregunta.tipo != "ordinal":
        return ()
    numeros = sorted((opcion for opcion in pregunta.opciones if opcion.strip().isdecimal()), key=int)
    if len(numeros) == len(pregunta.opciones) > 2 * _CIFRAS - 1:
        return tuple(numeros[-_CIFRAS:])
    return tuple(opcion for opcion in pregunta.opciones if solo_palabras(opcion) in _FAVORABLES)
