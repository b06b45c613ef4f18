"""A form on paper typed twice: which answers are not the same, so that somebody looks at the paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rcdesk.domain.encuestas import contesta, leer_formulario
from rcdesk.domain.registro import PreguntaEncuesta, ValorDeRespuesta
from rcdesk.i18n import sin_tildes


@dataclass(frozen=True, slots=True)
class Distinta:
    """A question, by its place in the form from 1, with what was typed the first time and the second, in words."""

    codigo: str
    numero: int
    antes: str
    ahora: str


def comparar(
    preguntas: Sequence[PreguntaEncuesta],
    antes: Mapping[str, ValorDeRespuesta],
    ahora: Mapping[str, ValorDeRespuesta],
) -> list[Distinta]:
    """Return the answers that differ; blank and «No responde» are the same, as are capital letters and accents.

    RuleError when what was typed now does not fit a question.
    """
    second = leer_formulario(preguntas, ahora)
    return [
        Distinta(one.codigo, place, _said(antes.get(one.codigo)), _said(second.get(one.codigo)))
        for place, one in enumerate(preguntas, 1)
        if _key(antes.get(one.codigo)) != _key(second.get(one.codigo))
    ]


def _key(value: ValorDeRespuesta) -> frozenset[str]:
    said = value if isinstance(value, tuple) else (value,)
    return frozenset(" ".join(sin_tildes(str(one)).split()) for one in said if contesta(one))


def _said(value: ValorDeRespuesta) -> str:
    if not contesta(value):
        return "en blanco"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
