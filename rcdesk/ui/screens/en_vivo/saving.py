"""Stores one field of the question in hand: its answer answers it; the rest is what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from rcdesk.ui.kit import moment
from rcdesk.work.pregunta import PreguntaVista
from rcdesk.work.preguntas import corregir_pregunta, responder_pregunta

if TYPE_CHECKING:
    from rcdesk.app.desk import Desk

_INSTANTS: Final = ("recibida", "respuesta_fecha")


def save_field(
    desk: Desk, vista: PreguntaVista | None, values: Mapping[str, Any], seen: Mapping[str, Any], *, aloud: bool
) -> None:
    """Store `values` of a question; `aloud` says that the hearing runs, so that an answer is one given live."""
    if vista is None:
        return
    if "respuesta_texto" in values:
        mode = vista.respuesta_modo or ("en_vivo" if aloud else "por_escrito")
        text = str(values["respuesta_texto"] or "")
        desk.do(responder_pregunta, id=vista.id, texto=text, modo=mode, seen=seen)
        return
    stored = dict(values)
    for name in _INSTANTS:
        if name in stored:
            stored[name] = _instant(getattr(vista, name), stored[name])
    desk.do(corregir_pregunta, id=vista.id, valores=stored, seen=seen)


def _instant(before: str | None, hour: str) -> str | None:
    """Return the moment with another hour of the same day (today, if there was none); an empty hour leaves it out."""
    return f"{(before or moment.today())[:10]}T{hour}-05:00" if hour else None
