"""What may be done with the question in hand, by the name of the screen's method."""

from __future__ import annotations

from typing import Final

from rcdesk.work.cola import PreguntaRow

STEPS: Final = (
    ("hand.out_of_place", "No procede…", "ban", "X"),
    ("hand.ungroup", "Desagrupar", "layers", "Mayús M"),
    ("hand.reopen", "Volver a pendiente", "undo-2", ""),
    ("hand.annul", "Anular…", "trash-2", "Supr"),
)
"""Those listed under «Más acciones»: method, words, icon, key."""


def admits(row: PreguntaRow | None, method: str) -> bool:
    """Say whether a command can be asked for now; those that are not about a question always can."""
    stands = row is not None and row.anulada is None
    match method:
        case "write_answer" | "answered_aloud" | "promise":
            return row is not None and stands and row.estado not in ("agrupada", "fuera_de_alcance")
        case "approve":
            return row is not None and stands and row.abierta and row.moderacion != "aprobada"
        case "out_of_place" | "group":
            return row is not None and stands and row.abierta
        case "ungroup":
            return row is not None and stands and row.estado == "agrupada"
        case "reopen":
            return row is not None and stands and row.estado in ("respondida", "fuera_de_alcance", "trasladada")
        case "annul":
            return stands
        case _:
            return True
