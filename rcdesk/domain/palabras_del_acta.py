"""The words of the closed lists of an acta: its states, its parts, how it is reviewed and signed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from rcdesk.domain.registro import (
    CanalPregunta,
    Dato,
    Disposicion,
    EstadoActa,
    Frase,
    MedioDeFirma,
    ParteDelActa,
    Porcentajes,
)

ListaDeFirmantes: TypeAlias = Literal["firmas", "elaboro", "reviso", "aprobo"]
"""The lists of an acta, and of an entity, that someone may be in."""

ESTADO_ACTA: Final[Mapping[EstadoActa, str]] = {
    "borrador": "borrador",
    "en_revision": "en revisión",
    "aprobada": "aprobada",
    "publicada": "publicada",
}

PORCENTAJES: Final[Mapping[Porcentajes, str]] = {
    "enteros": "enteros",
    "suman_100": "enteros que suman 100 %",
}

DISPOSICION: Final[Mapping[Disposicion, str]] = {
    "acogida": "acogida",
    "acogida_en_parte": "acogida en parte",
    "no_acogida": "no acogida",
}

MEDIO_DE_FIRMA: Final[Mapping[MedioDeFirma, str]] = {
    "papel": "en papel",
    "electronica": "firma electrónica",
    "digital": "firma digital",
}

LISTA_DE_FIRMANTES: Final[Mapping[ListaDeFirmantes, str]] = {
    "firmas": "Firman",
    "elaboro": "Elaboró",
    "reviso": "Revisó",
    "aprobo": "Aprobó",
}

POR_CANAL: Final[Mapping[CanalPregunta, str]] = {
    "chat_en_vivo": "por el chat en vivo",
    "verbal_en_sala": "de viva voz en la sala",
    "formulario_en_sala": "en formulario en la sala",
    "formulario_web": "por el formulario web",
    "correo": "por correo electrónico",
    "buzon": "por el buzón",
    "taller_previo": "en un taller previo",
    "micrositio": "por el micrositio",
    "redes_sociales": "por redes sociales",
    "whatsapp": "por WhatsApp",
    "telefono": "por teléfono",
    "ventanilla": "por ventanilla",
    "otro": "por otro medio",
}
"""How a question arrived, after its number in a sentence."""

FRASE: Final[Mapping[Frase, str]] = {
    "horario": "cuándo comenzó y terminó",
    "frase_de_temas": "cuántos temas",
    "frase_de_convocatoria": "con cuántas piezas se convocó",
    "frase_de_asistencia": "cuántas personas asistieron",
    "espectadores": "máximo de espectadores",
    "folios": "folios del listado",
    "frase_de_preguntas": "preguntas recibidas y respondidas",
    "frase_de_canales": "preguntas por canal",
    "frase_de_analisis": "porcentaje de preguntas por tema",
    "frase_de_encuestas": "cuántas personas respondieron la encuesta",
    "frase_de_compromisos": "cuántos compromisos",
    "responsabilidad": "respuestas pendientes",
}

PARTE_DEL_ACTA: Final[Mapping[ParteDelActa, str]] = {
    "temas": "temas",
    "convocatoria": "convocatoria",
    "fecha_y_lugar": "fecha y lugar",
    "asistencia": "asistencia",
    "metricas_virtuales": "cifras de la transmisión",
    "informacion_divulgada": "información divulgada",
    "intervenciones": "intervenciones",
    "preguntas": "preguntas y respuestas",
    "preguntas_por_tema": "preguntas por tema",
    "decisiones": "decisiones",
    "encuestas": "encuestas",
    "autoevaluacion": "autoevaluación",
    "dofa": "matriz DOFA",
    "compromisos": "compromisos",
}

DATO: Final[Mapping[Dato, str]] = dict((*PARTE_DEL_ACTA.items(), *FRASE.items()))
