"""What happened to a question, in the words of the office, out of what each step changed of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from rcdesk.domain.palabras import (
    CANAL_PREGUNTA,
    ESTADO_PREGUNTA,
    MODERACION,
    MODO_RESPUESTA,
    TIPO_PREGUNTA,
    con_mayuscula,
)
from rcdesk.domain.preguntas import escribir_referencia
from rcdesk.i18n import COLOMBIA, fecha_corta, lista_en_palabras

Imagen = Mapping[str, Any]
"""Columns of a question → the values as the base keeps them."""

CAMPOS: Final[Mapping[str, str]] = {
    "texto": "la pregunta",
    "linea": "la línea como se escribió",
    "texto_editado": "la redacción para el acta",
    "estado": "el estado",
    "moderacion": "la moderación",
    "orden_en_cola": "el turno",
    "autor_nombre": "el autor",
    "anonima": "si es anónima",
    "autor_organizacion": "la organización",
    "tema": "el tema",
    "dependencia": "la dependencia",
    "responsable": "el responsable",
    "tipo": "el tipo",
    "canal": "el canal",
    "canal_detalle": "el detalle del canal",
    "recibida": "la hora de recibida",
    "momento_grabacion": "el momento de la grabación",
    "respuesta_texto": "la respuesta",
    "respuesta_responde": "quién respondió",
    "respuesta_dependencia": "la dependencia que respondió",
    "respuesta_modo": "cómo se respondió",
    "respuesta_fecha": "la hora de la respuesta",
    "acciones_a_desarrollar": "las acciones a desarrollar",
    "compromiso": "el compromiso",
    "agrupada_en": "la agrupación",
    "trasladada_a": "la entidad competente",
    "observacion": "la observación",
    "anulada_motivo": "la anulación",
}
"""Column → what a person calls it. The other columns are the program's own."""

_PALABRAS: Final[Mapping[str, Mapping[Any, str]]] = {
    "estado": ESTADO_PREGUNTA,
    "moderacion": MODERACION,
    "tipo": TIPO_PREGUNTA,
    "canal": CANAL_PREGUNTA,
    "respuesta_modo": MODO_RESPUESTA,
    "anonima": {1: "sí", 0: "no"},
}
_INSTANTES: Final = frozenset({"recibida", "respuesta_fecha"})


def valor_en_palabras(campo: str, valor: Any) -> str:
    """Return a kept value as it is read: «respondida», «20/nov/2026 10:16», «P-003»; empty for None."""
    if valor is None:
        return ""
    if campo in _PALABRAS:
        return _PALABRAS[campo].get(valor, str(valor))
    if campo == "agrupada_en":
        return escribir_referencia(json.loads(valor))
    if campo in _INSTANTES and "T" in str(valor):
        return f"{fecha_corta(valor)} {datetime.fromisoformat(valor).astimezone(COLOMBIA):%H:%M}"
    return str(valor)


def que_paso(antes: Imagen | None, despues: Imagen | None, accion: str) -> str:
    """Return a step in words: «Respondida verbalmente», «Cambió el tema y la dependencia»; else the action's name."""
    if despues is None:
        return "Retirada"
    if antes is None:
        canal = despues.get("canal")
        return f"Capturada: {CANAL_PREGUNTA[canal]}" if canal else "Capturada"
    if despues.get("anulada_motivo"):
        return f"Anulada: {despues['anulada_motivo']}"
    if "estado" in despues:
        return _de_estado(antes, despues)
    if "moderacion" in despues:
        return {"aprobada": "Aprobada", "retenida": "Retenida"}.get(despues["moderacion"], "Vuelve a revisión")
    if "compromiso" in despues:
        codigo = despues["compromiso"]
        return f"Convertida en el compromiso {codigo}" if codigo else "Ya no lleva compromiso"
    if "respuesta_texto" in despues:
        return _escrito("Respuesta", antes["respuesta_texto"], despues["respuesta_texto"])
    if "texto_editado" in despues:
        return _escrito("Redacción para el acta", antes["texto_editado"], despues["texto_editado"])
    changed = [name for campo, name in CAMPOS.items() if campo in despues]
    return f"Cambió {lista_en_palabras(changed)}" if changed else accion


def durante(segundos: int) -> str:
    """Return how long something lasted: «45 s», «1 min 50 s», «1 h 5 min»."""
    minutes, seconds = divmod(max(0, segundos), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"


def _de_estado(antes: Imagen, despues: Imagen) -> str:
    before = antes["estado"]
    match despues["estado"]:
        case "respondida" if despues.get("respuesta_texto"):
            return "Respuesta escrita"
        case "respondida" if despues.get("respuesta_modo") == "en_vivo":
            return "Respondida verbalmente"
        case "agrupada":
            return f"Agrupada en la {valor_en_palabras('agrupada_en', despues.get('agrupada_en'))}"
        case "fuera_de_alcance":
            return f"No procede: {despues.get('observacion') or 'sin razón escrita'}"
        case "trasladada":
            return f"Trasladada a {despues.get('trasladada_a') or 'otra entidad'}"
        case "asignada":
            return f"Asignada a {despues['dependencia']}" if despues.get("dependencia") else "Asignada"
        case "pendiente" if before == "agrupada":
            return "Desagrupada"
        case "pendiente" if before in ("respondida", "trasladada", "fuera_de_alcance"):
            return "Vuelve a quedar pendiente"
        case after:
            return con_mayuscula(ESTADO_PREGUNTA.get(after, str(after)))


def _escrito(que: str, antes: str | None, despues: str | None) -> str:
    if not despues:
        return f"{que} borrada"
    return f"{que} corregida" if antes else f"{que} escrita"
