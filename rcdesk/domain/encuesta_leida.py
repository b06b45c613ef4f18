"""The answers of a form's file as they would enter a survey, compared with those that are already there.

Nothing of who answers is here: a row is when it was answered and what.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rcdesk.domain.columnas import Tabla
from rcdesk.domain.columnas_de_encuesta import Columna
from rcdesk.domain.columnas_y_preguntas import FECHA, NUEVA
from rcdesk.domain.encuestas import aplica, contesta
from rcdesk.domain.fechas_de_formulario import Fechas, leer_fechas
from rcdesk.domain.preguntas_de_formulario import pregunta_de, tipo_de
from rcdesk.domain.registro import (
    NO_APLICA,
    PreguntaEncuesta,
    TipoPreguntaEncuesta,
    ValorDeRespuesta,
)
from rcdesk.domain.telling import Telling, silent
from rcdesk.domain.valores_de_formulario import ColumnaLeida, leer_columna

Valores = Mapping[str, ValorDeRespuesta]
_STEP: Final = 1000  # rows between two words of how far it is


@dataclass(frozen=True, slots=True)
class Encargo:
    """What is done with a column: where it goes, how a question made of it is answered, and the values decided."""

    destino: str
    tipo: TipoPreguntaEncuesta | None = None
    decididos: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Respondida:
    """What one person answered: `fecha` is the instant, or None when the file does not say it."""

    fecha: str | None
    valores: Valores


@dataclass(frozen=True, slots=True)
class EncuestaLeida:
    """`columnas` are those that answer a question, by their place; `preguntas` the survey as it would be.

    `fuera_de_condicion` counts, by question, who answered what was not asked to them: it does not enter (V05).
    """

    filas: int
    columnas: Mapping[int, ColumnaLeida]
    preguntas: tuple[PreguntaEncuesta, ...]
    nuevas: tuple[Respondida, ...]
    ya_estaban: int
    en_blanco: tuple[int, ...]
    fuera_de_condicion: Mapping[str, int]
    sin_fecha: int
    fechas: Fechas | None

    @property
    def por_decidir(self) -> int:
        """How many values wait for the person."""
        return sum(column.por_decidir for column in self.columnas.values())


def leer_encuesta(
    tabla: Tabla,
    columnas: Sequence[Columna],
    encargos: Sequence[Encargo],
    preguntas: Sequence[PreguntaEncuesta],
    existentes: Sequence[Respondida],
    *,
    avance: Telling = silent,
) -> EncuestaLeida:
    """Return the answers of a file that are not among those of the survey (`existentes`), as the columns say."""
    read = _columns(columnas, encargos, preguntas)
    changed = {column.pregunta.codigo: column.pregunta for column in read.values()}
    after = tuple(changed.pop(one.codigo, one) for one in preguntas)
    whole = (*after, *changed.values())
    dated = next((place for place, one in enumerate(encargos) if one.destino == FECHA), None)
    dates = None if dated is None else leer_fechas(columnas[dated].cuenta, tabla.modificado)
    whens = None if dated is None or dates is None else [dates.leer(cell) for cell in columnas[dated].celdas]
    answered, blank, outside = _rows(tabla, columnas, read, whole, whens, avance)
    new = tuple(_not_there(answered, existentes))
    return EncuestaLeida(
        filas=max(0, len(tabla.filas) - 1),
        columnas=read,
        preguntas=whole,
        nuevas=new,
        ya_estaban=len(answered) - len(new),
        en_blanco=tuple(blank),
        fuera_de_condicion=outside,
        sin_fecha=0 if whens is None else sum(one.fecha is None for one in answered),
        fechas=dates,
    )


def _columns(
    columns: Sequence[Columna], orders: Sequence[Encargo], questions: Sequence[PreguntaEncuesta]
) -> dict[int, ColumnaLeida]:
    by_code = {question.codigo: question for question in questions}
    used = set(by_code)
    found: dict[int, ColumnaLeida] = {}
    for place, (column, order) in enumerate(zip(columns, orders, strict=True)):
        if order.destino == NUEVA:
            question = pregunta_de(column, order.tipo or tipo_de(column), used)
            used.add(question.codigo)
        elif order.destino in by_code:
            question = by_code.pop(order.destino)  # two columns never answer one question
        else:
            continue
        found[place] = leer_columna(column, question, order.decididos or {})
    return found


def _rows(
    table: Tabla,
    columns: Sequence[Columna],
    read: Mapping[int, ColumnaLeida],
    questions: Sequence[PreguntaEncuesta],
    whens: Sequence[str | None] | None,
    progress: Telling,
) -> tuple[list[Respondida], list[int], dict[str, int]]:
    """Return who answered something, the numbers of the rows that say nothing, and what was answered unasked."""
    of_code = {one.pregunta.codigo: (columns[place].celdas, one.respuestas) for place, one in read.items()}
    order = [(one, *of_code[one.codigo]) for one in questions if one.codigo in of_code]
    answered: list[Respondida] = []
    blank: list[int] = []
    outside: dict[str, int] = {}
    rows = table.filas[1:]
    for place, row in enumerate(rows):
        if place % _STEP == 0:
            progress(place, len(rows), "Comparando con la base")
        values: dict[str, ValorDeRespuesta] = {}
        for question, cells, answers in order:
            value = answers.get(cells[place])
            conditioned = question.condicion is not None and question.condicion.pregunta in of_code
            if conditioned and not aplica(question, values):
                if contesta(value):
                    outside[question.codigo] = outside.get(question.codigo, 0) + 1
                value = NO_APLICA
            values[question.codigo] = value
        if any(map(contesta, values.values())):
            answered.append(Respondida(None if whens is None else whens[place], values))
        else:
            blank.append(row.numero)
    return answered, blank, outside


def _not_there(answered: Sequence[Respondida], existing: Sequence[Respondida]) -> Iterator[Respondida]:
    """Yield those that are not there yet: the same instant is the same person; without it, the same answers are."""
    dated = any(_instant(one) for one in answered)
    there = Counter(_instant(one) or _said(one) if dated else _said(one) for one in existing)
    for one in answered:
        key = _instant(one) or _said(one) if dated else _said(one)
        if there[key]:
            there[key] -= 1
        else:
            yield one


def _instant(one: Respondida) -> str:
    return one.fecha if one.fecha is not None and "T" in one.fecha else ""


def _said(one: Respondida) -> str:
    said = {code: value for code, value in one.valores.items() if contesta(value)}
    return json.dumps(said, sort_keys=True, ensure_ascii=False)
