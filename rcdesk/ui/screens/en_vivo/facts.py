"""What is told of the question in hand: who asks, through where, at which minute, by when it has to be answered."""

from __future__ import annotations

from typing import assert_never

from rcdesk.domain.palabras import CANAL_PREGUNTA, con_mayuscula
from rcdesk.domain.plazo_de_pregunta import Plazo
from rcdesk.ui.kit.states import State
from rcdesk.ui.screens.en_vivo.looks import hour
from rcdesk.work.cola import PreguntaRow
from rcdesk.work.pregunta import PreguntaVista

_FEW = 3  # business days left from which it presses
_MOST = 6  # askers of a group named one by one


def asker(vista: PreguntaVista) -> str:
    """Return who asks: «Rosalba Ocampo y 2 más»."""
    return f"{vista.autor} y {vista.juntas} más" if vista.juntas else vista.autor


def facts(vista: PreguntaVista) -> str:
    """Return where it came from, when, its minute in the recording, its topic."""
    minute = vista.grabacion.en_palabras if vista.grabacion else ""
    known = (vista.autor_organizacion, _channel(vista), hour(vista.recibida), minute, vista.tema)
    return "  ·  ".join(filter(None, known))


def others(vista: PreguntaVista) -> str:
    """Return those who share its answer, one a line: code, who, through where, when."""
    lines = [_one(row) for row in vista.agrupadas[:_MOST]]
    rest = len(vista.agrupadas) - _MOST
    return "\n".join([*lines, f"y {rest} más"] if rest > 0 else lines)


def note(vista: PreguntaVista) -> str:
    """Return what has to be known before answering: withdrawn, not for the hearing, sent elsewhere."""
    if vista.anulada is not None:
        return f"Anulada: {vista.anulada}"
    match vista.estado:
        case "fuera_de_alcance":
            return f"No procede: {vista.observacion}" if vista.observacion else "No procede"
        case "trasladada":
            sent = f"Trasladada a {vista.trasladada_a}." if vista.trasladada_a else ""
            return " ".join(filter(None, (sent, vista.observacion)))
        case _:
            return ""


def term(plazo: Plazo | None) -> State | None:
    """Return how its legal term looks."""
    if plazo is None:
        return None
    words = plazo.en_palabras
    match plazo.situacion:
        case "corre":
            return State(words, "alarm-clock", "warn") if plazo.dias <= _FEW else State(words, "clock")
        case "hoy":
            return State(words, "alarm-clock", "warn")
        case "vencida":
            return State(words, "circle-alert", "danger")
        case "respondida":
            return State(words, "check", "ok") if plazo.a_tiempo else State(words, "triangle-alert", "warn")
        case "trasladada":
            return State(words, "corner-up-right")
        case _:
            assert_never(plazo.situacion)


def _one(row: PreguntaRow) -> str:
    return "  ·  ".join(filter(None, (f"{row.codigo}  {row.autor}", _channel(row), hour(row.recibida))))


def _channel(row: PreguntaRow) -> str:
    return con_mayuscula(CANAL_PREGUNTA[row.canal]) if row.canal else ""
