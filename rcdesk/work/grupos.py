"""Questions that share an answer: each names the one that answers for it."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_

from rcdesk.domain.preguntas import referencia_de
from rcdesk.store.schema import JOURNALED

_P = JOURNALED["preguntas"].c


def agrupadas_en(audiencia_id: str, mesa: str | None, numero: int) -> ColumnElement[bool]:
    """Say which standing questions of a hearing share the answer of the one with that number."""
    return and_(
        _P.audiencia_id == audiencia_id,
        _P.agrupada_en == referencia_de(mesa, numero),
        _P.estado == "agrupada",
        _P.anulada_motivo.is_(None),
    )
