"""What the capture line is compared with as it is typed: the questions of the hearing that still owe an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from rcdesk.domain.preguntas import ABIERTOS, escribir_referencia
from rcdesk.store.schema import JOURNALED

_P: Final = JOURNALED["preguntas"].c


@dataclass(frozen=True, slots=True)
class AbiertaRow:
    """A question that owes an answer, as it was said."""

    id: str
    codigo: str
    autor: str
    """Who asks; empty when it is not known."""
    texto: str


def listar_abiertas(connection: Connection, *, audiencia_id: str) -> list[AbiertaRow]:
    """Return the questions of a hearing that owe an answer of their own."""
    query = select(_P.id, _P.mesa, _P.numero, _P.anonima, _P.autor_nombre, _P.texto).where(
        _P.audiencia_id == audiencia_id, _P.estado.in_(sorted(ABIERTOS)), _P.anulada_motivo.is_(None)
    )
    return [
        AbiertaRow(id, escribir_referencia(f"{mesa or ''}-{numero}"), "" if anonima else autor or "", texto)
        for id, mesa, numero, anonima, autor, texto in connection.execute(query)
    ]
