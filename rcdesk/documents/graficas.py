"""The chart of a survey question: one value, that the acta prints and the screen shows."""

from __future__ import annotations

from collections.abc import Iterator

from rcdesk import i18n
from rcdesk.documents.blocks import SLICES, Chart, ChartKind, literal
from rcdesk.domain.cifras.encuesta import abierta, base, conteos
from rcdesk.domain.encuestas import alternativas, enunciado
from rcdesk.domain.notas_de_resultados import notas, preguntados
from rcdesk.domain.registro import Encuesta, PreguntaEncuesta
from rcdesk.domain.resultados import Puntos, puntos


def grafica(encuesta: Encuesta, pregunta: PreguntaEncuesta, *, fuente: str = "") -> Chart | None:
    """The counts of a question, with what keeps them from being misread; None when there is nothing to count.

    A disc when a few options share a whole and at least two were chosen: what only one shares is plainer as a bar.
    """
    respuestas = encuesta.respuestas
    personas, cuenta = base(pregunta, respuestas), conteos(pregunta, respuestas)
    dibujados = () if abierta(pregunta, respuestas) else puntos(pregunta, cuenta)
    if not (dibujados and personas):
        return None
    return Chart(
        title="",
        points=tuple((literal(opcion), cuantos) for opcion, cuantos in dibujados),
        base=personas,
        caption=literal(" ".join(_dicho(encuesta, pregunta, personas, cuenta, fuente))),
        kind=ChartKind.PIE if _de_un_todo(pregunta, dibujados, personas) else ChartKind.BARS,
    )


def _de_un_todo(pregunta: PreguntaEncuesta, dibujados: Puntos, personas: int) -> bool:
    escogidas = sum(1 for _, cuantos in dibujados if cuantos)
    return (
        1 < escogidas <= len(dibujados) <= SLICES
        and pregunta.tipo not in ("multiple", "numero")
        and sum(cuantos for _, cuantos in dibujados) == personas
    )


def poblacion(encuesta: Encuesta, pregunta: PreguntaEncuesta) -> str:
    """Of how many people are the answers, where they are not of all: who was asked, and how many of them answered."""
    personas, de = base(pregunta, encuesta.respuestas), preguntados(encuesta, pregunta)
    condicion = pregunta.condicion
    if condicion is not None:
        otra = next((una for una in encuesta.preguntas if una.codigo == condicion.pregunta), None)
        dicha = enunciado(otra) if otra else condicion.pregunta
        a_cuantas = f" ({i18n.plural(de, 'persona', 'personas')})" if de else ""
        return f"Se preguntó a quienes respondieron {alternativas(condicion.es)} a «{dicha}»{a_cuantas}."
    if personas and de is not None and de > personas:
        return f"Respondieron {i18n.numero(personas)} de {i18n.plural(de, 'persona', 'personas')}."
    return ""


def _dicho(
    encuesta: Encuesta, pregunta: PreguntaEncuesta, personas: int, cuenta: dict[str, int], fuente: str
) -> Iterator[str]:
    """Of whom are the counts, and the notes that readers need."""
    de_quienes, de = poblacion(encuesta, pregunta), preguntados(encuesta, pregunta)
    if de_quienes:
        yield de_quienes
    yield from (nota.texto for nota in notas(pregunta, personas, cuenta, de) if nota.impresa)
    if fuente:
        yield f"Fuente: {fuente}"
