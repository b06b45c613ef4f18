"""The steps of a hearing: which command leads to which state, and from where it is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rcdesk.ui.commands import AUDIENCIA, Command

if TYPE_CHECKING:
    from rcdesk.domain.registro.audiencias import EstadoAudiencia

LEADS: Final[dict[str, tuple[EstadoAudiencia, frozenset[EstadoAudiencia]]]] = {
    "convene": ("convocada", frozenset({"planeada"})),
    "start": ("en_curso", frozenset({"planeada", "convocada"})),
    "finish": ("cerrada", frozenset({"en_curso"})),
    "reopen": ("en_curso", frozenset({"cerrada"})),
    "plan": ("planeada", frozenset({"convocada", "cancelada"})),
    "call_off": ("cancelada", frozenset({"planeada", "convocada"})),
}
"""Method of the command → the state it leads to, and those from which it is offered."""

DONE: Final = {
    "convene": "quedó convocada",
    "start": "está en curso",
    "finish": "quedó cerrada",
    "reopen": "está otra vez en curso",
    "plan": "volvió a planeada",
    "call_off": "quedó cancelada",
}
"""What the line of status says afterwards: «La audiencia …»."""


def possible(state: EstadoAudiencia) -> list[Command]:
    """Return the commands that a hearing in this state admits."""
    return [command for command in AUDIENCIA if state in LEADS[command.method][1]]
