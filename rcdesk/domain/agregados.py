"""Who is added to the attendance of a hearing that has ended: until its acta is approved, and marked as such."""

from __future__ import annotations

from typing import Final

from rcdesk.domain.errors import RuleError
from rcdesk.domain.registro.actas import EstadoActa
from rcdesk.domain.registro.audiencias import EstadoAudiencia

APROBADA: Final[frozenset[EstadoActa]] = frozenset({"aprobada", "publicada"})
"""States of an acta whose text is final."""


def marca_de_agregado(audiencia: EstadoAudiencia | None, acta: EstadoActa | None, *, cuando: str) -> str | None:
    """Return the instant that marks who is added now, `cuando`, or None while the hearing has not ended.

    RuleError once the acta is approved: what it says of who came is what was approved.
    """
    if acta in APROBADA:
        raise RuleError(
            "El acta de esta audiencia ya está aprobada: su lista de asistencia ya no cambia. "
            "Para agregar o corregir a alguien haga una versión nueva del acta."
        )
    return cuando if audiencia == "cerrada" else None
