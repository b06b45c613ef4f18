"""Who is added to the attendance of a hearing that has ended, and marked as such; and when an acta is final."""

from __future__ import annotations

from typing import Final

from rcdesk.domain.registro.actas import EstadoActa
from rcdesk.domain.registro.audiencias import EstadoAudiencia

APROBADA: Final[frozenset[EstadoActa]] = frozenset({"aprobada", "publicada"})
"""States of an acta whose text is final."""


def marca_de_agregado(audiencia: EstadoAudiencia | None, *, cuando: str) -> str | None:
    """Return the instant that marks who is added now, `cuando`, or None while the hearing has not ended."""
    return cuando if audiencia == "cerrada" else None
