"""What may be done with the question in hand: the table of the domain, by the names of the screen's methods."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rcdesk.domain.preguntas import Moderar, Paso, admite, modera
from rcdesk.work.cola import PreguntaRow

STEPS: Final = (
    ("hand.hold", "Retener", "pause", ""),
    ("hand.review_again", "Volver a revisión", "eye", ""),
    ("hand.up", "Subir en la cola", "arrow-up", "Alt ↑"),
    ("hand.down", "Bajar en la cola", "arrow-down", "Alt ↓"),
    ("hand.assign", "Asignar a una dependencia…", "user-check", ""),
    ("hand.postpone", "Aplazar", "clock", ""),
    ("hand.leave_pending", "Dejar pendiente", "clock", ""),
    ("hand.hand_over", "Trasladar a otra entidad…", "corner-up-right", ""),
    ("hand.out_of_place", "No procede…", "ban", "X"),
    ("hand.ungroup", "Desagrupar", "layers", "Mayús M"),
    ("hand.reopen", "Volver a pendiente", "undo-2", ""),
    ("hand.annul", "Anular…", "trash-2", "Supr"),
)
"""Those listed under «Más acciones»: method, words, icon, key."""

_PASOS: Final[Mapping[str, Paso]] = {
    "answered_aloud": "responder_en_vivo",
    "write_answer": "responder",
    "promise": "responder",
    "assign": "asignar",
    "postpone": "aplazar",
    "leave_pending": "dejar_pendiente",
    "hand_over": "trasladar",
    "out_of_place": "declarar_improcedente",
    "group": "agrupar",
    "ungroup": "desagrupar",
    "reopen": "reabrir",
}
_DECISIONS: Final[Mapping[str, Moderar]] = {
    "approve": "aprobar",
    "hold": "retener",
    "review_again": "volver_a_revision",
}


def admits(row: PreguntaRow | None, method: str) -> bool:
    """Say whether a command can be asked for now; those that are not about a question always can."""
    paso, decision = _PASOS.get(method), _DECISIONS.get(method)
    if paso is None and decision is None and method not in ("annul", "up", "down"):
        return True
    if row is None or row.anulada is not None:
        return False
    if paso is not None:
        return admite(row.estado, paso)
    if decision is not None:
        return modera(row.estado, row.moderacion, decision)
    return method == "annul" or row.espera
