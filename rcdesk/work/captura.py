"""What the capture line is compared with as it is typed: the questions of the hearing that still owe an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, select

from rcdesk.domain.preguntas import codigo_de
from rcdesk.store.schema import JOURNALED
from rcdesk.work.cola import ABIERTA, VIGENTE

_P: Final = JOURNALED["preguntas"].c


@dataclass(frozen=True, slots=True)
class AbiertaRow:
    """A question that owes an answer, to be named."""

    id: str
    codigo: str
    autor: str
    """Who asks; empty when it is not known."""


def llaves_abiertas(connection: Connection, *, audiencia_id: str) -> list[str]:
    """Return the keys of the questions of a hearing that owe an answer of their own."""
    return list(connection.scalars(select(_P.id).where(_P.audiencia_id == audiencia_id, ABIERTA, VIGENTE)))


def leer_textos(connection: Connection, *, ids: Sequence[str]) -> dict[str, str]:
    """Return, by key, how some hundreds of questions were asked."""
    return dict(connection.execute(select(_P.id, _P.texto).where(_P.id.in_(ids))).all())


def ver_abierta(connection: Connection, *, id: str) -> AbiertaRow | None:
    """Return who asked a question, and its code."""
    query = select(_P.mesa, _P.numero, _P.anonima, _P.autor_nombre).where(_P.id == id)
    found = connection.execute(query).one_or_none()
    if found is None:
        return None
    return AbiertaRow(id, codigo_de(found.mesa, found.numero), "" if found.anonima else found.autor_nombre or "")
