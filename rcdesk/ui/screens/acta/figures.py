"""What a section prints from the base, in words and with where it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from rcdesk.domain.frases import es_parte
from rcdesk.domain.palabras_del_acta import PARTE_DEL_ACTA
from rcdesk.domain.registro import Dato, ParteDelActa
from rcdesk.i18n import numero, plural
from rcdesk.ui.screens.acta.heading import opening_words
from rcdesk.ui.screens.acta.people import attendance_words
from rcdesk.work.estado_del_acta import DatosDelActa

Told = tuple[str, str, str, str]
"""The words, the verb of the button, the place it goes to and the key in it."""


def data_words(data: Iterable[Dato], found: DatosDelActa) -> Iterator[Told]:
    """Say what each of these parts of the hearing holds."""
    for dato in data:
        if es_parte(dato):  # a sentence is seen where it stands
            yield _told(dato, found)


def part_words(found: DatosDelActa) -> dict[Dato, str]:
    """Say what each structured part would print now."""
    return {dato: _told(dato, found)[0] for dato in PARTE_DEL_ACTA}


def question_words(found: DatosDelActa) -> str:
    """Say how many questions there were, and how many have an answer."""
    if not found.preguntas:
        return "No se recibieron preguntas."
    return f"{plural(found.preguntas, 'pregunta', 'preguntas')}, {found.respondidas} con respuesta."


def _told(dato: ParteDelActa, found: DatosDelActa) -> Told:
    match dato:
        case "temas":
            words = plural(found.temas, "tema", "temas") if found.temas else "Sin temas todavía"
            return f"{words}.", "Ver preparación", "preparacion", "/temas"
        case "convocatoria":
            return f"{plural(found.piezas, 'pieza', 'piezas')}.", "Ver preparación", "preparacion", "/convocatoria"
        case "fecha_y_lugar":
            return opening_words(found), "Ver preparación", "preparacion", "/datos"
        case "asistencia":
            return attendance_words(found), "Ver registro", "registro", ""
        case "metricas_virtuales":
            words = plural(found.plataformas, "plataforma", "plataformas")
            return f"{words} con cifras de la transmisión.", "Ver registro", "registro", ""
        case "informacion_divulgada":
            words = plural(found.informacion, "tema de información", "temas de información")
            return f"{words} divulgada.", "Ver preparación", "preparacion", "/informacion"
        case "intervenciones":
            return f"{plural(found.intervenciones, 'intervención', 'intervenciones')}.", "Ver en vivo", "en_vivo", ""
        case "preguntas":
            return question_words(found), "Ver preguntas", "en_vivo", ""
        case "preguntas_por_tema":
            return _by_topic(found), "Ver preguntas", "en_vivo", ""
        case "decisiones":
            return f"{plural(found.decisiones, 'decisión', 'decisiones')}.", "Ver en vivo", "en_vivo", ""
        case "encuestas":
            return survey_words(found), "Ver encuesta", "encuesta", ""
        case "autoevaluacion":
            return "Se imprime el texto de la autoevaluación.", "Escribirla", "acta", "/autoevaluacion"
        case "dofa":
            return _crossed(found), "Ver DOFA", "acta", "/dofa"
        case "compromisos":
            return (
                f"{plural(found.compromisos, 'compromiso', 'compromisos')}.",
                "Ver compromisos",
                "acta",
                "/compromisos",
            )
        case _:
            assert_never(dato)


def survey_words(found: DatosDelActa) -> str:
    """Say how many people answered the survey."""
    if found.encuestados is None:
        return "La encuesta no tiene respuestas todavía."
    return f"{plural(found.encuestados, 'persona respondió', 'personas respondieron')} la encuesta."


def _crossed(found: DatosDelActa) -> str:
    factors = plural(found.factores, "factor", "factores")
    return f"{factors}, {plural(found.estrategias, 'estrategia', 'estrategias')}."


def _by_topic(found: DatosDelActa) -> str:
    if not found.preguntas_por_tema:
        return "Las preguntas no tienen tema todavía."
    topics = ", ".join(f"{tema} ({numero(n)})" for tema, n in found.preguntas_por_tema)
    return f"Base: {plural(found.preguntas, 'pregunta', 'preguntas')}. {topics}."
