"""Which question of a survey each column of a form's file answers: by its code, its words, its answers, or its place.

A person corrects it. What says who answers goes nowhere: answers are anonymous.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from rapidfuzz import fuzz

from rcdesk.domain.columnas_de_encuesta import Columna
from rcdesk.domain.encuestas import de_opciones, opciones
from rcdesk.domain.raices import raices
from rcdesk.domain.registro import PreguntaEncuesta
from rcdesk.domain.valores_de_formulario import numero_de, opcion_de, separar
from rcdesk.i18n import solo_palabras

FECHA: Final = "*fecha"
NUEVA: Final = "*nueva"
FUERA: Final = ""
"""Where a column may go besides the code of a question: when it was answered, a question to be made, or nowhere."""

_ALIKE: Final = 74  # of 100: two wordings of one question
_SHORTER: Final = 10  # what a wording is worth less than another when it has only some of its words
_FITS: Final = 0.8  # of the cells that are options of the question


def adivinar(columnas: Sequence[Columna], preguntas: Sequence[PreguntaEncuesta]) -> list[str]:
    """Return where each column goes. Without questions of a survey, each column that asks makes one."""
    found = [FUERA] * len(columnas)
    dated = [place for place, column in enumerate(columnas) if column.momento is not None and column.cuenta]
    if dated:
        found[min(dated, key=lambda place: columnas[place].momento or 0)] = FECHA
    asking = [place for place, column in enumerate(columnas) if pregunta_algo(column)]
    if not preguntas:
        return [NUEVA if place in asking and columnas[place].cuenta else was for place, was in enumerate(found)]
    left = list(preguntas)
    for place, question in (*_alike(columnas, asking, preguntas), *_by_number(columnas, asking, preguntas)):
        if found[place] == FUERA and question in left:
            found[place] = question.codigo
            left.remove(question)
    for place, question in _in_order(columnas, asking, found, preguntas):
        found[place] = question.codigo
    return found


def pregunta_algo(columna: Columna) -> bool:
    """Whether a column is the answer to a question: not who, nor when, nor what the form keeps for itself."""
    return not columna.de_quien and not columna.de_maquina and columna.momento is None


def _alike(
    columns: Sequence[Columna], asking: Sequence[int], questions: Sequence[PreguntaEncuesta]
) -> Iterator[tuple[int, PreguntaEncuesta]]:
    """Yield the pairs that are alike, the likeliest first; of those equally alike, in the order of both."""
    pairs = []
    for place in asking:
        for rank, question in enumerate(questions):
            score = _score(columns[place], question)
            if score >= _ALIKE:
                pairs.append((-score, place, rank))
    yield from ((place, questions[rank]) for _, place, rank in sorted(pairs))


def _score(column: Columna, question: PreguntaEncuesta) -> int:
    if column.codigo and column.codigo.lower() == question.codigo.lower():
        return 101
    mine, theirs = solo_palabras(column.titulo), solo_palabras(question.enunciado or question.codigo.replace("_", " "))
    if mine and mine in (theirs, solo_palabras(question.codigo)):
        return 100
    words = round(max(fuzz.ratio(mine, theirs), fuzz.token_sort_ratio(mine, theirs)))
    if set(raices(mine)) & set(raices(theirs)):  # «Género» asks what «¿Con qué género se identifica?» does
        words = max(words, round(fuzz.token_set_ratio(mine, theirs)) - _SHORTER)
    if words >= _ALIKE:
        return words
    own = de_opciones(question) and question.tipo != "si_no" and encaja(column, question) >= _FITS
    return _ALIKE if own and words >= _ALIKE // 2 else 0


def encaja(columna: Columna, pregunta: PreguntaEncuesta) -> float:
    """Return which part of what a column says is an answer that the question offers."""
    if not columna.cuenta:
        return 0.0
    if not de_opciones(pregunta):
        numbers = sum(many for text, many in columna.cuenta.items() if numero_de(text) is not None)
        share = numbers / columna.respondidas
        return share if pregunta.tipo == "numero" else 1 - share
    split = separar(columna, pregunta) if pregunta.tipo == "multiple" else lambda text: (text,)
    fit = sum(many for text, many in columna.cuenta.items() if any(opcion_de(pregunta, one) for one in split(text)))
    return fit / columna.respondidas


def _by_number(
    columns: Sequence[Columna], asking: Sequence[int], questions: Sequence[PreguntaEncuesta]
) -> Iterator[tuple[int, PreguntaEncuesta]]:
    """Yield the pairs by the number of a code alone: `Q03` is the third question."""
    for place in asking:
        title = columns[place].codigo or columns[place].titulo
        bare = columns[place].titulo in ("", title)
        found = re.fullmatch(r"[QqPpGg](\d{1,3})", title)
        if found and bare and 0 < int(found[1]) <= len(questions):
            yield place, questions[int(found[1]) - 1]


def _in_order(
    columns: Sequence[Columna], asking: Sequence[int], found: Sequence[str], questions: Sequence[PreguntaEncuesta]
) -> Iterator[tuple[int, PreguntaEncuesta]]:
    """Yield the pairs that are left between two that are known: as many columns as questions, and their answers fit."""
    codes = [question.codigo for question in questions]
    known = [(-1, -1), *((p, codes.index(found[p])) for p in asking if found[p] in codes), (len(columns), len(codes))]
    for (start, first), (end, last) in pairwise(known):
        between = [place for place in asking if start < place < end and found[place] == FUERA]
        asked = [question for question in questions[first + 1 : max(first, last)] if question.codigo not in found]
        pairs = list(zip(between, asked, strict=False))
        if len(between) == len(asked) and all(_may_be(columns[place], question) for place, question in pairs):
            yield from pairs


def _may_be(column: Columna, question: PreguntaEncuesta) -> bool:
    if de_opciones(question) and not opciones(question):
        return False
    return encaja(column, question) >= _FITS
