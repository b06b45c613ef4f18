"""Who is added to the attendance of a hearing that has ended, and marked as such."""

from __future__ import annotations

from rcdesk.domain.registro.audiencias import EstadoAudiencia


def marca_de_agregado(audiencia: EstadoAudiencia | None, *, cuando: str) -> str | None:
    """Return the instant that marks who is added now, `cuando`, or None while the hearing has not ended."""
    return cuando if audiencia == "cerrada" else None
