"""What a state looks like: its word (as the office says it), the icon that repeats it, and its tone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """A word, an icon and a tone (neutral, info, ok, warn, danger, accent, live or air)."""

    word: str
    icon: str = ""
    tone: str = "neutral"


UNKNOWN = State("Sin estado", "circle-dashed")

PREGUNTA: dict[str, State] = {
    "recibida": State("Recibida", "inbox"),
    "asignada": State("Asignada", "user-check", "info"),
    "pendiente": State("Pendiente", "clock", "warn"),
    "aplazada": State("Aplazada", "clock", "warn"),
    "respondida": State("Respondida", "check", "ok"),
    "trasladada": State("Trasladada", "corner-up-right"),
    "fuera_de_alcance": State("No procede", "ban"),
    "agrupada": State("Agrupada", "layers"),
}
MODERACION: dict[str, State] = {
    "sin_revisar": State("En moderación", "eye"),
    "aprobada": State("Aprobada", "check", "ok"),
    "retenida": State("Retenida", "pause", "warn"),
}
EN_PANTALLA = State("En pantalla", "monitor", "air")
COMPROMISO: dict[str, State] = {
    "pendiente": State("Por iniciar", "circle-dashed"),
    "en_curso": State("En curso", "trending-up", "info"),
    "cumplido": State("Cumplido", "check", "ok"),
    "incumplido": State("Incumplido", "circle-alert", "danger"),
    "cancelado": State("Cancelado", "ban"),
}
VENCIDO = State("Vencido", "circle-alert", "danger")
VENCE_HOY = State("Vence hoy", "alarm-clock", "warn")
POR_VENCER = State("Por vencer", "clock", "warn")
AUDIENCIA: dict[str, State] = {
    "planeada": State("Planeada", "clipboard-list", "info"),
    "convocada": State("Convocada", "calendar-days", "info"),
    "en_curso": State("En vivo", "radio", "live"),
    "cerrada": State("Cerrada", "lock"),
    "cancelada": State("Cancelada", "ban"),
}
ACTA: dict[str, State] = {
    "borrador": State("Acta en borrador", "file-text", "warn"),
    "en_revision": State("Acta en revisión", "eye", "info"),
    "aprobada": State("Acta aprobada", "file-check", "ok"),
    "publicada": State("Acta publicada", "check"),
}
ACTIVIDAD: dict[str, State] = {
    "cumplida": State("Cumplida", "check", "ok"),
    "vencida": State("Atrasada", "circle-alert", "danger"),
    "vence_hoy": State("Es hoy", "alarm-clock", "warn"),
    "por_vencer": POR_VENCER,
    "en_curso": State("Al día", "trending-up", "info"),
    "programada": State("Por iniciar", "circle-dashed"),
    "sin_fecha": State("Sin fecha", "calendar", "warn"),
}
ANULADO = State("Anulado", "ban")
HALLAZGO: dict[str, State] = {
    "grave": State("Contradicción", "circle-alert", "danger"),
    "revisar": State("Posible error", "triangle-alert", "warn"),
    "aviso": State("Aviso", "circle-help"),
}


def state_of(states: dict[str, State], value: str | None) -> State:
    """Return how `value` looks; a value without a look is shown by its own word."""
    if not value:
        return UNKNOWN
    return states.get(value) or State(value.replace("_", " ").capitalize())
