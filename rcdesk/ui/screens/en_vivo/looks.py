"""How a question looks in the queue: its state in a word, where it came from, when."""

from __future__ import annotations

from datetime import datetime
from typing import Final, assert_never

from rcdesk.domain.registro.preguntas import CanalPregunta
from rcdesk.i18n import COLOMBIA
from rcdesk.ui.kit.columns import Column
from rcdesk.ui.kit.states import EN_PANTALLA, MODERACION, PREGUNTA, State, state_of
from rcdesk.work.cola import ConteoDePreguntas, PreguntaRow

FALTA_REDACTAR: Final = State("Falta redactar", "pen-line", "warn")
ANULADA: Final = State("Anulada", "ban")
EN_COLA: Final = State("En cola", "list", "info")
LOST: Final = PreguntaRow(
    *("", 0, None, "No se pudo leer esta pregunta.", None, None, None, None, None),
    *(None, None, None, None, None, False, None, None, None),
)
"""Stands in the table for a question that could not be read."""


def state(row: PreguntaRow) -> State:
    """Return the one thing that matters now about a question."""
    if row.anulada is not None:
        return ANULADA
    if row.en_pantalla:
        return EN_PANTALLA
    if row.falta_redactar:
        return FALTA_REDACTAR
    if row.estado in ("recibida", "asignada") and row.moderacion is not None:
        return EN_COLA if row.moderacion == "aprobada" else MODERACION[row.moderacion]
    return state_of(PREGUNTA, row.estado)


def icon_of(canal: CanalPregunta | None) -> str:
    """Return the icon of a channel."""
    match canal:
        case "verbal_en_sala":
            return "mic"
        case "chat_en_vivo" | "redes_sociales" | "micrositio":
            return "message-circle"
        case "whatsapp" | "telefono":
            return "smartphone"
        case "correo":
            return "mail"
        case "formulario_en_sala" | "formulario_web" | "buzon" | "ventanilla" | "taller_previo":
            return "file-text"
        case "otro" | None:
            return "message-circle"
        case _:
            assert_never(canal)


def hour(instant: str | None) -> str:
    """Return the hour (HH:MM) of Bogotá of an instant of rcdesk/1; nothing when only the day is known."""
    return f"{datetime.fromisoformat(instant).astimezone(COLOMBIA):%H:%M}" if instant and "T" in instant else ""


def source(row: PreguntaRow) -> str:
    """Return who asks, about what, and to whom."""
    if row.anulada is not None:
        return f"Anulada: {row.anulada}"
    asked = f"{row.autor} y {row.juntas} más" if row.juntas else row.autor
    turn = f"turno {row.turno}" if row.turno else ""
    return "  ·  ".join(filter(None, (turn, asked, row.tema or "sin tema", row.dependencia)))


def figures(counts: ConteoDePreguntas) -> str:
    """Return what was received, in one line; nothing while there is nothing."""
    parts = [_many(counts.unicas, "única", "únicas")]
    if counts.agrupadas:
        parts.append(_many(counts.agrupadas, "agrupada", "agrupadas"))
    if counts.no_proceden:
        parts.append(_many(counts.no_proceden, "no procede", "no proceden"))
    received = _many(counts.preguntas, "recibida", "recibidas")
    told = [f"{received}: {', '.join(parts)}"] if len(parts) > 1 else [received] if counts.preguntas else []
    if counts.trasladadas:
        told.append(_many(counts.trasladadas, "trasladada", "trasladadas"))
    if counts.anuladas:
        told.append(_many(counts.anuladas, "anulada", "anuladas"))
    return "  ·  ".join(told)


def ambient(counts: ConteoDePreguntas, left: tuple[str, str, str] | None) -> list[tuple[str, str, str]]:
    """Return the line of status: numbers, their words and their tones; what nobody owes is left out."""
    parts = [
        (str(counts.en_cola), "en cola", "ink"),
        (str(counts.respondidas), "respondida" if counts.respondidas == 1 else "respondidas", "ink"),
        (str(counts.pendientes), "pendiente" if counts.pendientes == 1 else "pendientes", "ink"),
        (str(counts.por_moderar), "por moderar", "ink"),
    ]
    if counts.falta_redactar:
        word = "falta por redactar" if counts.falta_redactar == 1 else "faltan por redactar"
        parts.append((str(counts.falta_redactar), word, "warn"))
    return [*parts, left] if left is not None else parts


def _many(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _came_by(row: PreguntaRow) -> str:
    return "" if row.anulada is not None else icon_of(row.canal)


def _tone(row: PreguntaRow) -> str:
    done = row.estado in ("respondida", "fuera_de_alcance", "trasladada", "agrupada") and not row.falta_redactar
    return "ink2" if done else "ink"


COLUMNS: Final = (
    Column[PreguntaRow]("Número", lambda r: r.codigo, 86, strong=True, tone=_tone, note=lambda r: hour(r.recibida)),
    Column[PreguntaRow]("Pregunta", lambda r: r.texto_editado or r.texto, tone=_tone, note=source, note_icon=_came_by),
    Column[PreguntaRow]("Estado", lambda r: state(r).word, 158, state=state),
)
