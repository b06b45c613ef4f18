"""Who is registered at a hearing: one condition, so that whatever lists or counts people means the same ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, and_, literal_column

from rcdesk.store.schema import JOURNALED

_S = JOURNALED["asistentes"].c
LISTAS: Final = ("asistentes", "invitados")
"""The lists of people that may come in."""


def de_la_lista(audiencia_id: str) -> ColumnElement[bool]:
    """The people of the list of a hearing, withdrawn or not."""
    return and_(_S.audiencia_id == audiencia_id, _S.lista == "asistentes")


def registrados(audiencia_id: str) -> ColumnElement[bool]:
    """Those of its list who stand."""
    return and_(de_la_lista(audiencia_id), _S.anulada_motivo.is_(None))


def esperados(audiencia_id: str) -> ColumnElement[bool]:
    """Those of its list and of its guests who stand."""
    return and_(_S.audiencia_id == audiencia_id, _S.lista.in_(LISTAS), _S.anulada_motivo.is_(None))


def hallados(audiencia_id: str, listas: Sequence[str] = ("asistentes",)) -> ColumnElement[bool]:
    """Those of its list, or of those `listas`, who stand and are found by something else, as their document.

    The sign keeps SQLite from going through everybody of the hearing instead.
    """
    here = literal_column("+asistentes.audiencia_id") == audiencia_id
    return and_(here, _S.lista.in_(listas), _S.anulada_motivo.is_(None))
