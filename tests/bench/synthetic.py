"""Hearings of any size, made from the shipped example: the same sections, other words in each question and name.

The words are invented and drawn with a fixed seed, so that two runs measure the same text.
"""

from __future__ import annotations

import random
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from rcdesk.domain import registro as r
from rcdesk.exchange import read
from rcdesk.resources import resource
from rcdesk.work.intercambio import importar
from tests.bases import PRIMERA, open_desk

_OPENINGS: Final = ("¿Cuándo", "¿Cómo", "¿Por qué no", "¿Con qué plata", "Buenos días, quisiera saber si", "¿Quién")
_DOERS: Final = ("la Secretaría", "la oficina de obras", "el comité", "la empresa de aseo", "el contratista")
_DEEDS: Final = ("arregló", "va a terminar", "contrató", "dejó sin iluminar", "cambió de sitio", "publicó", "midió")
_THINGS: Final = (
    "el puente peatonal",
    "la cancha múltiple",
    "el salón comunal",
    "la ruta del bus escolar",
    "los filtros del acueducto",
    "la huerta comunitaria",
    "el parque de los niños",
    "las casetas de la galería",
)
_PLACES: Final = ("Alto Bonito", "La Ceiba", "Puerto Niño", "Quebrada Honda", "El Guadual", "Santa Eufrasia", "Peñón")
_NAMES: Final = ("Ana Lucía", "Célimo", "Débora", "Eustaquio", "Íngrid", "Ligia", "Toño", "Zoraida")
_SURNAMES: Final = ("Acuña", "Benítez Rúa", "Cañaveral", "Güiza", "Londoño", "Muñetón", "Piedrahíta", "Yepes Ávila")


@cache
def example() -> r.Archivo:
    """The shipped example."""
    return read(resource("example", "ejemplo.json")).archivo


def hearing() -> r.Audiencia:
    """The hearing of the example that took place."""
    return next(audiencia for audiencia in example().audiencias if audiencia.codigo == PRIMERA)


def preguntas(count: int) -> tuple[r.Pregunta, ...]:
    """That many questions with their answers, whose sentences are those of the example, recombined."""
    choice = random.Random(7)
    known = hearing().preguntas
    answers = [question.respuesta.texto or "" for question in known if question.respuesta]
    sentences = [part.strip() for text in answers for part in text.replace("\n", " ").split(". ") if part.strip()]
    return tuple(_pregunta(number, choice, known, sentences) for number in range(1, count + 1))


def _pregunta(number: int, choice: random.Random, known: tuple[r.Pregunta, ...], sentences: list[str]) -> r.Pregunta:
    pick = choice.choice
    words = f"{pick(_OPENINGS)} {pick(_DOERS)} {pick(_DEEDS)} {pick(_THINGS)} de {pick(_PLACES)}"
    return replace(
        pick(known),
        numero=number,
        radicados=(f"2026-110-{choice.randint(0, 99999):05}",),
        autor=r.Autor(nombre=nombre(choice)),
        texto=f"{words} antes de {choice.randint(2026, 2031)}? Lo preguntamos {choice.randint(2, 90)} familias.",
        respuesta=r.Respuesta(texto=". ".join(choice.sample(sentences, choice.randint(1, 3))) + ".", modo="en_vivo"),
        acciones_a_desarrollar=None if number % 3 else r.TextoONoAplica(f"Visitar {pick(_PLACES)} con {pick(_DOERS)}"),
        compromiso=None,
        agrupada_en=None,
        estado="respondida",
    )


def asistentes(count: int) -> tuple[r.Asistente, ...]:
    """That many people who came, each filled as those of the example."""
    choice = random.Random(11)
    known = hearing().asistentes
    return tuple(
        replace(
            choice.choice(known),
            nombre=nombre(choice),
            documento=r.Documento(tipo="CC", numero=f"9{number:09}"),
            folio=number // 20 + 1,
            renglon=number % 20 + 1,
        )
        for number in range(count)
    )


def nombre(choice: random.Random) -> str:
    """A name that nobody has."""
    return f"{choice.choice(_NAMES)} {choice.choice(_SURNAMES)} {choice.choice(_SURNAMES)}"


def with_preguntas(count: int) -> r.Archivo:
    """The example with its first hearing stretched to that many questions."""
    return _with(replace(hearing(), preguntas=preguntas(count)))


def with_asistentes(count: int) -> r.Archivo:
    """The example with that many people in its first hearing."""
    return _with(replace(hearing(), asistentes=asistentes(count)))


def _with(first: r.Audiencia) -> r.Archivo:
    rest = tuple(audiencia for audiencia in example().audiencias if audiencia.codigo != PRIMERA)
    return replace(example(), audiencias=(first, *rest))


def make_base(folder: Path, archivo: r.Archivo) -> Path:
    """Make a base with a file imported, closed, and return its folder."""
    desk = open_desk(folder)
    try:
        desk.do(importar, archivo=archivo)
    finally:
        desk.close()
    return folder
